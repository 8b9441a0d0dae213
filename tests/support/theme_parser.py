"""Sections of a page, as split by the theme's search parser and by ours."""

import html
import re

from material.plugins.search.plugin import Parser

from knowledge.search.passages import passages

TAG = re.compile(r"<[^>]*>")


def plain(text):
    return re.sub(r"\s+", " ", html.unescape(TAG.sub(" ", text))).strip()


def parsed(text):
    """Sections found by the theme's parser, as plain text."""
    parser = Parser()
    parser.feed(text)
    parser.close()
    return [
        (section.id or "", plain("".join(section.title)), plain("".join(section.text)))
        for section in parser.data
    ]


def cut(text):
    """Sections found by our own splitter."""
    return [(found.anchor, found.title, found.text) for found in passages(text, "")]
