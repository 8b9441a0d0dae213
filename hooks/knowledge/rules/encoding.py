"""Check that a source is UTF-8 text with LF line ends, and not empty.

Answers: can every editor and the build read the file? One function for each fault.
"""

from knowledge.markdown.source import Source
from knowledge.rules.rule import Breaks, Faults, source_rule
from knowledge.site.site import Site


@source_rule("SR001", "not-utf8", stops_build=True, breaks=Breaks.REST)
def not_utf8(source: Source, _: Site) -> Faults:
    """Bytes that are not UTF-8."""
    try:
        source.content.decode("utf-8")
    except UnicodeDecodeError as error:
        fact = f"the byte 0x{source.content[error.start]:02x} here is not UTF-8"
        yield _line_at(source.content, error.start), fact, "Save the file as UTF-8"


@source_rule("SR002", "byte-order-mark")
def byte_order_marks(source: Source, _: Site) -> Faults:
    """A byte order mark before the first character."""
    if source.content.startswith(b"\xef\xbb\xbf"):
        fact = "an invisible byte order mark (BOM) stands before the first character"
        yield 1, fact, "Save the file as UTF-8 without BOM"


@source_rule("SR003", "carriage-return")
def carriage_returns(source: Source, _: Site) -> Faults:
    """Line ends other than LF."""
    if count := source.content.count(b"\r"):
        line = _line_at(source.content, source.content.index(b"\r"))
        others = f", as do {count} in this file" if count > 1 else ""
        fact = f"the line ends with a carriage return (CR){others}"
        yield line, fact, "Save the file with LF line ends"


@source_rule("SR004", "nul-byte", stops_build=True)
def nul_bytes(source: Source, _: Site) -> Faults:
    """A NUL byte."""
    if b"\0" in source.content:
        line = _line_at(source.content, source.content.index(b"\0"))
        remedy = "Delete it; if the file is no text, it does not belong here"
        yield line, "a NUL byte stands here", remedy


@source_rule("SR005", "empty-source", breaks=Breaks.REST)
def empty_sources(source: Source, _: Site) -> Faults:
    """Nothing but white space below the front matter."""
    if not source.body.strip():
        yield 0, "the page is empty", "Write its text, or delete the file"


def _line_at(content: bytes, offset: int) -> int:
    """1-based line of a 0-based offset in bytes."""
    return 1 + content[:offset].count(b"\n")
