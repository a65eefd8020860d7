"""The one application: pages, sockets and the server's life. Started by `manage.py serve`."""

import os

from channels.routing import ProtocolTypeRouter
from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "spil.settings")
# Before anything that has models.
http_application = get_asgi_application()

from django.conf import settings  # noqa: E402

from spil.body_limit import body_limit  # noqa: E402
from spil.lifespan import lifespan  # noqa: E402
from spil.sockets import websocket_application  # noqa: E402

application = ProtocolTypeRouter(
    {
        "http": body_limit(http_application, settings.FILE_UPLOAD_MAX_MEMORY_SIZE),
        "websocket": websocket_application,
        "lifespan": lifespan,
    }
)
