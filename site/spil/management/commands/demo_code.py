"""Prints the six digits of this moment for a demo person, so that nobody needs a phone to look around."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from accounts.models import Authenticator


class Command(BaseCommand):
    """Print a code; for demo people, in the demo, and for nobody else."""

    help = "Print the current code of a demo person: manage.py demo_code coordinator@spil.example"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email")

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO_MODE:
            raise CommandError("There are codes to print in the demo only: SPIL_MODE=demo.")
        device = Authenticator.objects.filter(user__email=options["email"].strip().lower(), user__is_demo=True).first()
        if device is None:
            raise CommandError(f"There is no demo person {options['email']}. `make run` prints who there are.")
        self.stdout.write(device.unspent_code())
