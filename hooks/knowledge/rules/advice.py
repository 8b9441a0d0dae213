"""Whether advice stands with its exception.

Answers: does a section that gives a piece of advice show a link to its exception, where a reader
sees it without a tap? The pairs of advice and exception stand in prose.yml.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field

from knowledge.finding import Finding
from knowledge.markdown.sentences import Passage, page_text, passages, plain, unseen_lines
from knowledge.markdown.source import Source
from knowledge.rules.prose import has, lowered, possible, prose_pages
from knowledge.site.site import Site


def advice_without_exception(site: Site) -> Iterator[Finding]:
    """PR008: a section that gives a piece of advice and does not link to its exception."""
    for source, language in prose_pages(site):
        page_path = site.languages.page_path(source.path)
        asked = possible(site.data.prose.links, language, page_text(source, language))
        unseen = unseen_lines(source) if asked else frozenset()
        for section in _sections(source, language) if asked else ():
            seen = {target for p in section.passages for target in p.seen_targets(unseen)}
            targets = {_from_root(page_path, target) for target in seen}
            pages = {target.partition("#")[0] for target in targets}
            here = {f"{page_path}#{section.id}", page_path}
            said = [(section.line, section.title), *((p.line, p.text) for p in section.passages)]
            for phrase in asked:
                lines = [line for line, text in said if has(text, phrase)]
                if not lines:
                    continue
                wanted = {phrase.other, phrase.second} - {""}
                if not wanted & (targets | pages | here):
                    yield Finding(
                        source.path,
                        lines[0],
                        "PR008",
                        f"this section says '{phrase.words}' without a link to '{phrase.other}'",
                        f"Add the link: {lowered(phrase.reason)}",
                    )


@dataclass(slots=True)
class _Section:
    """A heading and the passages below it; before the first heading there is one without."""

    id: str = ""
    line: int = 1
    title: str = ""
    passages: list[Passage] = field(default_factory=list)


def _sections(source: Source, language: str) -> list[_Section]:
    found = [_Section()]
    found += [_Section(each.id or "", each.line, plain(each.text)) for each in source.headings]
    for passage in passages(source, language):
        above = [section for section in found[1:] if section.line < passage.line]
        (above or found)[-1 if above else 0].passages.append(passage)
    return found


def _from_root(page_path: str, target: str) -> str:
    """A link of a page as a path inside its language."""
    if target.startswith("#"):
        return page_path + target
    return posixpath.normpath(posixpath.join(posixpath.dirname(page_path), target))
