"""Whether the bytes of a source are plain UTF-8 text with LF line ends.

Answers: can everyone's editor, and the build, read this file? One function for each fault.
"""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.finding import Finding
from knowledge.site.site import Site


def not_utf8(site: Site) -> Iterator[Finding]:
    """SR001: bytes that are no UTF-8."""
    for source in site.sources.values():
        try:
            source.content.decode("utf-8")
        except UnicodeDecodeError as error:
            yield Finding(
                source.path,
                _line_at(source.content, error.start),
                "SR001",
                f"the byte 0x{source.content[error.start]:02x} here is not UTF-8",
                "Save the file as UTF-8",
            )


def byte_order_marks(site: Site) -> Iterator[Finding]:
    """SR002: an invisible mark before the first character."""
    for source in site.sources.values():
        if source.content.startswith(b"\xef\xbb\xbf"):
            yield Finding(
                source.path,
                1,
                "SR002",
                "an invisible byte order mark (BOM) stands before the first character",
                "Save the file as UTF-8 without BOM",
            )


def carriage_returns(site: Site) -> Iterator[Finding]:
    """SR003: line ends other than LF."""
    for source in site.sources.values():
        if b"\r" in source.content:
            ends = source.content.count(b"\r")
            yield Finding(
                source.path,
                _line_at(source.content, source.content.index(b"\r")),
                "SR003",
                f"the line ends with a carriage return (CR), as do {ends} in this file"
                if ends > 1
                else "the line ends with a carriage return (CR)",
                "Save the file with LF line ends",
            )


def nul_bytes(site: Site) -> Iterator[Finding]:
    """SR004: a NUL byte."""
    for source in site.sources.values():
        if b"\0" in source.content:
            yield Finding(
                source.path,
                _line_at(source.content, source.content.index(b"\0")),
                "SR004",
                "a NUL byte stands here",
                "Delete it; if the file is no text, it does not belong here",
            )


def empty_sources(site: Site) -> Iterator[Finding]:
    """SR005: nothing but white space below the front matter."""
    for source in site.sources.values():
        if not source.body.strip():
            yield Finding(
                source.path, 0, "SR005", "the page is empty", "Write its text, or delete the file"
            )


def _line_at(content: bytes, offset: int) -> int:
    return 1 + content[:offset].count(b"\n")
