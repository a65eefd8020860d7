"""What is rare together in a small village: asked about, never claimed, and never a block."""

import datetime as dt

import pytest
from django.utils import translation

from privacy.checks import Kind, Profile, check_all, find_all
from privacy.rarity import Aspect, VillageFigure, rare_combination, same_ten_years
from privacy.suggestions import replaced

OMMEL = VillageFigure("Ommel")
COUNTED = VillageFigure("Ommel", 1000, "de gemeente", dt.date(2026, 1, 1))
TOWN = VillageFigure("Asten", 60_000, "de gemeente", dt.date(2026, 1, 1))


def aspects(*texts: str, villages: tuple[VillageFigure, ...] = (OMMEL, TOWN)) -> list[set[Aspect]]:
    """Give what stands out in each text."""
    rare = rare_combination(texts, villages)
    return [{hint.aspect for hint in hints} for hints in rare.hints] if rare else []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Een weduwe van 80-90 jaar in Ommel.", {Aspect.VILLAGE, Aspect.AGE, Aspect.HOUSEHOLD}),
        ("In OMMEL woont een dertiger met epilepsie.", {Aspect.VILLAGE, Aspect.AGE, Aspect.CONDITION}),
        ("Alleenstaande vader, drieling, Ommel; hij is doof.", {Aspect.VILLAGE, Aspect.HOUSEHOLD, Aspect.CONDITION}),
        ("Zij is in de tachtig en heeft beginnende dementie (Ommel).", {Aspect.VILLAGE, Aspect.AGE, Aspect.CONDITION}),
    ],
)
def test_a_village_and_two_more_stand_out(text: str, found: set[Aspect]) -> None:
    assert aspects(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "Een weduwe van 80-90 jaar met dementie.",
        "In Ommel woont een weduwe.",
        "In Ommel wonen twee mensen met epilepsie en autisme.",
        "De gemeente Ommel zoekt een weduwe van 80-90 jaar met dementie.",
        "Een weduwe van 80-90 jaar in Ommelen.",
        "Een weduwe van 80-90 jaar in Asten.",
        "",
    ],
)
def test_less_than_that_does_not_and_neither_does_a_town(text: str) -> None:
    assert aspects(text) == []


def test_the_texts_of_a_submission_count_together() -> None:
    assert aspects("Wie helpt in Ommel?", "Een dertiger met epilepsie.") == [
        {Aspect.VILLAGE},
        {Aspect.AGE, Aspect.CONDITION},
    ]


def test_coarser_words_fit_and_take_the_warning_away() -> None:
    text = "Zij is 80-90 jaar oud, weduwe, heeft beginnende dementie en woont in Ommel."
    rare = rare_combination([text], [OMMEL])
    assert rare
    after = replaced(text, [(hint.start, hint.end, hint.coarser) for hint in rare.hints[0]])
    assert after == "Zij is op leeftijd, inwoner, heeft een gezondheidsprobleem en woont in een dorp in de regio."
    assert rare_combination([after], [OMMEL]) is None


def test_without_a_number_the_writer_is_asked_and_with_one_it_is_an_estimate_with_its_source() -> None:
    text = "Een weduwe van 80-90 jaar met epilepsie in Ommel."
    with translation.override("nl"):
        asked = [str(each.why) for each in find_all([text], Profile.CASE, villages=[OMMEL])[0] if each.is_combined]
        counted = [str(each.why) for each in find_all([text], Profile.CASE, villages=[COUNTED])[0] if each.is_combined]
    assert asked
    assert all("Kan iemand uit het dorp raden" in why for why in asked)
    assert not any(digit in why for why in asked for digit in "0123456789")
    assert all("1000" in why and "de gemeente" in why and "110" in why and "schatting" in why for why in counted)


@pytest.mark.parametrize(("residents", "about"), [(1, 0), (90, 10), (1000, 110), (4700, 520), (17_000, 1900)])
def test_an_estimate_is_round(residents: int, about: int) -> None:
    assert same_ten_years(VillageFigure("X", residents, "", None)) == about


def test_it_is_soft_and_may_be_kept_and_asked_of_cases_only() -> None:
    text = "Een weduwe van 80-90 jaar met epilepsie, in Ommel."
    (found,) = find_all([text], Profile.CASE, villages=[OMMEL])
    combined = [each for each in found if each.is_combined]
    assert {each.kind for each in combined} == {Kind.RARE}
    assert not any(each.hard for each in combined)
    kept = {each.key: "needed" for each in found}
    (outcome,) = check_all([text], Profile.CASE, kept=[kept], villages=[OMMEL])
    assert outcome.text == text
    assert len(outcome.text.kept) == len(found)
    assert not any(each.is_combined for each in find_all([text], Profile.WORK, villages=[OMMEL])[0])


def test_a_long_text_takes_no_longer_than_its_length() -> None:
    long = "in de weduwe van 80-90 ommel niet-aangeboren " * 2000
    assert rare_combination([long], [OMMEL]) is not None
