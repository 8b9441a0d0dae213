"""The `Rule` class, and the decorators that turn a function into a rule.

Answers: which sources does a rule check, and how do the faults that its function yields become
findings with a path and a code? registry.py collects the rules.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import TypedDict, Unpack

from knowledge.finding import Finding
from knowledge.markdown.source import Source
from knowledge.site.counterparts import PagePair, comparable_pairs
from knowledge.site.site import Site

Faults = Iterator[tuple[int, str, str]]
"""1-based line (0: the whole file), fact and remedy, in the form of `Finding`."""
PlacedFaults = Iterator[tuple[str, int, str, str]]
"""Path of the file, then line, fact and remedy as in `Faults`."""
FaultsAbout = Iterator[tuple[int, str, str, str]]
"""As `Faults`, with what the fault depends on, in the form of `Finding.about`."""
DependentFaults = Iterator[
    tuple[str, int, str, str]
    | tuple[str, int, str, str, str]
    | tuple[str, int, str, str, str, bool]
]
"""As `PlacedFaults`, some with what the fault depends on (`Finding.about`), and some of these with
whether it is the cause (`Finding.is_cause`)."""


class Breaks(Enum):
    """The part of a file that a fault may make unreadable: it may cause other findings there."""

    NOTHING = "nothing"
    LINE = "line"
    """The line of the fault."""
    REST = "rest"
    """From the line of the fault to the end of its file."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its names, how to run it, and what its findings do to the build."""

    code: str
    """Family and number: `LK002`."""
    slug: str
    """Its name in plain words: `missing-anchor`."""
    find: Callable[[Site], Iterator[Finding]]
    is_notice: bool = False
    """Whether its findings are logged as information instead of as warnings, which fail the strict
    build: a page that has grown old must not block a correction."""
    stops_build: bool = False
    """Whether a finding stops the build: mkdocs would crash on such a file, be slow, or publish
    something harmful."""
    breaks: Breaks = Breaks.NOTHING
    compares: bool = False
    """Whether it compares a page with its translation. Its findings count as consequences of one
    about either page alone, which may be all that differs."""


class Effects(TypedDict, total=False):
    """The optional fields of `Rule`, as the decorators take them."""

    is_notice: bool
    stops_build: bool
    breaks: Breaks
    compares: bool


def site_rule(
    code: str, slug: str, **effects: Unpack[Effects]
) -> Callable[[Callable[[Site], DependentFaults]], Rule]:
    """Turn a function that checks the whole site into a rule.

    Args:
        code: `LK002`.
        slug: `missing-anchor`.
        effects: optional fields of `Rule`.
    """

    def register(check: Callable[[Site], DependentFaults]) -> Rule:
        def find(site: Site) -> Iterator[Finding]:
            for path, line, fact, remedy, *about in check(site):
                yield Finding(path, line, code, fact, remedy, *about)

        return Rule(code, slug, find, **effects)

    return register


def source_rule(
    code: str,
    slug: str,
    *,
    sources: Callable[[Site], Iterable[Source]] = Site.every_source,
    **effects: Unpack[Effects],
) -> Callable[[Callable[[Source, Site], Faults | FaultsAbout]], Rule]:
    """Turn a function that checks one of the sources at a time into a rule, as `site_rule` does."""

    def register(check: Callable[[Source, Site], Faults | FaultsAbout]) -> Rule:
        def find(site: Site) -> DependentFaults:
            for source in sources(site):
                for line, fact, remedy, *about in check(source, site):
                    yield source.path, line, fact, remedy, "".join(about)

        return site_rule(code, slug, **effects)(find)

    return register


def pair_rule(
    code: str,
    slug: str,
    *,
    pairs: Callable[[Site], Iterable[PagePair]] = comparable_pairs,
    is_notice: bool = False,
) -> Callable[[Callable[[PagePair, Site], Faults | FaultsAbout]], Rule]:
    """Turn a function that compares a page with its translation into a rule.

    The lines that the function yields are lines of the translation.
    """

    def register(check: Callable[[PagePair, Site], Faults | FaultsAbout]) -> Rule:
        def find(site: Site) -> DependentFaults:
            for pair in pairs(site):
                for line, fact, remedy, *about in check(pair, site):
                    other = about[0] if about else pair.original.path
                    yield pair.translation.path, line, fact, remedy, other

        return site_rule(code, slug, is_notice=is_notice, compares=True)(find)

    return register


def placed(path: str, faults: Iterable[tuple[int, str, str]]) -> PlacedFaults:
    """Add the path of a file to its faults, for a rule that checks the whole site."""
    return ((path, *fault) for fault in faults)
