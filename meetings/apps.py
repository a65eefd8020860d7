"""The app of meetings."""

from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    """Meetings, their agendas and what came out of them."""

    name = "meetings"

    def ready(self) -> None:
        """Tell the list of promises which of this room's addresses somebody may open, and the check of its texts."""
        from followup import places
        from meetings import texts
        from meetings.access import openable

        places.register(openable)
        texts.register()
