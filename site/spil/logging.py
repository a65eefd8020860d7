"""Keeps the server's log free of what people type: serves operators; a log line must never hold a query or a token."""

import logging
import re
import traceback
from typing import Any

QUERY = re.compile(r"\?[^\s\"']*")
CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


class NoQuery(logging.Filter):
    """Cut the query from every path in a message, and encode control characters so that one event stays one line."""

    def filter(self, record: logging.LogRecord) -> bool:
        message = QUERY.sub("", record.getMessage())
        record.msg = CONTROL.sub(lambda sign: sign[0].encode("unicode_escape").decode(), message)
        record.args = ()
        return True


class Plain(logging.Formatter):
    """Tell where something failed and as what, never with which words: a database quotes the row it refuses."""

    def formatException(self, ei: Any) -> str:  # noqa: N802  (logging's own name)
        """Give the names of the error and of what caused it, each with the places it passed."""
        error, causes = ei[1], []
        while error is not None:
            passed = traceback.extract_tb(error.__traceback__)
            places = [f"  {place.filename}:{place.lineno} {place.name}" for place in passed]
            causes.append("\n".join([type(error).__name__, *places]))
            error = error.__cause__ or error.__context__
        return "\nbecause of ".join(causes)
