"""What git remembers of the sources.

Answers: how did the pages read at the last tag, at each commit before this one, and where this
branch left the default branch? Says nothing where there is no git, no tag or no commit; never
fails for it.
"""

from __future__ import annotations

import hashlib
import itertools
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from knowledge.site.languages import DOCS
from knowledge.site.mkdocs_yml import CONFIGURATION

PATIENCE = 20
"""Seconds after which an answer of git counts as none."""
DEFAULT_BRANCHES = ("refs/remotes/origin/HEAD", "refs/remotes/origin/main", "refs/heads/main")
"""Where the default branch may be, the most certain first."""
SHA1_DIGITS = 40


def at_last_tag(root: Path) -> dict[str, bytes] | None:
    """The sources at the newest tag that this commit contains, by path; None without a tag."""
    tag = _lines(root, "describe", "--tags", "--abbrev=0")
    if not tag:
        return None
    names = _lines(root, "ls-tree", "-r", "--name-only", "-z", tag[0], "--", DOCS, separator="\0")
    paths = [name for name in names if name.endswith(".md")]
    contents = contents_at(root, [(tag[0], path) for path in paths])
    return {path: text for path, text in zip(paths, contents, strict=True) if text is not None}


def versions(root: Path, path: str) -> Iterator[tuple[str, bytes]]:
    """Every version of a file with its commit, the newest first; under older names too.

    Args:
        root: the repository's root.
        path: posix path from the root.
    """
    shown = ("--follow", "--name-only", "--relative", "--format=%x00%H")
    log = _lines(root, "log", *shown, "--", path)
    wanted = [(commit, name) for commit, name in itertools.pairwise(log) if commit[0] == "\0"]
    names = [(commit[1:], name) for commit, name in wanted if name[0] != "\0"]
    for (commit, _), content in zip(names, contents_at(root, names), strict=True):
        if content is not None:
            yield commit, content


def base_commit(root: Path, branch: str = "") -> str:
    """The newest commit that HEAD shares with the default branch; empty where nobody knows.

    On the default branch that is the last commit that was pushed, or HEAD where nothing is.

    Args:
        root: the repository's root.
        branch: the branch that a pull request goes to, by its name at origin; empty outside of one.
    """
    names = [f"refs/remotes/origin/{branch}"] if branch else DEFAULT_BRANCHES
    bases = (_lines(root, "merge-base", name, "HEAD") for name in names)
    return next((base[0] for base in bases if base), "")


def earlier(root: Path, commit: str, now: Mapping[str, bytes]) -> dict[str, bytes | None]:
    """The files that were otherwise at a commit, by path; None for what was not there.

    Compares the names that git gives to contents, and neither asks the index nor calls a filter or
    another program that the settings of a folder may name.

    Args:
        root: the repository's root.
        commit: the commit.
        now: every source, data file and configuration as on disk, by path.
    """
    listed = _lines(root, "ls-tree", "-r", "-z", commit, "--", DOCS, CONFIGURATION, separator="\0")
    ids = {
        path: entry.split(" ")[2]
        for entry, _, path in (line.partition("\t") for line in listed)
        if path in now or path.endswith((".md", ".yml"))
    }
    length = len(next(iter(ids.values()), ""))
    same = {path for path, content in now.items() if _blob_id(content, length) == ids.get(path)}
    # Without an answer nothing is known, which is not the same as a commit without files.
    changed = sorted({*ids, *now} - same) if ids else []
    return dict(zip(changed, contents_at(root, [(commit, path) for path in changed]), strict=True))


def day_of(root: Path, commit: str) -> str:
    """The day of a commit, YYYY-MM-DD."""
    return "".join(_lines(root, "log", "-1", "--format=%cs", commit))


@lru_cache(maxsize=1)
def last_days(root: Path) -> Mapping[str, str]:
    """The day on which each file below docs/ last changed, YYYY-MM-DD, by path; asked for once.

    Empty where the past is not known, or only in part: a day that is too new would not be true.
    """
    if is_shallow(root):
        return {}
    days: dict[str, str] = {}
    day = ""
    shown = ("--name-only", "--relative", "--no-renames", "--format=%x00%cs")
    for line in _lines(root, "log", *shown, "--", DOCS):
        if line[0] == "\0":
            day = line[1:]
        else:
            days.setdefault(line, day)
    return days


def is_there(root: Path) -> bool:
    """Whether the folder is in a repository that has a commit."""
    return bool(_lines(root, "rev-parse", "--verify", "HEAD"))


def is_shallow(root: Path) -> bool:
    """Whether the repository was cloned without its whole past."""
    return _lines(root, "rev-parse", "--is-shallow-repository") == ["true"]


def contents_at(root: Path, wanted: Iterable[tuple[str, str]]) -> list[bytes | None]:
    """The contents of files at commits, in order; None for what was not there."""
    names = [f"{commit}:./{path}" for commit, path in wanted]
    if not names or any("\n" in name for name in names):
        return [None] * len(names)
    output = _output(root, "cat-file", "--batch", given="\n".join(names).encode() + b"\n")
    found: list[bytes | None] = []
    offset = 0
    for _ in names:
        end = output.find(b"\n", offset)
        header = output[offset : end if end >= 0 else len(output)].rsplit(b" ", 2)
        if end < 0 or len(header) != 3 or not header[2].isdigit():  # noqa: PLR2004
            offset = end + 1 if end >= 0 else len(output)
            found.append(None)
            continue
        start, size = end + 1, int(header[2])
        found.append(output[start : start + size])
        offset = start + size + 1
    return found


def _blob_id(content: bytes, length: int) -> str:
    """What git calls a content: SHA-1, or SHA-256 in repositories that ask for it."""
    data = b"blob %d\0" % len(content) + content
    if length == SHA1_DIGITS:
        return hashlib.sha1(data, usedforsecurity=False).hexdigest()
    return hashlib.sha256(data).hexdigest()


def _lines(root: Path, *command: str, separator: str = "\n") -> list[str]:
    text = _output(root, *command).decode("utf-8", errors="replace")
    return [line for line in text.split(separator) if line]


def _output(root: Path, *command: str, given: bytes = b"") -> bytes:
    """What git answers; nothing where it is not there or refuses."""
    try:
        answer = subprocess.run(
            ["git", "-C", str(root), "-c", "core.quotepath=off", *command],
            input=given,
            capture_output=True,
            timeout=PATIENCE,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return b""
    return answer.stdout if answer.returncode == 0 else b""
