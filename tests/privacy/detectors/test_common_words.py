"""The words that the larger list adds: read in place, and never a rare surname."""

import pytest

from privacy.detectors.common_words import is_common


@pytest.mark.parametrize("word", ["armoede", "schade", "jezelf", "ik", "de", "hygiëne"])
def test_a_word_of_dutch_sentences_is_common(word: str) -> None:
    assert is_common(word)


@pytest.mark.parametrize("word", ["", "zzz", "a\nb", '"', "kartosen", "hoppenbrouwer", "{", "}", "\U0010ffff"])
def test_anything_else_is_not(word: str) -> None:
    assert not is_common(word)
