"""Listens to what is published in Wagtail's own screens, and calls the action that belongs to it.

For privacy, which must know the protocol in force, and for the log. It decides nothing.
"""

from typing import Any

from wagtail.models import Page, Revision
from wagtail.signals import page_published, page_unpublished

from audit.log import record
from pages.models import ProtocolPage
from privacy.actions import put_in_force


def connect() -> None:
    """Called once, when the app is ready."""
    page_published.connect(protocol_published, sender=ProtocolPage, dispatch_uid="pages.protocol_published")
    page_published.connect(log_published, dispatch_uid="pages.log_published")
    page_unpublished.connect(log_unpublished, dispatch_uid="pages.log_unpublished")


def protocol_published(*, instance: ProtocolPage, revision: Revision | None = None, **_kwargs: Any) -> None:
    """A published protocol is in force at once; privacy asks everybody to accept it if it is new."""
    put_in_force(label=instance.version_label, digest=instance.digest, by=revision.user if revision else None)


def log_published(*, instance: Page, revision: Revision | None = None, **_kwargs: Any) -> None:
    record(
        action="page.publish",
        actor=revision.user if revision else None,
        object_type="page",
        object_id=str(instance.pk),
    )


def log_unpublished(*, instance: Page, **_kwargs: Any) -> None:
    record(action="page.unpublish", object_type="page", object_id=str(instance.pk))
