"""Parse a data file as YAML.

Answers: is this file valid UTF-8 and plain YAML, and what is its tree? reader.py validates the
values in it.
"""

from collections.abc import Iterator

from knowledge import yaml_tree
from knowledge.data.reader import UNREADABLE
from knowledge.finding import Finding

DATA = "docs/_data"
"""The folder of the data files, from the repository's root."""
MAX_DATA_BYTES = 1536 * 1024
"""Size limit of a data file, in bytes."""
EMPTY = yaml_tree.Scalar("", 1)
"""The tree of a missing or empty file."""


def read_tree(path: str, content: bytes) -> yaml_tree.Tree | Finding | None:
    """Parse one file: its tree, a finding if it is not plain YAML, None if it is too large."""
    if len(content) > MAX_DATA_BYTES:  # rules/files.py reports it
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
            parsed.remedy or "Compare the line, its indent and its quotes with the entry above",
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
