"""Validate every page, book and feed of the built site: against the HTML standard, EPUB 3 and Atom.

    python -m validate.validate [--site DIR]
    python -m validate.validate --lock

Prints every violation. `--lock` renews `package-lock.json` from `package.json`.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from knowledge.site.published_names import FEED
from support.node_packages import ROOT, CannotRunError, NodePackages
from validate.books import missing_validator, violations_in_books
from validate.feeds import violations_in_feeds
from validate.violation import Violation

HERE = Path(__file__).parent
RULES = HERE / "rules.json"
VALIDATOR = NodePackages(HERE, "Validating pages")
FOUND_SOMETHING = 1
"""Exit code of html-validate if it found violations; a higher one means that it failed."""


def violations_in(site: Path) -> list[Violation]:
    """Run the installed validator on a site; its violations, sorted."""
    command = [
        *("node", str(VALIDATOR.installed / "node_modules/html-validate/bin/html-validate.mjs")),
        *("--config", str(RULES), "--formatter", "json", "--ext", "html", str(site)),
    ]
    # A file and not a pipe: html-validate 10.17.0 exits before a pipe has received all its output.
    with tempfile.TemporaryFile("w+", encoding="utf-8") as answer:
        result = subprocess.run(command, stdout=answer, stderr=subprocess.PIPE, check=False)
        answer.seek(0)
        text = answer.read()
    if result.returncode > FOUND_SOMETHING or not text.startswith("["):
        raise CannotRunError(f"The validator does not work: {result.stderr.decode() or text}")
    return sorted(found for page in json.loads(text) for found in _violations_of(page))


def format_violation(violation: Violation) -> str:
    """A violation as one line of the report."""
    return f"{violation.path}:{violation.line}: {violation.rule} {violation.message}"


def report(counted: Mapping[str, int], found: list[Violation]) -> str:
    """The report: one line per violation, then the total.

    Args:
        counted: how many files of each kind were checked, by its name: `page`.
        found: the violations.
    """
    lines = [format_violation(each) for each in found]
    counts = (_count(each, noun) for noun, each in {**counted, "violation": len(found)}.items())
    return "\n".join([*lines, f"{', '.join(counts)}."])


def run(options: argparse.Namespace) -> int:
    """Carry out the command line; returns the exit code."""
    if options.lock:
        VALIDATOR.write_lock()
        return 0
    VALIDATOR.install()
    site = options.site.resolve()
    pages = len(list(site.rglob("*.html")))
    if not pages:
        raise CannotRunError(f"There is no page in {site}.")
    books = [] if missing_validator() else sorted(site.glob("*.epub"))
    feeds = sorted(site.rglob(FEED))
    found = [
        *violations_in(site),
        *violations_in_books(books),
        *violations_in_feeds(feeds, site),
    ]
    if missing_validator():
        print(missing_validator())
    print(report({"page": pages, "book": len(books), "feed": len(feeds)}, found))
    return int(bool(found))


def main() -> None:
    """Validate, or renew the lock."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--site", type=Path, default=ROOT / "site")
    parser.add_argument("--lock", action="store_true", help="renew package-lock.json")
    try:
        sys.exit(run(parser.parse_args()))
    except CannotRunError as error:
        sys.exit(str(error))


def _violations_of(page: dict[str, Any]) -> list[Violation]:
    path = Path(page["filePath"])
    return [
        Violation(
            path=(path.relative_to(ROOT) if path.is_relative_to(ROOT) else path).as_posix(),
            line=each["line"],
            rule=each["ruleId"],
            message=" ".join(each["message"].split()),
        )
        for each in page["messages"]
    ]


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


if __name__ == "__main__":
    main()
