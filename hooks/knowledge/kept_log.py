"""What is logged in one process, kept to be said in another.

Answers: what was logged, in a form that can be handed over? Where it is said again, the handlers
and filters of that place hold.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable


class KeptLog(logging.Handler):
    """Keeps what is logged."""

    def __init__(self) -> None:
        super().__init__()
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a record as text: what it was made of may be unfit to be handed over."""
        try:
            text = record.getMessage()
        except (TypeError, ValueError):  # as with other handlers, that is said and ends nothing
            self.handleError(record)
            text = str(record.msg)
        if record.exc_info:
            record.exc_text = logging.Formatter().formatException(record.exc_info)
        record.msg, record.args, record.exc_info = text, None, None
        self.records.append(record)


def say(records: Iterable[logging.LogRecord]) -> None:
    """Log records as if they came from here."""
    for record in records:
        logging.getLogger(record.name).handle(record)
