"""Check that a page has what `forms` in site.yml asks of the pages of its folder.

Answers: has a page the sections, the kinds of links, the link to it and the translations that
the other pages of its folder have? Missing translations are a notice only.
"""

import posixpath
from collections.abc import Iterator

from knowledge.data.site_settings import PageRequirements
from knowledge.markdown.sentences import folds
from knowledge.markdown.source import Source
from knowledge.rules.rule import Faults, FaultsAbout, source_rule
from knowledge.site.languages import source_in
from knowledge.site.site import Site
from knowledge.site.typed_links import typed_links


@source_rule("SR015", "incomplete-page", sources=Site.pages, compares=True)
def incomplete_pages(source: Source, site: Site) -> FaultsAbout:
    """A page without what site.yml asks of every page of its folder."""
    # What is missing may be there as malformed Markdown, which has a finding of its own.
    yield from ((*fault, source.path) for fault in _missing_requirements(source, site))


def _missing_requirements(source: Source, site: Site) -> Faults:
    language, page_path = site.language_of(source), site.languages.page_path(source.path)
    if source.excess or not source.is_readable:
        return
    for required in site.data.settings.page_requirements:
        if not page_path.startswith(required.pages):
            continue
        if language in site.languages.complete:
            yield from _sections(required, source)
            yield from _links(required, source)
            yield from _incoming_link(required, page_path, language, site)


@source_rule("PA014", "awaited-page", sources=Site.pages, is_notice=True)
def awaited_pages(source: Source, site: Site) -> Faults:
    """A page without a translation that `forms` in site.yml asks of the pages of its folder."""
    page_path = site.languages.page_path(source.path)
    if site.language_of(source) != site.languages.default:
        return
    for required in site.data.settings.page_requirements:
        # A language that the site does not have is reported in site.yml.
        for language in (code for code in required.languages if code in site.languages.codes):
            path = source_in(language, page_path)
            if page_path.startswith(required.pages) and path not in site.sources:
                fact = f"'{path}' is missing, which {_others(required)} have"
                yield 0, fact, "Write it, or ask in the pull request for somebody who does"


def _sections(required: PageRequirements, source: Source) -> Faults:
    lines = {heading.id: heading.line for heading in source.headings if heading.id}
    folded = {heading.id for heading in source.headings if folds(heading)}
    before = ""
    for section in required.sections:
        if section not in lines:
            fact = f"the section '#{section}' is missing, which {_others(required)} have"
            place = f"after '#{before}'" if before else "as the first one"
            yield lines.get(before, 0), fact, f"Write a heading with '{{#{section}}}' {place}"
        elif lines[section] < lines.get(before, 0):
            fact = f"'#{section}' stands above '#{before}', and below it on {_others(required)}"
            yield lines[section], fact, "Put it in the same order"
        if section in folded:
            fact = (
                f"'#{section}' is closed until somebody opens it, and open on {_others(required)}"
            )
            yield lines[section], fact, "Take '.folded' out of its braces"
        before = section


def _links(required: PageRequirements, source: Source) -> Faults:
    found = {scheme for _, scheme, _ in typed_links(source)}
    for scheme in required.links:
        if scheme not in found:
            fact = f"no link to a '{scheme}:', which {_others(required)} have"
            yield 0, fact, f"Write '[words]({scheme}:id)' where the page says it"


def _incoming_link(required: PageRequirements, page_path: str, language: str, site: Site) -> Faults:
    start = (
        site.sources.get(source_in(language, required.linked_from))
        if required.linked_from
        else None
    )
    if start and page_path not in _linked(start, required.linked_from):
        fact = f"{start.path} does not link to this page, as it does to {_others(required)}"
        link = posixpath.relpath(page_path, posixpath.dirname(required.linked_from) or ".")
        yield 0, fact, f"Write '[words]({link})' there"


def _linked(source: Source, page_path: str) -> Iterator[str]:
    """The paths, inside their language, that a page links to."""
    folder = posixpath.dirname(page_path)
    for link in source.links:
        yield posixpath.normpath(posixpath.join(folder, link.target.partition("#")[0]))


def _others(required: PageRequirements) -> str:
    return f"the pages below '{required.pages}'"
