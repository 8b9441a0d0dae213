"""Build a site in a separate process, because static-i18n cannot build twice in one."""

import atexit
import hashlib
import json
import os
import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from support.cases_site import MOMENT, ROOT

BLOCKED = Path(__file__).with_name("blocked_network")
"""Folder of the sitecustomize.py that blocks every network connection."""
SERVER = Path(__file__).with_name("build_server.py")
CLOCK_VARIABLE = "CLOCK_IS_LATER"
"""Environment variable read at Python startup, so a fork of a running process ignores it."""


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
    """Build strictly, without a network and with a fixed SOURCE_DATE_EPOCH.

    Args:
        folder: the folder with mkdocs.yml.
        site: the output folder.
        environment: additional environment variables.
    """
    arguments = ["build", "--strict", "--site-dir", str(site)]
    settings = os.environ | _settings() | environment
    is_forked = hasattr(os, "fork") and CLOCK_VARIABLE not in environment
    run = _forked if is_forked else _started
    exit_code, output = run(folder, arguments, settings)
    return Build(exit_code, output, site)


def _settings() -> dict[str, str]:
    return {
        "SOURCE_DATE_EPOCH": MOMENT,
        "PYTHONPATH": str(BLOCKED),
        "NO_MKDOCS_2_WARNING": "1",
        "KNOWLEDGE_CACHE": str(ROOT / ".cache/search"),
    }


def _started(folder: Path, arguments: list[str], settings: dict[str, str]) -> tuple[int, str]:
    result = subprocess.run(
        [sys.executable, "-m", "mkdocs", *arguments],
        cwd=folder,
        env=settings,
        capture_output=True,
        text=True,
        check=False,
    )
    return result.returncode, result.stdout + result.stderr


def _forked(folder: Path, arguments: list[str], settings: dict[str, str]) -> tuple[int, str]:
    server = _server()
    assert server.stdin
    assert server.stdout
    with tempfile.TemporaryDirectory() as kept:
        output = Path(kept) / "output"
        request = {
            "folder": str(folder),
            "arguments": arguments,
            "environment": settings,
            "output": str(output),
        }
        server.stdin.write(json.dumps(request) + "\n")
        server.stdin.flush()
        answer = server.stdout.readline()
        assert answer, "the build server has ended"
        return int(answer), output.read_text("utf-8")


@cache
def _server() -> subprocess.Popen[str]:
    """The build server of this process; it ends with the process."""
    server = subprocess.Popen(
        [sys.executable, "-P", str(SERVER)],
        env=os.environ | _settings(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    atexit.register(server.communicate)
    return server
