"""Invites somebody from the server: how the first coordinator of a new network comes in."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.core.validators import validate_email
from django.forms import ValidationError

from accounts import actions
from accounts.errors import SpilError
from accounts.models import Invitation, Partner


class Command(BaseCommand):
    """Mail an invitation."""

    help = "Mail somebody an invitation: manage.py invite EMAIL --partner 'Gemeente Asten'"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email")
        parser.add_argument("--partner", help="the exact name of the partner they work for")

    def handle(self, *args: Any, **options: Any) -> None:
        partner = Partner.objects.filter(name=options["partner"]).first() if options["partner"] else None
        if options["partner"] and partner is None:
            raise CommandError(f"There is no partner named {options['partner']!r}.")
        try:
            validate_email(options["email"])
            for earlier in Invitation.objects.filter(email__iexact=options["email"], used_at__isnull=True):
                # A mail that went astray is why somebody runs this twice.
                actions.withdraw_invitation(by=None, invitation=earlier)
            actions.invite(by=None, email=options["email"], partner=partner)
        except ValidationError as refused:
            raise CommandError(refused.messages[0]) from refused
        except SpilError as refused:
            raise CommandError(str(refused.message)) from refused
        self.stdout.write("The invitation is on its way.")
