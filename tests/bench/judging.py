"""Score search results: which topics each page covers, and the table of hit rates."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

LEAF_FOLDER = "start/"
LEAF_TOPIC = "countermeasures"
MORE_TOPICS = {
    "start/court-papers": ("lawsuits",),
    "start/gave-card": ("police",),
    "start/paid": ("police",),
    "start/prepaid-codes": ("police",),
    "start/told-details": ("information-leakage",),
    "start/sent-id-photo": ("information-leakage",),
    "start/gave-bank-login": ("police",),
    "start/fake-police": ("police", "information-leakage"),
    "start/intimate-images": ("police", "information-leakage"),
    "start/support-scam": ("prevention",),
    "start/detective-offer": ("information-leakage",),
    "what-to-say": ("countermeasures", "police"),
    "evidence": ("countermeasures", "police"),
}
NO_TOPIC = frozenset({"glossary", "about"})
TOP = 3


@dataclass(frozen=True)
class Query:
    """A search query and the topic whose page should come first."""

    text: str
    language: str
    topic: str
    also_ok: tuple[str, ...]
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
    def is_first(self) -> bool:
        return self._has((self.query.topic,), 1)

    @property
    def is_also_first(self) -> bool:
        return self._has((self.query.topic, *self.query.also_ok), 1)

    @property
    def is_in_top(self) -> bool:
        return self._has((self.query.topic, *self.query.also_ok), TOP)

    def _has(self, topics: Iterable[str], count: int) -> bool:
        return any(topic in topics_of(page) for page in self.pages[:count] for topic in topics)


def read_queries(path: Path) -> list[Query]:
    """Read queries from a YAML list of entries with q, lang, topic, also_ok and kind."""
    return [
        Query(str(one["q"]), one["lang"], one["topic"], tuple(one["also_ok"]), one["kind"])
        for one in yaml.safe_load(path.read_text("utf-8"))
    ]


def topics_of(page: str) -> frozenset[str]:
    """The topics a page counts as an answer for."""
    if page in NO_TOPIC:
        return frozenset()
    if page.startswith(LEAF_FOLDER):
        return frozenset({LEAF_TOPIC, *MORE_TOPICS.get(page, ())})
    return frozenset(MORE_TOPICS.get(page, (page,)))


def table(answers: list[Answer]) -> Iterator[str]:
    """Lines of the report: a row for each language, then one for each kind of query in it."""
    head = (
        "queries",
        "n",
        "first",
        "also",
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
        *(f"{share(answers, each):.3f}" for each in ("is_first", "is_also_first", "is_in_top")),
        f"{1 - share(answers, 'is_found'):.3f}",
        str(sum(answer.is_foreign_first for answer in answers)),
        f"{percentile(times, 50):.1f}",
        f"{percentile(times, 95):.1f}",
    )
    return "| " + " | ".join(cells) + " |"
