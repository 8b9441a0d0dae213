"""Puts the case files of tests/cases onto a copy of the tiny site.

A case is a folder named after its rule. `ja.md` and `en.md` become that language's scratch page,
`mkdocs.yml` replaces the configuration, every other `.yml` a data file. `{LK001}` on a line says
that the rule must report that line; the marker is taken out before anything reads the file.
"""

import re
import shutil
from pathlib import Path

ROOT = Path(__file__).parent.parent
TINY = ROOT / "tests/site/tiny"
CASES = ROOT / "tests/cases"
MARKER = re.compile(rb"[ ]?\{([A-Z]{2}\d{3})\}")

MOMENT = "1795478400"
"""Seconds since 1970: 2026-11-24, the moment from which the ages in the cases count."""


def copy_tiny_site(folder: Path, *, is_built: bool = True) -> Path:
    """The tiny site in a folder that is new; with hooks and overrides where it is to be built."""
    shutil.copytree(TINY, folder)
    for name in ("hooks", "overrides") if is_built else ():
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "docs/_data/interface.yml", folder / "docs/_data/interface.yml")
    return folder


def case_files(code: str) -> list[Path]:
    """The files of a case that go onto the site."""
    return sorted(path for path in (CASES / code).iterdir() if path.suffix in (".md", ".yml"))


def place_of(path: Path) -> str:
    """Where a case file goes, as a path from the site's folder."""
    if path.suffix == ".md":
        return f"docs/{path.stem}/case.md"
    return path.name if path.name == "mkdocs.yml" else f"docs/_data/{path.name}"


def lay(path: Path, folder: Path) -> set[tuple[str, int, str]]:
    """Put one case file onto a site; what must be reported: path, line and code."""
    content = path.read_bytes()
    expected = {
        (place_of(path), number, code.decode())
        for number, line in enumerate(content.split(b"\n"), start=1)
        for code in MARKER.findall(line)
    }
    (folder / place_of(path)).write_bytes(MARKER.sub(b"", content))
    return expected
