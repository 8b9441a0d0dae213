"""Check that advice has its exception, and that what not to do is said with a "not".

Answers: does a section link to the exception, where readers see it without opening anything, and
does every item of a list of what not to do say no? Words and sections are listed in prose.yml.
"""

import posixpath
from dataclasses import dataclass, field

from knowledge.markdown.blocks import LIST_ITEM
from knowledge.markdown.sentences import (
    TextBlock,
    folded_headings,
    page_text,
    passages,
    plain,
    unseen_lines,
)
from knowledge.markdown.source import Source
from knowledge.rules.boxes import marked_as_forbidden
from knowledge.rules.prose import (
    as_clause,
    contains_phrase,
    phrases_in_data,
    phrases_on_page,
    prose_pages,
)
from knowledge.rules.rule import Faults, PlacedFaults, placed, site_rule, source_rule
from knowledge.site.site import Site


def _lost_signs(source: Source, site: Site) -> Faults:
    """Words that had the sign for what must not be done in the merge base, and have it no more."""
    before = {words for _, words in marked_as_forbidden(site.at_merge_base(source))}
    lost = before.difference(words for _, words in marked_as_forbidden(source))
    for number, line in enumerate(source.body.split("\n"), start=source.front_matter_end + 1):
        for words in sorted(lost):
            if words in line:
                fact = f"'{words}' has lost the sign for what must not be done"
                yield number, fact, "Write '{.dont}' behind it again, or say it in other words"


@site_rule("PR008", "advice-without-exception")
def advice_without_exception(site: Site) -> PlacedFaults:
    """A section or a drawing that gives a piece of advice and does not link to its exception."""
    for source in prose_pages(site):
        yield from placed(source.path, _on_page(source, site))
    for path, line, phrase in phrases_in_data(site, site.data.prose.links, ("drawings.yml",)):
        fact = f"a drawing says '{phrase.words}', and cannot link to '{phrase.other}'"
        yield path, line, fact, f"Say it on the page: {as_clause(phrase.reason)}"


@source_rule("PR014", "prohibition-without-not", sources=prose_pages)
def prohibitions_without_not(source: Source, site: Site) -> Faults:
    """An item of a section on what not to do, or words with the sign for it, that say to do it."""
    languages = site.languages.prose(site.language_of(source))
    wanted = [each for each in site.data.prose.prohibitions if each.language in languages]
    for line, words in marked_as_forbidden(source) if wanted else ():
        is_link = "](" in words  # PR010 reports it
        if not is_link and not any(contains_phrase(plain(words), each) for each in wanted):
            fact = f"the sign for what must not be done stands on '{words}'"
            yield line, fact, f"Use one of: {', '.join(dict.fromkeys(e.words for e in wanted))}"
    yield from _lost_signs(source, site)
    for section in _sections(source, site.tag_of(source)) if wanted else ():
        own = [phrase for phrase in wanted if phrase.other == section.id]
        for passage in section.passages if own else ():
            is_item = LIST_ITEM.match(source.line(passage.line))
            if is_item and not any(contains_phrase(passage.text, phrase) for phrase in own):
                fact = f"this stands in '#{section.id}' and says nothing of what not to do"
                words = ", ".join(dict.fromkeys(phrase.words for phrase in own))
                yield passage.line, fact, f"Use one of: {words}; what to do stands elsewhere"


def _on_page(source: Source, site: Site) -> Faults:
    tag, page_path = site.tag_of(source), site.languages.page_path(source.path)
    languages = site.languages.prose(site.language_of(source))
    phrases = phrases_on_page(site.data.prose.links, languages, page_text(source, tag))
    unseen = unseen_lines(source) if phrases else frozenset()
    folded = folded_headings(source) if phrases else frozenset()
    for section in _sections(source, tag) if phrases else ():
        seen = {target for p in section.passages for target in p.seen_targets(unseen)}
        targets = {_from_root(page_path, target) for target in seen}
        pages = {target.partition("#")[0] for target in targets}
        own = {f"{page_path}#{section.id}", page_path}
        texts = [(section.line, section.title), *((p.line, p.text) for p in section.passages)]
        for phrase in phrases:
            lines = [line for line, text in texts if contains_phrase(text, phrase)]
            # A heading is visible while the text and the links below it are still collapsed.
            is_title = section.line in folded and contains_phrase(section.title, phrase)
            linked = own if is_title else own | targets | pages
            if lines and linked.isdisjoint({phrase.other, phrase.second} - {""}):
                fact = f"this section says '{phrase.words}' without a link to '{phrase.other}'"
                yield lines[0], fact, f"Add the link: {as_clause(phrase.reason)}"


@dataclass(slots=True)
class AdviceSection:
    """A heading and the passages below it; id and title are empty before the first heading."""

    id: str = ""
    line: int = 1
    title: str = ""
    passages: list[TextBlock] = field(default_factory=list)


def _sections(source: Source, tag: str) -> list[AdviceSection]:
    found = [AdviceSection()]
    found += [AdviceSection(each.id or "", each.line, plain(each.text)) for each in source.headings]
    for passage in passages(source, tag):
        above = [section for section in found[1:] if section.line < passage.line]
        (above or found)[-1 if above else 0].passages.append(passage)
    return found


def _from_root(page_path: str, target: str) -> str:
    """Resolve a link target of a page to a path inside its language: `guide.md#id`."""
    if target.startswith("#"):
        return page_path + target
    return posixpath.normpath(posixpath.join(posixpath.dirname(page_path), target))
