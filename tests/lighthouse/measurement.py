"""Read Lighthouse reports and compare the medians with our limits.

Pure: it reads reports that are already there and starts nothing (`lighthouse.py` does).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from statistics import median
from typing import Any

PERFORMANCE, ACCESSIBILITY, BEST_PRACTICES, SEO = CATEGORIES = (
    *("performance", "accessibility", "best-practices", "seo"),
)
PASSES = {PERFORMANCE: 0.9}
"""Minimum score of a passed audit, by category, where it is not 1."""
HIDDEN = "hidden"
"""The group of audits that Lighthouse 12 measures but does not show."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A column of the table: its limit, if any, and the category whose audits explain it."""

    name: str
    category: str
    decimals: int = 0
    at_least: float | None = None
    at_most: float | None = None

    def allows(self, value: float) -> bool:
        return not (
            (self.at_least is not None and value < self.at_least)
            or (self.at_most is not None and value > self.at_most)
        )

    def format(self, value: float) -> str:
        return f"{value:.{self.decimals}f}"

    @property
    def limit(self) -> str:
        if self.at_least is not None:
            return f"at least {self.format(self.at_least)}"
        return "" if self.at_most is None else f"at most {self.format(self.at_most)}"


MEASURES = (
    Measure("performance", PERFORMANCE, at_least=99),
    Measure("accessibility", ACCESSIBILITY, at_least=100),
    Measure("best practices", BEST_PRACTICES, at_least=100),
    Measure("seo", SEO, at_least=100),
    Measure("FCP ms", PERFORMANCE),
    Measure("LCP ms", PERFORMANCE, at_most=1600),
    Measure("TBT ms", PERFORMANCE, at_most=100),
    Measure("CLS", PERFORMANCE, decimals=3, at_most=0),
    Measure("bytes", PERFORMANCE),
    Measure("requests", PERFORMANCE),
)
AUDITS = (
    *("first-contentful-paint", "largest-contentful-paint", "total-blocking-time"),
    *("cumulative-layout-shift", "total-byte-weight"),
)
"""Audits with a column of their own, in the order of the columns after the categories."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A failed audit, with the places where it failed."""

    category: str
    audit: str
    title: str
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Measurement:
    """One run on one page: a value for each of MEASURES, and the failed audits."""

    page: str
    values: tuple[float, ...]
    failures: tuple[Failure, ...] = ()


@dataclass(frozen=True, slots=True)
class Breach:
    """A limit broken by the median of a page, with the failed audits that explain it."""

    page: str
    measure: Measure
    value: float
    failures: tuple[Failure, ...]


def read_report(page: str, report: dict[str, Any]) -> Measurement:
    """Read one run from the JSON of Lighthouse 12; a category without a score counts as 0."""
    audits = report["audits"]
    requests = audits["network-requests"]["details"]["items"]
    numbers = [
        *(100 * (report["categories"][each]["score"] or 0) for each in CATEGORIES),
        *(audits[each]["numericValue"] for each in AUDITS),
        sum(not each["url"].startswith("data:") for each in requests),
    ]
    values = zip(MEASURES, numbers, strict=True)
    return Measurement(
        page,
        tuple(round(number, measure.decimals) for measure, number in values),
        tuple(_failures(report)),
    )


def medians(runs: Iterable[Measurement]) -> dict[str, tuple[float, ...]]:
    """Median of every measure by page, in the order of the runs."""
    return {
        page: tuple(median(column) for column in zip(*(run.values for run in own), strict=True))
        for page, own in _by_page(runs).items()
    }


def table(rows: dict[str, tuple[float, ...]]) -> Iterator[str]:
    """Lines of the table, one per page."""
    yield "| page | " + " | ".join(measure.name for measure in MEASURES) + " |"
    yield "|---|" + "---:|" * len(MEASURES)
    for page, values in rows.items():
        cells = [each.format(value) for each, value in zip(MEASURES, values, strict=True)]
        yield "| " + " | ".join((page, *cells)) + " |"


def breaches(runs: list[Measurement]) -> Iterator[Breach]:
    """Each limit broken by a median, with the failures of the worst run of that page."""
    own = _by_page(runs)
    for page, values in medians(runs).items():
        for place, (measure, value) in enumerate(zip(MEASURES, values, strict=True)):
            if not measure.allows(value):
                worst = _worst(own[page], place)
                failures = (each for each in worst.failures if each.category == measure.category)
                yield Breach(page, measure, value, tuple(failures))


def format_breach(breach: Breach) -> Iterator[str]:
    """Lines describing a breach: the limit, then each failed audit with its places."""
    measure = breach.measure
    yield f"{breach.page}: {measure.name} {measure.format(breach.value)}, {measure.limit}."
    for failure in breach.failures:
        yield f"  {failure.audit}: {failure.title}"
        yield from (f"    {place}" for place in failure.places)


def _by_page(runs: Iterable[Measurement]) -> dict[str, list[Measurement]]:
    found: dict[str, list[Measurement]] = {}
    for run in runs:
        found.setdefault(run.page, []).append(run)
    return found


def _worst(runs: list[Measurement], place: int) -> Measurement:
    pick = max if MEASURES[place].at_least is None else min
    return pick(runs, key=lambda run: run.values[place])


def _failures(report: dict[str, Any]) -> Iterator[Failure]:
    for category in CATEGORIES:
        for reference in report["categories"][category]["auditRefs"]:
            audit = report["audits"][reference["id"]]
            score = audit["score"]
            has_failed = score is not None and score < PASSES.get(category, 1)
            has_broken = audit["scoreDisplayMode"] == "error"
            if reference.get("group") != HIDDEN and (has_failed or has_broken):
                yield Failure(category, audit["id"], _title(audit), tuple(_places(audit)))


def _title(audit: dict[str, Any]) -> str:
    said = audit.get("displayValue") or audit.get("errorMessage")
    return f"{audit['title']} ({said})" if said else audit["title"]


def _places(audit: dict[str, Any]) -> Iterator[str]:
    items = audit.get("details", {}).get("items", [])
    for item in items if isinstance(items, list) else []:
        node = item.get("node", item)
        parts = [node.get(key) for key in ("selector", "snippet", "source", "url", "description")]
        if text := " ".join(" ".join(part.split()) for part in parts if isinstance(part, str)):
            yield text
