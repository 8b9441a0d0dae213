"""Check that each file below docs/ is visible, of a known type and not too large.

Answers: is a file hidden or a symbolic link, does its content match its extension up to its end,
does a picture say where it was taken, and is it small enough for a phone and for the build? What a
drawing in docs/_data holds is checked in drawings.py, names in file_names.py.
"""

import io
import posixpath
import re

import imagesize

from knowledge import yaml_tree
from knowledge.data.drawings import FILE
from knowledge.data.svg import MAX_DRAWING_BYTES
from knowledge.data.yaml_files import DATA, MAX_DATA_BYTES
from knowledge.rules.rule import Breaks, Faults, PlacedFaults, placed, site_rule
from knowledge.site.files import OTHER_ENDINGS
from knowledge.site.languages import DOCS
from knowledge.site.pictures import end_of, has_texts
from knowledge.site.site import Site

MAX_TEXT_LENGTH = 1_500
"""Maximum length of a text in a data file, in characters."""
MAGIC_BYTES: dict[str, re.Pattern[bytes]] = {
    ".avif": re.compile(rb".{4}ftypavif", re.DOTALL),
    ".jpeg": re.compile(rb"\xff\xd8\xff"),
    ".jpg": re.compile(rb"\xff\xd8\xff"),
    ".png": re.compile(rb"\x89PNG\r\n\x1a\n"),
    ".webp": re.compile(rb"RIFF.{4}WEBP", re.DOTALL),
}
"""The file types that are published beside pages: extension, and pattern of the first bytes.
No SVG, which can hold scripts: what is drawn goes into docs/_data/drawings. No GIF: what moves or
flashes harms some readers, and a still picture is smaller as PNG or WebP."""
MOVING = {
    ".png": re.compile(rb"\A.{8}(?:(?!IDAT).)*acTL", re.DOTALL),
    ".webp": re.compile(rb"\A.{12}VP8X.{14}ANIM|\A.{12,1000}?ANMF", re.DOTALL),
}
"""By extension: a picture with more than one frame. An AVIF sequence begins in another way. Source:
PNG specification, third edition; RIFF container of WebP, RFC 9649."""
NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]*(?:/[A-Za-z0-9_][A-Za-z0-9_.-]*)*")
"""Allowed path of a published file, with its folders."""
METADATA = {
    ".jpeg": re.compile(rb"\xff\xe1..(?:Exif\0|http://ns\.adobe\.com/)", re.DOTALL),
    ".jpg": re.compile(rb"\xff\xe1..(?:Exif\0|http://ns\.adobe\.com/)", re.DOTALL),
    ".webp": re.compile(rb"EXIF|XMP "),
    ".avif": re.compile(rb"Exif\0|http://ns\.adobe\.com/"),
}
"""By extension: what a camera or a program writes into a picture about itself, and often about the
place. Source: Exif 3.0, the WebP specification, XMP part 3."""
PNG = ".png"
"""Of it `has_texts` tells."""
SAVE_ANEW = "Save it anew in a program for pictures"
MAX_PICTURE_BYTES = 300_000
"""Size limit of a picture, in bytes."""
MAX_PICTURE_PIXELS = 4_000
"""Limit of a picture's longer side, in pixels: more fills a phone's memory and is never shown."""


@site_rule("SF011", "symbolic-link", stops_build=True)
def symbolic_links(site: Site) -> PlacedFaults:
    """A symbolic link, whose target mkdocs would publish."""
    for path in site.folder.symbolic_links:
        fact = "this is a symbolic link, and the build would publish what it leads to"
        yield path, 0, fact, "Put the file itself here"


@site_rule("SF012", "unpublished-kind", stops_build=True)
def unpublished_kinds(site: Site) -> PlacedFaults:
    """A file that is neither page nor picture, or whose name or content does not fit its type."""
    for path, content in site.assets.items():
        if not NAME.fullmatch(path):
            fact = "the name of this file holds more than letters, digits, hyphens and dots"
            remedy = "Rename it in ASCII: an address, a zip file and every system can then carry it"
            yield path, 0, fact, remedy
        ending = posixpath.splitext(path)[1].lower()
        beginning = MAGIC_BYTES.get(ending)
        if path.endswith(OTHER_ENDINGS):  # navigation.py reports it
            continue
        if beginning is None:
            kinds = ", ".join(sorted(MAGIC_BYTES))
            remedy = f"Use pages (.md) and pictures ({kinds}), or delete it"
            if ending == ".svg":
                remedy = f"Make a drawing of it in '{DATA}/drawings/', or save it as PNG"
            yield path, 0, "a file of this kind is not published", remedy
        elif not beginning.match(content):
            fact = f"the name ends in '{ending}', and the content is something else"
            yield path, 0, fact, "Save the picture anew in that format, or correct the ending"
        else:
            yield from placed(path, _faults_of_picture(content, ending))


def _faults_of_picture(content: bytes, ending: str) -> Faults:
    """What a picture holds besides one frame."""
    end = end_of(content, ending)
    if (moving := MOVING.get(ending)) and moving.search(content):
        remedy = "Save one frame of it: what moves or flashes harms some readers"
        yield 0, "this picture has more than one frame", remedy
    elif end is None:
        yield 0, "the end of this picture is missing", SAVE_ANEW
    elif end < len(content):
        fact = f"{len(content) - end:,} bytes stand behind the end of this picture"
        yield 0, fact, SAVE_ANEW


@site_rule("SF021", "picture-with-metadata", stops_build=True)
def pictures_with_metadata(site: Site) -> PlacedFaults:
    """A picture that says with what, when and perhaps where it was taken."""
    for path, content in site.assets.items():
        ending = posixpath.splitext(path)[1].lower()
        form = METADATA.get(ending)
        if (form and form.search(content)) or (ending == PNG and has_texts(content)):
            fact = "this picture carries data of the camera or program, perhaps the place too"
            remedy = "Save it without them (exiftool -all= FILE), or take a screenshot of it"
            yield path, 0, fact, remedy


@site_rule("SF015", "heavy-file", stops_build=True, breaks=Breaks.REST)
def heavy_files(site: Site) -> PlacedFaults:
    """A page, picture or data file above the size limits, which would slow down the build."""
    for source in site.every_source():
        for excess in source.excess:
            fact = f"{excess.count:,} {excess.what}; {excess.most:,} are the most"
            remedy = "Take out what no reader needs, break a long line, or split a long page"
            yield source.path, excess.line, fact, remedy
    for path, content in site.assets.items():
        if fact := _excess_of_picture(path, content):
            remedy = "Make it smaller: a photo of 1,200 pixels as WebP"
            yield path, 0, fact, remedy
    for name, content in site.data_files.items():
        most, remedy = MAX_DATA_BYTES, "Take out what no page refers to"
        if FILE.fullmatch(name):
            most, remedy = (
                MAX_DRAWING_BYTES,
                "Draw it with fewer shapes: pages load it with their text",
            )
        if len(content) > most:
            yield f"{DATA}/{name}", 0, f"{len(content):,} bytes; {most:,} are the most", remedy
    yield from _long_texts(site)


def _long_texts(site: Site) -> PlacedFaults:
    for name, tree in site.data.trees.items():
        for text in yaml_tree.strings(tree):
            if (length := len(text.text)) > MAX_TEXT_LENGTH:
                fact = f"a text of {length:,} characters; {MAX_TEXT_LENGTH:,} are the most"
                yield f"{DATA}/{name}", text.line, fact, "Shorten it: it is shown on many pages"


@site_rule("SF017", "hidden-file", stops_build=True)
def hidden_files(site: Site) -> PlacedFaults:
    """A file or folder whose name begins with a dot."""
    for path in site.folder.hidden:
        fact = (
            "a name that begins with a dot is missing from most lists, and such a file can hide "
            "changes from a review"
        )
        yield path, 0, fact, f"Move it out of '{DOCS}/', or delete it"


def _excess_of_picture(path: str, content: bytes) -> str:
    """The fact for a picture that is too large, or whose size cannot be read; else empty."""
    ending = posixpath.splitext(path)[1].lower()
    beginning = MAGIC_BYTES.get(ending)
    if beginning is None or not beginning.match(content) or path.endswith(OTHER_ENDINGS):
        return ""
    if len(content) > MAX_PICTURE_BYTES:
        return f"{len(content):,} bytes; {MAX_PICTURE_BYTES:,} are the most for a picture"
    longer = max(imagesize.get(io.BytesIO(content)))
    if longer <= 0:
        return "its width and height cannot be read"
    if longer > MAX_PICTURE_PIXELS:
        return f"{longer:,} pixels; {MAX_PICTURE_PIXELS:,} are the most for a side of a picture"
    return ""
