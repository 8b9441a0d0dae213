"""Check that every package of a lock file is installed, in its version and with all its code files.

    .venv/bin/python .ci/is_whole.py requirements.txt

Exits with 1 if something is missing. Imports no package, so that it is quick.
"""

import re
import sys
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

PINNED = re.compile(r"^([\w.-]+)(?:\[[^\]]*\])?==(\S+?)(?:\s+;(.*?))?\s*\\?$", re.MULTILINE)
"""A requirement in a lock: name, version, and environment marker, if any."""
CODE = (".py", ".so", ".pyd")


def is_whole(name: str, version: str, marker: str) -> bool:
    """Whether a package has the version of the lock and every code file of its RECORD.

    With an environment marker it may also be missing, or have another version.
    """
    try:
        found = distribution(name)
    except PackageNotFoundError:
        return bool(marker)
    # The metadata are read as text: objects for each of the files would take four times as long.
    root = Path(str(found.locate_file("")))
    files = (line.partition(",")[0] for line in (found.read_text("RECORD") or "").splitlines())
    is_version = bool(marker) or found.version == version
    return is_version and all((root / file).is_file() for file in files if file.endswith(CODE))


if __name__ == "__main__":
    pinned = PINNED.findall(Path(sys.argv[1]).read_text("utf-8"))
    sys.exit(not (pinned and all(is_whole(*each) for each in pinned)))
