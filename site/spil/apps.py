"""The roof's app: guards combinations of settings that cannot work together, and Wagtail's scripts."""

from django.apps import AppConfig


class SpilConfig(AppConfig):
    """What must be there before the first request."""

    name = "spil"

    def ready(self) -> None:
        """Load what registers itself."""
        from spil import brand, checks, wagtail_csp  # noqa: F401  (checks register on import)

        wagtail_csp.install()
