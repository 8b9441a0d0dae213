"""The form in which a PDF file is kept: small, and the same bytes for the same page and browser."""

import io
from collections.abc import Iterator

import pikepdf
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem

pikepdf.settings.set_flate_compression_level(9)
SHAPES = ("glyf", "head", "hhea", "hmtx", "loca", "maxp")
"""The tables of an embedded font that draw its letters.
Source: ISO 32000-2, 9.9, table 124; the widths of the letters stand in the PDF itself."""
UNITS = 384
"""Of the grid on which letters are drawn, in the height of a line: a twentieth of a millimetre in
the largest title of a poster."""


def normalized(content: bytes) -> bytes:
    """A PDF without the moment of its making, its fonts reduced to shapes, its objects packed.

    The tags stay, with which a screen reader reads it in order.
    """
    with pikepdf.open(io.BytesIO(content)) as document:
        for key in ("/CreationDate", "/ModDate", "/Producer", "/Creator"):
            if key in document.docinfo:
                del document.docinfo[key]
        document.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
        for file in _font_files(document):
            file.write(_shapes(file.read_bytes()))
        buffer = io.BytesIO()
        document.save(
            buffer,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            compress_streams=True,
            recompress_flate=True,
            deterministic_id=True,
        )
    return buffer.getvalue()


def _font_files(document: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    for each in document.objects:
        if isinstance(each, pikepdf.Dictionary) and "/FontFile2" in each:
            yield each.FontFile2


def _shapes(font_file: bytes) -> bytes:
    """A TrueType font without instructions for coarse screens and without unused widths."""
    font = TTFont(io.BytesIO(font_file), recalcTimestamp=False)
    for table in set(font.keys()) - {"GlyphOrder", *SHAPES}:
        del font[table]
    for name in font.getGlyphOrder():
        glyph = font["glyf"][name]
        if glyph.numberOfContours:
            glyph.removeHinting()
        else:
            font["hmtx"][name] = (0, 0)
    scale_upem(font, UNITS)
    buffer = io.BytesIO()
    font.save(buffer, reorderTables=None)
    return buffer.getvalue()
