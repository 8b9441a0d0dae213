"""Whether everything that a lock names is installed here, in its version and with all its code.

    .venv/bin/python .ci/is_whole.py requirements.txt

Exits with 1 where something is missing. Looks at names and files only, so that it is quick.
"""

import re
import sys
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

PINNED = re.compile(r"^([\w.-]+)(?:\[[^\]]*\])?==(\S+?)(?:\s+;(.*?))?\s*\\?$", re.MULTILINE)
"""A line of a lock: name, version, and the machines that need it."""
CODE = (".py", ".so", ".pyd")


def is_whole(name: str, version: str, machines: str) -> bool:
    """Whether a package is there as its record says; with machines named, in any version or not."""
    try:
        found = distribution(name)
    except PackageNotFoundError:
        return bool(machines)
    code = (file for file in found.files or () if file.suffix in CODE)
    is_version = bool(machines) or found.version == version
    return is_version and all(Path(file.locate()).is_file() for file in code)


if __name__ == "__main__":
    pinned = PINNED.findall(Path(sys.argv[1]).read_text("utf-8"))
    sys.exit(not (pinned and all(is_whole(*each) for each in pinned)))
