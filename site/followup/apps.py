"""The app of promises."""

from django.apps import AppConfig


class FollowupConfig(AppConfig):
    """Actions with an owner and a due date."""

    name = "followup"
