"""Read-only builds shared by all test processes of a run."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock

from support.site_builder import Build


def shared_build(
    factory: pytest.TempPathFactory, name: str, make: Callable[[Path], Build]
) -> Build:
    """Get the build with a name; the first process to ask makes it.

    Args:
        factory: gives the temporary folder of this run.
        name: the name of the build, unique in the run.
        make: builds it in an empty folder.
    """
    root = factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:  # each worker has a subfolder of the run's
        root = root.parent
    folder = root / f"shared-{name}"
    record = folder / "build.json"
    with FileLock(f"{folder}.lock"):
        if not record.exists():
            folder.mkdir()
            built = make(folder)
            kept = {"exit_code": built.exit_code, "output": built.output, "site": str(built.site)}
            record.write_text(json.dumps(kept), "utf-8")
    kept = json.loads(record.read_text("utf-8"))
    return Build(kept["exit_code"], kept["output"], Path(kept["site"]))
