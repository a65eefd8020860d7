"""What changes people themselves: the language they chose, and the demo's people. Invited people make their own account."""

from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.errors import NotPossible
from accounts.models import Authenticator, Partner, User


def change_language(*, by: User, language: str) -> None:
    """Remember the language somebody chose. Raises NotPossible for one that Spil does not speak."""
    if language not in dict(settings.LANGUAGES):
        raise NotPossible(_("Spil does not speak this language."))
    by.language = language
    by.save(update_fields=["language"])


@transaction.atomic
def add_demo_person(*, email: str, password: str, secret: bytes, partner: Partner | None, **fields: Any) -> User:
    """Make a demo person with a published password and authenticator secret; sign-in refuses them outside the demo.

    Safe to run twice: a person who is there already is left as they are.
    """
    if not settings.INVENTED:
        raise NotPossible(_("Demo people exist in the demo only."))
    found = User.objects.filter(email=email).first()
    if found:
        return found
    user = User.objects.create_user(email, password, partner=partner, is_demo=True, **fields)
    Authenticator.unsaved(user, secret, name="demo").save()
    return user
