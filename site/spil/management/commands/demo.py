"""Starts the demo with one command: database, demo network, table of people, server. What `make run` calls."""

import sys
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser

from accounts.models import Authenticator, User
from spil.demo.people import PASSWORD, address

# Who a newcomer signs in as, and as what.
CAST = {
    "coordinator": "coordinator",
    "wmo": "core team (Wmo)",
    "thuiszorg": "fixed ring, contact point",
    "huisarts": "fixed ring, contact point",
    "welzijn": "fixed ring, contact point",
    "politie": "core team (Veiligheid)",
    "wonen": "fixed ring, contact point",
    "lars.driessen": "fixed ring, no contact point",
    "bo.clement": "flexible ring",
    "redacteur": "editor",
    "fg": "privacy officer",
}


class Dots:
    """Turns a migration's many lines into a row of dots, so that waiting can be seen."""

    def write(self, text: str) -> None:
        """Write a dot for each migration that is done."""
        if "OK" in text:
            sys.stdout.write(".")
            sys.stdout.flush()

    def flush(self) -> None:
        """Do as streams do."""


class Command(BaseCommand):
    """Prepare what is missing, tell who there are, and serve."""

    help = "Start the demo on this machine."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--no-serve", action="store_true", help="prepare and print only")

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO_MODE:
            raise CommandError("The demo starts in demo mode only: SPIL_MODE=demo.")
        self.say("Preparing the database ", end="")
        call_command("migrate", interactive=False, stdout=Dots())
        self.say(" ready.")
        call_command("prepare", stdout=self.stdout)
        call_command("demo_load", stdout=self.stdout)
        self.tell_who()
        if not options["no_serve"]:
            call_command("serve")

    def say(self, words: str, end: str = "\n") -> None:
        """Print at once, also when the output goes to a file."""
        self.stdout.write(words, ending=end)
        self.stdout.flush()

    def tell_who(self) -> None:
        """Print the table of demo people."""
        devices = Authenticator.objects.filter(user__is_demo=True).select_related("user")
        secrets = {device.user.email: device.secret_text for device in devices}
        self.say(f"\n{'Role':<30}{'E-mail':<28}{'Password':<25}Authenticator secret")
        for name, role in CAST.items():
            self.say(f"{role:<30}{address(name):<28}{PASSWORD:<25}{secrets.get(address(name), '?')}")
        others = User.objects.filter(is_demo=True).count() - len(CAST)
        self.say(f"\n{others} more people have the same password; the directory shows them.")
        self.say(f"Code of this moment: .venv/bin/python manage.py demo_code {address('thuiszorg')}")
        self.say(f"Mail that the demo sends: {settings.VAR_DIR / 'mail'}")
        self.say(f"\nSpil answers on http://localhost:{settings.PORT} (stop with Ctrl+C)\n")
