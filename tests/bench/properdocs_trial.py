"""Trial of ProperDocs, the fork of MkDocs 1.x: does it build this site, and identically?

Installs it into a temporary virtual environment; it is not in our locks.
"""

import sys
import tempfile
from pathlib import Path

from bench.run_measured import Run, run
from bench.save_to_page import seconds_to_see
from support.cases_site import ROOT

PACKAGE = "properdocs"
EDITS = 3


def trial(site: Path) -> str:
    """Build and preview the site with ProperDocs; the result in one sentence.

    Args:
        site: a folder with mkdocs.yml, hooks and overrides.
    """
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        python = str(folder / "venv/bin/python")
        if problem := _install(folder, python):
            return problem
        version = run([python, "-m", "pip", "show", PACKAGE], folder).output.split("\n")[1]
        version = version.replace("Version:", PACKAGE)
        theirs = _build([python, "-m", PACKAGE], site, folder / "theirs")
        if theirs.exit_code:
            return f"{version}: the strict build fails: {theirs.output.strip()[-300:]}"
        ours = _build([sys.executable, "-m", "mkdocs"], site, folder / "ours")
        different = _different(folder / "theirs", folder / "ours")
        return (
            f"{version}: the strict build passes, {len(different)} files differ from MkDocs' "
            f"({', '.join(different[:3]) or 'none'}), processor time "
            f"{theirs.processor / ours.processor:.2f} of MkDocs', {_serves(python, site)}"
        )


def _serves(python: str, site: Path) -> str:
    """Describe whether its preview shows a saved change, and how fast."""
    try:
        seconds = seconds_to_see(site, EDITS, (python, "-m", PACKAGE))
    except TimeoutError:
        return "its preview shows no save"
    return f"its preview shows a save after {seconds:.2f} s"


def _install(folder: Path, python: str) -> str:
    """Create the environment; returns the reason if that fails, else an empty text."""
    pip = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    steps = (
        [sys.executable, "-m", "venv", str(folder / "venv")],
        [*pip, "--require-hashes", "-r", str(ROOT / "requirements.txt")],
        [*pip, PACKAGE],
    )
    for step in steps:
        if run(step, folder).exit_code:
            return f"not measured: '{step[-1]}' could not be installed"
    return ""


def _build(program: list[str], site: Path, built: Path) -> Run:
    return run([*program, "build", "--strict", "--site-dir", str(built)], site)


def _different(first: Path, second: Path) -> list[str]:
    """Files that differ between two folders or exist in one of them only."""
    folders = (first, second)
    found = [
        {p.relative_to(f).as_posix(): p.read_bytes() for p in f.rglob("*") if p.is_file()}
        for f in folders
    ]
    names = sorted(found[0].keys() | found[1].keys())
    return [name for name in names if found[0].get(name) != found[1].get(name)]
