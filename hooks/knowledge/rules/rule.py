"""What a rule is, and the decorators that make one of a function.

Answers: which sources does a rule look at, and how do the faults that its function yields become
findings with a path and a code? Which rules there are is registry.py's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from knowledge.finding import Finding
from knowledge.markdown.source import Source
from knowledge.site.counterparts import PagePair, comparable_pairs
from knowledge.site.site import Site

Faults = Iterator[tuple[int, str, str]]
"""1-based line (0: the whole file), fact and remedy, worded as in `Finding`."""
PlacedFaults = Iterator[tuple[str, int, str, str]]
"""The same, behind the path of the file."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule."""

    code: str
    slug: str
    """Its name in plain words: `missing-anchor`."""
    summary: str
    """What it reports, in one sentence."""
    find: Callable[[Site], Iterator[Finding]]
    is_notice: bool
    """Logged as information, not as a warning that fails the strict build: what comes with time
    must not stop a correction."""
    stops_build: bool
    """Whether nothing is built: mkdocs would fail on such a file in a way of its own, be slow, or
    put what it holds before a reader."""


def site_rule(
    code: str, slug: str, *, is_notice: bool = False, stops_build: bool = False
) -> Callable[[Callable[[Site], PlacedFaults]], Rule]:
    """Make a rule of a function that looks at the whole site."""

    def register(check: Callable[[Site], PlacedFaults]) -> Rule:
        def find(site: Site) -> Iterator[Finding]:
            for path, line, fact, remedy in check(site):
                yield Finding(path, line, code, fact, remedy)

        return Rule(code, slug, _summary(check), find, is_notice, stops_build)

    return register


def source_rule(
    code: str,
    slug: str,
    *,
    sources: Callable[[Site], Iterable[Source]] = Site.every_source,
    is_notice: bool = False,
    stops_build: bool = False,
) -> Callable[[Callable[[Source, Site], Faults]], Rule]:
    """Make a rule of a function that looks at one source at a time.

    Args:
        code: `LK002`.
        slug: `missing-anchor`.
        sources: the sources that it looks at.
        is_notice: whether it never fails the build.
        stops_build: whether nothing is built.
    """

    def register(check: Callable[[Source, Site], Faults]) -> Rule:
        def find(site: Site) -> Iterator[Finding]:
            for source in sources(site):
                for line, fact, remedy in check(source, site):
                    yield Finding(source.path, line, code, fact, remedy)

        return Rule(code, slug, _summary(check), find, is_notice, stops_build)

    return register


def pair_rule(
    code: str,
    slug: str,
    *,
    pairs: Callable[[Site], Iterable[PagePair]] = comparable_pairs,
    is_notice: bool = False,
) -> Callable[[Callable[[PagePair, Site], Faults]], Rule]:
    """Make a rule of a function that compares a page with its translation.

    Its lines are those of the translation.
    """

    def register(check: Callable[[PagePair, Site], Faults]) -> Rule:
        def find(site: Site) -> Iterator[Finding]:
            for pair in pairs(site):
                for line, fact, remedy in check(pair, site):
                    yield Finding(pair.translation.path, line, code, fact, remedy)

        return Rule(code, slug, _summary(check), find, is_notice, stops_build=False)

    return register


def placed(path: str, faults: Iterable[tuple[int, str, str]]) -> PlacedFaults:
    """The faults of one file, for a rule that looks at the whole site."""
    return ((path, *fault) for fault in faults)


def suspects(
    texts: Sequence[tuple[int, str]], find: Callable[[str], object]
) -> Iterator[tuple[int, str]]:
    """The texts, each with its line, in which something is found.

    Most hold nothing, which one look at all of them together tells sooner; then each half is looked
    at, and so on.
    """
    if texts and find("\n".join(text for _, text in texts)):
        if len(texts) == 1:
            yield texts[0]
        else:
            middle = len(texts) // 2
            yield from suspects(texts[:middle], find)
            yield from suspects(texts[middle:], find)


def _summary(check: Callable[..., object]) -> str:
    return (check.__doc__ or "").partition("\n")[0]
