"""Makes a fresh installation usable: `manage.py prepare`, after `migrate`. Safe to run at every start."""

from typing import Any

from django.core.management.base import BaseCommand

from accounts.actions import prepare_network
from pages.actions import prepare_site
from spil.catalogue import compile_all


class Command(BaseCommand):
    """Make the reference data, the first pages and the compiled catalogues."""

    help = "Make what every network starts from. Changes nothing that is there."

    def handle(self, *args: Any, **options: Any) -> None:
        compile_all()
        prepare_network()
        prepare_site()
        self.stdout.write("Ready: subnetworks, topics, roles, pages and catalogues.")
