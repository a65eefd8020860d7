"""Resets the second key of a coordinator from the server: for the only one, who has nobody to ask."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from accounts import actions
from accounts.errors import SpilError
from accounts.models import User


class Command(BaseCommand):
    """Remove the second keys of a coordinator; it is written in the log, without an acting person, and they are mailed."""

    help = "Let a coordinator who lost their phone set up a second key anew: manage.py reset_factor EMAIL"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email")

    def handle(self, *args: Any, **options: Any) -> None:
        user = User.objects.filter(email__iexact=options["email"].strip()).first()
        if user is None:
            raise CommandError(f"Nobody has an account with the address {options['email']}.")
        try:
            actions.reset_from_server(user=user)
        except SpilError as refused:
            raise CommandError(refused.message) from refused
        self.stdout.write(f"{user.name} sets up a new second key at the next sign-in. The password stays.")
