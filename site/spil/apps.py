"""The roof's app; its `checks` guard combinations of settings that cannot work together."""

from django.apps import AppConfig


class SpilConfig(AppConfig):
    """Register the system checks when Django is ready."""

    name = "spil"

    def ready(self) -> None:
        """Load what registers itself."""
        from spil import checks  # noqa: F401  (registers on import)
