"""What is wrong with the HTML of a page, and whether the theme's own markup is to blame.

Answers: which violations of the built pages go beyond those of the stock theme? Pure: it reads no
file and starts nothing (`validate.py` does). Two violations are the same one if rule, message and
start tag are alike but for what differs from page to page and from language to language.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser

OF_THE_PAGE = re.compile(
    r"\b(alt|aria-label|content|href|hreflang|lang|placeholder|src|title)=(?:\"[^\"]*\"|'[^']*')"
)
"""Attributes whose value belongs to the page or its language, not to the markup."""

QUOTED = re.compile(r'"[^"]*"')
BEYOND_16_BITS = re.compile("[\U00010000-\U0010ffff]")


@dataclass(frozen=True, order=True, slots=True)
class Violation:
    """One broken rule; `line` is 1-based, `element` the start tag that stands there, if any."""

    path: str
    line: int
    rule: str
    message: str
    element: str = ""


@dataclass(frozen=True, order=True, slots=True)
class Known:
    """A violation of the stock theme: in which template it stands, and how often on one page."""

    rule: str
    element: str
    message: str
    template: str
    times: int


Key = tuple[str, str, str]


def format_violation(violation: Violation) -> str:
    """One line for people."""
    return f"{violation.path}:{violation.line}: {violation.rule} {violation.message}"


def without_page(markup: str) -> str:
    """Start tags without what belongs to one page: of a page or of a template."""
    return OF_THE_PAGE.sub(r'\1="*"', markup)


class StartTags(HTMLParser):
    """Where the start tags of a page stand."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self._places: list[tuple[int, int]] = []
        self._tags: list[str] = []
        # The validator counts columns in units of 16 bits.
        self.feed(BEYOND_16_BITS.sub("??", html))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        line, offset = self.getpos()
        self._places.append((line, offset + 1))
        self._tags.append(without_page(" ".join((self.get_starttag_text() or "").split())))

    def at(self, line: int, column: int) -> str:
        """The last start tag up to a place (both 1-based); nothing where none stands before it."""
        count = bisect_right(self._places, (line, column))
        return self._tags[count - 1] if count else ""


def beyond(violations: Iterable[Violation], baseline: Iterable[Known]) -> Iterator[Violation]:
    """What the stock theme does not do, or not as often on one page; sorted."""
    allowed = {(known.rule, known.element, known.message): known.times for known in baseline}
    seen: Counter[tuple[str, Key]] = Counter()
    for violation in sorted(violations):
        key = _key(violation)
        seen[violation.path, key] += 1
        if seen[violation.path, key] > allowed.get(key, 0):
            yield violation


def baseline_of(
    violations: Iterable[Violation], templates: Mapping[str, str], own: Iterable[str]
) -> tuple[list[Known], list[Violation]]:
    """What the theme alone is to blame for, and what it is not; both sorted.

    Args:
        violations: of a site that the stock theme made.
        templates: the theme's templates that we do not replace, by path.
        own: whatever else can write markup.
    """
    per_page = Counter((violation.path, _key(violation)) for violation in violations)
    times: dict[Key, int] = {}
    for (_, key), count in per_page.items():
        times[key] = max(times.get(key, 0), count)
    sources = list(own)
    from_theme = {key: template_of(key[1], templates, sources) for key in times}
    return (
        sorted(Known(*key, from_theme[key], times[key]) for key in times if from_theme[key]),
        [violation for violation in sorted(violations) if not from_theme[_key(violation)]],
    )


def template_of(element: str, templates: Mapping[str, str], own: Iterable[str]) -> str:
    """The first of the theme's templates that writes a start tag; none if we may write it too."""
    if not element or any(element in without_page(text) for text in own):
        return ""
    found = (path for path in sorted(templates) if element in without_page(templates[path]))
    return next(found, "")


def _key(violation: Violation) -> Key:
    return (violation.rule, violation.element, QUOTED.sub('"*"', violation.message))
