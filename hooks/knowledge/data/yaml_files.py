"""Parse a data file as YAML.

Answers: is this file valid UTF-8 and plain YAML, and what is its tree? reader.py validates the
values in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from knowledge import yaml_tree
from knowledge.data.reader import UNREADABLE
from knowledge.finding import Finding

DATA = "docs/_data"
"""The folder of the data files, from the repository's root."""
LARGEST_DATA = 128 * 1024
"""Size limit of a data file, in bytes."""
WIDE_COLON = re.compile(r"\s*(?:-\s+)?\{?\s*([a-z_][A-Za-z_-]*)\s*\uff1a")
EMPTY = yaml_tree.Scalar("", 1)
"""The tree of a missing or empty file."""


def wide_colons(lines: Iterable[str]) -> Iterator[tuple[int, str]]:
    """The 1-based lines of YAML on which a full-width colon stands behind a key, with the key."""
    for number, line in enumerate(lines, start=1):
        if found := WIDE_COLON.match(line):
            yield number, found[1]


def wide_colon(key: str) -> tuple[str, str]:
    """Fact and remedy for a full-width colon behind a key."""
    return f"the colon behind '{key}' is full-width, so it ends no key", f"Write '{key}: '"


def read_tree(path: str, content: bytes) -> yaml_tree.Tree | Finding | None:
    """Parse one file: its tree, a finding if it is not plain YAML, None if it is too large."""
    if len(content) > LARGEST_DATA:  # rules/files.py reports it
        return None
    for fault in _faults_of_bytes(content):
        return Finding(path, fault.line, UNREADABLE, fault.problem, "Save the file as plain UTF-8")
    parsed = yaml_tree.parse(content.decode("utf-8").replace("\r\n", "\n"))
    if isinstance(parsed, yaml_tree.Fault):
        for line, key in wide_colons(content.decode("utf-8").split("\n")):
            return Finding(path, line, UNREADABLE, *wide_colon(key))
        return Finding(
            path,
            parsed.line,
            UNREADABLE,
            f"this is not plain YAML: {parsed.problem}",
            "Compare the line, its indent and its quotes with the entry above",
        )
    return parsed


def _faults_of_bytes(content: bytes) -> Iterator[yaml_tree.Fault]:
    if b"\0" in content:
        yield yaml_tree.Fault(
            1 + content[: content.index(b"\0")].count(b"\n"), "a NUL byte stands here"
        )
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = 1 + content[: error.start].count(b"\n")
        yield yaml_tree.Fault(line, f"the byte 0x{content[error.start]:02x} here is not UTF-8")
