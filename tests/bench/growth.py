"""What one size of a generated site takes: built with our hooks, without them, and checked."""

from __future__ import annotations

import json
import math
import re
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from bench.index_load import seconds_to_answer
from bench.large_site import lay_large_site
from bench.measured import Run, quickest, run

HERE = Path(__file__).parent
HOOKS = re.compile(r"^hooks:\n(?:  - .*\n)+", re.MULTILINE)
WATCH = re.compile(r"^watch:\n(?:  - .*\n)+", re.MULTILINE)
LAYOUT = re.compile(r"^  custom_dir: overrides\n", re.MULTILINE)
COMPARED = re.compile(r"^      # .*\n      reconfigure_search: false\n", re.MULTILINE)
"""What i18n does with the entries of its search unless it is told not to."""
THEME = "  features: [navigation.prune]\n"
MEGABYTE = 1_000_000


@dataclass(frozen=True)
class Size:
    """The measures of a site with so many pages in each of its languages."""

    pages: int
    built: Run
    """Strictly, as `make site` does it."""
    alone: Run
    """The same on one core, where nothing is done beside anything else."""
    bare: Run
    """The same site with our layout and without our hooks, whose words it lacks."""
    stock: Run
    """The same sources with the theme, i18n and search as they come."""
    checked: Run
    doors: dict[str, float]
    """Seconds of processor time by door; "zip" is the compression, a part of "offline"."""
    megabytes: float
    """On disk, the zip included."""
    zip_megabytes: float
    index_megabytes: float
    """The search index of one language, the largest."""
    answer_seconds: float
    """From the first click into the search to the first result, its index being loaded."""

    def added(self, other: Run) -> float:
        """What our build takes beyond another from call to end, but for the zip's compression."""
        return (self.built.wall - self.zip_seconds) / other.wall - 1

    def added_alone(self, other: Run) -> float:
        """The same on one core, in processor time."""
        return (self.alone.processor - self.zip_seconds) / other.processor - 1

    @property
    def zip_seconds(self) -> float:
        """What the compression of the zip takes, on one core always."""
        return self.doors.get("zip", 0)


def measure(folder: Path, pages: int, times: int) -> Size:
    """Lay a site into a new folder, and measure it.

    Raises:
        RuntimeError: a build or the check fails.
    """
    site = lay_large_site(folder / "site", pages)
    bare, stock = without_hooks(site, folder / "bare"), as_it_comes(site, folder / "stock")
    report = folder / "doors.json"
    build = [sys.executable, "-m", "mkdocs", "build", "--site-dir"]
    timed = [sys.executable, str(HERE / "timed_build.py"), str(report), "--strict", "--site-dir"]
    check = [sys.executable, "-m", "knowledge", "check", str(site)]
    fastest = quickest(
        [
            lambda: run([*build, str(folder / "out"), "--strict"], site),
            lambda: run([*build, str(folder / "bare-out")], bare),
            lambda: run([*build, str(folder / "stock-out")], stock),
        ],
        times,
    )
    (alone,) = quickest([lambda: run([*timed, str(folder / "alone-out")], site)], 1)
    (checked,) = quickest([lambda: run(check, site, PYTHONPATH=str(site / "hooks"))], 2)
    found = Size(
        pages=pages,
        built=fastest[0],
        alone=alone,
        bare=fastest[1],
        stock=fastest[2],
        checked=checked,
        doors=_by_door(json.loads(report.read_text("utf-8"))),
        megabytes=_megabytes(folder / "out", "*"),
        zip_megabytes=_megabytes(folder / "out", "offline.zip"),
        index_megabytes=max(
            (p.stat().st_size for p in (folder / "out/search").glob("index.*.json")), default=0
        )
        / MEGABYTE,
        answer_seconds=seconds_to_answer(folder / "out"),
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


def as_it_comes(site: Path, copy: Path) -> Path:
    """The same sources in another folder, with nothing of ours but the configuration of plugins."""
    shutil.copytree(site / "docs", copy / "docs")
    text = (site / "mkdocs.yml").read_text("utf-8")
    for pattern, new in ((HOOKS, ""), (LAYOUT, THEME), (WATCH, ""), (COMPARED, "")):
        text, count = pattern.subn(new, text)
        assert count == 1, "mkdocs.yml is no longer what this module knows"
    (copy / "mkdocs.yml").write_text(text, "utf-8")
    return copy


def exponent(small: tuple[int, float], large: tuple[int, float]) -> float:
    """How something grows: the power of the number of pages."""
    return math.log(large[1] / small[1]) / math.log(large[0] / small[0])


def _by_door(report: dict[str, float]) -> dict[str, float]:
    found: dict[str, float] = {}
    for name, seconds in report.items():
        if name != "total":
            door = name.partition(" ")[0]
            found[door] = found.get(door, 0) + seconds
    return found


def _megabytes(folder: Path, pattern: str) -> float:
    return sum(p.stat().st_size for p in folder.rglob(pattern) if p.is_file()) / MEGABYTE
