"""Writes who may do what to docs/who-may-what.md: `manage.py matrix --write`; without it, shows it. For developers."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from spil import who_may_what


class Command(BaseCommand):
    """Show or write the matrix."""

    help = "Show who may do what, or write it to docs/who-may-what.md."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--write", action="store_true", help="write docs/who-may-what.md")

    def handle(self, *args: Any, **options: Any) -> None:
        text = who_may_what.document()
        if options["write"]:
            who_may_what.DOCUMENT.write_text(text, encoding="utf-8")
        else:
            self.stdout.write(text)
