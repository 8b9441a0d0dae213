"""Read earlier versions of the sources from git.

Answers: what were the sources at the last tag, at each earlier commit, and where this branch left
the default branch? Without git, a tag or a commit the answers are empty; nothing is raised.
"""

import hashlib
import itertools
import os
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from knowledge.site.languages import DOCS
from knowledge.site.mkdocs_yml import CONFIGURATION

GIT_TIMEOUT = 20
"""Timeout of a git command, in seconds."""
DEFAULT_BRANCHES = ("refs/remotes/origin/HEAD", "refs/remotes/origin/main", "refs/heads/main")
"""Possible refs of the default branch, the most reliable first."""
SHA1_DIGITS = 40
MADE_OF = ("hooks", "overrides")
"""Folders beside the content that the site is made of."""
COMPILED = "__pycache__/"


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
    """Yield commit and content of every version of a file, the newest first; follows renames."""
    shown = ("--follow", "--name-only", "--relative", "--format=%x00%H")
    log = _lines(root, "log", *shown, "--", path)
    wanted = [(commit, name) for commit, name in itertools.pairwise(log) if commit[0] == "\0"]
    names = [(commit[1:], name) for commit, name in wanted if name[0] != "\0"]
    for (commit, _), content in zip(names, contents_at(root, names), strict=True):
        if content is not None:
            yield commit, content


def base_commit(root: Path, branch: str = "") -> str:
    """The newest commit that HEAD shares with the default branch; empty if unknown.

    On the default branch that is the last pushed commit, or HEAD if nothing was pushed. `branch` is
    the one that a pull request goes to, by its name at origin; empty outside of one.
    """
    names = [f"refs/remotes/origin/{branch}"] if branch else DEFAULT_BRANCHES
    bases = (_lines(root, "merge-base", name, "HEAD") for name in names)
    return next((base[0] for base in bases if base), "")


def changed_since(root: Path, commit: str, now: Mapping[str, bytes]) -> dict[str, bytes | None]:
    """The old contents of the files that changed since a commit, by path; None for new files.

    Compares blob ids, and neither reads the index nor runs a filter or another program that the git
    configuration of a folder may name. `now` has every source, data file, picture and configuration
    as on disk, by path.
    """
    ids = _blob_ids(root, commit, DOCS, CONFIGURATION)
    length = len(next(iter(ids.values()), ""))
    same = {path for path, content in now.items() if _blob_id(content, length) == ids.get(path)}
    # An empty listing means that git failed, not that the commit has no files.
    changed = sorted({*ids, *now} - same) if ids else []
    return dict(zip(changed, contents_at(root, [(commit, path) for path in changed]), strict=True))


def changed_elsewhere(root: Path, commit: str) -> list[str]:
    """The files outside of the content that differ from a commit, or are new, sorted by path.

    Files that were added and are not committed count where the site is made of them.
    """
    then, now = (_blob_ids(root, each) for each in (commit, "HEAD"))
    length = len(next(iter(then.values()), ""))
    names = {*then, *now}
    for folder in MADE_OF:
        names |= {p.relative_to(root).as_posix() for p in (root / folder).rglob("*") if p.is_file()}
    return sorted(
        path
        for path in names
        if not path.startswith(f"{DOCS}/")
        and path != CONFIGURATION
        and COMPILED not in path
        and _blob_id_on_disk(root / path, length) != then.get(path)
    )


def _blob_id_on_disk(path: Path, length: int) -> str | None:
    """The blob id of a file, or of where a symbolic link leads; None if it is gone."""
    try:
        content = str(path.readlink()).encode() if path.is_symlink() else path.read_bytes()
    except OSError:
        return None
    return _blob_id(content, length)


def day_of(root: Path, commit: str) -> str:
    """The day of a commit, YYYY-MM-DD."""
    return "".join(_lines(root, "log", "-1", "--format=%cs", commit))


@lru_cache(maxsize=1)
def last_days(root: Path) -> Mapping[str, str]:
    """The day each file below docs/ last changed, YYYY-MM-DD, by path; cached.

    Empty without git history or in a shallow clone, in which the days would be too new.
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


def last_commit_time(root: Path) -> int | None:
    """The time of the last commit, in seconds since 1970-01-01 UTC; None without a commit."""
    text = "".join(_lines(root, "log", "-1", "--format=%ct"))
    return int(text) if text.isdigit() else None


def has_commit(root: Path) -> bool:
    """Whether the folder is in a git repository with at least one commit."""
    return bool(_lines(root, "rev-parse", "--verify", "HEAD"))


def is_shallow(root: Path) -> bool:
    """Whether the repository is a shallow clone."""
    return _lines(root, "rev-parse", "--is-shallow-repository") == ["true"]


def contents_at(root: Path, wanted: Iterable[tuple[str, str]]) -> list[bytes | None]:
    """The contents of files at commits, from (commit, path), in order; None for missing files."""
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


def _blob_ids(root: Path, commit: str, *paths: str) -> dict[str, str]:
    """The blob id of each file of a commit, by path; only below `paths`, if there are some."""
    listed = _lines(root, "ls-tree", "-r", "-z", commit, "--", *paths, separator="\0")
    entries = (line.partition("\t") for line in listed)
    return {path: entry.split(" ")[2] for entry, _, path in entries}


def _blob_id(content: bytes, length: int) -> str:
    """Git's blob id of a content: SHA-1 if ids have `length` 40, else SHA-256."""
    data = b"blob %d\0" % len(content) + content
    if length == SHA1_DIGITS:
        return hashlib.sha1(data, usedforsecurity=False).hexdigest()
    return hashlib.sha256(data).hexdigest()


def _lines(root: Path, *command: str, separator: str = "\n") -> list[str]:
    text = _output(root, *command).decode("utf-8", errors="replace")
    return [line for line in text.split(separator) if line]


def _output(root: Path, *command: str, given: bytes = b"") -> bytes:
    """The output of a git command; empty if git is missing, fails or times out."""
    if not _is_in_repository(root):
        return b""
    try:
        answer = subprocess.run(
            ["git", "-C", str(root), "-c", "core.quotepath=off", *command],
            input=given,
            capture_output=True,
            timeout=GIT_TIMEOUT,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return b""
    return answer.stdout if answer.returncode == 0 else b""


def _is_in_repository(root: Path) -> bool:
    """Whether git may find a repository: asking it takes longer than a look at the folders."""
    here = root.resolve()
    return "GIT_DIR" in os.environ or any((f / ".git").exists() for f in (here, *here.parents))
