"""Judge search results by page, and print the tables of hit rates."""

import math
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

TOP = 3
SHOWN = 48
"""Characters of a long text that are shown."""
ENOUGH_NOTHING = 0.8
"""Target share of the unanswerable queries for which the search says that nothing is found."""
CONFIDENCE = 1.96
"""Number of standard deviations (z) of a two-sided 95 % interval."""


@dataclass(frozen=True)
class Query:
    """A search query and the pages that answer it."""

    text: str
    language: str
    page: str
    """The page that should come first, such as `start/paid`; "" if nothing on the site answers."""
    also: tuple[str, ...]
    """Other pages that answer it well enough."""
    kind: str
    use: str = ""
    """`fit` (for training) or `kept` (held out for measuring), in a list that has both."""

    @property
    def is_answerable(self) -> bool:
        """Whether a page of the site answers it."""
        return bool(self.page)


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
    offered: tuple[str, ...] = ()
    """The pages that are offered first where nothing is found."""
    danger: str = ""
    """Text of the danger notice above the results; empty if there is none."""

    @property
    def shown(self) -> str:
        """The first pages in the query's language, or why there are none."""
        elsewhere = "nothing in its language, pages in another one" if self.is_found else "nothing"
        return ", ".join(self.pages[:TOP]) or elsewhere

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

    @property
    def is_told_nothing(self) -> bool:
        """Whether the search says that nothing is found: right for unanswerable queries only."""
        return not self.is_found

    @property
    def is_hidden(self) -> bool:
        """Whether the search says that nothing is found and suggests no page that answers."""
        return not self.is_found and not self._answering & set(self.offered)

    def _has(self, count: int) -> bool:
        return bool(self._answering & set(self.pages[:count]))

    @property
    def _answering(self) -> set[str]:
        return {self.query.page, *self.query.also}


RATES = ("is_strict", "is_lenient", "is_in_top")
SHARES = {True: (*RATES, "is_told_nothing", "is_hidden"), False: ("is_told_nothing",)}
"""By whether queries are answerable, what is counted of their answers."""
HEADS = {
    True: ("strict", "lenient", "top 3", "wrongly nothing", "and not offered"),
    False: ("rightly nothing",),
}


def read_queries(path: Path) -> list[Query]:
    """Read queries from a YAML list of entries with q, lang, kind, and page and also or use.

    An entry without a page is a query that nothing on the site answers.
    """
    return [
        Query(
            text=str(one["q"]),
            language=one["lang"],
            page=one.get("page", ""),
            also=_others(one),
            kind=one.get("kind", ""),
            use=one.get("use", ""),
        )
        for one in yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)
    ]


def _others(entry: Mapping[str, Any]) -> tuple[str, ...]:
    """The pages under `also`, each once and without `page`: two may have become one."""
    found = dict.fromkeys(entry.get("also", ()))
    return tuple(name for name in found if name != entry.get("page"))


def verdict(answers: Sequence[Answer], urgent: Container[str]) -> Iterator[str]:
    """Lines on whether a list of queries is answered well enough, and which of them are not.

    Args:
        answers: as shown in the search box.
        urgent: the urgent pages. If one of them is the best answer, the first result has to be a
            page that answers; for other queries, one of the first three.
    """
    for each in answers:
        if each.danger:
            said = " ".join(each.danger.split())[:SHOWN]
            yield f"whom to call stands above: {each.query.text} ({said}...)"
    asked = [each for each in answers if each.query.is_answerable]
    poor = [each for each in asked if not _is_enough(each, urgent)]
    for each in poor:
        where = "first" if each.query.page in urgent else f"among the first {TOP}"
        pages = " or ".join((each.query.page, *each.query.also))
        yield f"not enough: {each.query.text} ({pages} {where}; now: {each.shown})"
    others = [each for each in answers if not each.query.is_answerable]
    told = [each for each in others if each.is_told_nothing]
    is_told = len(told) >= ENOUGH_NOTHING * len(others)
    for each in others:
        if not each.is_told_nothing:
            said = "enough, but" if is_told else "not enough:"
            yield f"{said} {each.query.text} (nothing; now: {each.shown})"
    yield f"Enough for {len(asked) - len(poor)} of {len(asked)} that a page answers."
    if others:
        yield (
            f"Nothing is found for {len(told)} of {len(others)} that none answers; eight in ten are"
            " enough."
        )
    is_enough = is_told and not poor
    yield "That is enough." if is_enough else "What is not enough stands above."


def _is_enough(answer: Answer, urgent: Container[str]) -> bool:
    return answer.is_lenient if answer.query.page in urgent else answer.is_in_top


def tables(answers: list[Answer], fitted: list[Answer]) -> Iterator[str]:
    """Lines of the report: a table of the answerable queries, then one of the others.

    A row for each language, then one for each kind of query in it. Each share stands with its 95 %
    interval, and behind a slash as it is cross-validated.

    Args:
        answers: as shown in the search box.
        fitted: the cross-validated answers to the same queries; may be empty.
    """
    for is_answerable in (True, False):
        own = [each for each in answers if each.query.is_answerable == is_answerable]
        if own:
            yield from _table(own, fitted, is_answerable=is_answerable)
            yield ""


def _table(answers: list[Answer], fitted: list[Answer], *, is_answerable: bool) -> Iterator[str]:
    first = "answerable" if is_answerable else "unanswerable"
    head = (first, "n", *HEADS[is_answerable], "foreign first", "p50 ms", "p95 ms")
    yield "| " + " | ".join(head) + " |"
    yield "|---|" + "---:|" * (len(head) - 1)
    by_query = {each.query: each for each in fitted}
    for language in sorted({answer.query.language for answer in answers}, reverse=True):
        own = [answer for answer in answers if answer.query.language == language]
        rows = {language: own}
        for kind, _ in Counter(answer.query.kind for answer in own).most_common():
            rows[f"{language}: {kind}"] = [a for a in own if a.query.kind == kind]
        for name, shown in rows.items():
            again = [by_query[each.query] for each in shown if each.query in by_query]
            yield _row(name, shown, again, SHARES[is_answerable])


def interval(count: int, total: int) -> tuple[float, float]:
    """The 95 % confidence interval of a share, after Wilson: where the true share probably is.

    Args:
        count: how many have the property.
        total: of how many; at least 1.
    """
    square = CONFIDENCE**2
    middle = (count + square / 2) / (total + square)
    spread = math.sqrt(count * (total - count) / total + square / 4)
    half = CONFIDENCE * spread / (total + square)
    return max(0.0, middle - half), min(1.0, middle + half)


def share(answers: list[Answer], name: str) -> float:
    """Share (0 to 1) of the answers for which a boolean property of Answer is true."""
    return sum(bool(getattr(answer, name)) for answer in answers) / len(answers)


def percentile(values: Iterable[float], percent: int) -> float:
    """The value below which the given percentage of values lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, len(ordered) * percent // 100)]


def _row(name: str, answers: list[Answer], fitted: list[Answer], shares: Iterable[str]) -> str:
    times = [each for answer in answers for each in answer.milliseconds]
    cells = (
        name,
        str(len(answers)),
        *(_share_cell(answers, fitted, each) for each in shares),
        str(sum(answer.is_foreign_first for answer in answers)),
        f"{percentile(times, 50):.1f}",
        f"{percentile(times, 95):.1f}",
    )
    return "| " + " | ".join(cells) + " |"


def _share_cell(answers: list[Answer], fitted: list[Answer], name: str) -> str:
    low, high = interval(sum(bool(getattr(each, name)) for each in answers), len(answers))
    unseen = f" / {share(fitted, name):.3f}" if fitted else ""
    return f"{share(answers, name):.3f} ({low:.2f} to {high:.2f}){unseen}"
