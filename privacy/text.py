"""Checked text, for every room that stores what people write. Nobody may make one but the check and the database."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Any, NamedTuple, Never, Self

from privacy.detectors.kinds import Kind

__all__ = ["CheckedText", "Kept", "Profile", "seal"]


class Profile(StrEnum):
    """How strict the check is: CASE for text about residents, WORK for minutes, actions and bottlenecks."""

    CASE = "case"
    WORK = "work"

    def satisfies(self, asked: "Profile") -> bool:
        """Tell whether text checked under this profile may stand where `asked` is asked; the strict one may stand anywhere."""
        return self is asked or self is Profile.CASE


class Kept(NamedTuple):
    """A place in a checked text that its writer kept although the check asked about it: where, what, and why. Never the word."""

    start: int
    end: int
    kind: Kind
    reason: str


class CheckedText(str):
    """A text in which the check found nothing that its writer did not keep, and the profile under which it looked.

    It reads like any other string, and whatever is made of it (a slice, a sum, a format) is a plain string again:
    only the whole text was checked. Its repr holds no text, so that a log line or an error page cannot show it.
    """

    __slots__ = ("_kept", "_profile")

    _kept: tuple[Kept, ...]
    _profile: Profile

    def __new__(cls, *args: object, **kwargs: object) -> Self:
        """Refuse: text is checked by `privacy.checks.check`, it cannot be declared checked."""
        raise TypeError("A CheckedText comes from privacy.checks.check() or from a stored row.")

    def __init_subclass__(cls) -> None:
        """Refuse a subclass, which could bring a way in of its own."""
        raise TypeError("CheckedText cannot be subclassed.")

    @property
    def profile(self) -> Profile:
        """The profile under which this text was checked."""
        return self._profile

    @property
    def kept(self) -> tuple[Kept, ...]:
        """The soft findings that the writer kept, with places in this text. A stored row reads back without them."""
        return self._kept

    def fits(self, asked: Profile) -> bool:
        """Tell whether this text may be stored in a field of the profile `asked`."""
        # A text made behind our back (str.__new__) has no profile, and fits nowhere.
        profile = getattr(self, "_profile", None)
        return isinstance(profile, Profile) and profile.satisfies(asked)

    def __setattr__(self, name: str, value: object) -> Never:
        """Refuse: a checked text never changes, its profile least of all."""
        raise AttributeError("A CheckedText cannot be changed.")

    def __delattr__(self, name: str) -> Never:
        """Refuse: a checked text never changes."""
        raise AttributeError("A CheckedText cannot be changed.")

    def __repr__(self) -> str:
        """Name the profile and the length, never the text."""
        return f"<CheckedText: {len(self)} characters>"

    def __copy__(self) -> Self:
        """Give itself: the same text under the same profile, so nothing new becomes checked."""
        return self

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        """Give itself, as for a copy."""
        return self

    def __reduce_ex__(self, protocol: Any) -> tuple[Any, ...]:
        """Leave a pickle as plain text: what was outside the house is checked again."""
        return (str, (str(self),))


def seal(text: str, profile: Profile, kept: Sequence[Kept] = ()) -> CheckedText:
    """Mark `text` as checked. For privacy/checks.py and privacy/fields.py only; a test looks for other callers."""
    checked = str.__new__(CheckedText, text)
    object.__setattr__(checked, "_profile", profile)
    object.__setattr__(checked, "_kept", tuple(kept))
    return checked
