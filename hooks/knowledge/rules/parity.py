"""Whether the pages of the other languages are built as the default language's.

Answers: is there a counterpart, has it the same ids, in the same order and on the same level, and
does it ask for the same lists? Compares structure, never prose. What stands in the sections is
part.py's; a heading without an id of its own is links.py's, and comes first.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from difflib import SequenceMatcher

from knowledge.data.texts import Texts
from knowledge.data.yaml_files import DATA
from knowledge.finding import Finding
from knowledge.markdown.sections import differences
from knowledge.rules.navigation import orphans_of, untranslated
from knowledge.site.counterparts import Pair, comparable_pairs, originals, pairs
from knowledge.site.languages import source_in
from knowledge.site.mkdocs_yml import CONFIGURATION
from knowledge.site.site import Site
from knowledge.site.typed_links import LIST_KEY
from knowledge.suggestion import nearest


def missing_counterparts(site: Site) -> Iterator[Finding]:
    """PA001: a page that a complete language does not have."""
    for language in site.languages.complete:
        orphans = orphans_of(site, language)
        for original in originals(site):
            page_path = site.languages.page_path(original.path)
            counterpart = source_in(language, page_path)
            # A misnamed one is reported where it stands.
            if counterpart not in site.sources and not nearest(page_path, orphans):
                yield Finding(
                    original.path,
                    0,
                    "PA001",
                    f"this page has no counterpart '{counterpart}'",
                    "Translate it there, with the same ids; "
                    f"until then readers of '{language}' see this page with a notice",
                )


def untranslated_parts(site: Site) -> Iterator[Finding]:
    """PA002: what a partial language does not have yet."""
    for language in sorted(site.languages.partial):
        paths = [site.languages.page_path(original.path) for original in originals(site)]
        missing = [path for path in paths if source_in(language, path) not in site.sources]
        if missing:
            yield Finding(
                CONFIGURATION,
                0,
                "PA002",
                f"pages that are not there in '{language}' yet: {len(missing)} of {len(paths)}, "
                f"'{missing[0]}' among them",
                f"Translate one into '{source_in(language, missing[0])}' when there is time; until "
                "then readers see the original with a notice",
            )
        if labels := untranslated(site, language):
            yield Finding(
                CONFIGURATION,
                labels[0].line,
                "PA002",
                f"labels of the navigation that are not there in '{language}' yet: {len(labels)}",
                "Add them to 'nav_translations' of that language",
            )
        for name, entries in site.data.entries.items():
            if count := sum(_lacks(entry, language) for entry in entries):
                yield Finding(
                    f"{DATA}/{name}",
                    0,
                    "PA002",
                    f"entries that have no text in '{language}' yet: {count} of {len(entries)}",
                    f"Add '{language}:' to their texts when there is time",
                )


def different_ids(site: Site) -> Iterator[Finding]:
    """PA003: an id that stands on one page of a pair only."""
    for pair in comparable_pairs(site):
        for place in differences(list(pair.original_lines), list(pair.translated_lines)):
            yield _different_id(pair, place.missing, place.extra, place.after)


def moved_ids(site: Site) -> Iterator[Finding]:
    """PA004: an id that stands at another place than in the default language."""
    for pair in comparable_pairs(site):
        common = [i for i in pair.original_lines if i in pair.translated_lines]
        here = [i for i in pair.translated_lines if i in pair.original_lines]
        matcher = SequenceMatcher(None, common, here, autojunk=False)
        for kind, _, _, start, end in matcher.get_opcodes():
            if kind in ("insert", "replace") and start < end:
                moved = here[start]
                before = common[common.index(moved) - 1] if common.index(moved) else ""
                yield Finding(
                    pair.translation.path,
                    pair.translated_lines[moved],
                    "PA004",
                    f"'#{moved}' stands at another place than in "
                    f"{pair.original.path}:{pair.original_lines[moved]}",
                    f"Move it behind '#{before}'" if before else "Move it to the beginning",
                )


def different_levels(site: Site) -> Iterator[Finding]:
    """PA005: a heading of another level than in the default language."""
    for pair in comparable_pairs(site):
        there = {heading.id: heading.level for heading in pair.original.headings}
        here = {heading.id: heading.level for heading in pair.translation.headings}
        for name, line in pair.translated_lines.items():
            wanted, found = there.get(name), here.get(name)
            if name in pair.original_lines and wanted != found:
                yield Finding(
                    pair.translation.path,
                    line,
                    "PA005",
                    f"'#{name}' is {_rank(found)} here and {_rank(wanted)} in "
                    f"{pair.original.path}:{pair.original_lines[name]}",
                    f"Write it as a heading that begins with '{'#' * wanted}'"
                    if wanted
                    else "Give the id to the text as there, not to a heading",
                )


def different_lists(site: Site) -> Iterator[Finding]:
    """PA008: front matter that asks for a list in one language only."""
    for pair in pairs(site):
        wanted, found = pair.original.meta(LIST_KEY), pair.translation.meta(LIST_KEY)
        if wanted != found:
            there = f"{pair.original.path}:{pair.original.meta_line(LIST_KEY)}"
            yield Finding(
                pair.translation.path,
                pair.translation.meta_line(LIST_KEY),
                "PA008",
                _shown(found) + f" here, and {_shown(wanted)} in {there}",
                "Write the same in both",
            )


def _rank(level: int | None) -> str:
    return f"a heading of level {level}" if level else "no heading"


def _shown(name: str) -> str:
    return f"'{LIST_KEY}: {name}' stands" if name else f"no '{LIST_KEY}:' stands"


def _different_id(pair: Pair, missing: str, extra: str, after: str) -> Finding:
    path = pair.translation.path
    there = f"{pair.original.path}:{pair.original_lines[missing]}" if missing else ""
    if missing and extra:
        return Finding(
            path,
            pair.translated_lines[extra],
            "PA003",
            f"the id '#{extra}' stands here, where {there} has '#{missing}'",
            "Use the same id in every language",
        )
    if missing:
        place = f"behind '#{after}'" if after else "at the beginning"
        return Finding(
            path,
            pair.translated_lines.get(after, 1),
            "PA003",
            f"the passage '#{missing}' of {there} is missing here",
            f"Add it {place}, with the same id",
        )
    return Finding(
        path,
        pair.translated_lines[extra],
        "PA003",
        f"the passage '#{extra}' stands here and not in {pair.original.path}",
        "Add it there, or take it out",
    )


def _lacks(entry: object, language: str) -> bool:
    """Whether one of an entry's texts does not exist in a language."""
    texts = (getattr(entry, field.name) for field in fields(entry))  # type: ignore[arg-type]
    return any(isinstance(text, Texts) and not text.has(language) for text in texts)
