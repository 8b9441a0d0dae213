"""Judge search results by page, and print the table of hit rates."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

TOP = 3


@dataclass(frozen=True)
class Query:
    """A search query and the pages that answer it."""

    text: str
    language: str
    page: str
    """The page that should come first, such as `start/paid`."""
    also: tuple[str, ...]
    """Other pages that answer it well enough."""
    kind: str


@dataclass(frozen=True)
class Answer:
    """The results shown for a query."""

    query: Query
    pages: tuple[str, ...]
    """Result pages in the query's language, best first, such as `start/paid`."""
    is_found: bool
    is_foreign_first: bool
    """Whether a page in another language ranks above one in the query's own."""
    milliseconds: tuple[float, ...]
    """Latency of each key press, until its results are drawn."""

    @property
    def is_strict(self) -> bool:
        """Whether the best page is the first result."""
        return self.pages[:1] == (self.query.page,)

    @property
    def is_lenient(self) -> bool:
        """Whether the first result is a page that answers."""
        return self._has(1)

    @property
    def is_in_top(self) -> bool:
        """Whether a page that answers is among the first three results."""
        return self._has(TOP)

    def _has(self, count: int) -> bool:
        return bool({self.query.page, *self.query.also} & set(self.pages[:count]))


RATES = ("is_strict", "is_lenient", "is_in_top")


def read_queries(path: Path) -> list[Query]:
    """Read queries from a YAML list of entries with q, lang, page, also and kind."""
    return [
        Query(str(one["q"]), one["lang"], one["page"], tuple(one["also"]), one["kind"])
        for one in yaml.safe_load(path.read_text("utf-8"))
    ]


def table(answers: list[Answer]) -> Iterator[str]:
    """Lines of the report: a row for each language, then one for each kind of query in it."""
    head = (
        "queries",
        "n",
        "strict",
        "lenient",
        "top 3",
        "nothing",
        "foreign first",
        "p50 ms",
        "p95 ms",
    )
    yield "| " + " | ".join(head) + " |"
    yield "|---|" + "---:|" * (len(head) - 1)
    for language in sorted({answer.query.language for answer in answers}, reverse=True):
        own = [answer for answer in answers if answer.query.language == language]
        yield _row(language, own)
        for kind, _ in Counter(answer.query.kind for answer in own).most_common():
            yield _row(f"{language}: {kind}", [a for a in own if a.query.kind == kind])


def share(answers: list[Answer], name: str) -> float:
    """Share (0 to 1) of the answers for which a boolean property of Answer is true."""
    return sum(bool(getattr(answer, name)) for answer in answers) / len(answers)


def percentile(values: Iterable[float], percent: int) -> float:
    """The value below which the given percentage of values lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, len(ordered) * percent // 100)]


def _row(name: str, answers: list[Answer]) -> str:
    times = [each for answer in answers for each in answer.milliseconds]
    cells = (
        name,
        str(len(answers)),
        *(f"{share(answers, each):.3f}" for each in RATES),
        f"{1 - share(answers, 'is_found'):.3f}",
        str(sum(answer.is_foreign_first for answer in answers)),
        f"{percentile(times, 50):.1f}",
        f"{percentile(times, 95):.1f}",
    )
    return "| " + " | ".join(cells) + " |"
