"""Find malformed Markdown, by repairing a source and parsing it again.

Answers: does a line become a link, a heading, a list or a table once its syntax characters are
ASCII and in the right place? What the parser finds in the repaired text, but not in the original,
is reported as what the author meant. Code is ignored, because the parser finds nothing in it.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from knowledge.finding import excerpt
from knowledge.markdown.blocks import LIST_ITEM, OPENER, TABLE_RULE
from knowledge.markdown.inline import INDENT, Form, Text
from knowledge.markdown.source import Source, read

FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F) if not chr(code).isalnum()}
ASCII_SIGNS = FULL_WIDTH | {0x3000: " "}
"""Full-width signs and the ideographic space, to ASCII; for `str.translate`."""
POSSIBLE_SYNTAX = re.compile(
    r"[＃＊＿｀［］｛｜｝]|\][ ]*[（：]|\]\([^()\n]*[）：；＃　]|^[ 　]*[＞！＋－]|！\[|　[{｛]"
    r"|\{[^{}\n]*[＃：．　]|[（][^（）\n]*[）]\["
)
"""A line in which a full-width character may be meant as Markdown syntax, not as punctuation."""
BULLETS = "・･•‣⁃◦∙▪▫●■◆▶➤"
DASHES = "－＋＊–—−‐ー―─"
Replacement = str | Callable[[re.Match[str]], str]
REPAIRS: tuple[tuple[re.Pattern[str], Replacement], ...] = (
    # Full-width signs.
    (re.compile(r"^.+$", re.M), lambda line: _in_ascii(line[0])),
    # `[text] (target)`, `[text]` and `(target)` on two lines, `(text)[target]`.
    (re.compile(r"\](\s{1,8})\((?=[!-~])"), r"](\1"),
    (re.compile(r"(?<!\])\(([^()\[\]\n]+)\)\[([!-'*-Z^-~]+)\]"), r"[\1](\2)"),
    # A heading after a space, and its id without one or with one too many.
    (re.compile(r"^[ ]{1,3}(?=#{1,6}[ ])", re.M), ""),
    (re.compile(r"^(#{1,6}[^\n{]*[^\s{])(?=\{[#.:])", re.M), r"\1 "),
    (re.compile(r"^(#{1,6}[^\n{]*\{[#.])[ ]+", re.M), r"\1"),
    # Signs that look like the mark of a list.
    (re.compile(rf"^([ ]*)(?:[{BULLETS}]\s*|[{DASHES}][ \t]+)(?=\S)", re.M), r"\1- "),
    # A full-width space before a mark.
    (re.compile(r"^[ ]*\u3000[ \u3000]*(?=(?:[-*+]|\d+\.|#{1,6})[ ]|\|)", re.M), ""),
    # Marks behind a backslash, as some programs export them.
    (re.compile(r"^\\(?=#{2,6}[ ])", re.M), ""),
    (re.compile(r"^([ ]*)\\(?=[-*+][ ].*\n[ ]*\\[-*+][ ])", re.M), r"\1"),
    (re.compile(r"^([ ]*\d{1,2})\\(?=\.[ ].*\n[ ]*\d{1,2}\\\.[ ])", re.M), r"\1"),
)
NUMBERED = re.compile(
    r"^([ ]*)(?:[(（]?([0-9０-９]{1,2})(?:[.．](?![0-9０-９])|[)）])|[①-⑳]"
    r"|(-(?=[^\W\d_])|\*(?=[^\W\d_][^*]*$)))"
    r"[ 　]*(?=\S)"
)
"""A list item in any usual way of numbering, or without a space after its marker."""
ADDRESS = re.compile(r"(?=[^\s]*[.:#/])[!-~]+")
"""A plausible link target: ASCII, with a dot, a colon, a `#` or a slash."""
PAGE = re.compile(r"^\w+:|\.md(?:#|$)")
"""A target that is no picture's: the `!` before its link is the end of a sentence."""
MARK = re.compile(r"\s*(#{1,6}|[>|*+-]|\d+\.)")
HEADING = re.compile(r"#{1,6}[ ]|#{2,6}[^#]|#[^#\n]*\{#")
"""A heading that is meant as one: '#1' may be a number."""
LATER_NUMBER = re.compile(r"\s*(?!0*1\.)\d")
"""A line with another number than 1: alone, it may be the end of a sentence, such as '1990.'."""
ROW = "a row of a table"

Item = tuple[str, int, str]
"""Kind of an element, its 1-based line, and a key that is unique for this kind on the line."""


@dataclass(frozen=True, slots=True)
class Repair:
    """Something that Markdown does not find in a source as it is written."""

    line: int
    """1-based line of the file."""
    what: str
    """With its article: `a link`."""
    written: str
    """How to write it, so that Markdown finds it."""


def repairs(source: Source) -> Iterator[Repair]:
    """Find what becomes Markdown after a repair, by line; once for each list or table."""
    repaired = source.body
    for pattern, replacement in REPAIRS:
        repaired = pattern.sub(replacement, repaired)
    repaired = _with_numbers(repaired)
    if repaired == source.body or source.excess or source.front_matter_end < 0:
        return
    front_matter = "---\n" + "#\n" * (source.front_matter_end - 2) + "---\n"
    text = (front_matter if source.front_matter_end > 1 else "") + repaired
    then = read(source.path, text.encode())
    before, last = _items(source), ("", 0)
    for item, written in sorted(_items(then).items(), key=lambda found: _order(found[0])):
        what, line, _ = item
        if item not in before:
            if what == ROW and last[0] == "a table" and line <= last[1] + 1:
                what, line = "a table", max(line, last[1])  # the table is named already
            elif what not in ("a list", "a quotation") or last != (what, line - 1):
                yield Repair(line, what, excerpt(written))
            # The line below the head of a table comes with it.
            last = what, line + (item[0] == "a table")


def stuck_blocks(source: Source) -> Iterator[Repair]:
    """Find lists and tables that Markdown parses as a part of the paragraph above them."""
    for text, following in pairwise(source.texts):
        if following.lines[0][0] == text.lines[-1][0] + 1:
            yield from _stuck_list(source, text, following)
    yield from _swallowed_lines(source)
    for text in source.texts:
        for (line, row), (_, rule) in pairwise(text.lines[1:]):
            if "|" in row and "|" in rule and TABLE_RULE.match(rule):
                yield Repair(line, "a table", "an empty line above it")


def empty_boxes(source: Source) -> Iterator[int]:
    """The 1-based lines of boxes (`!!! note`) with nothing indented below them."""
    for line, own, below in _boxes(source):
        text = next((source.line(each) for each in below), "")
        if not text.startswith(" " * (own + INDENT)):
            yield line


def outside_boxes(source: Source) -> Iterator[int]:
    """The 1-based lines indented by too few spaces to belong to the box above them."""
    for line, own, below in _boxes(source):
        depths = ((n, len(source.line(n)) - len(source.line(n).lstrip())) for n in below)
        end, depth = next(((n, d) for n, d in depths if d < own + INDENT), (0, 0))
        if own < depth and end > line + 1 and not source.line(end - 1).strip():
            yield end


def _boxes(source: Source) -> Iterator[tuple[int, int, Iterator[int]]]:
    """The 1-based line of each box, its indent, and the lines with text below it."""
    end = source.front_matter_end + source.body.count("\n") + 2
    for line in dict.fromkeys(element.line for element in source.elements):
        opener = source.line(line)
        if OPENER.match(opener.lstrip()):
            below = (each for each in range(line + 1, end) if source.line(each).strip())
            yield line, len(opener) - len(opener.lstrip()), below


def _swallowed_lines(source: Source) -> Iterator[Repair]:
    """The first line right below a table without `|`: Markdown makes it a row of the table."""
    last_row = 0
    for text in source.texts:
        line, row = text.lines[0]
        if "|" in row and len(text.lines) == 1:
            if last_row == line - 1 or TABLE_RULE.match(row):
                last_row = line
        elif last_row == line - 1 and last_row and "\t" not in source.line(line).strip():
            yield Repair(line, "a paragraph", "an empty line above it")


def _stuck_list(source: Source, text: Text, following: Text) -> Iterator[Repair]:
    """The list that begins right below a paragraph, or that is not indented by a whole level."""
    line, above = following.lines[0][0], source.line(text.lines[0][0])
    mark, mark_above = LIST_ITEM.match(source.line(line)), LIST_ITEM.match(above)
    is_alone = not LIST_ITEM.match(source.line(line + 1))
    is_sentence = is_alone and LATER_NUMBER.match(source.line(line))
    if mark and above.strip() == text.lines[0][1] and not is_sentence:
        yield Repair(line, "a list", "an empty line above it")
    elif mark and mark_above and len(mark[1]) % INDENT and len(mark[1]) > len(mark_above[1]):
        level = len(mark_above[1]) // INDENT + 1
        yield Repair(line, "a list inside of a list", f"{level * INDENT} spaces before it")


def _in_ascii(line: str) -> str:
    """A line with its full-width signs in ASCII, if any of them may be meant for Markdown."""
    return line.translate(ASCII_SIGNS) if POSSIBLE_SYNTAX.search(line) else line


def _with_numbers(body: str) -> str:
    """Replace other ways of numbering with `1. ` on lines next to another (possible) list item."""
    lines = body.split("\n")
    numbered = [NUMBERED.match(line) for line in lines]
    for index, found in enumerate(numbered):
        near = range(max(index - 1, 0), min(index + 2, len(lines)))
        others = (each for each in near if each != index)
        if found and any(numbered[each] or LIST_ITEM.match(lines[each]) for each in others):
            digits = (found[2] or "1").translate({0xFF10 + n: 0x30 + n for n in range(10)})
            mark = found[3] or f"{digits}."
            lines[index] = f"{found[1]}{mark} {lines[index][found.end() :]}"
    return "\n".join(lines)


def _items(source: Source) -> dict[Item, str]:
    """What the parser finds in a source, each with how it is written."""
    found = dict(_links(source))
    for heading in source.headings:
        if HEADING.match(raw := source.line(heading.line)):
            anchor = f" {{#{heading.id}}}" if heading.id else ""
            found["a heading", heading.line, f"{heading.level} {heading.id}"] = _mark(raw) + anchor
    for text in source.texts:
        line, content = text.lines[0]
        for what in _containers(source.line(line), content):
            found[what, line, ""] = _mark(source.line(line))
        if len(text.lines) == 1 and "|" in content and TABLE_RULE.match(content):
            found["a table", line - 1, ""] = _mark(source.line(line - 1))
        elif len(text.lines) == 1 and content.startswith("|"):
            found[ROW, line, str(content.count("|"))] = content
    return found


def _links(source: Source) -> Iterator[tuple[Item, str]]:
    for link in source.links:
        if ADDRESS.fullmatch(link.target) and link.form in (Form.INLINE, Form.IMAGE):
            is_picture = link.is_loaded and not PAGE.search(link.target)
            what, sign = ("a picture", "!") if is_picture else ("a link", "")
            yield (what, link.line, link.target), f"{sign}[{link.text}]({link.target})"


def _containers(raw: str, content: str) -> Iterator[str]:
    """The containers whose first line a text is: a list or a quotation."""
    mark = LIST_ITEM.match(raw)
    if mark and mark[2].strip() == content.strip():
        yield "a list"
    if raw.lstrip().startswith(">") and not content.startswith(">"):
        yield "a quotation"


def _mark(line: str) -> str:
    """The marker at the beginning of a repaired line, with `...` for the unchanged words."""
    return f"{(found := MARK.match(line)) and found[1]} ..."


def _order(item: Item) -> tuple[int, bool]:
    """Sort key: line; then table rows last, because a row may be the head of a table."""
    return item[1], item[0] == ROW
