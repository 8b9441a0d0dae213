"""What one size of a site takes: built by us and by the theme as it comes, and checked."""

from __future__ import annotations

import math
import re
import shutil
import sys
import time
import zipfile
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from bench.index_load import seconds_to_answer
from bench.large_site import lay_large_site
from bench.measured import Run, cheapest, run

HOOKS = re.compile(r"^hooks:\n(?:  - .*\n)+", re.MULTILINE)
WATCH = re.compile(r"^(?:# .*\n)?watch:\n(?:  - .*\n)+", re.MULTILINE)
CUSTOM_DIR = re.compile(r"^  custom_dir: overrides\n", re.MULTILINE)
SEARCH_OPTION = re.compile(r"^      # .*\n      reconfigure_search: false\n", re.MULTILINE)
"""Without it, i18n compares every entry of the theme's search index with every other."""
THEME = "  features: [navigation.prune]\n"
MEGABYTE = 1_000_000


@dataclass(frozen=True)
class Size:
    """The measures of one site; times in seconds of processor time."""

    name: str
    pages: int
    """In each of its languages."""
    built: Run
    """Strictly, as `make site` does it."""
    zip_seconds: float
    """The compression of offline.zip alone, a part of `built`."""
    stock: Run
    """The same sources with the theme, i18n and search as they come."""
    checked: Run
    megabytes: float
    """On disk, the zip left out."""
    zip_megabytes: float
    index_megabytes: float
    """The search index of one language, the largest."""
    answer_seconds: float
    """From the first click into the search to the first result, by the clock."""

    @property
    def ratio(self) -> float:
        """Our build, zip apart, as a multiple of the stock build."""
        return (self.built.processor - self.zip_seconds) / self.stock.processor


def measure_large(folder: Path, pages: int, times: int) -> Size:
    """Measure a generated site with so many pages in each of two languages.

    Raises:
        RuntimeError: a build or the check fails.
    """
    return measure(lay_large_site(folder / "site", pages), f"2 x {pages:,}", pages, times)


def measure(site: Path, name: str, pages: int, times: int) -> Size:
    """Measure the site in a folder of its own, beside which results are written and removed.

    Raises:
        RuntimeError: a build or the check fails.
    """
    folder = site.parent
    stock = stock_site(site, folder / "stock")
    build = [sys.executable, "-m", "mkdocs", "build", "--site-dir"]
    check = [sys.executable, "-m", "knowledge", "check", str(site)]
    built, plain = cheapest(
        [
            lambda: run([*build, str(folder / "out"), "--strict"], site),
            lambda: run([*build, str(folder / "stock-out")], stock),
        ],
        times,
    )
    (checked,) = cheapest([lambda: run(check, site, PYTHONPATH=str(site / "hooks"))], 2)
    archive = folder / "out/offline.zip"
    indexes = (folder / "out/search").glob("index.*.json")
    found = Size(
        name=name,
        pages=pages,
        built=built,
        zip_seconds=_seconds_to_compress(archive),
        stock=plain,
        checked=checked,
        megabytes=_megabytes(folder / "out") - archive.stat().st_size / MEGABYTE,
        zip_megabytes=archive.stat().st_size / MEGABYTE,
        index_megabytes=max(path.stat().st_size for path in indexes) / MEGABYTE,
        answer_seconds=seconds_to_answer(folder / "out"),
    )
    shutil.rmtree(folder)
    return found


def stock_site(site: Path, copy: Path) -> Path:
    """The same sources in another folder, with nothing of ours but the settings of plugins."""
    shutil.copytree(site / "docs", copy / "docs")
    text = (site / "mkdocs.yml").read_text("utf-8")
    for pattern, new in ((HOOKS, ""), (CUSTOM_DIR, THEME), (WATCH, ""), (SEARCH_OPTION, "")):
        text, count = pattern.subn(new, text)
        assert count == 1, "mkdocs.yml is no longer what this module knows"
    (copy / "mkdocs.yml").write_text(text, "utf-8")
    return copy


def exponent(small: tuple[int, float], large: tuple[int, float]) -> float:
    """How something grows: the power of the number of pages."""
    return math.log(large[1] / small[1]) / math.log(large[0] / small[0])


def _seconds_to_compress(archive: Path) -> float:
    """Processor time of compressing what an archive holds, in memory, once more."""
    with zipfile.ZipFile(archive) as made:
        entries = [(entry, made.read(entry)) for entry in made.infolist()]
    start = time.process_time()
    with zipfile.ZipFile(BytesIO(), "w") as copy:
        for entry, content in entries:
            copy.writestr(entry, content)
    return time.process_time() - start


def _megabytes(folder: Path) -> float:
    return sum(p.stat().st_size for p in folder.rglob("*") if p.is_file()) / MEGABYTE
