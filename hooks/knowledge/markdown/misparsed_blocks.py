"""Find blocks that Markdown parses as something else than they look like in the source.

Answers: which list restarts in its middle or continues a list of another kind, which table is
split, which lines become code, and which Markdown is not parsed because it is in raw HTML?
malformed_markdown.py finds what becomes a block once its syntax is corrected.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from knowledge.markdown.blocks import LIST_ITEM, TABLE_RULE
from knowledge.markdown.fences import without_fences
from knowledge.markdown.inline import HIDDEN, INDENT, TAG_OR_COMMENT, Text
from knowledge.markdown.source import Source

Misparsed = Iterator[tuple[int, str, str]]
"""1-based line, fact and remedy, in the form of `Finding`."""
ROW = "|"
FIRST_NUMBER = re.compile(r"\s*0*1\.")
DETACHED_ATTRIBUTES = re.compile(r"[^\s|][ ]+(\{[.#:][^{}\n]*\})[ ]*$")
ATTRIBUTES_ALONE = re.compile(r"\{[#.:][^{}\n]*\}\s*")
ESCAPED = re.compile(r"\\\*\\\*\w[^*\\\n]*\\\*\\\*")
"""Bold text as some programs export it."""
MARKUP = re.compile(r"^[ ]*(?:[-*+] |\d+\. |#{1,6} |\|.*\|)|\*\*\S|\]\([^)\s]+\)", re.M)
SENTENCE = re.compile(r"\]\(|\*\*\w|[。！？]|\w[.!?]$")
"""A line that is probably not code: it has a link, bold text or the end of a sentence."""
DASHES = "\u2010-\u2015\u2212\u30fc\u2500\uff0d"
TABLE_DASHES = re.compile(rf"[|｜][|｜ :{DASHES}-]*[{DASHES}][|｜ :{DASHES}-]*")
"""The line below the head of a table, with dashes that are no hyphens."""
CHAT = re.compile(r"【\d+†[^】\n]*】|:?contentReference\[[^\]\n]*\](?:\{[^}\n]*\})?")
"""A citation marker in a text that was copied from a chatbot."""
TYPED_NUMBER = re.compile(r"#[\d*]")
"""The start of a number to type, `#123`, which Markdown parses as a heading in a list item."""


def misparsed_blocks(source: Source) -> Misparsed:
    """Find the blocks of a source that are parsed as something else than they look like."""
    yield from _restarted_lists(source)
    yield from _divided_tables(source)
    for text in source.texts:
        yield from _misparsed_lines(source, text) if text.is_markdown else _unread_html(text)


def _unread_html(text: Text) -> Misparsed:
    """The first line of raw HTML that contains Markdown, which is not parsed there."""
    line, first = text.lines[0]
    inside = "\n".join(content for _, content in text.lines).partition(">")[2]
    if first.lstrip().startswith("<") and "</" in inside and MARKUP.search(inside):
        name = re.split(r"[\s>]", first.lstrip()[1:], maxsplit=1)[0]
        fact = f"nothing reads the Markdown in this '<{name}>'"
        yield line, fact, f"Write 'markdown' as its last attribute: '<{name} ... markdown>'"


def _misparsed_beginning(source: Source, text: Text) -> Misparsed:
    """Faults in the first line: a `#` that makes a heading of an item, a lone attribute list."""
    first, content = text.lines[0]
    if LIST_ITEM.match(source.line(first)) and TYPED_NUMBER.match(content):
        fact = "the '#' at the beginning of this item makes a heading of it"
        yield first, fact, "Write '\\#', or another word first"
    if text.is_paragraph and len(text.lines) == 1 and ATTRIBUTES_ALONE.fullmatch(content):
        fact = f"'{content.strip()}' stands apart from what it belongs to"
        yield first, fact, "Put it directly below its paragraph, without an empty line"


def _misparsed_lines(source: Source, text: Text) -> Misparsed:
    """The lines of a text that are not displayed as they were meant."""
    yield from _misparsed_beginning(source, text)
    _, content = text.lines[0]
    for number, line in text.lines:
        if TABLE_DASHES.fullmatch(line) and content[0] in "|｜":
            fact = "these dashes are no hyphens, so that Markdown reads no table"
            yield number, fact, f"Write '{'| --- ' * (len(re.findall('[|｜]', line)) - 1)}|'"
        elif "\t" in TAG_OR_COMMENT.sub("", source.line(number)).strip():
            fact = "a tab stands between these words: readers see a gap, and no table"
            yield number, fact, "Write the cells of a table as '| ... | ... |', else a space"
        elif copied := CHAT.search(line):
            fact = f"'{copied[0]}' is a footnote of a chat program, which leads nowhere here"
            yield number, fact, "Delete it, and cite the source that you have read"
        elif ESCAPED.search(line):
            fact = "the backslashes keep '**' from being read: readers see the stars"
            yield number, fact, "Take the backslashes out"
        elif (mark := DETACHED_ATTRIBUTES.search(line)) and not line.startswith(ROW):
            fact = f"readers see '{mark[1]}' as it is: a space stands before it"
            yield number, fact, "Write it right behind its element"


def _restarted_lists(source: Source) -> Misparsed:
    """List items that are shown as number 1 despite their number, or that join the list above."""
    open_at: dict[int, bool] = {}  # by indent, whether the list there has numbers
    places = [(text.lines[0][0], text.lines[0][1]) for text in source.texts if text.is_markdown]
    for line, content in sorted([*places, *((each.line, "") for each in source.headings)]):
        raw = source.line(line)
        item = LIST_ITEM.match(raw)
        if not content or item is None or item[2].strip() != content.strip():
            indent = len(raw) - len(raw.lstrip()) if content else 0
            open_at = {each: kind for each, kind in open_at.items() if each + INDENT <= indent}
            continue
        indent = len(item[1]) // INDENT * INDENT
        is_numbered = raw.lstrip()[0].isdigit()
        is_first = indent not in open_at and not source.line(line - 1).strip()
        if is_first and is_numbered and not FIRST_NUMBER.match(raw):
            number = raw.lstrip().partition(".")[0]
            fact = f"a list begins here, so that readers see 1 instead of {number}"
            remedy = f"Put {INDENT} spaces before what stands above it, if that belongs to the list"
            yield line, fact, f"{remedy}; else begin with '1.'"
        if open_at.get(indent, is_numbered) != is_numbered:
            fact = "this item goes on with the list above, which has items of another kind"
            yield line, fact, "Write the same sign in all of them, or a sentence between the lists"
        open_at = {each: kind for each, kind in open_at.items() if each < indent}
        open_at[indent] = is_numbered


def _divided_tables(source: Source) -> Misparsed:
    """The rows of a table below an empty line."""
    for above, below in pairwise(source.texts):
        (last, row), (line, other) = above.lines[-1], below.lines[0]
        is_below = row.startswith(ROW) and other.startswith(ROW) and line == last + 2
        if is_below and not TABLE_RULE.match(source.line(line + 1)):  # no new table begins
            yield line, "the empty line above this row ends the table", "Delete it"


def indented_code(source: Source) -> Misparsed:
    """The first line of each text that becomes code because it is indented."""
    start = max(source.front_matter_end, 0)
    lines = list(enumerate(source.body.split("\n"), start=start + 1))
    if not any(line.startswith(("    ", "\t")) for _, line in lines):
        return
    read = {number for text in source.texts for number, _ in text.lines}
    read |= {heading.line for heading in source.headings}
    read |= {element.line for element in source.elements} | {link.line for link in source.links}
    is_comment, last = False, -1
    for number, line in without_fences(lines)[2]:
        is_comment = (is_comment or "<!--" in line) and "-->" not in line
        is_deep = line.startswith(("    ", "\t")) and HIDDEN not in line and line.strip()
        if is_deep and number not in read and not is_comment:
            if number != last + 1 and SENTENCE.search(line):
                fact = "this line becomes code, because it is indented and belongs to no list"
                yield number, fact, "Take the spaces before it out, or put code between '```'"
            last = number
