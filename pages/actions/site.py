"""Sets up the tree of pages and the rights of editors. For the first start; safe to run at every start.

What an editor has changed since is never touched.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.db import transaction
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Locale, Page, Site, WorkflowPage

from accounts.models import Role, User
from pages.models import CovenantIndexPage, HomePage, PartnerIndexPage, ProtocolPage, SpilPage

START_TEXTS = Path(__file__).parent.parent / "start_texts.toml"
EDITOR_ROLES = (Role.EDITOR, Role.COORDINATOR)
# What the groups of a fresh Wagtail are called; nobody is in them, and they would be a second way to rights.
WAGTAILS_OWN_GROUPS = ("Editors", "Moderators")
PAGE_RIGHTS = ("add_page", "change_page", "publish_page")
FILE_RIGHTS = (
    ("wagtailimages", ("add_image", "change_image", "choose_image")),
    ("wagtaildocs", ("add_document", "change_document", "choose_document")),
)

SomePage = TypeVar("SomePage", bound=SpilPage)


@transaction.atomic
def prepare_site() -> HomePage:
    """Makes what is missing of the site: language, front page and its children, and the editors' rights."""
    Locale.objects.get_or_create(language_code=settings.LANGUAGE_CODE)
    texts = tomllib.loads(START_TEXTS.read_text(encoding="utf-8"))
    home = HomePage.objects.first() or _make_home(HomePage(**texts["home"]))
    for kind, name in ((PartnerIndexPage, "partners"), (CovenantIndexPage, "covenant"), (ProtocolPage, "protocol")):
        if not kind.objects.exists():
            add_published(home, kind(**texts[name]))
    _allow_editors(home)
    return home


def add_published(parent: Page, page: SomePage, *, by: User | None = None) -> SomePage:
    """Puts a page under its parent and publishes it as an editor would, with a revision and Wagtail's own signal.

    The log line comes from the signal (pages/receivers.py).
    """
    page.live, page.owner = False, by
    parent.add_child(instance=page)
    page.save_revision(user=by).publish(user=by)
    page.refresh_from_db()
    return page


def _make_home(home: HomePage) -> HomePage:
    """The front page becomes the root of the site, instead of Wagtail's own page of welcome."""
    welcome = Page.objects.filter(depth=2)
    for page in welcome:
        # Its place in the tree and its address are free before ours comes.
        page.slug = f"{page.slug}-old"
        page.save(update_fields=["slug"])
    add_published(Page.get_first_root_node(), home)
    address = urlsplit(settings.BASE_URL)
    Site.objects.update_or_create(
        is_default_site=True,
        defaults={
            "hostname": address.hostname or "localhost",
            "port": address.port or (443 if address.scheme == "https" else 80),
            "root_page": home,
            "site_name": settings.WAGTAIL_SITE_NAME,
        },
    )
    for page in welcome.exclude(pk=home.pk):
        page.delete()
    # Wagtail begins with a round of approval by its own moderators; here an editor answers for what is published.
    WorkflowPage.objects.filter(page=Page.get_first_root_node()).delete()
    home.refresh_from_db()
    return home


def _allow_editors(home: HomePage) -> None:
    """Editors and coordinators may open the editing environment and change what is in it; nobody else may."""
    Group.objects.filter(name__in=WAGTAILS_OWN_GROUPS, user__isnull=True).delete()
    files = Collection.get_first_root_node()
    for role in EDITOR_ROLES:
        group, _made = Group.objects.get_or_create(name=role.value)
        group.permissions.add(Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin"))
        for right in Permission.objects.filter(content_type__app_label="wagtailcore", codename__in=PAGE_RIGHTS):
            GroupPagePermission.objects.get_or_create(group=group, page=home, permission=right)
        for app, rights in FILE_RIGHTS:
            for right in Permission.objects.filter(content_type__app_label=app, codename__in=rights):
                GroupCollectionPermission.objects.get_or_create(group=group, collection=files, permission=right)
