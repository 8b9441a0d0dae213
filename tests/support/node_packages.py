"""Install the Node packages of a tool from the lock file in its folder.

Answers: is Node new enough, and are exactly the packages of the lock installed? It knows nothing of
the tools themselves.
"""

import json
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE, LOCK = "package.json", "package-lock.json"
OLDEST_NODE = (20, 19)
NPM = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
NOT_IN_THE_LOCK = ("resolved", "funding", "deprecated")
"""Keys of package-lock.json that may name a host; removed from our locks."""


class CannotRunError(Exception):
    """A tool cannot run; the message is a sentence for people."""


@dataclass(frozen=True, slots=True)
class NodePackages:
    """The npm packages of one tool; `purpose` is the start of its error messages."""

    folder: Path
    purpose: str

    @property
    def installed(self) -> Path:
        """The folder the packages are installed into."""
        return ROOT / ".cache" / self.folder.name

    def missing_node(self) -> str:
        """Error message if Node or npm is missing or too old; empty if all is well."""
        needs = f"{self.purpose} needs Node {'.'.join(map(str, OLDEST_NODE))} or newer with npm"
        remedy = "Install it and call make again."
        if not shutil.which("node") or not shutil.which("npm"):
            return f"{needs}, and found {'no npm' if shutil.which('node') else 'none'}. {remedy}"
        answer = subprocess.run(["node", "--version"], capture_output=True, text=True, check=False)
        version = re.match(r"v(\d+)\.(\d+)", answer.stdout)
        if not version or tuple(map(int, version.groups())) < OLDEST_NODE:
            found = answer.stdout.strip() or "one that does not start"
            return f"{needs}, and found {found}. {remedy}"
        return ""

    def is_installed(self) -> bool:
        """Whether the installed packages match the lock."""
        mark = self.installed / "installed"
        return mark.is_file() and mark.read_bytes() == (self.folder / LOCK).read_bytes()

    def install(self) -> None:
        """Install the packages of the lock, unless they are there.

        Raises:
            CannotRunError: there is no Node for them, or no connection.
        """
        self._require_node()
        if self.is_installed():
            return
        lock = (self.folder / LOCK).relative_to(ROOT)
        shutil.rmtree(self.installed, ignore_errors=True)
        self.installed.mkdir(parents=True)
        for name in (PACKAGE, LOCK):
            shutil.copy(self.folder / name, self.installed / name)
        sys.stderr.write(f"Installing {lock} into {self.installed.relative_to(ROOT)} ...\n")
        if subprocess.run(["npm", "ci", *NPM], cwd=self.installed, check=False).returncode:
            raise CannotRunError(
                f"The packages of {lock} could not be installed. With a connection to the "
                "package registry, call make again."
            )
        # Copied last: without it the installation counts as incomplete.
        shutil.copy(self.folder / LOCK, self.installed / "installed")

    def write_lock(self) -> None:
        """Renew the lock from `package.json`, with hashes and without URLs.

        Raises:
            CannotRunError: there is no Node for that.
        """
        self._require_node()
        with tempfile.TemporaryDirectory() as made:
            shutil.copy(self.folder / PACKAGE, made)
            command = ["npm", "install", "--package-lock-only", *NPM]
            subprocess.run(command, cwd=made, check=True)
            lock = json.loads(Path(made, LOCK).read_text("utf-8"))
        lock["name"] = json.loads((self.folder / PACKAGE).read_text("utf-8"))["name"]
        for package in lock["packages"].values():
            for key in NOT_IN_THE_LOCK:
                package.pop(key, None)
        (self.folder / LOCK).write_text(json.dumps(lock, indent=2) + "\n", "utf-8")

    def _require_node(self) -> None:
        if sentence := self.missing_node():
            raise CannotRunError(sentence)
