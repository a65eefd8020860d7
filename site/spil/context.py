"""What every page knows: whether a member is looking, and the network's name. It asks the database for nothing more."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest


def network(request: HttpRequest) -> dict[str, Any]:
    """Give the base template its few variables."""
    return {
        "network_name": settings.NETWORK_NAME,
        "is_member": getattr(request, "spil_member", False),
        "demo_mode": settings.DEMO_MODE,
    }
