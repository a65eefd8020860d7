"""Descriptions that may fit one person only: a few cue words are seen, a role or a partner is none."""

import pytest

from tests.privacy.detectors.finding import found, of_kind


@pytest.mark.parametrize(
    "text",
    [
        "Hij is de enige notaris van het dorp.",
        "de enige brandweerman van het dorp met één arm",
        "Zij is voorzitter van de harmonie.",
        "Een oud-burgemeester met schulden.",
        "De bekende zanger woont hier.",
        "Hij stond vorig jaar in de krant.",
        "de laatste klompenmaker van de gemeente",
    ],
)
def test_a_description_of_one_person_is_asked_about(text: str) -> None:
    assert len(of_kind(text, "rare")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "De enige optie is een woning.",
        "Zij is de eerste die belt.",
        "Haar ex-man belt.",
        "De oudste zoon helpt.",
        "Het is de laatste keer dit jaar.",
    ],
)
def test_others_pass(text: str) -> None:
    assert found(text) == []


def test_a_name_inside_stays_a_name() -> None:
    assert ("person", "Loes Verhagen") in found("De bekende zangeres Loes Verhagen uit de straat.")
