"""System checks: serve operators; a bad combination of settings is told with a hint before anything starts."""

import re
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, register
from django.core.checks import Warning as Caution


@register()
def hosts_are_named(**_kwargs: Any) -> list[CheckMessage]:
    """Production must know under which names it is reached, or every request and socket is refused."""
    if settings.MODE != "production" or settings.HOSTS:
        return []
    return [Error("Spil does not know its host name.", hint="Set SPIL_HOSTS=spil.example.nl", id="spil.E001")]


@register()
def sockets_have_a_layer(**_kwargs: Any) -> list[CheckMessage]:
    """PostgreSQL means more than one process may run; sockets then need Redis to hear each other."""
    if not settings.USES_POSTGRESQL or settings.REDIS_URL or settings.MODE == "test":
        return []
    hint = "Set SPIL_REDIS_URL, or run one process only: notices of other processes arrive after a reload."
    return [Caution("Spil runs on PostgreSQL without Redis.", hint=hint, id="spil.W001")]


@register()
def mail_is_sent(**_kwargs: Any) -> list[CheckMessage]:
    """Invitations go by mail; in production a folder of files helps nobody."""
    if settings.MODE != "production" or settings.MAIL_SERVER:
        return []
    return [
        Error("Spil cannot send mail.", hint="Set SPIL_EMAIL_URL=smtp+tls://user:password@host:587", id="spil.E002")
    ]


@register()
def origins_are_whole(**_kwargs: Any) -> list[CheckMessage]:
    """Sockets compare the page's origin letter by letter with these, so they must be as browsers write them."""
    wrong = [origin for origin in settings.ORIGINS if not re.fullmatch(r"https?://[a-z0-9.\-\[\]:]+", origin)]
    if not wrong:
        return []
    hint = "Write scheme and host in lower case, a port only when it is not the usual one, and no slash at the end."
    return [Error(f"This is not the origin of a page: {wrong[0]}", hint=hint, id="spil.E003")]
