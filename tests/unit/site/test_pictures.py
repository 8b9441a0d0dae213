"""Where pictures end, and which PNG holds a text."""

import struct
import zlib

import pytest

from knowledge.site.pictures import end_of, has_texts
from support.cases_site import CASES

FOLDER = CASES / "SF012/ends/docs/assets"


def chunk(kind, data):
    """One chunk of a PNG."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


@pytest.mark.parametrize("ending", [".png", ".jpg", ".webp", ".avif"])
def test_a_picture_ends_where_its_format_says(ending):
    whole = (FOLDER / f"whole{ending}").read_bytes()
    assert end_of(whole, ending) == len(whole)
    assert end_of(whole + b"<!doctype html>", ending) == len(whole)
    assert end_of(whole[:-3], ending) != len(whole) - 3


def test_a_thumbnail_inside_of_a_jpeg_is_no_end():
    whole = (FOLDER / "whole.jpg").read_bytes()
    inside = whole[:2] + b"\xff\xe0\0\x08\xff\xd8\xff\xd9\0\0" + whole[2:]
    assert end_of(inside, ".jpg") == len(inside)


@pytest.mark.parametrize("kind", [b"tEXt", b"iTXt", b"zTXt", b"eXIf"])
def test_a_png_with_a_text_is_found(kind):
    whole = (FOLDER / "whole.png").read_bytes()
    end = whole.index(b"IEND") - 4
    assert has_texts(whole[:end] + chunk(kind, b"Comment\0text") + whole[end:])
    assert not has_texts(whole[:end] + chunk(b"sRGB", kind) + whole[end:])
