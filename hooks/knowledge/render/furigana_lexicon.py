"""The readings of all runs of kanji of the site, for a switch that shows them.

Answers: how does JavaScript read a run of kanji without a dictionary? Most runs have one reading on
the whole site. For the others, the lexicon says which neighbouring letters tell the rarer readings
apart. One small file serves all pages, which do not grow by it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from html import unescape
from itertools import chain
from typing import NamedTuple

from knowledge.kana import JAPANESE, RUN, Reading
from knowledge.render.furigana import read_nodes, with_furigana
from knowledge.site.japanese_readings import JapaneseReadings, readings_of
from knowledge.site.site import Site
from knowledge.writing_systems import is_in

EDGE = "\n"
"""Marks the start and end of a text node, as in overrides/assets/javascripts/furigana.js."""
REACH = ((0, 1), (1, 0), (1, 1), (0, 2), (1, 2), (2, 1), (0, 3), (2, 3), (3, 2), (6, 6))
"""Numbers of letters before and after a run that are compared, in the order they are tried."""
MAX_LETTERS = 6


class ReadRun(NamedTuple):
    """A run of kanji on a page."""

    kanji: str
    before: str
    """Up to six letters before it."""
    after: str
    reading: str
    """In the format of `_written`: しょくじ for 食事, 2としょ1かん for 図書館."""


Entry = str | list[str | list[str]]
"""The reading of a run; or the most frequent one, and then each exception: the letters before the
run, those after it, and its reading there."""


class PageReadings:
    """Collects the readings of all pages, and inserts them where they are always shown."""

    def __init__(self) -> None:
        self._runs: dict[str, tuple[ReadRun, ...]] = {}
        """By page URL; kept between the builds of a preview."""

    def with_furigana(self, html: str, url: str, site: Site, language: str) -> str:
        """A whole page with its readings if its language always shows them, else as it is.

        Records the runs of kanji of the page for `lexicon`. `language` is that of the text, not of
        the folder: on a fallback page in ordinary Japanese, readings are up to the switch.
        """
        tag = site.languages.tag(language)
        if not is_in(tag, JAPANESE):
            return html
        furigana = readings_of(site.data)
        self._runs[url] = tuple(read_runs(html, furigana, tag))
        is_always = site.languages[language].has_furigana
        return with_furigana(html, furigana, tag) if is_always else html

    def lexicon(self) -> Mapping[str, Entry]:
        """The lexicon of all pages together: search results show text of any page."""
        return lexicon(self._runs.values())


def read_runs(html: str, furigana: JapaneseReadings, tag: str) -> Iterator[ReadRun]:
    """The runs of kanji on a page, as furigana.js finds them in its text nodes."""
    for (start, end), readings in read_nodes(html, furigana, tag):
        yield from _runs_of_text(html[start:end], readings)


@lru_cache(maxsize=65536)
def _runs_of_text(raw: str, readings: tuple[Reading, ...]) -> tuple[ReadRun, ...]:
    """The runs of a text node; cached, because every page repeats the menu and the footer."""
    text = f"{EDGE}{unescape(raw)}{EDGE}"
    found = []
    for written, run in zip(RUN.finditer(raw), RUN.finditer(text), strict=True):
        inside = [r for r in readings if written.start() <= r.start and r.end <= written.end()]
        if sum(r.end - r.start for r in inside) == len(run[0]):
            before = text[max(0, run.start() - MAX_LETTERS) : run.start()]
            after = text[run.end() : run.end() + MAX_LETTERS]
            found.append(ReadRun(run[0], before, after, _written(inside)))
    return tuple(found)


def lexicon(pages: Iterable[Iterable[ReadRun]]) -> Mapping[str, Entry]:
    """The entry of every run of kanji on some pages, sorted by run."""
    by_kanji: dict[str, Counter[ReadRun]] = defaultdict(Counter)
    for run in chain.from_iterable(pages):
        by_kanji[run.kanji][run] += 1
    return {kanji: _entry(found) for kanji, found in sorted(by_kanji.items())}


def _written(readings: list[Reading]) -> str:
    if len(readings) == 1:
        return readings[0].kana
    return "".join(f"{r.end - r.start}{r.kana}" for r in readings)


def _entry(found: Counter[ReadRun]) -> Entry:
    """The usual reading of a run, and its exceptions: each with as few neighbours as tell it apart.

    Where none of REACH does, the usual reading stands.
    """
    counts: Counter[str] = Counter()
    for run, count in found.items():
        counts[run.reading] += count
    usual = max(counts, key=lambda reading: (counts[reading], reading))
    if len(counts) == 1:
        return usual
    entry: list[str | list[str]] = [usual]
    rare = sorted(
        {run for run in found if run.reading != usual}, key=lambda r: (r.before, r.after, r.reading)
    )
    for before, after in REACH:
        told: dict[tuple[str, str], set[str]] = defaultdict(set)
        for run in found:
            told[_letters(run, before, after)].add(run.reading)
        clear = [run for run in rare if len(told[_letters(run, before, after)]) == 1]
        exceptions = {(*_letters(run, before, after), run.reading) for run in clear}
        entry += [list(each) for each in sorted(exceptions)]
        rare = [run for run in rare if run not in clear]
    return entry


def _letters(run: ReadRun, before: int, after: int) -> tuple[str, str]:
    """The nearest letters before and after a run."""
    return run.before[len(run.before) - before :], run.after[:after]
