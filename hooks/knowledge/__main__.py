"""Command line: `python -m knowledge check`, `freshness` and `schemas`.

`check` prints one line for each cause of findings, the numbers, URLs, buttons and aliases that
differ from the default branch, and a summary; with `--json`, all findings as JSON. Exit codes:
0 without errors, 1 with errors, 2 if the configuration cannot be read or the arguments are invalid.
`freshness` lists stale translations, shows what changed, or renews hashes; `schemas` writes the
JSON Schemas of the data files for editors. Exit codes: 0 or 2.
"""

import argparse
import gc
import os
import re
import sys
from collections.abc import Sequence
from pathlib import Path

from knowledge.data.json_schema import schemas
from knowledge.data.yaml_files import DATA
from knowledge.finding import Finding, format_finding, format_summary
from knowledge.report.causes import Cause, errors_last, short_lines
from knowledge.report.change import (
    DataChange,
    format_data_change,
    format_heading,
    in_pieces,
    short_changes,
)
from knowledge.report.code_owners import unnamed_owners
from knowledge.report.data_changes import data_changes, other_files
from knowledge.report.json_output import as_json
from knowledge.report.pull_request import Summary, markdown, workflow_command, workflow_commands
from knowledge.report.translation_status import UnknownPageError, diff_report, renew, stale_report
from knowledge.rules.registry import NOTICES, RULES_PAGE, findings
from knowledge.site.git_history import base_commit, changed_since
from knowledge.site.languages import ConfigurationError, source_in
from knowledge.site.mkdocs_yml import CONFIGURATION
from knowledge.site.site import Site, load

ERROR_WITH_PLACE = re.compile(r"([\w./-]+):(\d+): (.*)")
"""Matches an error message that begins with a path and a line: `path:line: message`."""
RENEW_WITHOUT_PAGE = (
    "RENEW needs PAGE: which translations did you compare? Name one or more: "
    'make freshness PAGE="en/guide.md ko/guide.md" RENEW=1'
)
CHECK_EPILOG = (
    "Changed numbers, hosts, buttons and aliases are those of the files on disk against the last "
    "commit that HEAD shares with the default branch: origin/HEAD, origin/main or main, the first "
    "that is there; with --github, the branch that a pull request goes to. They are for a person "
    "to compare, and no error."
)


def main(arguments: list[str]) -> int:
    """Run a command, given without the name of the program; return its exit code: 0, 1 or 2."""
    options = _parser().parse_args(arguments)
    root = Path(options.root)
    try:
        site = load(root)
        if options.command == "freshness":
            return _freshness(site, root, options.page, options.renew)
        if options.command == "schemas":
            return _schemas(site, root)
        if options.json:
            return _check_as_json(site)
        return _check(site, root, is_on_github=options.github, is_whole=options.all)
    except (ConfigurationError, UnknownPageError) as error:
        print(f"{error}", file=sys.stderr)
        if place := getattr(options, "github", False) and ERROR_WITH_PLACE.match(f"{error}"):
            print(f"::error file={place[1]},line={place[2]}::{place[3]}")
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="knowledge", description="Checks the sources of the site."
    )
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser(
        "check", help="check every source, without a build", epilog=CHECK_EPILOG
    )
    check.add_argument(
        "--github", action="store_true", help="as annotations, and a summary of the step"
    )
    check.add_argument("--json", action="store_true", help="every finding, as JSON")
    check.add_argument(
        "--all", action="store_true", help="with those that only follow from another finding"
    )
    freshness = commands.add_parser(
        "freshness", help="which translations are behind, and what has changed"
    )
    freshness.add_argument(
        "--page", action="append", default=[], help="a translation: en/guide.md; may be repeated"
    )
    freshness.add_argument(
        "--renew", action="store_true", help="record that the page was compared with its original"
    )
    schema = commands.add_parser("schemas", help="write the JSON Schema of each data file anew")
    for command in (check, freshness, schema):
        command.add_argument("root", nargs="?", default=".", help="the folder with mkdocs.yml")
    return parser


def _check_as_json(site: Site) -> int:
    found = findings(site)
    print(as_json(site, found))
    return _exit_code(found)


def _exit_code(found: Sequence[Finding]) -> int:
    return int(any(finding.code not in NOTICES for finding in found))


def _check(site: Site, root: Path, *, is_on_github: bool, is_whole: bool) -> int:
    environment = os.environ if is_on_github else {}
    found = findings(site)
    # Printed before the findings, so that the errors are the last lines in the terminal.
    base, changes = _changes(site, root, environment.get("GITHUB_BASE_REF", ""))
    if changes:
        print(format_heading(len(changes), base))
    is_long = is_whole or is_on_github
    pieces = list(in_pieces(changes))
    for line in map(format_data_change, pieces) if is_long else short_changes(pieces):
        print(line)
    lines = map(format_finding, errors_last(found)) if is_whole else short_lines(found)
    for line in workflow_commands(site, found) if is_on_github else lines:
        print(line)
    unnamed = unnamed_owners(root, environment.get("GITHUB_REPOSITORY_OWNER", ""))
    if unnamed:
        print(workflow_command(Cause(unnamed), "warning"))
    pages = [source_in(language, RULES_PAGE) for language in site.languages.complete]
    pages = [page for page in pages if page in site.sources] or pages
    print(format_summary(found, NOTICES, pages))
    if summary := environment.get("GITHUB_STEP_SUMMARY", ""):
        result = Summary(site, found, _files_on_github(), changes, unnamed)
        with Path(summary).open("a", encoding="utf-8") as file:
            file.write(markdown(result))
    return _exit_code(found)


def _changes(site: Site, root: Path, branch: str) -> tuple[str, list[DataChange]]:
    """The commit that the files are compared with, and the changes since then.

    `branch` is the one that a pull request goes to; empty outside of one.
    """
    base = base_commit(root, branch)
    if not base:
        return "", []
    now = {**site.folder.files, CONFIGURATION: site.folder.configuration}
    return base, [*other_files(root, base), *data_changes(changed_since(root, base, now), now)]


def _files_on_github() -> str:
    """URL of this commit's files, with a slash at the end; empty outside of GitHub Actions."""
    names = ("GITHUB_SERVER_URL", "GITHUB_REPOSITORY", "GITHUB_SHA")
    server, repository, commit = (os.environ.get(name, "") for name in names)
    return f"{server}/{repository}/blob/{commit}/" if server and repository and commit else ""


def _freshness(site: Site, root: Path, pages: list[str], is_renewed: bool) -> int:
    if is_renewed and not pages:
        raise UnknownPageError(RENEW_WITHOUT_PAGE)
    work = renew if is_renewed else diff_report
    for line in (
        stale_report(site) if not pages else (x for page in pages for x in work(site, root, page))
    ):
        print(line)
    return 0


def _schemas(site: Site, root: Path) -> int:
    for name, content in schemas(site.languages.codes, site.languages.complete):
        path = root / DATA / name
        path.write_text(content, encoding="utf-8", newline="\n")
        print(path)
    return 0


if __name__ == "__main__":
    # The garbage collector only costs time: there are no cycles, and the process ends soon.
    gc.disable()
    try:
        code = main(sys.argv[1:])
        sys.stdout.flush()
    except BrokenPipeError:  # the reader has closed the pipe, as `head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    sys.stderr.flush()
    os._exit(code)  # at once: freeing the objects of a large site takes a while
