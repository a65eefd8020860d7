"""Finds every message in Spil's code and templates, for the Dutch catalogue and the test that it is complete.

Babel reads Python; Django's own `templatize` turns a template into something Babel can read. So no gettext tools are
needed on the machine.
"""

import datetime as dt
import io
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation.reloader import translation_file_changed
from django.utils.translation.template import templatize

ROOMS = ("site", "pages", "cases", "meetings", "privacy")
# A fixed date in the heading, so that the file changes only when a message does.
MADE = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
KEYWORDS = {
    name: spec
    for base, spec in {
        "gettext": None,
        "ngettext": (1, 2),
        "pgettext": ((1, "c"), 2),
        "npgettext": ((1, "c"), 2, 3),
    }.items()
    for name in (base, f"{base}_lazy", f"{base}_noop")
} | {"_": None}
Message = str | tuple[str, str]


def catalogue_path(language: str = "nl") -> Path:
    """Give where the catalogue of `language` lies."""
    return Path(settings.LOCALE_PATHS[0]) / language / "LC_MESSAGES" / "django.po"


def sources() -> Iterator[Path]:
    """Give every file that may hold messages."""
    for room in ROOMS:
        for path in sorted((settings.BASE_DIR / room).rglob("*")):
            if path.suffix in {".py", ".html", ".txt"} and "migrations" not in path.parts:
                yield path


def messages() -> dict[Message, str | None]:
    """Give every message in the code, with its context; a plural is a pair."""
    found: dict[Message, str | None] = {}
    for path in sources():
        text = path.read_text(encoding="utf-8")
        if path.suffix != ".py":
            # What is no message becomes rows of X; indented as the template was, they would not be Python.
            text = "\n".join(line.strip() for line in templatize(text).splitlines())
        for _line, message, _comments, context in extract("python", io.BytesIO(text.encode()), keywords=KEYWORDS):
            key: Message = (message[0], message[1]) if isinstance(message, tuple) else message
            found[key] = context
    return found


def blank(language: str) -> Catalog:
    """Give an empty catalogue with Spil's heading."""
    return Catalog(
        locale=language,
        project="Spil",
        version="0",
        header_comment="# Spil's words. `make messages` collects them from the code; the translations are written here.",
        msgid_bugs_address="-",
        last_translator="Spil",
        language_team="Spil",
        creation_date=MADE,
        revision_date=MADE,
        fuzzy=False,
    )


def read(language: str = "nl") -> Catalog:
    """Read the catalogue of `language`, or an empty one."""
    path = catalogue_path(language)
    if not path.exists():
        return blank(language)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def update(language: str = "nl") -> Catalog:
    """Bring the catalogue up to date with the code: new messages empty, gone ones out. Gives it back unwritten."""
    old, new = read(language), blank(language)
    for message, context in messages().items():
        known = old.get(message, context)
        new.add(message, string=known.string if known else None, context=context)
    return new


def missing(catalogue: Catalog) -> list[str]:
    """Give the messages without a complete translation."""
    lacking = []
    for message in catalogue:
        strings = message.string if isinstance(message.string, tuple | list) else (message.string,)
        if message.id and (message.fuzzy or not all(strings)):
            lacking.append(str(message.id))
    return lacking


def write(catalogue: Catalog, language: str = "nl") -> None:
    """Write the catalogue, sorted and without places, so that a change shows only what changed."""
    path = catalogue_path(language)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(
            file, catalogue, sort_output=True, no_location=True, omit_header=False, ignore_obsolete=True, width=110
        )


def compile_all() -> None:
    """Compile each catalogue that is newer than its compiled form; the compiled form is not kept in the repository."""
    for path in Path(settings.LOCALE_PATHS[0]).rglob("*.po"):
        compiled = path.with_suffix(".mo")
        if compiled.exists() and compiled.stat().st_mtime >= path.stat().st_mtime:
            continue
        with path.open("rb") as source, compiled.open("wb") as target:
            write_mo(target, read_po(source, locale=path.parent.parent.name))
        # Who compiles may be the process that serves, as in the demo: it forgets what it read before there was this one.
        translation_file_changed(None, compiled)
