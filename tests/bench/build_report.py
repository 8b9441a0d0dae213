"""Benchmark of the build, the check and the preview at several sizes: `make bench`.

    python -m bench.build_report [SIZE ...]

Prints a table and writes it to build_record.md. Sizes are pages in each of the two languages.
"""

import os
import platform
import re
import shlex
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from bench.properdocs_trial import trial
from bench.save_to_page import seconds_to_see
from bench.site_size import Size, exponent, measure, measure_large
from support.cases_site import ROOT, copy_real_site

SIZES = (100, 400, 1600)
MAX_RUNS = 5
EDITS = 5
RECORD = Path(__file__).with_name("build_record.md")
PACKAGES = ("mkdocs", "mkdocs-material", "mkdocs-static-i18n", "markdown")
RECORD_HEAD = """\
# How fast the site is built

The last run of `make bench`; what is measured, and how, stands in README.md.
"""


def main() -> None:
    """Run every benchmark, print the report and write it to build_record.md."""
    start = time.monotonic()
    sizes = [int(each) for each in sys.argv[1:]] or list(SIZES)
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        found = [measure_large(folder / str(n), n, _times(n)) for n in sizes]
        pages = len(list((ROOT / "docs/en").rglob("*.md")))
        found.append(measure(copy_real_site(folder / "r/site"), "this site", pages, MAX_RUNS))
        real = copy_real_site(folder / "real")
        both = seconds_to_see(real, EDITS)
        one = seconds_to_see(real, EDITS, ONLY_LANGUAGE="ja")
        lines = [
            *_machine(),
            "",
            *_table(found),
            "",
            f"- From a save to the page under `mkdocs serve`, this site: {both:.2f} s in both "
            f"languages, {one:.2f} s with ONLY=ja (median of {EDITS}).",
            f"- ProperDocs, this site: {trial(real)}.",
            f"- All this took {(time.monotonic() - start) / 60:.1f} minutes.",
        ]
    text = "\n".join(lines)
    print(text)
    RECORD.write_text(f"{RECORD_HEAD}\n{text}\n", "utf-8")


def _times(pages: int) -> int:
    """Number of runs of a build: more for small sites, whose times vary more."""
    return max(1, min(MAX_RUNS, 800 // pages))


def _machine() -> Iterator[str]:
    day = datetime.now(UTC).date().isoformat()
    load = os.getloadavg()[0]
    yield f"- {day}, {os.cpu_count()} cores ({_processor()}), load {load:.1f}"
    packages = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    yield f"- Python {platform.python_version()}, {packages}"
    yield f"- `{shlex.join(['python', '-m', 'bench.build_report', *sys.argv[1:]])}`"


def _processor() -> str:
    """Model name of the processor, or its architecture where the system has no /proc/cpuinfo."""
    known = Path("/proc/cpuinfo")
    text = known.read_text("utf-8") if known.is_file() else ""
    model = re.search(r"^model name\s*:\s*(.+)$", text, re.MULTILINE)
    return model[1] if model else platform.machine()


def _table(found: list[Size]) -> Iterator[str]:
    """Markdown table, one row per measure; the exponent is between the first and last size."""
    yield "| | " + " | ".join(each.name for each in found) + " | exponent |"
    yield "|---|" + "---:|" * (len(found) + 1)
    for name, value in ROWS:
        yield _row(name, [value(each) for each in found], found)


ROWS: tuple[tuple[str, Callable[[Size], float]], ...] = (
    ("our build, processor s", lambda size: size.built.processor),
    ("of these the compression of the zip, s", lambda size: size.zip_seconds),
    ("stock build, processor s", lambda size: size.stock.processor),
    ("**our build, zip apart, as a multiple of the stock build**", lambda size: size.ratio),
    ("our build, peak memory MB", lambda size: size.built.peak),
    ("stock build, peak memory MB", lambda size: size.stock.peak),
    ("size on disk, zip apart, MB", lambda size: size.megabytes),
    ("offline.zip, MB", lambda size: size.zip_megabytes),
    ("search index of a language, MB", lambda size: size.index_megabytes),
    ("first result of the search, index and all, s", lambda size: size.answer_seconds),
    ("check, processor s", lambda size: size.checked.processor),
    ("check, peak memory MB", lambda size: size.checked.peak),
)


def _row(name: str, values: list[float], found: list[Size]) -> str:
    cells = [f"{value:.2f}" if value < 100 else f"{value:,.0f}" for value in values]
    sizes = [(size.pages, value) for size, value in zip(found, values, strict=True)][:-1]
    grows = f"{exponent(sizes[0], sizes[-1]):.2f}" if len(sizes) > 1 and sizes[0][1] else ""
    return f"| {name} | {' | '.join(cells)} | {grows} |"


if __name__ == "__main__":
    main()
