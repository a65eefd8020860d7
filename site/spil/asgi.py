"""The one application: pages, sockets and the server's life. Started by `manage.py serve`."""

import os

from channels.routing import ProtocolTypeRouter
from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "spil.settings")
# Before anything that has models.
http_application = get_asgi_application()

from spil.lifespan import lifespan  # noqa: E402
from spil.sockets import websocket_application  # noqa: E402

application = ProtocolTypeRouter({"http": http_application, "websocket": websocket_application, "lifespan": lifespan})
