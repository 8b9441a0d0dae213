"""Block-level raw HTML and comments of a Markdown text.

Answers: which lines are not Markdown but HTML, and which does nobody see? Follows the HTML
preprocessor of Python-Markdown 3.11 with md_in_html.
"""

from __future__ import annotations

import re

from knowledge.inline import HIDDEN, INDENT, Line, Text, ends_early

BLOCK_TAG = re.compile(
    r"[ ]{0,3}<(address|article|aside|blockquote|center|details|div|dl|fieldset|figure|footer|form"
    r"|h[1-6]|header|hr|iframe|main|math|menu|nav|noscript|object|ol|p|pre|script|section|style"
    r"|summary|svg|table|tbody|td|tfoot|th|thead|tr|ul|video)\b([^<>]*)>",
    re.IGNORECASE,
)
TAG = re.compile(r"<(/?)([a-zA-Z][\w-]*)(?:[^<>\"']|\"[^\"]*\"|'[^']*')*?(/?)>")
VOID_TAGS = frozenset(
    {"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source"}
)


def without_raw_html(lines: list[Line]) -> tuple[list[Text], list[Line]]:
    """Block-level raw HTML as texts of their own; the lines with it and with comments emptied."""
    raw: list[Text] = []
    kept: list[Line] = []
    last_end = max((i for i, (_, line) in enumerate(lines) if "-->" in line), default=-1)
    index = 0
    while index < len(lines):
        number, line = lines[index]
        start = line.lstrip(" ")
        if start.startswith("<!--") and len(line) - len(start) < INDENT and index <= last_end:
            end = _comment_end(lines, index)
            if end is not None:
                comment = "\n".join(text for _, text in lines[index : end + 1])
                if ends_early(comment.split("<!--", 1)[1]):
                    raw.append(Text(tuple(lines[index : end + 1]), is_markdown=False))
                kept.extend((hidden, HIDDEN) for hidden, _ in lines[index:end])
                last, after = lines[end][0], lines[end][1].split("-->", 1)[1]
                kept.append((last, after if after.strip() else HIDDEN))
                index = end + 1
                continue
        tag = BLOCK_TAG.match(line)
        if tag and not re.search(r"\bmarkdown\b", tag.group(2)):
            end = _element_end(lines, index)
            raw.append(Text(tuple(lines[index : end + 1]), is_markdown=False))
            kept.extend((hidden, HIDDEN) for hidden, _ in lines[index : end + 1])
            index = end + 1
            continue
        kept.append((number, line))
        index += 1
    return raw, kept


def _comment_end(lines: list[Line], start: int) -> int | None:
    rest = lines[start][1].split("<!--", 1)[1]
    if "-->" in rest:
        return start
    following = range(start + 1, len(lines))
    return next((index for index in following if "-->" in lines[index][1]), None)


def _element_end(lines: list[Line], start: int) -> int:
    """The index of the line on which a raw element ends; the last line where nothing ends it."""
    open_tags: list[str] = []
    for index in range(start, len(lines)):
        for closes, name, is_empty in TAG.findall(lines[index][1]):
            tag = name.lower()
            if closes and tag in open_tags:
                while open_tags.pop() != tag:
                    pass
            elif not closes and not is_empty and tag not in VOID_TAGS:
                open_tags.append(tag)
        if not open_tags:
            return index
    return len(lines) - 1
