"""The app of cases."""

from django.apps import AppConfig


class CasesConfig(AppConfig):
    """One question, its circle, and the contributions to it."""

    name = "cases"

    def ready(self) -> None:
        """Tell the room of the check which texts are here."""
        from cases import texts

        texts.register()
