"""Reads a covenant from a file: `manage.py import_covenant FILE [--open 7.2c,15.2]`. For whoever holds the text.

It prints what it counted, so that a person can compare with the paper; it never prints the text itself.
"""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from pages.actions import CovenantRefused, ImportedCovenant, import_covenant
from pages.actions.covenants import refusal
from pages.covenant.differences import Change, Difference
from pages.covenant.errors import NotACovenant
from pages.covenant.lines import decode
from pages.covenant.tree import Covenant, Openness

SIGNS = {Change.ADDED: "+", Change.REMOVED: "-", Change.CHANGED: "~"}
SHOWN = 100  # Letters of a changed text: enough to see what happened, on one line.


class Command(BaseCommand):
    help = "Read a covenant from a text file into a page; its parties become partners."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="the text of the covenant, UTF-8")
        parser.add_argument("--open", dest="open_places", help="places still to be filled in, such as 7.2c,15.2")
        parser.add_argument("--name", help="what the page is called; otherwise what the text calls itself")

    def handle(self, *args: Any, **options: Any) -> None:
        path: Path = options["file"]
        places = options["open_places"]
        try:
            result = import_covenant(
                by=None,
                text=decode(path.read_bytes()),
                open_places=None if places is None else [place for place in places.split(",") if place.strip()],
                name=options["name"],
                source=path.name,
            )
        except NotACovenant as error:
            raise CommandError(f"{path.name}: {refusal(error)}") from None
        except CovenantRefused as error:
            raise CommandError(f"{path.name}: {error.message}") from None
        except OSError as error:
            raise CommandError(f"{path.name}: {error.strerror}") from None
        self.report(result)

    def report(self, result: ImportedCovenant) -> None:
        for line in (*_counts(result.covenant), *_outcome(result), *map(_difference, result.differences)):
            self.stdout.write(line)


def _counts(covenant: Covenant) -> list[str]:
    marked = {
        kind: ", ".join(clause.place for clause in covenant.clauses() if clause.openness is kind) or _("none")
        for kind in (Openness.OPEN, Openness.POSSIBLY)
    }
    return [
        covenant.cited_as or covenant.title,
        _("Parties: 1 host and %(count)s key partners") % {"count": len(covenant.parties)},
        _("Considerations: %(count)s, with %(points)s points under them")
        % {
            "count": len(covenant.considerations),
            "points": sum(len(consideration.points) for consideration in covenant.considerations),
        },
        _("Articles: %(count)s under %(headings)s headings")
        % {"count": len(covenant.articles), "headings": len(covenant.headings)},
        _("Numbered paragraphs: %(count)s; lettered parts: %(parts)s")
        % {"count": len(covenant.paragraphs), "parts": len(covenant.parts)},
        _("Holds from %(start)s until %(end)s")
        % {"start": date_format(covenant.valid_from, "j F Y"), "end": date_format(covenant.valid_until, "j F Y")}
        if covenant.valid_from and covenant.valid_until
        else _("The text does not say from when until when it holds."),
        _("Still to be filled in: %(places)s") % {"places": marked[Openness.OPEN]},
        _("Possibly open, for an editor to settle: %(places)s") % {"places": marked[Openness.POSSIBLY]},
    ]


def _outcome(result: ImportedCovenant) -> list[str]:
    partners = _("New partners: %(count)s") % {"count": len(result.new_partners)}
    if result.created:
        return [partners, _("Published at %(address)s") % {"address": result.page.url}]
    if not result.differences:
        return [partners, _("There are no differences with the covenant that is here already; nothing was changed.")]
    return [
        partners,
        _("This covenant is here already. A draft was made with %(count)s differences; an editor can publish it:")
        % {"count": len(result.differences)},
    ]


def _difference(difference: Difference) -> str:
    texts = [_short(text) for text in (difference.before, difference.after) if text]
    return f"{SIGNS[difference.change]} {difference.address}: {' → '.join(texts)}"


def _short(text: str) -> str:
    return text if len(text) <= SHOWN else f"{text[:SHOWN].rstrip()}…"
