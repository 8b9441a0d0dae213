"""Every page of the built site against the HTML standard.

    python tests/validate/validate.py [--site DIR]
    python tests/validate/validate.py --lock

Prints every violation. `--lock` renews `package-lock.json` from `package.json`.
"""

import argparse
import json
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
RULES = HERE / "rules.json"
PACKAGE, LOCK = "package.json", "package-lock.json"
INSTALLED = ROOT / ".cache/validate"
OLDEST_NODE = (20, 19)
NPM = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
FOUND_SOMETHING = 1
"""The exit code of html-validate where it found a violation; above it, it did not work."""


class CannotValidateError(Exception):
    """What stands in the way, in a sentence for people."""


@dataclass(frozen=True, order=True, slots=True)
class Violation:
    """One broken rule; `line` is 1-based."""

    path: str
    line: int
    rule: str
    message: str


def missing_node() -> str:
    """What this machine lacks to run the validator; empty if nothing."""
    needs = f"Validating pages needs Node {'.'.join(map(str, OLDEST_NODE))} or newer with npm"
    remedy = "Install it and call make again."
    if not shutil.which("node") or not shutil.which("npm"):
        return f"{needs}, and found {'no npm' if shutil.which('node') else 'none'}. {remedy}"
    answer = subprocess.run(["node", "--version"], capture_output=True, text=True, check=False)
    version = re.match(r"v(\d+)\.(\d+)", answer.stdout)
    if not version or tuple(map(int, version.groups())) < OLDEST_NODE:
        return f"{needs}, and found {answer.stdout.strip() or 'one that does not start'}. {remedy}"
    return ""


def is_installed() -> bool:
    """Whether the very packages of the lock are there."""
    mark = INSTALLED / "installed"
    return mark.is_file() and mark.read_bytes() == (HERE / LOCK).read_bytes()


def install() -> None:
    """Install the packages of the lock, unless they are there."""
    if is_installed():
        return
    shutil.rmtree(INSTALLED, ignore_errors=True)
    INSTALLED.mkdir(parents=True)
    for name in (PACKAGE, LOCK):
        shutil.copy(HERE / name, INSTALLED / name)
    sys.stderr.write(f"Installing {(HERE / LOCK).relative_to(ROOT)} into .cache/validate ...\n")
    if subprocess.run(["npm", "ci", *NPM], cwd=INSTALLED, check=False).returncode:
        raise CannotValidateError(
            "The packages of the validator could not be installed. With a connection to the "
            "package registry, call make again."
        )
    # Last: whatever has no mark was interrupted.
    shutil.copy(HERE / LOCK, INSTALLED / "installed")


def violations_in(site: Path) -> list[Violation]:
    """What is wrong with the pages of a site, by the installed validator; sorted."""
    command = [
        *("node", INSTALLED / "node_modules/html-validate/bin/html-validate.mjs"),
        *("--config", RULES, "--formatter", "json", "--ext", "html", site),
    ]
    # A file and no pipe: html-validate 10.17.0 ends before a pipe has taken all it says.
    with tempfile.TemporaryFile("w+", encoding="utf-8") as answer:
        result = subprocess.run(command, stdout=answer, stderr=subprocess.PIPE, check=False)
        answer.seek(0)
        text = answer.read()
    if result.returncode > FOUND_SOMETHING or not text.startswith("["):
        raise CannotValidateError(f"The validator does not work: {result.stderr.decode() or text}")
    return sorted(found for page in json.loads(text) for found in _violations_of(page))


def _violations_of(page: dict) -> list[Violation]:
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


def format_violation(violation: Violation) -> str:
    """One line for people."""
    return f"{violation.path}:{violation.line}: {violation.rule} {violation.message}"


def report(pages: int, found: list[Violation]) -> str:
    """Every violation on its line, and how many there are."""
    lines = [format_violation(each) for each in found]
    return "\n".join([*lines, f"{_count(pages, 'page')}, {_count(len(found), 'violation')}."])


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def write_lock() -> None:
    """Renew the lock: hashes, but no address of anybody."""
    with tempfile.TemporaryDirectory() as made:
        shutil.copy(HERE / PACKAGE, made)
        command = ["npm", "install", "--package-lock-only", *NPM]
        subprocess.run(command, cwd=made, check=True)
        lock = json.loads(Path(made, LOCK).read_text("utf-8"))
    lock["name"] = json.loads((HERE / PACKAGE).read_text("utf-8"))["name"]
    for package in lock["packages"].values():
        for key in ("resolved", "funding"):
            package.pop(key, None)
    (HERE / LOCK).write_text(json.dumps(lock, indent=2) + "\n", "utf-8")


def run(options: argparse.Namespace) -> int:
    """Do what is asked; the exit code."""
    if sentence := missing_node():
        raise CannotValidateError(sentence)
    if options.lock:
        write_lock()
        return 0
    site = options.site.resolve()
    pages = len(list(site.rglob("*.html")))
    if not pages:
        raise CannotValidateError(f"There is no page in {site}.")
    install()
    found = violations_in(site)
    print(report(pages, found))
    return int(bool(found))


def main() -> None:
    """Validate, or renew what that needs."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--site", type=Path, default=ROOT / "site")
    parser.add_argument("--lock", action="store_true", help="renew package-lock.json")
    try:
        sys.exit(run(parser.parse_args()))
    except CannotValidateError as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
