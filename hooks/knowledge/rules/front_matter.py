"""Check that the front matter of a source is valid YAML and has the required keys.

Answers: is the block between the first two `---` closed, is it YAML, and are its keys known and
complete? The values of dates, hashes and aliases are checked by the rules about these.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from knowledge import yaml_tree
from knowledge.markdown.front_matter import DataList, Key, PaperSize
from knowledge.markdown.source import Source
from knowledge.rules.rule import Breaks, Faults, source_rule
from knowledge.site.languages import source_in
from knowledge.site.site import Site
from knowledge.suggestion import did_you_mean

# mkdocs also parses front matter without `---` (mkdocs 1.6.1, utils/meta.py).
LATE_FRONT_MATTER = re.compile(r"\s+---[ ]*\n[A-Za-z0-9_-]+:")
OTHER_DASHES = re.compile(r"(?!---\s*$)[\u2010-\u2015\u2212\u30fc\u2500\uff0d-]+\s*")
MAX_SEARCHED_LINES = 60
"""Maximum number of lines to search for the end of unclosed front matter."""
BARE_KEY = re.compile(r"[ ]{0,3}[A-Za-z0-9_-]+:")
REQUIRED = (Key.TITLE, Key.DESCRIPTION)
"""Keys that every page needs: search results show them."""


@source_rule("SR006", "unclosed-front-matter", breaks=Breaks.REST)
def unclosed_front_matter(source: Source, _: Site) -> Faults:
    """Front matter that is never closed, starts too late, or has no `---` around it."""
    if source.front_matter_end == -1:
        fact = "the front matter begins here and is never closed"
        for number, line in enumerate(source.body.split("\n")[:MAX_SEARCHED_LINES], start=1):
            if OTHER_DASHES.fullmatch(line):
                yield number, "these dashes do not close the front matter", "Write '---'"
                return
        yield 1, fact, "Add a line '---' behind its last key"
    elif source.front_matter_end == 0 and LATE_FRONT_MATTER.match(source.body):
        fact = "the front matter does not begin on this line, so it is published as text"
        yield 1, fact, "Delete the empty lines above the first '---'"
    elif source.front_matter_end == 0 and BARE_KEY.match(source.body):
        fact = "the build takes this line for front matter and leaves it out of the page"
        remedy = "Put '---' on the lines before and behind the keys, or begin with the heading"
        yield 1, fact, remedy


@source_rule("SR007", "unreadable-front-matter")
def unreadable_front_matter(source: Source, _: Site) -> Faults:
    """Front matter that is not plain YAML, or has no keys and values."""
    front_matter = source.front_matter
    if isinstance(front_matter, yaml_tree.Fault):
        fact = f"the front matter is not plain YAML: {front_matter.problem}"
        remedy = "Write 'key: value'; put the value in quotes if it holds ': ', '#' or a quote"
        yield front_matter.line, fact, front_matter.remedy or remedy
    elif front_matter is not None and not isinstance(front_matter, yaml_tree.Mapping):
        remedy = "Write 'title: ...' and the other keys, or delete both '---'"
        yield 2, "the front matter holds no keys", remedy


@source_rule("SR009", "unknown-list")
def unknown_lists(source: Source, _: Site) -> Faults:
    """Front matter that names a generated list which does not exist."""
    name, known = source.meta(Key.LIST), [*DataList]
    if name and name not in known:
        remedy = did_you_mean(name, known, f"Use one of: {', '.join(known)}")
        yield source.meta_line(Key.LIST), f"'{Key.LIST}: {name}' names no list", remedy


@source_rule("SR016", "faulty-paper")
def faulty_papers(source: Source, site: Site) -> Faults:
    """`paper:` or `codes:` that is unknown, leads no reader on or stands in a translation."""
    sizes, pages = [*PaperSize], site.originals()
    for key in (Key.PAPER, Key.CODES):
        value, line = source.meta(key), source.meta_line(key)
        if value and site.language_of(source) != site.languages.default:
            fact = f"'{key}:' stands in the page that this one translates, for every language"
            yield line, fact, "Take it out here"
        elif value and key is Key.PAPER and value not in sizes:
            remedy = did_you_mean(value, sizes, f"Use one of: {', '.join(sizes)}")
            yield line, f"'{key}: {value}' is no paper", remedy
        elif value and key is Key.CODES and value not in pages:
            fact = f"there is no page '{source_in(site.languages.default, value)}'"
            yield line, fact, did_you_mean(value, pages, "Write its path inside its language")
        elif value and key is Key.CODES and not site.languages.is_for_readers(pages[value].path):
            fact = f"'{value}' is no page for readers, to whom the code on the paper leads"
            yield line, fact, "Write the path of one that is"
    if source.meta(Key.CODES) and not source.meta(Key.PAPER):
        fact = f"'{Key.CODES}:' is for pages with '{Key.PAPER}:' alone"
        yield source.meta_line(Key.CODES), fact, f"Add '{Key.PAPER}: a4', or take it out"


@source_rule("SR010", "incomplete-front-matter")
def incomplete_front_matter(source: Source, site: Site) -> Faults:
    """A page without title or description of its own, or with a duplicate key."""
    if not source.is_readable or source.excess:
        return
    first_lines: dict[str, int] = {}
    for pair in source.pairs:
        if pair.key in first_lines:
            fact = f"the key '{pair.key}' stands on line {first_lines[pair.key]} already"
            yield pair.line, fact, "Keep one of them"
        first_lines.setdefault(pair.key, pair.line)
    if site.languages.is_for_readers(source.path):
        yield from _repeated_values(source, site)
    for key in _missing_keys(source) if site.languages.of(source.path) else ():
        line = first_lines.get(key)
        fact = (
            f"'{key}' is empty, or no plain text" if line else f"the front matter has no '{key}:'"
        )
        yield line or 1, fact, f"Write '{key}: ...' between the two '---' at the top of the file"


def _repeated_values(source: Source, site: Site) -> Faults:
    for key in REQUIRED:
        other = _first_with(site)[site.language_of(source), key, source.meta(key)]
        if source.meta(key) and other != source.path:
            fact = f"{other} has the same '{key}'"
            yield source.meta_line(key), fact, "Say what this page alone is about"


@lru_cache(maxsize=1)
def _first_with(site: Site) -> Mapping[tuple[str, Key, str], str]:
    """By language, key and value: the first page for readers that has it.

    Changed pages come last, because a new page is probably a copy of an unchanged one.
    """
    found: dict[tuple[str, Key, str], str] = {}
    for source in sorted(
        site.pages_for_readers(), key=lambda each: each.path in site.changed_since_merge_base
    ):
        for key in REQUIRED:
            value = site.language_of(source), key, source.meta(key)
            found.setdefault(value, source.path)
    return found


@source_rule("SF010", "unknown-key", stops_build=True)
def unknown_keys(source: Source, _: Site) -> Faults:
    """A key in the front matter that this site does not use."""
    for pair in source.pairs:
        if pair.key not in [*Key]:
            fact = f"the front matter has a key '{pair.key}', which this site does not use"
            yield pair.line, fact, did_you_mean(pair.key, Key, f"Use one of: {', '.join(Key)}")


def _missing_keys(source: Source) -> Iterator[str]:
    """The required keys that are missing or empty in a page's front matter."""
    for key in REQUIRED:
        if not source.meta(key).strip() and not source.misspells(key):
            yield key
