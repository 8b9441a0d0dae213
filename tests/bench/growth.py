"""What one size of a generated site takes: built with our hooks, without them, and checked."""

from __future__ import annotations

import json
import math
import re
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from large_site import lay_large_site
from measured import Run, quickest

HERE = Path(__file__).parent
HOOKS = re.compile(r"^hooks:\n(?:  - .*\n)+", re.MULTILINE)
MEGABYTE = 1_000_000


@dataclass(frozen=True)
class Size:
    """The measures of a site with so many pages in each of its languages."""

    pages: int
    built: Run
    bare: Run
    """The same site and theme without our hooks."""
    checked: Run
    doors: dict[str, float]
    """Seconds of processor time by door; "zip" is the compression, a part of "offline"."""
    megabytes: float
    """On disk, the zip included."""
    zip_megabytes: float
    index_megabytes: float
    """The search index of one language, the largest."""

    @property
    def added(self) -> float:
        """What the hooks add to the build without them, the compression of the zip apart."""
        return (self.built.processor - self.doors.get("zip", 0)) / self.bare.processor - 1

    @property
    def added_by_doors(self) -> float:
        """The same by the doors' own clocks: without what longer pages cost the others."""
        own = sum(seconds for door, seconds in self.doors.items() if door != "zip")
        return (own - self.doors.get("zip", 0)) / self.bare.processor


def measure(folder: Path, pages: int, times: int) -> Size:
    """Lay a site into a new folder, and measure it.

    Raises:
        RuntimeError: a build or the check fails.
    """
    site = lay_large_site(folder / "site", pages)
    bare = without_hooks(site, folder / "bare")
    report = folder / "doors.json"
    python, timed = sys.executable, str(HERE / "timed_build.py")
    options = ["--strict", "--site-dir"]
    built = quickest([python, timed, str(report), *options, str(folder / "out")], site, times)
    stock = [python, timed, str(folder / "none.json"), *options, str(folder / "bare-out")]
    check = [python, "-m", "knowledge", "check", str(site)]
    found = Size(
        pages=pages,
        built=_good(built),
        bare=_good(quickest(stock, bare, times)),
        checked=_good(quickest(check, site, 2, PYTHONPATH=str(site / "hooks"))),
        doors=_by_door(json.loads(report.read_text("utf-8"))),
        megabytes=_megabytes(folder / "out", "*"),
        zip_megabytes=_megabytes(folder / "out", "offline.zip"),
        index_megabytes=max(
            (p.stat().st_size for p in (folder / "out/search").glob("index.*.json")), default=0
        )
        / MEGABYTE,
    )
    shutil.rmtree(folder)
    return found


def without_hooks(site: Path, copy: Path) -> Path:
    """The same site in another folder, with no_hooks.py in the place of our doors."""
    shutil.copytree(site, copy)
    shutil.copy(HERE / "no_hooks.py", copy)
    configuration = copy / "mkdocs.yml"
    text, count = HOOKS.subn("hooks:\n  - no_hooks.py\n", configuration.read_text("utf-8"))
    assert count == 1, "mkdocs.yml is no longer what this module knows"
    configuration.write_text(text, "utf-8")
    return copy


def exponent(small: tuple[int, float], large: tuple[int, float]) -> float:
    """How something grows: the power of the number of pages."""
    return math.log(large[1] / small[1]) / math.log(large[0] / small[0])


def _good(run: Run) -> Run:
    if run.exit_code:
        raise RuntimeError(run.output[-2000:])
    return run


def _by_door(report: dict[str, float]) -> dict[str, float]:
    found: dict[str, float] = {}
    for name, seconds in report.items():
        if name != "total":
            door = name.partition(" ")[0]
            found[door] = found.get(door, 0) + seconds
    return found


def _megabytes(folder: Path, pattern: str) -> float:
    return sum(p.stat().st_size for p in folder.rglob(pattern) if p.is_file()) / MEGABYTE
