"""Measure one site: our build, the build with the stock theme, the check, and the output size."""

import math
import re
import shutil
import sys
import time
import zipfile
from collections import Counter
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import material

from bench.index_load import seconds_to_answer
from bench.large_site import write_large_site
from bench.run_measured import Run, cheapest, run
from knowledge.site.languages import from_configuration
from knowledge.site.mkdocs_yml import parse

HOOKS = re.compile(r"^hooks:\n(?:  - .*\n)+", re.MULTILINE)
WATCH = re.compile(r"^(?:# .*\n)?watch:\n(?:  - .*\n)+", re.MULTILINE)
CUSTOM_DIR = re.compile(r"^  custom_dir: overrides\n", re.MULTILINE)
LANGUAGE_FILE = "partials/languages/{}.html"
PLUGINS = re.compile(r"^plugins:\n", re.MULTILINE)
SEARCH = "plugins:\n  - search:\n      lang: [ja, en]\n      pipeline: []\n"
THEME = "  custom_dir: theme\n  features: [navigation.prune]\n"
MEGABYTE = 1_000_000
THEME_FOLDER = Path(material.__file__).parent / "templates"


@dataclass(frozen=True)
class Size:
    """The measures of one site; times are processor seconds unless a field says otherwise."""

    name: str
    pages: int
    """Number of pages in each language."""
    built: Run
    """The strict build, as in `make site`."""
    zip_seconds: float
    """Compressing offline.zip; a part of `built`."""
    stock: Run
    """The build of the same sources with the stock theme, i18n and search, without our hooks."""
    checked: Run
    megabytes: float
    """Size of the built site on disk, without the zip."""
    zip_megabytes: float
    index_megabytes: float
    """Size of the largest search index of a language."""
    answer_seconds: float
    """Wall-clock seconds from the first click into the search box to the first result."""

    @property
    def ratio(self) -> float:
        """Our build without the zip, as a multiple of the stock build."""
        return (self.built.processor - self.zip_seconds) / self.stock.processor


def measure_large(folder: Path, pages: int, times: int) -> Size:
    """Measure a generated site.

    Args:
        folder: the folder to generate it in.
        pages: pages in each of the two languages.
        times: runs of each build; the cheapest counts.

    Raises:
        RuntimeError: a build or the check fails.
    """
    return measure(write_large_site(folder / "site", pages), f"2 x {pages:,}", pages, times)


def measure(site: Path, name: str, pages: int, times: int) -> Size:
    """Measure the site in a folder; builds are written beside it and removed.

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
    index_sizes = Counter[str]()
    for path in (folder / "out/search/index").glob("*.json"):
        index_sizes[path.name.partition(".")[0]] += path.stat().st_size
    found = Size(
        name=name,
        pages=pages,
        built=built,
        zip_seconds=_seconds_to_compress(archive),
        stock=plain,
        checked=checked,
        megabytes=_megabytes(folder / "out") - archive.stat().st_size / MEGABYTE,
        zip_megabytes=archive.stat().st_size / MEGABYTE,
        index_megabytes=max(index_sizes.values()) / MEGABYTE,
        answer_seconds=seconds_to_answer(folder / "out"),
    )
    shutil.rmtree(folder)
    return found


def stock_site(site: Path, copy: Path) -> Path:
    """Copy the site without our hooks and overrides, but with the theme's search."""
    shutil.copytree(site / "docs", copy / "docs")
    text = (site / "mkdocs.yml").read_text("utf-8")
    for pattern, new in ((HOOKS, ""), (CUSTOM_DIR, THEME), (WATCH, ""), (PLUGINS, SEARCH)):
        text, count = pattern.subn(new, text)
        assert count == 1, "mkdocs.yml is no longer what this module knows"
    (copy / "mkdocs.yml").write_text(text, "utf-8")
    for code in from_configuration(parse(text.encode())).codes:
        if not (THEME_FOLDER / LANGUAGE_FILE.format(code)).exists():
            # The theme does not know this language: its English texts stand in.
            place = copy / "theme" / LANGUAGE_FILE.format(code)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text("{% macro t(key) %}{% endmacro %}\n", "utf-8")
    (copy / "theme").mkdir(exist_ok=True)
    return copy


def exponent(small: tuple[int, float], large: tuple[int, float]) -> float:
    """Exponent of growth between two sizes, each given as (pages, value): 1 is linear."""
    return math.log(large[1] / small[1]) / math.log(large[0] / small[0])


def _seconds_to_compress(archive: Path) -> float:
    """Processor seconds to compress the files of a ZIP archive again, in memory."""
    with zipfile.ZipFile(archive) as made:
        entries = [(entry, made.read(entry)) for entry in made.infolist()]
    start = time.process_time()
    with zipfile.ZipFile(BytesIO(), "w") as copy:
        for entry, content in entries:
            copy.writestr(entry, content)
    return time.process_time() - start


def _megabytes(folder: Path) -> float:
    return sum(p.stat().st_size for p in folder.rglob("*") if p.is_file()) / MEGABYTE
