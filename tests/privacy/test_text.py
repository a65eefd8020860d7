"""Checked text: nobody can make one, and nothing made of it is one."""

import copy
import json
import pickle

import pytest

from privacy.checks import CheckedText, Profile, check

TEXT = "De moeder vraagt hulp."


@pytest.fixture
def checked() -> CheckedText:
    return check(TEXT, Profile.CASE)


def test_it_reads_like_any_string(checked: CheckedText) -> None:
    assert checked == TEXT
    assert hash(checked) == hash(TEXT)
    assert json.loads(json.dumps([checked])) == [TEXT]
    assert checked.profile is Profile.CASE


def test_nobody_can_call_it() -> None:
    with pytest.raises(TypeError, match=r"privacy\.checks\.check"):
        CheckedText(TEXT)
    with pytest.raises(TypeError, match=r"privacy\.checks\.check"):
        CheckedText(TEXT, Profile.CASE)


def test_nobody_can_subclass_it() -> None:
    with pytest.raises(TypeError, match="subclassed"):
        type("Mine", (CheckedText,), {})


def test_one_made_behind_its_back_fits_nowhere() -> None:
    forged = str.__new__(CheckedText, TEXT)
    assert not forged.fits(Profile.CASE)
    assert not forged.fits(Profile.WORK)


def test_it_never_changes(checked: CheckedText) -> None:
    with pytest.raises(AttributeError):
        checked._profile = Profile.WORK
    with pytest.raises(AttributeError):
        checked.profile = Profile.WORK  # type: ignore[misc]
    with pytest.raises(AttributeError):
        del checked._profile
    with pytest.raises(AttributeError):
        checked.extra = 1


MAKINGS = {
    "a sum": lambda text: text + " 06",
    "a sum with nothing": lambda text: text + "",
    "a sum from the right": lambda text: "" + text,
    "a product": lambda text: text * 1,
    "a whole slice": lambda text: text[:],
    "a slice": lambda text: text[2:],
    "a letter": lambda text: text[0],
    "str()": str,
    "str of str": str.__str__,
    "an f-string": lambda text: f"{text}",
    "format()": lambda text: format(text, ""),
    "a format method": "{}".format,
    "a percent": lambda text: "%s" % text,  # noqa: UP031  (this is what is tried)
    "strip": lambda text: text.strip(),
    "strip with letters": lambda text: text.strip("#"),
    "lstrip": lambda text: text.lstrip(),
    "rstrip": lambda text: text.rstrip(),
    "replace nothing": lambda text: text.replace("#", "!"),
    "replace": lambda text: text.replace("moeder", "mevrouw Jansen"),
    "lower": lambda text: text.lower(),
    "upper": lambda text: text.upper(),
    "capitalize": lambda text: text.capitalize(),
    "casefold": lambda text: text.casefold(),
    "swapcase": lambda text: text.swapcase(),
    "title": lambda text: text.title(),
    "join of one": lambda text: "".join([text]),
    "join": lambda text: text.join(["06", "12345678"]),
    "split": lambda text: text.split("#")[0],
    "rsplit": lambda text: text.rsplit("#")[0],
    "splitlines": lambda text: text.splitlines()[0],
    "translate": lambda text: text.translate({}),
    "expandtabs": lambda text: text.expandtabs(),
    "center": lambda text: text.center(1),
    "ljust": lambda text: text.ljust(1),
    "rjust": lambda text: text.rjust(1),
    "zfill": lambda text: text.zfill(1),
    "removeprefix": lambda text: text.removeprefix("#"),
    "removesuffix": lambda text: text.removesuffix("#"),
    "encode and decode": lambda text: text.encode().decode(),
    "pickle": lambda text: pickle.loads(pickle.dumps(text)),  # noqa: S301  (our own bytes)
    "an old pickle": lambda text: pickle.loads(pickle.dumps(text, protocol=0)),  # noqa: S301  (the same)
    "json": lambda text: json.loads(json.dumps(text)),
}


@pytest.mark.parametrize("making", MAKINGS.values(), ids=MAKINGS)
def test_what_is_made_of_it_is_plain(making: object, checked: CheckedText) -> None:
    assert type(making(checked)) is str  # type: ignore[operator]


@pytest.mark.parametrize(
    "parts",
    [
        lambda text: text.partition("#"),
        lambda text: text.rpartition("#"),
        lambda text: text.partition(" "),
        lambda text: [text.format_map({}), text.format("06")],
        lambda text: [text % ()],
    ],
)
def test_only_the_whole_text_can_come_back_as_checked(parts: object, checked: CheckedText) -> None:
    for part in parts(checked):  # type: ignore[operator]
        # Python gives the very string itself where it had nothing to change; that one was checked.
        assert type(part) is str or part is checked


def test_a_copy_is_itself(checked: CheckedText) -> None:
    assert copy.copy(checked) is checked
    assert copy.deepcopy({"text": [checked]})["text"][0] is checked


def test_its_repr_holds_no_text(checked: CheckedText) -> None:
    assert "moeder" not in repr(checked)
    assert "moeder" not in repr([checked])


def test_the_strict_profile_may_stand_anywhere_and_the_other_not() -> None:
    strict, wide = check(TEXT, Profile.CASE), check(TEXT, Profile.WORK)
    assert strict.fits(Profile.CASE)
    assert strict.fits(Profile.WORK)
    assert wide.fits(Profile.WORK)
    assert not wide.fits(Profile.CASE)
