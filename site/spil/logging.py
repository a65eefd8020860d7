"""Keeps the server's log free of what people type: serves operators; a log line must never hold a query or a token."""

import logging
import re

QUERY = re.compile(r"\?[^\s\"']*")


class NoQuery(logging.Filter):
    """Cut the query from every path in a message, and encode control characters so that one event stays one line."""

    def filter(self, record: logging.LogRecord) -> bool:
        message = QUERY.sub("", record.getMessage())
        record.msg = message.replace("\r", "\\r").replace("\n", "\\n")
        record.args = ()
        return True
