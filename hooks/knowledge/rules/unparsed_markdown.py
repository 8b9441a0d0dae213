"""Check that Markdown syntax is parsed as its author meant it.

Answers: which syntax do readers see as text, because a character is full-width, in the wrong place,
or from another dialect of Markdown? markdown/malformed_markdown.py finds what was meant. Fences
that are never closed are reported in markup.py, labels without a definition in links.py.
"""

import posixpath
import re
from collections.abc import Iterator

from knowledge.markdown.html_allowlist import AUTHOR_CLASSES
from knowledge.markdown.inline import HIDDEN, INDENT, Text, with_markup_masked
from knowledge.markdown.malformed_markdown import empty_boxes, outside_boxes, repairs, stuck_blocks
from knowledge.markdown.misparsed_blocks import indented_code, misparsed_blocks
from knowledge.markdown.source import Source
from knowledge.rules.plain_characters import SPACES
from knowledge.rules.rule import Breaks, Faults, source_rule
from knowledge.site.languages import source_in
from knowledge.site.site import Site
from knowledge.site.typed_links import SCHEMES

PLAIN = "Write it in plain words: this site's Markdown does not know it"
SYNTAX: tuple[tuple[re.Pattern[str], str, str], ...] = (
    (
        re.compile(r"\[[^\[\]\n]*\]\(\S*"),
        "a link",
        "Close it: '[text](target)', without a space in the target",
    ),
    (
        re.compile(r"\[\[[^\[\]\n]+\]\]"),
        "a link of another program",
        "Write '[text](page.md)', with the page's path",
    ),
    (
        re.compile(r"\{[#.:][^{}\n]*\}[ ]*$", re.M),
        "an attribute list",
        "Write it right behind its element",
    ),
    (re.compile(r"｛[#.:＃．：][^｛｝\n]*｝"), "an attribute list", "Write '{' and '}' around it"),
    (re.compile(r"^\|.*\|[ ]*$", re.M), "a table", "Add '| --- | --- |' below its first row"),
    (re.compile(r"｀[^｀\n]+｀"), "a piece of code", "Write '`' around it"),
    (re.compile(r"＊{2}[^＊\n]+＊{2}"), "a bold text", "Write '**' around it"),
    (
        re.compile(r"^[!！]{3}\+?[ ]*(\w+).*"),
        "a box",
        "Write '!!! {box} \"title\"' with straight quotation marks, and indent its text",
    ),
    (re.compile(r"~~(?=\S)[^~\n]+~~"), "a line through words", "Delete the words"),
    (re.compile(r"^\[[ xX]\](?=\s)"), "a box to tick", PLAIN),
    (re.compile(r"^\[!(\w+)\]"), "a box of another site", "Write '!!! {box}' and indent the text"),
    (re.compile(r"^(?:\?{3}\+?|:::)[ ]*\w.*"), "a box that folds", "Write '<details>'"),
    (re.compile(r"(?<![\w:]):[a-z][a-z0-9_+-]+:(?![\w:])"), "a picture sign", PLAIN),
)
"""Markdown syntax that was not parsed: pattern, what was meant, and the remedy."""
TYPED_LINK = re.compile(rf"\b({'|'.join(SCHEMES)})[ ]?[:：][ ]?([a-z0-9-]+)")
PAGE_PATH = re.compile(r"(?<![\w./-])([a-z0-9./-]+\.md)(?:#[a-z0-9-]+)?(?![\w-])", re.ASCII)
SCHEME_INITIALS = "".join(sorted({scheme[0] for scheme in SCHEMES}))
ANY_SYNTAX = re.compile(
    rf"(?=[\]*＊_`｀{{｛|.~?!！:{SCHEME_INITIALS}])(?:"  # which makes it twice as fast
    r"[\]\*＊_`｀｛]|\{[#.:]|^\||\.md|~~|\?\?\?|[!！]{3}|:::|:[a-z]|" + TYPED_LINK.pattern + ")",
    re.MULTILINE,
)
"""A text without any of these shows no Markdown."""
TABLE_FACT_END = "no table in it"
"""How the fact about a table without a delimiter row ends."""
PARSED = re.compile(
    r"(?<![\\!\])])\[[^\[\]\n`*_~|\\]+\]\((?:[a-z]+:)?[a-z0-9./#-]*\)(?![({\[])"
    r"|(?<![\\`])`[^`\n]+`(?!`)|(?<![\\*\w])\*\*(?=[^\s*])[^*_\n`\[\]]*[^\s*_\n`\[\]]\*\*(?![*\w])"
)
"""A link, code and bold text that Markdown parses as such in any context."""
ODD_INDENT = re.compile(rf"[ \t]*[{SPACES}]")
USUAL_BOX = "warning"
STRONG = re.compile(r"\*{2,3}|_{2,3}")
UNQUOTED_TICK = re.compile(r"(?<![「『“‘\"'])`|`(?![」』”’\"'])")
RULE = re.compile(r"[ *_-]+")
"""A line with nothing else is a thematic break."""


@source_rule("SR011", "left-as-text", breaks=Breaks.LINE)
def left_as_text(source: Source, site: Site) -> Faults:
    """A link, list, table, heading or another sign of Markdown that readers see as text."""
    found: dict[int, tuple[str, str]] = {}
    for line, fact, remedy in _unread_blocks(source):
        found.setdefault(line, (fact, remedy))
    fences = {fence.line for fence in source.open_fences}
    for text in source.texts if not source.excess else ():
        for line, fact, remedy in _seen(text, site):
            # A link's target may be on the next line, and a table's delimiter row always is.
            is_told = line - 1 in found or (line + 1 in found and fact.endswith(TABLE_FACT_END))
            if not is_told and line not in fences:
                found.setdefault(line, (fact, remedy))
    for line, fact, remedy in indented_code(source) if not source.excess else ():
        above = next((n for n in range(line - 1, 0, -1) if _is_outer(source.line(n))), 0)
        # A fault above may be the cause (a malformed admonition), or be about the same code.
        if found.keys().isdisjoint(range(above, line)):
            found.setdefault(line, (fact, remedy))
    yield from ((line, *fault) for line, fault in found.items())


def _is_outer(line: str) -> bool:
    """Whether a line has text that is not indented by a level."""
    return bool(line.strip()) and not line.startswith(" " * INDENT)


def _unread_blocks(source: Source) -> Faults:
    """Blocks that are not parsed as they were meant; the caller keeps the first of each line."""
    mended: set[int] = set()
    for item in repairs(source):
        mended.add(item.line)
        fact = f"Markdown does not read {item.what} here, as it is written"
        yield item.line, fact, f"Write '{item.written}'"
    for item in stuck_blocks(source):
        if not mended.intersection(_block_above(source, item.line)):
            fact = f"Markdown does not begin {item.what} here"
            yield (
                item.line,
                f"{fact}, and the line goes on with the one above",
                f"Put {item.written}",
            )
    if not source.excess:
        yield from misparsed_blocks(source)
        for line in empty_boxes(source):
            yield _empty_box(source, line)
        for line in outside_boxes(source):
            fact = "this line stands outside of the box above it"
            yield line, fact, "Put 4 spaces before each line that belongs to the box"


def _empty_box(source: Source, line: int) -> tuple[int, str, str]:
    """Line, fact and remedy of a box on a line, with nothing indented below it."""
    fact, remedy = "this box is empty: nothing is indented below it", "Put 4 spaces before each"
    below = next((n for n in range(line + 1, line + 4) if source.line(n).strip()), line)
    if ODD_INDENT.match(source.line(below)):
        line, fact = below, "no plain spaces stand before this line: they indent nothing"
    return line, fact, f"{remedy} line that belongs to it"


def _block_above(source: Source, line: int) -> range:
    """The lines right above a line, up to an empty one."""
    first = line
    while source.line(first - 1).strip():
        first -= 1
    return range(first, line)


def _seen(text: Text, site: Site) -> Faults:
    """The Markdown syntax that readers see as text."""
    unread = (PARSED.sub("", line) for _, line in text.lines)
    if not text.is_markdown or not any(map(ANY_SYNTAX.search, unread)):
        return
    left = with_markup_masked(text)
    for offset, sign, what, remedy in _signs(left, text, site):
        line = text.lines[left.count("\n", 0, offset)][0]
        shown = re.sub(f"{HIDDEN}+", "...", sign)
        yield line, f"readers see '{shown}' as it is: Markdown finds no {what} in it", remedy


def _signs(left: str, text: Text, site: Site) -> Iterator[tuple[int, str, str, str]]:
    """Offset of a sign, the sign, what it was meant to be, and the remedy."""
    for pattern, what, remedy in SYNTAX:
        for found in pattern.finditer(left):
            if what == "a table" and (not text.is_paragraph or "\n|" in left[: found.start() + 1]):
                break  # a row of a parsed table, or a later row of an unparsed one
            box = found[1].lower() if found.lastindex else ""
            kind = box if box in AUTHOR_CLASSES else USUAL_BOX
            yield found.start(), found[0], what.partition(" ")[2], remedy.replace("{box}", kind)
    yield from _targets(left, site)
    if code := UNQUOTED_TICK.search(left):
        yield code.start(), "`", "code", "Close it with another '`'"
    yield from _open_emphasis(left)


def _targets(left: str, site: Site) -> Iterator[tuple[int, str, str, str]]:
    """The targets of links that readers see: ids of the data, and paths of pages."""
    for found in TYPED_LINK.finditer(left):
        if found[2] in site.data.ids.get(found[1], ()):
            remedy = f"Write '[text]({found[1]}:{found[2]})' with the words the reader sees"
            yield found.start(), found[0], "link", remedy
    for found in PAGE_PATH.finditer(left):
        page_path = posixpath.normpath(found[1]).removeprefix("../")
        if source_in(site.languages.default, page_path) in site.sources:
            remedy = f"Write '[text]({found[0]})' with the words the reader sees"
            yield found.start(), found[0], "link", remedy


def _open_emphasis(left: str) -> Iterator[tuple[int, str, str, str]]:
    """The marks of bold text that have no partner, or a space on the wrong side."""
    lone = ""
    for mark in STRONG.finditer(left):
        before, after = left[mark.start() - 1 : mark.start()], left[mark.end() : mark.end() + 1]
        is_in_word = mark[0][0] == "_" and before.isalnum() and after.isalnum()
        line = left[left.rfind("\n", 0, mark.start()) + 1 :].partition("\n")[0]
        if is_in_word or RULE.fullmatch(line):
            continue
        if not before.strip() and not after.strip():
            yield mark.start(), mark[0], "bold text", "Delete the space inside, or the marks"
        elif lone and not before.strip():
            yield mark.start(), mark[0], "bold text", "Delete the space before it"
            lone = ""
        elif not lone:
            lone, place = mark[0], mark.start()
        else:
            lone = "" if lone == mark[0] else lone
    if lone:
        yield place, lone, "bold text", f"Close it with another '{lone}'"
