"""Split block-level raw HTML and comments from a Markdown text.

Answers: which lines are raw HTML, and which are comments? Follows the HTML preprocessor of
Python-Markdown 3.11 with md_in_html.
"""

import re

from knowledge.markdown.html_tags import ends_early
from knowledge.markdown.inline import ATTRIBUTE, HIDDEN, INDENT, Line, Text

# The block-level elements of Python-Markdown 3.11 (Markdown.block_level_elements).
BLOCK_TAG = re.compile(
    r"[ ]{0,3}<(address|article|aside|blockquote|canvas|center|colgroup|dd|details|div|dl|dt"
    r"|fieldset|figcaption|figure|footer|form|group|h[1-6]|header|hgroup|hr|iframe|legend|li|link"
    r"|main|map|math|menu|meta|nav|noscript|object|ol|option|output|p|pre|progress|script|section"
    r"|source|style|summary|svg|table|tbody|td|textarea|tfoot|th|thead|title|tr|track|ul|video)"
    r"\b([^<>]*)>",
    re.IGNORECASE,
)
PARSED = frozenset({"1", "block", "markdown", "span"})
"""Values of the attribute `markdown` with which md_in_html parses the content of an element."""
TAG = re.compile(r"<(/?)([a-zA-Z][\w-]*+)(?:[^<>\"']|\"[^\"]*\"|'[^']*')*?(/?)>")
RUNNING_TEXT = frozenset(
    {"address", "dd", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "legend", "li", "p", "summary"}
    | {"option", "td", "th", "figcaption"}
)
"""The elements whose content md_in_html parses as running text."""
VOID_TAGS = frozenset(
    {"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source"}
)


def without_raw_html(lines: list[Line]) -> tuple[list[Text], list[Line]]:
    """Split off raw HTML: the block-level HTML as texts, and the lines with placeholders for it."""
    return _separated(list(lines)) if any("<" in line for _, line in lines) else ([], lines)


def _separated(lines: list[Line]) -> tuple[list[Text], list[Line]]:
    """Split off raw HTML from lines that may have any; `lines` is changed in place."""
    raw: list[Text] = []
    kept: list[Line] = []
    last_end = max((i for i, (_, line) in enumerate(lines) if "-->" in line), default=-1)
    index = 0
    while index < len(lines):
        number, line = lines[index]
        tag = BLOCK_TAG.match(line)
        end = _comment_end(lines, index) if index <= last_end else None
        if tag and _is_parsed(tag[2]):
            kept += [(number, tag.group()), (number, "")]
            last, offset = index, tag.end()
            if tag[1].lower() in RUNNING_TEXT:  # indented lines inside are not code
                for at in range(index + 1, _element_end(lines, index)[0] + 1):
                    lines[at] = (lines[at][0], lines[at][1].lstrip(" "))
        elif tag or end:
            last, offset = end or _element_end(lines, index)
            inside = lines[index : last + 1]
            if tag or ends_early("\n".join(text for _, text in inside).split("<!--", 1)[1]):
                raw.append(Text(tuple(inside), is_markdown=False))
            kept.extend((hidden, HIDDEN) for hidden, _ in inside)
        else:
            kept.append((number, line))
            index += 1
            continue
        index = last
        if tail := lines[last][1][offset:].strip():
            # The rest of the line is a block of Markdown, in which a code span hides no tag.
            raw.append(Text(((lines[last][0], tail),), is_markdown=False))
            kept.append((lines[last][0], ""))
            lines[last] = (lines[last][0], tail)
        else:
            index += 1
    return raw, kept


def _is_parsed(attributes: str) -> bool:
    """Whether the content of an element with these attributes is Markdown."""
    found = {each[1].lower(): each[2] for each in ATTRIBUTE.finditer(attributes)}
    value = found.get("markdown", "")
    return value is None or value.strip("\"'") in PARSED


def _comment_end(lines: list[Line], start: int) -> tuple[int, int] | None:
    """Index of the line on which a comment ends, and the offset after it; None if none starts."""
    line = lines[start][1]
    indent = len(line) - len(line.lstrip(" "))
    if indent >= INDENT or not line.startswith("<!--", indent):
        return None
    begun = indent + len("<!--")
    for index in range(start, len(lines)):
        end = lines[index][1].find("-->", begun if index == start else 0)
        if end >= 0:
            return index, end + len("-->")
    return None


def _element_end(lines: list[Line], start: int) -> tuple[int, int]:
    """Index of the line on which a raw element ends, and the offset after it.

    If it is never closed, that is the end of the last line.
    """
    open_tags: list[str] = []
    for index in range(start, len(lines)):
        for tag in TAG.finditer(lines[index][1]):
            closes, name, is_empty = tag[1], tag[2].lower(), tag[3]
            if closes and name in open_tags:
                while open_tags.pop() != name:
                    pass
            elif not closes and not is_empty and name not in VOID_TAGS:
                open_tags.append(name)
            if not open_tags:
                return index, tag.end()
    return len(lines) - 1, len(lines[-1][1])
