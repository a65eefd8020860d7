"""Finds exact ages in plain text. A band ("40-50"), a limit ("vanaf 12 jaar") and a duration ("12 jaar getrouwd") pass."""

import re
from collections.abc import Iterator

from privacy.detectors.age_shapes import (
    FREE,
    GOES_ON,
    GROUP,
    NUMBER,
    STOP,
    UNIT,
    ages_by_shape,
    is_age,
    may_be_age,
    span_of,
)
from privacy.detectors.ages_in_brackets import A_WORD, NUMBERED, THINGS, ages_in_brackets, clause, last_word
from privacy.detectors.ages_in_passing import ages_in_passing
from privacy.detectors.kinds import Kind, Span
from privacy.detectors.people import NAME_LETTER, is_somebody
from privacy.detectors.spoken import WORD, as_number
from privacy.detectors.words import PEOPLE, PRONOUNS, ROLES

_TIMES = (
    r"(?:nu|nou|ondertussen|d'r|er|'m|net|pas|al|wel|dik|zeker|inmiddels|bijna|ruim|binnenkort|ongeveer|vandaag|gisteren|morgen|dan|ook|toen"
    r"|onlangs|alweer|die dag|toch|immers|gewoon|volgens (?:mij|hem|haar|ons)|geloof ik|denk ik"
    r"|vorige week|vorige maand|volgende week|volgende maand|dit jaar|volgend jaar|straks"
    r"|allebei|beiden?|intussen|eind dit jaar|over een maand|over een week|in de zomer|in (?:januari"
    r"|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)|zelf|maar"
    r"|nog maar|eindelijk|zondag|zaterdag|maandag|dinsdag|woensdag|donderdag|vrijdag)"
)
_IS = r"(?:is|was|wordt|werd|ben|bent|word|zijn|waren|worden|geworden)"
# "Zij is nu 36", "is hij 84", "wordt binnenkort 90".
_BEING = re.compile(
    rf"(?<![^\W_]){_IS}[ ](?:(?!(?:{_TIMES})[ ])(?P<who>[^\W\d_][\w'\-]{{0,30}})[ ])?(?P<times>"
    rf"(?:{_TIMES}[ ]){{0,3}}){NUMBER}{STOP}(?P<unit>[ ]?{UNIT})?",
    re.IGNORECASE,
)
# "die 84 is", "omdat hij bijna 16 wordt".
_BEEN = re.compile(
    rf"{FREE}{NUMBER}{STOP}(?P<unit>[ ]?{UNIT})?[ ](?:is geworden|geworden is|geworden|is|was|wordt|werd"
    r"|ben|zijn)(?![^\W_])",
    re.IGNORECASE,
)
# "vrouw, 38 jaar,", "een dame van 84", "jongen 12 jr", "Bjorn, 9, verblijft".
_BESIDE = re.compile(
    rf"(?P<who>[^\W\d_][\w'\-]{{0,30}})(?P<how>\)?\.?,[ ]?|(?:[ ](?:op|in))?[ ]van[ ]"
    rf"|\.?[ ])(?P<times>(?:{_TIMES}[ ])?){NUMBER}{STOP}(?P<unit>[ ]?{UNIT})?",
    re.IGNORECASE,
)
_AND_SO_ON = re.compile(
    rf"(?:,[ ]|,?[ ]en[ ]|[ ]&[ ]|[ ]of[ ])(?:(?:hij|zij|ze|die|pa|ma|mama|papa|vader|moeder|opa|oma|{NAME_LETTER}{{2,40}})[ ]"
    rf"(?:(?:{_TIMES})[ ])?)?"
    rf"{NUMBER}{STOP}(?P<unit>[ ]?{UNIT})?",
    re.IGNORECASE,
)
# "ging bij cliënt B van 1 naar 2", "is 52 jaar met hem getrouwd"
_SCORED = re.compile(
    r"[ ]naar[ ]\d|[ ](?:met|bij|in)[ ]\w+[ ](?:getrouwd|samen|bevriend|werkzaam|dienst)|[ ]met[ ]pensioen"
)
_PARENTS = frozenset(
    {"moeder", "vader", "ouder", "ouders", "mama", "papa", "opa", "oma", "echtpaar", "gezin", "weduwe", "vrouw", "man"}
)
_GROWN_UP = frozenset({"man", "vrouw", "heer", "dame", "moeder", "vader", "weduwe", "weduwnaar", "mevrouw", "meneer"})
# "een" is an article nearly always; "een jaar oud" has its other words.
_ANY_NUMBER = re.compile(
    rf"\d{{1,3}}|(?:anderhal|[eë]nhal)(?:f|ve)|(?<![^\W_])(?!een )(?:{WORD})(?:ste|de|e|jarige?)?(?![^\W\d_])|een (?=jaar oud)",
    re.IGNORECASE,
)
_BEFORE, _BEHIND = 70, 50  # characters
_CHILD = 12
_SEVERAL = frozenset(
    {"meiden", "jongens", "kinderen", "zusjes", "broertjes", "zonen", "dochters", "kids", "tweelingen"}
)
_FOR_LAW = frozenset({12, 16, 18, 21, 23, 27, 65, 67})
_UNLESS = re.compile(
    r"(?<![^\W_])(?:als|zodra|wanneer|voordat|totdat|tot|wie|indien|jongeren?|jeugdigen?|iemand)[ ][^.,\n]{0,30}$",
    re.IGNORECASE,
)


def ages(plain: str) -> Iterator[Span]:
    """Find exact ages, and those that follow one: "van 7 en 10"."""
    for span in [span for start, end in _windows(plain) for span in _single(plain, start, end)]:
        yield span
        end = span.end
        while (
            (match := _AND_SO_ON.match(plain, end))
            and is_age(match.group("age"))
            and not THINGS.match(plain, match.end())
        ):
            # "Zij is 36 en 3 kinderen wonen thuis": more than an age follows.
            if not re.match(
                r"[ ]?(?:$|[).,;:!?\n]|jaar|jr|en|van|is|zijn|wonen|gaan|die|met|opgevangen|slapen|moeten)",
                plain[match.end() : match.end() + 12],
            ):
                break
            yield span_of(match)
            end = match.end()


def _windows(plain: str) -> Iterator[tuple[int, int]]:
    """Give the stretches around numbers; elsewhere there is no age to look for."""
    begin = stop = 0
    for number in _ANY_NUMBER.finditer(plain):
        if number.start() - _BEFORE > stop:
            if stop:
                yield begin, stop
            begin = max(0, number.start() - _BEFORE)
        stop = min(len(plain), number.end() + _BEHIND)
    if stop:
        yield begin, stop


def _single(plain: str, start: int, end: int) -> Iterator[Span]:
    """Find exact ages in a stretch of a text, each by itself."""
    yield from ages_by_shape(plain, start, end)
    yield from ages_in_passing(plain, start, end)
    yield from ages_in_brackets(plain, start, end)
    yield from _beside_people(plain, start, end)
    yield from _being(plain, start, end)
    yield from _been(plain, start, end)


def _beside_people(plain: str, start: int, end: int) -> Iterator[Span]:
    """Find ages that stand beside somebody: "een dame van 84", "jongen, 12 jaar"."""
    position = start
    while match := _BESIDE.search(plain, position, end):
        # The word before may be the one behind the number before it.
        position = match.end("who") + 1
        who, unit, how = match.group("who"), match.group("unit"), match.group("how")
        lower, is_of = who.lower(), how.lower().endswith(" van ")
        aside = (
            lower in {"hij", "zij", "ze", "ik"} and how.startswith(",") and plain[match.end() : match.end() + 1] == ","
        )
        # "Mw. X, 27, moeder van twee"
        stand_in = len(who) == 1 and who.isupper() and is_somebody(last_word(plain, match.start()))
        somebody = is_somebody(who) or stand_in or lower == "echtpaar"
        if (lower in PRONOUNS and not aside) or not somebody or not may_be_age(match):
            continue
        number = as_number(match.group("age")) or 0
        of_children = is_of and lower in _PARENTS and not unit and number < 20
        # "Man, twee jaar in de gemeente" is no child.
        lasts = lower in _GROWN_UP and number < 15
        # "Nitrofurantoïne 5 dagen"
        course = bool(unit) and "dag" in unit and not (who.startswith(NAME_LETTER) or lower in ROLES | PEOPLE)
        # As in "SDQ: 19 (ouder), 14 (leerkracht)".
        scored = how.startswith(")") and plain.startswith(" (", match.end())
        bare = (
            course
            or scored
            or (
                how in {" ", ". "}
                and not unit
                and not (lower in {"mevr", "mw", "dhr", "mevrouw", "meneer"} and number > 17)
                # "bleek ons pap al 84, dat hield hij geheim"
                and not (
                    match.group("times") and number > _CHILD and plain[match.end() : match.end() + 1] in {",", "."}
                )
            )
        )
        if of_children or lasts or bare or any(not_so.match(plain, match.end()) for not_so in (THINGS, GROUP, _SCORED)):
            continue
        if GOES_ON.match(plain, match.end()) or (
            is_of and not re.match(r"[ ]?(?:tot|t/m|de|het)\b", plain[match.end() : match.end() + 6])
        ):
            yield Span(match.start("age"), match.end(), Kind.AGE)


def _being(plain: str, start: int, end: int) -> Iterator[Span]:
    """Find ages that somebody is or becomes: "Zij is nu 36", "wordt binnenkort 90"."""
    for match in _BEING.finditer(plain, start, end):
        ends = plain[match.end() - 1] == "." or bool(GOES_ON.match(plain, match.end()))
        # "Hij is 82 hoe moet ie daar komen": of a person alone a number is hardly anything else.
        who = (match.group("who") or last_word(plain, match.start())).lower()
        alone = who in {"hij", "zij", "ze", "ie"} and not match.group("unit")
        ends = ends or (alone and (as_number(match.group("age")) or 0) > _CHILD)
        group = GROUP.match(plain, match.end()) or GROUP.match(plain, match.end("age"))
        barred = group or _SCORED.match(plain, match.end()) or THINGS.match(plain, match.end())
        if barred or not ends or not is_age(match.group("age")):
            continue
        if _is_of_somebody(match) and not _is_for_law(match):
            yield Span(match.start("age"), match.end(), Kind.AGE)


def _is_of_somebody(match: re.Match[str]) -> bool:
    """Tell whether it is a person who is so old."""
    who = match.group("who") or last_word(match.string, match.start())
    if who.lower() in {"dat", "dit", "het"}:
        return False
    if who.lower() == "ik" and (as_number(match.group("age")) or 0) > _CHILD:
        return True
    if is_somebody(who) or who.lower() in _SEVERAL or (who.lower() == "en" and match.group("unit")):
        return True
    # "Hij heet Ravi en is 17", "Mehmet bey is 82": somebody stands a word or two further back.
    near = A_WORD.findall(clause(match.string, match.start()))[-3:]
    further = who.lower() == "en" or (len(near) > 1 and near[-2][0] == NAME_LETTER)
    # "Hij komt uit Eritrea, is 14 en ...", "ze zit op het vmbo en is pas 13": said of whom the sentence begins with.
    aside = re.search(r"(?:,|[ ]en)[ ]$", match.string[max(0, match.start() - 4) : match.start()])
    if aside and not match.group("who") and _has_subject(match.string, match.start()):
        return True
    if further and not match.group("who") and any(map(is_somebody, near)):
        return True
    becomes = match.group().lower().startswith(("wordt", "werd"))
    return (
        bool(match.group("times")) and not match.group("who") and becomes and (as_number(match.group("age")) or 0) > 3
    )


def _has_subject(plain: str, end: int) -> bool:
    """Tell whether the sentence up to a place begins with somebody."""
    before = plain[max(0, end - 90) : end - 2]
    parts = (before[max(map(before.rfind, marks)) + 1 :] for marks in (".!?\n", ".!?\n,;:"))
    return any(is_somebody(word) for part in parts for word in A_WORD.findall(part)[:2])


def _is_for_law(match: re.Match[str]) -> bool:
    """Tell whether an age is one that a law names, in a sentence about whoever reaches it."""
    near = max(0, match.start() - 45)
    return as_number(match.group("age")) in _FOR_LAW and bool(_UNLESS.search(match.string, near, match.start()))


def _been(plain: str, start: int, end: int) -> Iterator[Span]:
    """Find ages that stand before their verb: "die 84 is", "omdat hij bijna 16 wordt"."""
    for match in _BEEN.finditer(plain, start, end):
        before = plain[max(0, match.start() - 50) : match.start()]
        words = A_WORD.findall(before[max(before.rfind("."), before.rfind("\n")) + 1 :])[-4:]
        lasts = match.group("unit") and words and words[-1].lower() in {"al", "sinds", "ruim"}
        # "De vader van kind 1 is", "verdachte 2 is weg": the number tells one from another.
        told_apart = words and words[-1].lower() in ROLES and len(match.group("age")) == 1 and not match.group("unit")
        lasts = lasts or told_apart
        lasts = lasts or (not match.group("unit") and NUMBERED.search(plain, max(0, match.start() - 20), match.start()))
        if not lasts and may_be_age(match) and any(map(is_somebody, words)) and not _is_for_law(match):
            yield Span(match.start("age"), match.end("unit" if match.group("unit") else "age"), Kind.AGE)
