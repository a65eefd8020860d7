"""Keeps the Dutch catalogue complete: `manage.py messages`, and `--check` for the tests' sake."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from spil import catalogue


class Command(BaseCommand):
    """Collect, compile, and tell what is not translated."""

    help = "Bring the catalogue up to date with the code and compile it."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--check", action="store_true", help="change nothing; fail when something is missing")

    def handle(self, *args: Any, **options: Any) -> None:
        updated = catalogue.update()
        if not options["check"]:
            catalogue.write(updated)
        catalogue.compile_all()
        lacking = catalogue.missing(updated)
        for message in lacking:
            self.stderr.write(f"Not translated: {message}")
        if lacking and options["check"]:
            raise CommandError(f"{len(lacking)} messages have no Dutch. Run: make messages")
        self.stdout.write(f"{len(updated)} messages, {len(lacking)} without Dutch.")
