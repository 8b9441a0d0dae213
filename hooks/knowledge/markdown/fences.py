"""Code fences of a Markdown text.

Answers: which lines are code, and which fence is never closed? Follows pymdownx.superfences 11:
a fence may stand at any indent and inside a quotation.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass

from knowledge.markdown.html_tags import Element, attributes_in_list
from knowledge.markdown.inline import HIDDEN, Line

FENCE = re.compile(
    r"(?P<indent>[> ]*)(?P<fence>`{3,}|~{3,})[ ]*"
    r"(?:\{(?P<attributes>[^{}]*)\}"
    r"|[\w#.+-]*(?P<options>(?:[ ]+[\w-]+(?:=(?:\"[^\"]*\"|'[^']*'))?)*))[ ]*$"
)


@dataclass(frozen=True, slots=True)
class OpenFence:
    """A code fence that is never closed, so that its content is no code, or closed too late."""

    line: int
    fence: str
    next_line: int = 0
    """1-based line of the next fence, if this one is closed only at the end of that; else 0."""


def without_fences(lines: list[Line]) -> tuple[list[OpenFence], list[Element], list[Line]]:
    """Replace every code fence with one placeholder line.

    Returns:
        The fences that are not closed where they should be, the attributes in the headers of the
        others, and the lines without code.
    """
    if not any("```" in line or "~~~" in line for _, line in lines):
        return [], [], lines
    faults: list[OpenFence] = []
    headers: list[Element] = []
    kept: list[Line] = []
    closers = _closing_lines(lines)
    index = 0
    while index < len(lines):
        number, line = lines[index]
        opener = FENCE.match(line)
        if opener is None:
            kept.append((number, line))
            index += 1
            continue
        end = _fence_end(lines, index, opener, closers)
        if end is None:
            faults.append(OpenFence(number, opener["fence"]))
            kept.append((number, line))
            index += 1
        else:
            if swallowed := _fence_inside(lines[index + 1 : end], opener["fence"]):
                faults.append(OpenFence(number, opener["fence"], swallowed))
            if opener["attributes"]:
                given = attributes_in_list(opener["attributes"])
                language = next((each for each in given if each[0] == "class"), None)
                headers.append(Element(number, "", tuple(e for e in given if e is not language)))
            if opener["options"]:  # only a title among them reaches the page
                options = attributes_in_list(opener["options"])
                titles = tuple(each for each in options if each[0] == "title")
                headers.append(Element(number, "", titles))
            # Text that follows without an empty line is in the same paragraph.
            kept.append((number, opener["indent"] + HIDDEN))
            index = end + 1
    return faults, headers, kept


def _fence_inside(lines: list[Line], fence: str) -> int:
    """1-based line in a code block that opens another one: same fence, a language; 0 if none."""
    for number, line in lines:
        found = FENCE.match(line)
        if found and found["fence"] == fence and line.strip(" >") != fence:
            return number
    return 0


def _closing_lines(lines: list[Line]) -> dict[str, list[int]]:
    """For each bare fence, the indices of the lines that consist of it, in order."""
    closers: dict[str, list[int]] = {}
    for index, (_, line) in enumerate(lines):
        bare = line.strip(" >")
        if bare.startswith(("```", "~~~")) and len(set(bare)) == 1:
            closers.setdefault(bare, []).append(index)
    return closers


def _fence_end(
    lines: list[Line], start: int, opener: re.Match[str], closers: dict[str, list[int]]
) -> int | None:
    """Index of the line that closes a fence; None if its container or the text ends before."""
    candidates = closers.get(opener["fence"], [])
    following = bisect_right(candidates, start)
    if following == len(candidates):
        return None
    end = candidates[following]
    indent = len(opener["indent"]) if ">" not in opener["indent"] else 0
    inside = lines[start + 1 : end + 1]
    leaves = any(line.strip() and not line.startswith(" " * indent) for _, line in inside)
    return None if leaves else end
