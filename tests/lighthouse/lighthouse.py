"""Run Lighthouse (mobile) on the built site and compare the scores with our limits.

    python -m lighthouse.lighthouse [--runs N] [--page NAME ...] [--site DIR]
    python -m lighthouse.lighthouse --lock

Prints the medians of all runs, the versions and machine load, and every broken limit. `--lock`
renews `package-lock.json` from `package.json`.
"""

import argparse
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from knowledge.site.languages import DOCS, from_configuration
from knowledge.site.mkdocs_yml import CONFIGURATION, parse
from lighthouse.measurement import (
    Measurement,
    breaches,
    format_breach,
    medians,
    read_report,
    table,
)
from support.chromium import ARGUMENTS, HOW_TO_GET_ONE, browser_path
from support.host import Behaviour, Host
from support.node_packages import ROOT, CannotRunError, NodePackages
from support.representative_pages import representative

HERE = Path(__file__).parent
LIGHTHOUSE = NodePackages(HERE, "Measuring pages")
REPORTS = LIGHTHOUSE.installed / "reports"
USUAL_HOST = Behaviour(
    headers={"Cache-Control": "max-age=600"}, compresses=True, keeps_connections=True
)
ATTEMPTS = 2
"""On a busy machine the browser may not paint in time, so a failed run is tried once more."""


def pages_of(site: Path, names: list[str]) -> tuple[list[str], list[str]]:
    """Split the named pages, in each language, into those that exist and those that do not.

    Args:
        site: the folder of the built site.
        names: paths within a language; without any, few pages that hold every kind of element.
    """
    languages = from_configuration(parse((ROOT / CONFIGURATION).read_bytes()))
    folders = ["" if code == languages.default else f"{code}/" for code in languages.complete]
    pages = [f"{folder}{name}" for name in names or _kinds(site) for folder in folders]
    there = [page for page in pages if (site / f"{page}.html").is_file()]
    return there, [page for page in pages if page not in there]


def _kinds(site: Path) -> list[str]:
    """The first page, and few others of the default language with every kind of element."""
    languages = from_configuration(parse((ROOT / CONFIGURATION).read_bytes()))
    folder = ROOT / DOCS / languages.default
    paths = (path.relative_to(folder).with_suffix("") for path in sorted(folder.rglob("*.md")))
    files = {path.as_posix(): site / f"{path.as_posix()}.html" for path in paths}
    texts = {name: file.read_text("utf-8") for name, file in files.items() if file.is_file()}
    return list(dict.fromkeys(["index", *representative(texts)]))


def address_of(page: str) -> str:
    """URL of a page, relative to the site's root."""
    return page.removesuffix("index") if page.endswith("index") else f"{page}.html"


def measure(site: Path, pages: list[str], runs: int) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield (page, report) for every run; each run covers all pages before the next begins."""
    host = Host(site)
    host.behaviour = USUAL_HOST
    REPORTS.mkdir(exist_ok=True)
    try:
        for run in range(1, runs + 1):
            for page in pages:
                sys.stderr.write(f"Run {run} of {runs}: {page}\n")
                file = REPORTS / f"{page.replace('/', '-')}-{run}.json"
                yield page, _report_of(f"{host.root}{address_of(page)}", file)
    finally:
        host.stop()


def _report_of(address: str, file: Path) -> dict[str, Any]:
    command = [
        *("node", str(LIGHTHOUSE.installed / "node_modules/lighthouse/cli/index.js"), address),
        *("--quiet", "--output=json", f"--output-path={file}"),
        f"--chrome-flags={' '.join(['--headless=new', *ARGUMENTS])}",
    ]
    environment = {**os.environ, "CHROME_PATH": browser_path() or ""}
    said = ""
    for _ in range(ATTEMPTS):
        file.unlink(missing_ok=True)
        result = subprocess.run(
            command, env=environment, capture_output=True, text=True, check=False
        )
        said = result.stderr.strip()
        if file.is_file():
            report: dict[str, Any] = json.loads(file.read_text("utf-8"))
            if "runtimeError" not in report:
                return report
            said = report["runtimeError"]["message"]
    raise CannotRunError(f"Lighthouse could not measure {address}: {said}")


def conditions(report: dict[str, Any], loads: list[float]) -> str:
    """Sentence with the versions used and the load average at the start and at the end."""
    browser = re.search(r"Chrome/([\d.]+)", report["environment"]["hostUserAgent"])
    return (
        f"Lighthouse {report['lighthouseVersion']}, Chromium {browser[1] if browser else 'unknown'}"
        f", load average {loads[0]:.2f} at the start and {loads[1]:.2f} at the end."
    )


def run(options: argparse.Namespace) -> int:
    """Carry out the command line; returns the exit code."""
    if options.lock:
        LIGHTHOUSE.write_lock()
        return 0
    LIGHTHOUSE.install()
    if not browser_path():
        raise CannotRunError(f"Measuring pages needs a browser. {HOW_TO_GET_ONE}")
    there, missing = pages_of(options.site, options.page or [])
    if not there or (options.page and missing):
        raise CannotRunError(f"Not in {options.site}: {', '.join(missing)}.")
    measured: list[Measurement] = []
    loads = [os.getloadavg()[0]]
    report: dict[str, Any] = {}
    for page, report in measure(options.site, there, options.runs):
        measured.append(read_report(page, report))
    loads.append(os.getloadavg()[0])
    print("\n".join(table(medians(measured))), end="\n\n")
    print(conditions(report, loads))
    if missing:
        print(f"Not in the site, and not measured: {', '.join(missing)}.")
    broken = list(breaches(measured))
    for breach in broken:
        print("\n".join(["", *format_breach(breach)]))
    return int(bool(broken))


def main() -> None:
    """Measure, or renew the lock."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--runs", type=int, default=3, choices=range(1, 100), metavar="N")
    parser.add_argument("--page", action="append", metavar="NAME", help="such as contacts")
    parser.add_argument("--site", type=Path, default=ROOT / "site")
    parser.add_argument("--lock", action="store_true", help="renew package-lock.json")
    try:
        sys.exit(run(parser.parse_args()))
    except CannotRunError as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
