"""The app of the check and of the privacy protocol."""

from django.apps import AppConfig
from django.core.checks import Tags, register


class PrivacyConfig(AppConfig):
    """Text in, findings out; who accepted the protocol."""

    name = "privacy"

    def ready(self) -> None:
        """Let `manage.py check` refuse models that keep a second copy of checked text."""
        from privacy.system_checks import no_second_copy  # It needs the models, which are there only now.

        register(no_second_copy, Tags.models)
