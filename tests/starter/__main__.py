"""The command line of `make new-site`."""

import argparse
import sys
import time
from pathlib import Path

from starter.make import CannotStartError, make


def main(arguments: list[str]) -> int:
    """Write a new site, and say what comes next; returns the exit code."""
    parser = argparse.ArgumentParser(prog="make new-site", description="Begin another site.")
    parser.add_argument("--folder", required=True)
    parser.add_argument("--name", required=True)
    parser.add_argument(
        "--languages", required=True, help="codes with commas, the default one first: en,ja"
    )
    options = parser.parse_args(arguments)
    codes = [code for each in options.languages.split(",") if (code := each.strip())]
    if not options.folder.strip():
        sys.stderr.write("The site needs an empty folder: FOLDER=../library.\n")
        return 2
    folder, start = Path(options.folder), time.monotonic()
    try:
        files = make(folder, options.name, codes)
    except CannotStartError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    sys.stdout.write(
        f"{len(files)} files in {time.monotonic() - start:.1f} seconds. Next:\n\n"
        f"  cd {folder}\n  git init && git add -A && git commit -m 'Begin the site'\n"
        "  make serve\n\nSTARTING-ANOTHER-SITE.md there says what to change first.\n"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
