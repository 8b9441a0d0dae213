"""Builds a site in a process of its own: static-i18n cannot build twice in one."""

import hashlib
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from cases_site import MOMENT

BLOCKED = Path(__file__).parent / "site" / "blocked_network"
"""Holds a sitecustomize.py with which every connection to another machine fails."""


@dataclass(frozen=True)
class Build:
    exit_code: int
    output: str
    site: Path

    @property
    def digests(self) -> dict[str, str]:
        """The SHA-256 of every file, by its path from the site's root."""
        return {
            path.relative_to(self.site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in self.site.rglob("*")
            if path.is_file()
        }

    @property
    def warnings(self) -> list[str]:
        return re.findall(r"^(?:WARNING|ERROR) +-  (.*)$", self.output, re.MULTILINE)


def build(folder: Path, site: Path, **environment: str) -> Build:
    """Build strictly, without a network, at a fixed moment."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)]
    result = subprocess.run(
        command,
        cwd=folder,
        env=os.environ
        | {"SOURCE_DATE_EPOCH": MOMENT, "PYTHONPATH": str(BLOCKED), "NO_MKDOCS_2_WARNING": "1"}
        | environment,
        capture_output=True,
        text=True,
        check=False,
    )
    return Build(result.returncode, result.stdout + result.stderr, site)
