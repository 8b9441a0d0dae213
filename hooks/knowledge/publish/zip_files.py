"""Reproducible ZIP files: their bytes depend on nothing but their entries and a date.

Answers: how is a ZIP file written so that every machine writes the same bytes?
"""

import io
import zipfile
from collections.abc import Collection, Iterable
from datetime import date

UNIX, FILE_MODE = 3, 0o100644 << 16
"""Attributes of every entry: system and file mode (644)."""


def zipped(
    entries: Iterable[tuple[str, bytes]], day: date, uncompressed: Collection[str] = ()
) -> bytes:
    """The bytes of a ZIP file with these paths and contents, each of the day of the last change."""
    moment = (*day.timetuple()[:3], 0, 0, 0)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for path, content in entries:
            entry = zipfile.ZipInfo(path, moment)
            entry.compress_type = (
                zipfile.ZIP_STORED if path in uncompressed else zipfile.ZIP_DEFLATED
            )
            entry.create_system, entry.external_attr = UNIX, FILE_MODE
            archive.writestr(entry, content, compresslevel=9)
    return buffer.getvalue()
