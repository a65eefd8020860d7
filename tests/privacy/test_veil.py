"""No way round the veil: what could show a hidden text stands nowhere in our code, or is named here."""

import re
from pathlib import Path

from privacy import rooms
from tests.privacy.test_no_way_round import ROOT, code_of, sources

# What lifts the veil without asking who reads. Each shows the text to nobody, or to who said that they read it.
OPENERS = {
    r"\bopen_texts\b": {"privacy/veil.py", "privacy/models/veiled.py"},
    r"\btexts_open\b": {"privacy/veil.py"},
    r"\bfor_the_check\b": {"privacy/models/veiled.py", "privacy/rooms.py", "meetings/texts.py"},
    r"\brooms\.every\b": {"privacy/actions/recheck.py"},
    r"\brooms\.row_of\b": {"privacy/actions/reviews.py", "privacy/text_views.py"},
}
TEMPLATES = [ROOT / name for name in ("cases", "meetings", "site/followup")]


def test_nobody_lifts_the_veil_but_who_is_named() -> None:
    found = {each: {path for path, source in sources() if re.search(each, code_of(source))} for each in OPENERS}
    assert found == OPENERS


def columns_past_the_veil(code: str) -> list[str]:
    """Give the checked columns that a module fetches as plain values, which no veil can stand before."""
    names = "|".join(sorted({field.name for kind in rooms.kinds() for field in kind.model.text_fields()}))
    plain = rf"""\.(?:values|values_list)\([^()]*['"](?:\w+__)?(?:{names})['"]"""
    return re.findall(plain + rf"""|\bF\(['"](?:\w+__)?(?:{names})['"]\)""", code)


def test_no_text_is_fetched_as_a_plain_value() -> None:
    assert {path for path, source in sources() if columns_past_the_veil(code_of(source))} == set()


def test_a_text_fetched_as_a_plain_value_would_be_found() -> None:
    for code in (
        "x.values('pk', 'question')",
        "x.values_list('outcome__text', flat=True)",
        "Lower(F('case__situation'))",
    ):
        assert columns_past_the_veil(code)
    assert not columns_past_the_veil("x.values('pk', 'hidden_since')")


def test_every_kind_of_text_can_be_reported_where_it_is_shown() -> None:
    pages = [path.read_text() for folder in TEMPLATES for path in Path(folder).rglob("*.html")]
    words = {
        word for page in pages for word in re.findall(r'components/traceable\.html" with row=\w+ word="(\w+)"', page)
    }
    assert words == {kind.word for kind in rooms.kinds()}
