"""Starts the server: `manage.py serve`. It refuses combinations that would lose notices or lock the database."""

from typing import Any

import uvicorn
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

PING_SECONDS = 12
GRACE_SECONDS = 5  # Open sockets would hold a stop for ever.


class Command(BaseCommand):
    """Serve pages and sockets with uvicorn."""

    help = "Start Spil. The demo listens on this machine only."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--processes", type=int, default=1)

    def handle(self, *args: Any, **options: Any) -> None:
        if settings.MODE == "test":
            raise CommandError("The tests' settings hold invented secrets: nothing is served with them.")
        if options["processes"] > 1 and not (settings.USES_POSTGRESQL and settings.REDIS_URL):
            raise CommandError(
                "More than one process needs PostgreSQL and Redis. Set SPIL_DATABASE_URL and SPIL_REDIS_URL, "
                "or start one process."
            )
        if settings.DEMO_MODE and options["host"] not in {"127.0.0.1", "::1", "localhost"}:
            raise CommandError("The demo has published passwords, so it listens on this machine only: --host 127.0.0.1")
        uvicorn.run(
            "spil.asgi:application",
            host=options["host"],
            # One place for the port: the sockets' door compares it with their origin.
            port=settings.PORT,
            workers=options["processes"],
            access_log=False,  # It would hold paths with what people typed (security.md, trap 15).
            log_config=None,  # Spil's own (settings.LOGGING), which cuts queries and leaves out what an error quotes.
            log_level="warning" if settings.INVENTED else "info",
            timeout_graceful_shutdown=GRACE_SECONDS,
            ws_max_size=64 * 1024,
            # A page whose machine fell asleep or off is gone within these two together.
            ws_ping_interval=PING_SECONDS,
            ws_ping_timeout=PING_SECONDS,
            proxy_headers=settings.SECURE_PROXY_SSL_HEADER is not None,
            server_header=False,
        )
