"""How fast the site is built, checked and shown again, and how that grows: `make bench`.

    python -m bench.build_report [SIZE ...]

Prints a table and keeps it in build_record.md. Sizes are pages in each of the two languages.
"""

from __future__ import annotations

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

from bench.growth import Size, exponent, measure
from bench.properdocs_trial import trial
from bench.save_to_page import seconds_to_see
from support.cases_site import copy_real_site

SIZES = (100, 400, 1600)
MOST_TIMES = 5
EDITS = 5
RECORD = Path(__file__).with_name("build_record.md")
PACKAGES = ("mkdocs", "mkdocs-material", "mkdocs-static-i18n", "markdown")
HEAD = """\
# How fast the site is built

The last run of `make bench`; what is measured, and how, stands in README.md.
"""


def main() -> None:
    """Measure everything, print it, keep it."""
    start = time.monotonic()
    sizes = [int(each) for each in sys.argv[1:]] or list(SIZES)
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        found = [measure(folder / str(n), n, _times(n)) for n in sizes]
        real = copy_real_site(folder / "real")
        both = seconds_to_see(real, EDITS)
        one = seconds_to_see(real, EDITS, ONLY_LANGUAGE="ja")
        lines = [
            *_machine(),
            "",
            *_table(found),
            "",
            f"- From a save to the page under `mkdocs serve`, the real site: {both:.2f} s in both "
            f"languages, {one:.2f} s with ONLY=ja (median of {EDITS}).",
            f"- ProperDocs, the real site: {trial(real)}.",
            f"- All this took {(time.monotonic() - start) / 60:.1f} minutes.",
        ]
    text = "\n".join(lines)
    print(text)
    RECORD.write_text(f"{HEAD}\n{text}\n", "utf-8")


def _times(pages: int) -> int:
    """How often a build is repeated: the small ones, whose time says little by itself."""
    return max(1, min(MOST_TIMES, 800 // pages))


def _machine() -> Iterator[str]:
    day = datetime.now(UTC).date().isoformat()
    load = os.getloadavg()[0]
    yield f"- {day}, {os.cpu_count()} cores ({_processor()}), load {load:.1f}"
    packages = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    yield f"- Python {platform.python_version()}, {packages}"
    yield f"- `{shlex.join(['python', '-m', 'bench.build_report', *sys.argv[1:]])}`"


def _processor() -> str:
    """What the machine says of its processor, as far as it does."""
    known = Path("/proc/cpuinfo")
    text = known.read_text("utf-8") if known.is_file() else ""
    model = re.search(r"^model name\s*:\s*(.+)$", text, re.MULTILINE)
    return model[1] if model else platform.machine()


def _table(found: list[Size]) -> Iterator[str]:
    """One row for each measure; the exponent is between the first and the last size."""
    yield "| | " + " | ".join(f"2 x {each.pages:,}" for each in found) + " | exponent |"
    yield "|---|" + "---:|" * (len(found) + 1)
    for name, value in ROWS:
        yield _row(name, [value(each) for each in found], found)
    for name, share in SHARES:
        yield f"| {name} | {_percents([share(each) for each in found])} | |"
    for door in sorted(found[-1].doors, key=lambda each: -found[-1].doors[each]):
        shares = [each.doors.get(door, 0) / each.alone.processor for each in found]
        yield f"| of the build on one core: {door} | {_percents(shares)} | |"


ROWS: tuple[tuple[str, Callable[[Size], float]], ...] = (
    ("build, s from call to end", lambda size: size.built.wall),
    ("of these the compression of the zip, s", lambda size: size.zip_seconds),
    ("build without hooks, s from call to end", lambda size: size.bare.wall),
    ("stock build, s from call to end", lambda size: size.stock.wall),
    ("build, processor s", lambda size: size.built.processor),
    ("build on one core, processor s", lambda size: size.alone.processor),
    ("build without hooks, processor s", lambda size: size.bare.processor),
    ("stock build, processor s", lambda size: size.stock.processor),
    ("build, peak memory MB", lambda size: size.built.peak),
    ("build without hooks, peak memory MB", lambda size: size.bare.peak),
    ("size on disk, zip apart, MB", lambda size: size.megabytes - size.zip_megabytes),
    ("offline.zip, MB", lambda size: size.zip_megabytes),
    ("search index of a language, MB", lambda size: size.index_megabytes),
    ("first result of the search, index and all, s", lambda size: size.answer_seconds),
    ("check, processor s", lambda size: size.checked.processor),
    ("check, s from call to end", lambda size: size.checked.wall),
    ("check, peak memory MB", lambda size: size.checked.peak),
)


SHARES: tuple[tuple[str, Callable[[Size], float]], ...] = (
    ("**hooks add, zip apart: from call to end**", lambda size: size.added(size.bare)),
    ("the same on one core, processor time", lambda size: size.added_alone(size.bare)),
    ("**beyond a stock build, zip apart: from call to end**", lambda size: size.added(size.stock)),
    ("the same on one core, processor time", lambda size: size.added_alone(size.stock)),
)


def _row(name: str, values: list[float], found: list[Size]) -> str:
    cells = [f"{value:.2f}" if value < 100 else f"{value:,.0f}" for value in values]
    points = [(size.pages, value) for size, value in zip(found, values, strict=True)]
    grows = f"{exponent(points[0], points[-1]):.2f}" if len(points) > 1 and values[0] else ""
    return f"| {name} | {' | '.join(cells)} | {grows} |"


def _percents(shares: list[float]) -> str:
    return " | ".join(f"{share:.0%}" for share in shares)


if __name__ == "__main__":
    main()
