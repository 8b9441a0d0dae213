"""Whether the files in docs/_data have the shape that the build needs.

Answers: what did data.py meet when it read them? One function for each fault; what a field takes is
schema.py's and value.py's.
"""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.data.reader import (
    BAD_ADDRESS,
    BAD_DATE,
    BAD_NUMBER,
    DUPLICATE,
    MISSING,
    UNKNOWN,
    UNREADABLE,
    WRONG_TYPE,
)
from knowledge.finding import Finding
from knowledge.site.site import Site


def unreadable_data(site: Site) -> Iterator[Finding]:
    """DA001: a data file that is not plain YAML."""
    return _with_code(site, UNREADABLE)


def missing_fields(site: Site) -> Iterator[Finding]:
    """DA002: a field, or its text in a language, that is missing or empty."""
    return _with_code(site, MISSING)


def wrong_types(site: Site) -> Iterator[Finding]:
    """DA003: a value of another kind than its field takes."""
    return _with_code(site, WRONG_TYPE)


def duplicates(site: Site) -> Iterator[Finding]:
    """DA004: an id or a field that stands twice."""
    return _with_code(site, DUPLICATE)


def bad_dates(site: Site) -> Iterator[Finding]:
    """DA005: a date that does not exist or has not come yet."""
    return _with_code(site, BAD_DATE)


def bad_numbers(site: Site) -> Iterator[Finding]:
    """DA006: a telephone number that can be neither dialled by a link nor typed."""
    return _with_code(site, BAD_NUMBER)


def unknown_fields(site: Site) -> Iterator[Finding]:
    """DA007: a field or a language that does not exist."""
    return _with_code(site, UNKNOWN)


def bad_addresses(site: Site) -> Iterator[Finding]:
    """DA008: an address that is not https."""
    return _with_code(site, BAD_ADDRESS)


def _with_code(site: Site, code: str) -> Iterator[Finding]:
    """The findings that data.py met with this code when it read the files."""
    return (finding for finding in site.data.findings if finding.code == code)
