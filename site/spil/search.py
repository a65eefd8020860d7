"""Composes one search over everything somebody may see. Each room looks in its own, with its own rule; none is known here.

What is typed may be about a resident: it comes by POST, is shown back to who typed it, and is never stored or logged.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest
from django.template.defaultfilters import capfirst
from django.utils.translation import gettext as _

from accounts.models import User
from audit.log import record
from cases.access import cases_of
from meetings.queries import items_with
from pages.queries import partner_pages_with, passages_with
from spil.templatetags.spil_ui import day

SHOWN = 10  # Of each kind; whoever gets more adds a word.
LINE = 160  # How much of a passage stands under its place.


@dataclass(frozen=True, slots=True)
class Hit:
    """Something that was found: what it is called, one line of why, and where it is."""

    what: str
    why: str
    url: str
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """What was found in one room; `total` counts all of it, also what is not shown."""

    slug: str
    title: str
    hits: Sequence[Hit]
    total: int

    @property
    def more(self) -> int:
        """How many are found and not shown."""
        return self.total - len(self.hits)


def search(request: HttpRequest, user: User, text: str) -> list[Group]:
    """Give what `user` may see that holds every word of `text`, room by room, what is theirs first; empty rooms stay out.

    It costs the same number of queries whatever is found. The log tells that somebody searched, never for what.
    """
    record(action="search.made", actor=user, object_type="search")
    groups = (_cases(user, text), _meetings(user, text), _partners(request, text), _covenant(request, text))
    return [group for group in groups if group.total]


def _cases(user: User, text: str) -> Group:
    found = cases_of(user).search(text)
    hits = [
        Hit(case.question, f"{case.number}, {case.partner.name}", case.get_absolute_url())
        for case in found.for_list()[:SHOWN]
    ]
    return Group("cases", _("My cases"), hits, found.count())


def _meetings(user: User, text: str) -> Group:
    found = items_with(user, text)
    hits = [
        Hit(
            item.title,
            f"{capfirst(item.meeting.get_kind_display())}, {day(item.meeting.starts_at)}",
            item.get_absolute_url(),
        )
        for item in found[:SHOWN]
    ]
    return Group("meetings", _("Meetings"), hits, found.count())


def _partners(request: HttpRequest, text: str) -> Group:
    found = partner_pages_with(text)
    hits = [Hit(page.title, page.summary, page.get_url(request) or "", "nl") for page in found[:SHOWN]]
    return Group("partners", _("Partners"), hits, found.count())


def _covenant(request: HttpRequest, text: str) -> Group:
    found = passages_with(request, text)
    hits = [
        Hit(
            _("Article %(place)s: %(title)s") % {"place": each.place, "title": each.title},
            _cut(each.text),
            each.url,
            "nl",
        )
        for each in found[:SHOWN]
    ]
    return Group("covenant", _("Covenant"), hits, len(found))


def _cut(text: str) -> str:
    return text if len(text) <= LINE else text[:LINE].rsplit(" ", 1)[0] + " …"
