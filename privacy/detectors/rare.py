"""Finds, by a few cue words, descriptions that may fit one person only. Most of them it cannot see."""

import re
from collections.abc import Iterator

from privacy.detectors.kinds import Kind, Span
from privacy.detectors.words import HELD_OFFICES, KIN, KNOWN_PEOPLE, ROLES, ends_in

_HERE = (
    r"(?:het|ons|dit|heel het|hele|de hele|deze|de|onze|heel|die|haar|zijn|hun)[ ](?:\w+[ ])?(?:dorp|kamp|dorpje|straat"
    r"|buurt|wijk|kern|regio|gemeente|streek|stad|raad|school|klas|fabriek|kerk|club|polder|peel)"
    r"|(?-i:[A-Z][\w'\-]{2,})|nederland|de wijde omgeving"
)
# The rest of what is said, up to the next mark or the next verb of the sentence.
_REST = r"(?:[^.,;:!?\n\0]{0,60}?(?=[.,;:!?\n\0]|$|[ ](?:en|maar|want|die|dat|heeft|wil|is|was|woont|kan|zit|doet)[ ]))"
_ONLY = re.compile(
    r"(?<![^\W_])(?:de|het|als)[ ](?:enige|eerste|laatste|oudste|jongste|rijkste"
    rf"|bekendste|huidige)[ ](?P<who>(?:[^\W\d_]{{2,20}}[ ])?[^\W\d_][\w\-]{{2,30}})[ ]"
    rf"(?:(?:met|zonder)[ ]\w+[ ](?:\w+[ ])?)?(?:van|in|uit|op)[ ](?:{_HERE})(?![^\W_]){_REST}",
    re.IGNORECASE,
)
# "De enige in de regio met ...": no word says what somebody is.
_ONE_OF_ALL = re.compile(
    rf"(?<=is )de[ ]enige[ ](?:in|van|op|uit)[ ](?:{_HERE})[ ](?:met|die|zonder)[ ]{_REST}", re.IGNORECASE
)
_WELL_KNOWN = re.compile(
    r"(?<![^\W_])(?:(?:de|een|die)[ ])?(?:bekende|beroemde|beruchte|legendarische"
    rf"|bekendste)[ ](?P<who>[^\W\d_][\w\-]{{2,30}}){_REST}",
    re.IGNORECASE,
)
_FORMER = re.compile(
    r"(?<![^\W_])(?:(?:de|een|onze)[ ])?(?:oud-|ex-|voormalige?[ ]|vroegere[ ]"
    rf"|gewezen[ ])(?P<who>[^\W\d_][\w\-]{{2,30}}){_REST}",
    re.IGNORECASE,
)
_CHAIR = re.compile(
    r"(?<![^\W_])(?:voorzit(?:ter|ster)|penningmeester|secretaris|dirigent|oprichter|prins carnaval"
    r"|kapitein|commandant|hoofdtrainer|keeper|spits|organist|koster|bestuurslid)[ ]"
    r"van[ ](?:de|het|onze|ons|zijn|haar)[ ](?!cliëntenraad|commissie|vergadering|bijeenkomst|overleg"
    rf"|werkgroep|kernteam|rechtbank)[^\W\d_][\w\-]{{2,30}}{_REST}",
    re.IGNORECASE,
)
_NEWS = re.compile(
    r"(?<![^\W_])(?:bekend van (?:de )?(?:tv|televisie|radio|krant|youtube|tiktok)|(?:stond|stonden"
    r"|staat|kwam|was|gestaan|haalde)[ ](?:\w+[ ]){0,3}(?:in de krant|op (?:de )?(?:tv|televisie)"
    r"|landelijk(?:e)? nieuws|in het nieuws|de voorpagina)"
    r"|prins carnaval|wereldkampioen\w*|nederlands kampioen\w*|(?:won|gewonnen"
    r"|winnaar van)[ ](?:\w+[ ]){0,2}(?:loterij|staatsloterij|postcodeloterij|gouden \w+))",
    re.IGNORECASE,
)


def rare_descriptions(plain: str) -> Iterator[Span]:
    """Find what cue words announce."""
    for pattern in (_ONLY, _WELL_KNOWN, _FORMER):
        for match in pattern.finditer(plain):
            if _is_somebody(match.group("who")) and (pattern is not _FORMER or _held_office(match.group("who"))):
                yield Span(*match.span(), Kind.RARE)
    for pattern in (_CHAIR, _NEWS, _ONE_OF_ALL):
        for match in pattern.finditer(plain):
            yield Span(*match.span(), Kind.RARE)


def _is_somebody(who: str) -> bool:
    """Tell whether a description is one of a person by work or office."""
    last = who.lower().split()[-1]
    first = who.lower().split()[0]
    return any(
        word in KNOWN_PEOPLE or (word in ROLES and word not in _PARTNERS) or ends_in(word, KNOWN_PEOPLE, 2)
        for word in (first, last)
    )


def _held_office(who: str) -> bool:
    """Tell whether it is an office that a village remembers: "oud-burgemeester", not "oud-kapper"."""
    return ends_in(who.lower(), HELD_OFFICES)


# "Haar ex-man", "de vroegere buurman" are roles.
_PARTNERS = KIN | {"huisgenoot", "collega", "werkgever"}
