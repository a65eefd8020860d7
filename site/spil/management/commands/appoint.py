"""Gives a person a role from the server: how a new network gets its first coordinator."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from accounts import actions
from accounts.models import Role, User


class Command(BaseCommand):
    """Grant a role; it is written in the log, without an acting person."""

    help = "Give somebody a role: manage.py appoint EMAIL coordinator"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email")
        parser.add_argument("role", choices=[role.value for role in Role])

    def handle(self, *args: Any, **options: Any) -> None:
        user = User.objects.filter(email__iexact=options["email"]).first()
        if user is None:
            raise CommandError(f"Nobody has an account with the address {options['email']}. Invite them first.")
        actions.grant_role(by=None, user=user, role=Role(options["role"]))
        self.stdout.write(f"{user.name} is {options['role']} now.")
