"""Builds a site as `mkdocs build` does, and says how much processor time each of our doors took.

    python -m bench.timed_build REPORT.json --strict --site-dir DIR

Run in the folder of the site. Seconds of this process, which keeps to one core, so that nothing is
done beside it and others on the machine count little.
"""

import json
import os
import sys
import time
import zipfile
from collections import defaultdict
from collections.abc import Callable
from functools import wraps
from pathlib import Path

from mkdocs.__main__ import cli
from mkdocs.plugins import PluginCollection

DOORS = "hooks/"
seconds: dict[str, float] = defaultdict(float)


def timed(name: str, work: Callable) -> Callable:
    """The same function, whose time is added up under a name."""

    @wraps(work)
    def measured(*arguments, **named):
        start = time.process_time()
        try:
            return work(*arguments, **named)
        finally:
            seconds[name] += time.process_time() - start

    return measured


def main() -> None:
    """Build, and write the report whatever comes of it."""
    report, *arguments = sys.argv[1:]
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    register = PluginCollection._register_event

    def registered(self, event_name, method, plugin_name=None):
        is_door = (plugin_name or "").startswith(DOORS) and hasattr(method, "__code__")
        work = timed(f"{Path(plugin_name).stem} {event_name}", method) if is_door else method
        register(self, event_name, work, plugin_name)

    PluginCollection._register_event = registered
    zipfile.ZipFile.writestr = timed("zip", zipfile.ZipFile.writestr)
    try:
        cli(["build", *arguments])
    finally:
        found = {"total": time.process_time(), **seconds}
        Path(report).write_text(json.dumps(found), "utf-8")


if __name__ == "__main__":
    main()
