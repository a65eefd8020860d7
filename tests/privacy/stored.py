"""Makes texts for tests in which their writer kept what the check asked about, through the one way in."""

from accounts.models import User
from notifications.models import Notice
from privacy.checks import Profile, check, find
from privacy.text import CheckedText

WITH_A_NAME = "Oma Truus kookt graag voor een ander."
WITH_A_VILLAGE = "De inwoner komt uit Someren en zoekt gezelschap."


def kept(text: str, reason: str = "needed", profile: Profile = Profile.CASE) -> CheckedText:
    """Check a text of which every finding is kept."""
    found = find(text, profile)
    assert found
    assert not any(each.hard for each in found)
    return check(text, profile, kept={each.key: reason for each in found})


def kinds_told(user: User) -> set[str]:
    """Give the kinds of what somebody was told."""
    return set(Notice.objects.filter(recipient=user).values_list("kind", flat=True))
