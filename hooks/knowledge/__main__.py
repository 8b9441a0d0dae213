"""The checks from a command line: `python -m knowledge check`.

Prints one line for each finding and a summary. Exits with 0 when there is no error, with 1 when
there is one, with 2 when the configuration cannot be read or the call is unknown.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from knowledge.finding import format_finding, format_summary
from knowledge.languages import ConfigurationError, source_in
from knowledge.rules import NOTICES, RULES_PAGE, findings
from knowledge.site import load


def main(arguments: list[str]) -> int:
    """Run one command; what to exit with."""
    parser = argparse.ArgumentParser(
        prog="knowledge", description="Checks the sources of the site."
    )
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", help="check every source, without a build")
    check.add_argument("root", nargs="?", default=".", help="the folder that holds mkdocs.yml")
    return _check(Path(parser.parse_args(arguments).root))


def _check(root: Path) -> int:
    try:
        site = load(root)
    except ConfigurationError as error:
        print(f"{error}", file=sys.stderr)
        return 2
    found = findings(site)
    for finding in found:
        print(format_finding(finding))
    pages = [source_in(language, RULES_PAGE) for language in site.languages.codes]
    print(format_summary(found, NOTICES, pages))
    return int(any(finding.code not in NOTICES for finding in found))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
