"""Build the same content with the search that the theme ships, for comparison.

    python -m bench.stock_site DIR
    python -m bench.search_report --site DIR

Builds a copy without our hooks, templates and engine.
"""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.search_box import Markup
from bench.site_size import stock_site
from support.cases_site import ROOT

STOCK = Markup(
    opener=".md-search__input",
    input=".md-search__input",
    output=".md-search-result",
    item=".md-search-result__item",
    link=".md-search-result__link",
    event="keyup",
)
"""The search box of Material 9.8."""


def main() -> None:
    """Build the copy into the folder given on the command line."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path, metavar="DIR")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        copy = stock_site(ROOT, Path(made, "stock"))
        command = [sys.executable, "-m", "mkdocs", "build", "--site-dir", options.folder.resolve()]
        subprocess.run(command, cwd=copy, check=True)


if __name__ == "__main__":
    main()
