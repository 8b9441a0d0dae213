"""Read an EPUB and follow its links."""

import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element, fromstring

PACKAGE = "book/package.opf"
OPF = "{http://www.idpf.org/2007/opf}"
DC = "{http://purl.org/dc/elements/1.1/}"
XHTML = "{http://www.w3.org/1999/xhtml}"


@dataclass(frozen=True)
class Book:
    files: dict[str, bytes]
    """Content by path inside the book."""

    @cached_property
    def package(self) -> Element:
        return fromstring(self.files[PACKAGE])

    @cached_property
    def texts(self) -> dict[str, Element]:
        """The parsed XHTML files in the order of the spine, by path."""
        items = {item.get("id"): str(item.get("href")) for item in self.package.iter(f"{OPF}item")}
        spine = (items[each.get("idref")] for each in self.package.iter(f"{OPF}itemref"))
        return {path: fromstring(self.files[f"book/{path}"]) for path in spine}

    @property
    def pages(self) -> dict[str, Element]:
        """The texts that are pages of the site."""
        return {path: text for path, text in self.texts.items() if path.startswith("page-")}

    def links(self) -> Iterator[tuple[str, str]]:
        """Every link: path of its text, and address."""
        for path, text in self.texts.items():
            for element in text.iter():
                for name in ("href", "src"):
                    if name in element.attrib:
                        yield path, element.attrib[name]

    def dead_links(self) -> list[tuple[str, str]]:
        """The links into the book that lead to no file or id of it."""
        ids = {
            path: {element.get("id") for element in text.iter()}
            for path, text in self.texts.items()
        }
        dead = []
        for path, address in self.links():
            parts = urlsplit(address)
            there = posixpath.join(posixpath.dirname(path), parts.path) if parts.path else path
            is_known = f"book/{there}" in self.files
            is_known &= not parts.fragment or parts.fragment in ids.get(there, ())
            if not parts.scheme and not is_known:
                dead.append((path, address))
        return dead


def read_book(path: Path) -> Book:
    """Read an EPUB; its first file has to say that it is one."""
    with zipfile.ZipFile(path) as archive:
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        return Book({name: archive.read(name) for name in archive.namelist()})
