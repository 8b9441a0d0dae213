"""Where a picture ends by its own format, and what else its file holds.

Answers: does something follow the end of a picture, which could be a page or an archive, and does a
PNG hold texts? Reads the structure of a file and never its pixels; rules/files.py says what is
allowed.

Source: PNG specification, third edition; JPEG, ITU T.81; WebP, RFC 9649; ISO/IEC 14496-12 (AVIF).
"""

import re
from collections.abc import Callable, Iterator, Mapping

PNG_START, PNG_FRAME = 8, 12
"""Bytes before the first chunk; bytes of length, type and checksum around the data of one."""
TEXTS = frozenset({b"eXIf", b"iTXt", b"tEXt", b"zTXt"})
"""Chunks of a PNG in which programs and cameras write."""
END_OF_JPEG, START_OF_SCAN = 0xD9, 0xDA
ALONE = frozenset({0x01, *range(0xD0, 0xD8)})
"""Markers of a JPEG without a length behind them."""
MARKER = re.compile(rb"\xff+([^\x00\xff])")
BEHIND_SCAN = re.compile(rb"\xff+(?=[^\x00\xff\xd0-\xd7])")
"""What ends the pixels of a scan: any marker but those that stand among pixels."""
RIFF_FRAME = 8
LARGE_BOX, BOX_FRAME = 1, 8
"""Size of a box whose real size follows in 8 bytes; bytes of the size and type of any box."""


def end_of(content: bytes, ending: str) -> int | None:
    """Offset at which a picture ends by its own format; None if its end is missing or unknown.

    Its first bytes fit its format; the ending is in lower case: `.png`.
    """
    end = ENDS[ending](content)
    return end if end is not None and end <= len(content) else None


def has_texts(content: bytes) -> bool:
    """Whether a PNG holds a text, or data of a camera."""
    return any(kind in TEXTS for kind, _ in _chunks(content))


def _chunks(content: bytes) -> Iterator[tuple[bytes, int]]:
    """The type of each chunk of a PNG, and the offset after it."""
    start = PNG_START
    while start + PNG_FRAME <= len(content):
        kind = content[start + 4 : start + 8]
        start += PNG_FRAME + int.from_bytes(content[start : start + 4], "big")
        yield kind, start


def _end_of_jpeg(content: bytes) -> int | None:
    start = 2
    while marker := MARKER.match(content, start):
        kind, start = marker[1][0], marker.end()
        if kind == END_OF_JPEG:
            return start
        if kind not in ALONE:
            start += int.from_bytes(content[start : start + 2], "big")
        if kind == START_OF_SCAN:
            behind = BEHIND_SCAN.search(content, start)
            start = behind.start() if behind else len(content)
    return None


def _end_of_avif(content: bytes) -> int | None:
    """The end of the last box; None if one reaches to the end of the file, however long that is."""
    start = 0
    while start + BOX_FRAME <= len(content):
        size, frame = int.from_bytes(content[start : start + 4], "big"), BOX_FRAME
        if size == LARGE_BOX:
            size, frame = int.from_bytes(content[start + 8 : start + 16], "big"), 2 * BOX_FRAME
        if size < frame or start + size > len(content):
            break
        start += size
    return start or None


ENDS: Mapping[str, Callable[[bytes], int | None]] = {
    ".avif": _end_of_avif,
    ".jpeg": _end_of_jpeg,
    ".jpg": _end_of_jpeg,
    ".png": lambda content: next((end for kind, end in _chunks(content) if kind == b"IEND"), None),
    ".webp": lambda content: RIFF_FRAME + int.from_bytes(content[4:8], "little"),
}
"""By the ending of a name."""
