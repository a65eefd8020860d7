"""Finds streets where capitals tell nothing: "aan de bergweg", "tante sjaan van de wolfsberg"."""

from privacy.detectors.common_words import is_common
from privacy.detectors.listed_streets import LIVES, ON
from privacy.detectors.lists import is_direct, is_street, is_word
from privacy.detectors.people import is_somebody
from privacy.detectors.tokens import Words
from privacy.detectors.words import (
    EMPLOYERS,
    SURE_ROADS,
    ends_in,
)

# Words hardly end so but as the name of a street: "op de molenakkers".
FIELDS = frozenset(
    {"akker", "akkers", "beemd", "beemden", "dreef", "dijk", "laan", "donk", "hage", "rijt", "gaarde", "loop"}
)
STREET_ADJECTIVES = frozenset(
    {"lange", "korte", "oude", "nieuwe", "hoge", "lage", "voorste", "achterste", "heilige", "kleine", "grote"}
)
# Behind these, as behind "straat", hardly anything but a street has its name.
_SURELY_ROADS = frozenset(
    {"laan", "straat", "plein", "dreef", "singel", "steeg", "kade", "plantsoen", "weide", "staart"}
)


def is_small_named_road(words: Words, number: int) -> bool:
    """Tell whether "aan de lage zandweg" ends here, in a text where capitals tell nothing."""
    named = words.is_blind and len(words.word(number)) > 6 and words.before(number) in STREET_ADJECTIVES
    return named and words.word(number - 2) == "de" and words.word(number - 3) in {"aan", "op"}


def is_small_street(words: Words, number: int) -> bool:
    """Tell whether "aan de bergweg" stands there, and there is such a street."""
    lower = words.word(number)
    before = words.before(number)
    if (
        words.is_blind
        and before in STREET_ADJECTIVES
        and (not is_direct(lower) or words.word(number - 3) in {"aan", "op"})
    ):
        return True
    if words.is_blind and _stands_apart(words, number) and not is_direct(lower):
        return True
    if words.is_blind and before == "de" and words.word(number - 2) == "aan" and ends_in(lower, SURE_ROADS, 2):
        return not is_direct(lower)  # "aan de beekdalweg"
    surely = ends_in(lower, _SURELY_ROADS, 3) and not is_common(lower)  # "weggelopen richting de beukenlaan"
    if words.is_blind and is_street(lower) and (surely or _is_of_somebody(words, number)):
        return True
    on = before in ON or (words.is_blind and before in LIVES | {"woon", "huis"})
    if not is_street(lower):
        # A word that no dictionary has is a street where somebody is: "huis: tienendstraat", no "schuldenweg".
        named = not is_word(lower) or (ends_in(lower, FIELDS, 3) and not is_direct(lower))
        on = on or words.word(number - 2) in {"aan", "op"}
        way = lower.endswith("weg") and not (
            before == "de" and words.word(number - 2) in {"op", "aan"} and len(lower) > 8
        )
        return words.is_blind and on and named and not way
    road = before in {"de", "het"} and words.word(number - 2) in {"aan", "op", "in", "over", "door"}
    return on and (not is_direct(lower) or (words.is_blind and road))


def _is_of_somebody(words: Words, number: int) -> bool:
    """Tell whether "tante sjaan van de wolfsberg" or "heel de bosrand" stands there."""
    if words.before(number) != "de" or words.word(number) in EMPLOYERS:
        return False
    somebody = any(map(is_somebody, (words.word(number - 3), words.word(number - 4))))
    return words.word(number - 2) == "heel" or (words.word(number - 2) == "van" and somebody)


def _stands_apart(words: Words, number: int) -> bool:
    """Tell whether a word stands between two marks, as a street does behind a comma: "achter de kwekerij, vlaasloop: ..."."""
    return (
        words.between(number).strip() == ","
        and words.tokens[number].after in {",", ":", "."}
        and ends_in(words.word(number), FIELDS, 3)
    )
