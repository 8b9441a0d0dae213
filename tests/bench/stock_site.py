"""Build the same content with the search that the theme ships, for comparison.

    python -m bench.stock_site DIR
    python -m bench.search_report --site DIR

Builds a copy without our search: no hook, no template, no engine; the search plugin has its
default settings.
"""

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from support.cases_site import ROOT

CONFIGURED = re.compile(r"(?:  # Set by hand:[^\n]*\n)?  - search:\n.*?(?=  - i18n:)", re.DOTALL)
LAYOUT = re.compile(r"  custom_dir: overrides\n(?:.*\n)*?  favicon: .*\n")
OURS = re.compile(r"  - hooks/(?:search|assets|layout|finish|installed|offline)\.py\n")


def main() -> None:
    """Build the copy into the folder given on the command line."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path, metavar="DIR")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        copy = Path(made, "stock")
        copy.mkdir()
        for folder in ("docs", "hooks"):
            shutil.copytree(ROOT / folder, copy / folder)
        shutil.copy(ROOT / "mkdocs.yml", copy / "mkdocs.yml")
        _rewrite(copy / "mkdocs.yml", CONFIGURED, "  - search\n", 1)
        _rewrite(copy / "mkdocs.yml", LAYOUT, "", 1)
        _rewrite(copy / "mkdocs.yml", OURS, "", 6)
        command = [
            sys.executable,
            "-m",
            "mkdocs",
            "build",
            "--site-dir",
            options.folder.resolve(),
        ]
        subprocess.run(command, cwd=copy, check=True)


def _rewrite(path: Path, pattern: re.Pattern[str], new: str, times: int) -> None:
    text, count = pattern.subn(new, path.read_text("utf-8"))
    assert count == times, f"{path.name} is no longer what this script knows"
    path.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
