"""Apply the cases of tests/cases to a copy of the tiny site.

A rule's folder is named after it and holds its cases, each a file or a folder.

A file: `ja.md` and `en.md` become `case.md` of that language, `mkdocs.yml` replaces the
configuration, every other `.yml` replaces a data file.

A folder: its files are copied to the same paths of the site. `gone.txt` lists files to delete,
`links.txt` symbolic links to create (`path -> target`), `tagged/` holds files as they were at the
last tag, `landed/` files as they were in the last commit of the default branch.

`{LK001}` on a line means that the rule must report that line; the marker is removed from the copy.

`findings.txt` in the rule's folder holds the whole lines that the check prints for all its cases,
in their order. Without it, the test prints what it should hold: read each line as a contributor
would, then save them.
"""

import os
import re
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]
TINY = ROOT / "tests/site/tiny"
CASES = ROOT / "tests/cases"
MARKER = re.compile(rb"[ ]?\{([A-Z]{2}\d{3})\}")
GONE, LINKS, TAGGED, LANDED = "gone.txt", "links.txt", "tagged", "landed"

MOMENT = "1795478400"
"""SOURCE_DATE_EPOCH of the tests (2026-11-24), the date from which ages in the cases count."""

Marks = set[tuple[str, int, str]]
"""Expected findings: (path, 1-based line, code)."""


def copy_tiny_site(folder: Path, *, is_built: bool = True) -> Path:
    """Copy the tiny site into a new folder, with hooks and overrides if it is to be built."""
    shutil.copytree(TINY, folder)
    for name in ("hooks", "overrides") if is_built else ():
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    return folder


def copy_real_site(folder: Path) -> Path:
    """Copy the real site into a new folder, with hooks and overrides."""
    for name in ("docs", "hooks", "overrides"):
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / name, folder / name, ignore=ignored)
    shutil.copy(ROOT / "mkdocs.yml", folder / "mkdocs.yml")
    return folder


def cases_of(code: str) -> list[Path]:
    """Paths of the cases of a rule, sorted."""
    return sorted(
        path for path in (CASES / code).iterdir() if path.is_dir() or path.suffix in (".md", ".yml")
    )


def path_on_site(path: Path) -> str:
    """Path of a case file on the site, from the site's folder."""
    if path.suffix == ".md":
        return f"docs/{path.stem}/case.md"
    return path.name if path.name == "mkdocs.yml" else f"docs/_data/{path.name}"


def apply_case(case: Path, site: Path) -> Marks:
    """Apply one case to a site; returns the expected findings."""
    if case.is_file():
        return _write_case_file(case, site, path_on_site(case))
    if (case / TAGGED).is_dir():
        _commit(case / TAGGED, site)
        git(site, "tag", "v1")
    if (case / LANDED).is_dir():
        _commit(case / LANDED, site)
    for place in _lines(case / GONE):
        (site / place).unlink()
    for line in _lines(case / LINKS):
        place, _, target = line.partition(" -> ")
        (site / place).symlink_to(target)
    marks: Marks = set()
    for path in sorted(case.rglob("*")):
        inside = path.relative_to(case)
        if path.is_file() and inside.parts[0] not in (GONE, LINKS, TAGGED, LANDED):
            marks |= _write_case_file(path, site, inside.as_posix())
    return marks


def _write_case_file(path: Path, site: Path, place: str) -> Marks:
    content = path.read_bytes()
    (site / place).parent.mkdir(parents=True, exist_ok=True)
    (site / place).write_bytes(MARKER.sub(b"", content))
    return {
        (place, number, code.decode())
        for number, line in enumerate(content.split(b"\n"), start=1)
        for code in MARKER.findall(line)
    }


def _lines(path: Path) -> list[str]:
    return path.read_text("utf-8").splitlines() if path.is_file() else []


def _commit(before: Path, site: Path) -> None:
    """Create a git repository whose last commit on `main` has other versions of some files."""
    for path in before.rglob("*"):
        if path.is_file():
            _write_case_file(path, site, path.relative_to(before).as_posix())
    git(site, "init", "--quiet", "--initial-branch=main")
    commit_all(site, "Before")


def commit_all(site: Path, subject: str, *, days: int = 0) -> None:
    """Commit docs/ and mkdocs.yml, dated the given number of days after MOMENT."""
    git(site, "add", "docs", "mkdocs.yml")
    git(site, "commit", "--quiet", "--allow-empty", "-m", subject, days=days)


def git(site: Path, *command: str, days: int = 0) -> str:
    """Run git with a test author, dated days after MOMENT; returns its standard output."""
    moment = f"{int(MOMENT) + days * 86400} +0000"
    names = {"GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment}
    settings = ["-c", "user.name=Tests", "-c", "user.email=tests@library.example"]
    result = subprocess.run(
        ["git", "-C", str(site), *settings, "-c", "commit.gpgsign=false", *command],
        env=os.environ | names,
        capture_output=True,
        text=True,
        check=True,
    )
    return result.stdout
