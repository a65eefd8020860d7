"""The inbox's app."""

from django.apps import AppConfig


class NotificationsConfig(AppConfig):
    """Notices, bell, socket."""

    name = "notifications"
