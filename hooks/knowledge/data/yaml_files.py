"""The bytes of a data file as a tree.

Answers: is this file plain UTF-8 and plain YAML, and what stands in it? Does not ask what its
values mean: that is for reader.py.
"""

from __future__ import annotations

from collections.abc import Iterator

from knowledge import yaml_tree
from knowledge.data.reader import UNREADABLE
from knowledge.finding import Finding

DATA = "docs/_data"
"""The folder of the data files, from the repository's root."""
LARGEST_DATA = 128 * 1024
"""Bytes of a data file."""
EMPTY = yaml_tree.Scalar("", 1)
"""What a file that is missing or empty is read as."""


def read_tree(path: str, content: bytes) -> yaml_tree.Tree | Finding | None:
    """One file as a tree, or why it is none; None where it is too large to be looked at."""
    if len(content) > LARGEST_DATA:  # safety.py reports it
        return None
    for fault in _faults_of_bytes(content):
        return Finding(path, fault.line, UNREADABLE, fault.problem, "Save the file as plain UTF-8")
    parsed = yaml_tree.parse(content.decode("utf-8").replace("\r\n", "\n"))
    if isinstance(parsed, yaml_tree.Fault):
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
