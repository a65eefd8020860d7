"""The app of promises."""

from django.apps import AppConfig


class FollowupConfig(AppConfig):
    """Actions with an owner and a due date."""

    name = "followup"

    def ready(self) -> None:
        """Tell the room of the check which text is here."""
        from followup import texts

        texts.register()
