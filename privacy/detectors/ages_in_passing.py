"""Finds exact ages that are told in passing, nobody right beside them: "hoor, 91 en verder niemand", "de jongste 2"."""

import re
from collections.abc import Iterator

from privacy.detectors.kinds import Kind, Span
from privacy.detectors.spoken import WORD

_END = r"(?=[.,;)]|$)(?![.,]\d)"
_IS_HE = r"(?=[ ](?:is|wordt|werd)[ ](?:ze|zij|hij)(?![^\W_]))"
# What goes on behind a comma about whoever is so old.
_GOES_ON = (
    r"(?=,[ ](?:woon\w+|wedu\w+|moeder|vader|man|vrouw|alleenstaand|gescheiden|gehuwd|diabeet|rook\w*|werkt?|sinds|al|nog|geen"
    r"|met|uit|ontslagen|nieuw|staat|zit|ligt|loopt|wil|kan|heeft|moet|zegt)[ ,.])"
)
_TOLD = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # Ik vind het zielig hoor, 91 en verder niemand
        r"(?<=[^\W\d_],[ ])(?P<age>[6-9]\d|1[01]\d)(?=[ ]en[ ](?:nog|verder|al|altijd|toch|alleen|geen)[ ])",
        # met naam en leeftijd (79)
        r"(?<=leeftijd[ ]\()(?P<age>\d{1,3})(?=\))",
        # Hij 84, zij 82.
        rf"(?<![^.,;:(\n])[ ]?(?:hij|zij|ze)[ ](?P<age>\d\d{{1,2}}){_END}",
        # omdat hij, 23 en met het verstand van een kleuter
        r"(?<![^\W_])(?:hij|zij|ze|die|wie),[ ](?P<age>\d{2,3})(?:[ ]jaar)?"
        r"(?=[.,;)]|$|[ ]en[ ](?:met|nog|al|zij|hij|ze|net)[ ])(?![.,]\d)",
        # amv geweest, nu 18 en dus overal buiten gevallen
        r"(?<=[^\W\d_],[ ]nu[ ])(?P<age>\d{1,3})(?=[,.]|$|[ ]en[ ](?:dus|nog|al|toch))(?![.,]\d)",
        # de onze, dus 88 en springlevend
        r"(?<=[^\W\d_],[ ]dus[ ])(?P<age>\d{2,3})(?=[.,]|[ ]en[ ]|$)(?![.,]\d)",
        # Zij is 15, de jongste 2.
        r"(?<![^\W_])(?:de|het|mijn|haar|zijn)[ ](?:jongste|oudste|middelste)[ ](?P<age>\d{1,2})(?=[.,;)]|$|[ ]en[ ])(?![.,]\d)",
        # zelf zegt hij 18.
        rf"(?<![^\W_])(?:zegt|zei|beweert)[ ](?:hij|zij|ze)[ ](?:zelf[ ])?(?P<age>\d{{1,3}})(?:{_END}|(?=[ ]te[ ]zijn))",
        # Hoe oud ben je? 11
        r"(?<=oud[ ]ben[ ]je\?[ \n])(?P<age>\d{1,3})(?!\d)",
        # Gradus Peters, blind, 91. Zij: ...
        r"(?<=[^\W\d_],[ ])(?P<age>[6-9]\d|10\d)(?=\.[ ]|\.?$|\n)",
        # drukt op de borst bij trap lopen. 44, rookt
        rf"(?<=[.!?][ ])(?P<age>[2-9]\d|1[89]){_GOES_ON}",
        # schiet stiefvader Ruud voor, 52, woonachtig te Bakel
        rf"(?<=[^\W\d_],[ ])(?P<age>1[5-9]|[2-9]\d){_GOES_ON}",
        r"(?<=signalement:[ ])(?P<age>\d{1,3})[ ]jaar",
        # huilbaby van 7 weken
        r"(?<=baby[ ]van[ ])(?P<age>\d{1,2})[ ](?:weken|maanden|dagen|mnd)(?![^\W_])",
        # mevrouw Hendrika - 88 jaar - die weer thuis is
        r"(?<=-[ ])(?P<age>\d{2,3})[ ]jaar(?=[ ]-)",
        # die in de krant stond, 19 nu
        r"(?<=,[ ])(?P<age>\d{1,2})[ ](?:nu|alweer|inmiddels)(?=[.,;])",
        # Inmiddels 93, en vergeetachtig
        r"(?<=inmiddels[ ])(?P<age>[1-9]\d)(?=[,.](?!\d))",
        # Allebei 4 weken en geboren in de zomer
        r"(?<=allebei[ ])(?P<age>\d{1,2})[ ](?:weken|maanden|jaar)(?![^\W_])",
        # in onze praktijk was zij 4;7
        r"(?<![\w;,.])(?P<age>\d{1,2};\d{1,2})(?![\w;])",
        # met zijn 91 klimt hij nog op de ladder
        r"(?<=met[ ]zijn[ ]|met[ ]haar[ ])(?P<age>[6-9]\d|10\d)(?=[ ,.])(?![ ]?(?:procent|euro|kilo))",
        # Drieëntachtig is ze, en nog nooit weg geweest
        rf"(?:(?<![^\n])|(?<=[.!?][ ]))(?P<age>\d{{2,3}}|{WORD}){_IS_HE}",
        # de enige struisvogelboer van de hele streek, 79 jaar, zit alleen
        r"(?<=[^\W\d_],[ ])(?P<age>1[89]|[2-9]\d|1[01]\d)[ ](?:jaar|jr)(?=,[ ]|[.\n]|$)"
        r"(?!,[ ](?:en(?![ ](?:hij|zij|ze)[ ])|maar|dus|zo))",
    )
)


def ages_in_passing(plain: str, start: int, end: int) -> Iterator[Span]:
    """Find such ages in a stretch of a text."""
    for pattern in _TOLD:
        for match in pattern.finditer(plain, start, end):
            yield Span(match.start("age"), match.end(), Kind.AGE)
