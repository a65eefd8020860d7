"""Loads the demo network: `manage.py demo_load`. Once; a second time changes nothing."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from accounts.models import User
from spil.demo.people import load_people
from spil.demo.story import load_covenant, load_story


class Command(BaseCommand):
    """Load partners, people, covenant and story."""

    help = "Load the demo network into an empty database. The demo only."

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.INVENTED:
            raise CommandError("Demo people have published passwords: they are loaded in the demo only.")
        if User.objects.filter(is_demo=True).exists():
            self.stdout.write("The demo network is here already.")
            return
        with transaction.atomic():
            for words, step in (
                ("partners and people", load_people),
                ("the covenant", load_covenant),
                ("the story", load_story),
            ):
                self.stdout.write(f"Loading {words} ...")
                self.stdout.flush()
                step()
