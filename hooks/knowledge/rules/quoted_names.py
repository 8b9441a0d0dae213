"""Check the names that readers are told to look for where anybody can have any name.

Answers: does a sentence about a messenger, a store of apps or a search engine quote a name that
prose.yml does not list? A number or a host is checked wherever it stands; such a name is not.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from knowledge import yaml_tree
from knowledge.data.yaml_files import DATA
from knowledge.markdown.front_matter import Key
from knowledge.markdown.sentences import metadata_and_headings, normalized, passages
from knowledge.rules.prose import SHOWN_FILES, contains_phrase, prose_pages
from knowledge.rules.rule import Faults, PlacedFaults, placed, site_rule
from knowledge.site.site import Site

QUOTED = re.compile('「([^「」]+)」|『([^『』]+)』|“([^“”]+)”|"([^"]+)"|‘([^‘’]+)’')
BOX = "!!!"


@site_rule("PR015", "unlisted-name")
def unlisted_names(site: Site) -> PlacedFaults:
    """A quoted name beside a messenger, a store or a search that prose.yml does not list."""
    for source in prose_pages(site):
        tag, language = site.tag_of(source), site.language_of(source)
        found = [(each.line, each.text) for each in metadata_and_headings(source)]
        found += (
            (each.line, _without_frame(each.text, source.line(each.line)))
            for passage in passages(source, tag)
            for each in passage.sentences
        )
        yield from placed(source.path, _in_sentences(found, language, site))
        yield from placed(source.path, _in_tree(source.value(Key.CHANGES), site))
    for name in site.data.trees.keys() & {*SHOWN_FILES}:
        yield from placed(f"{DATA}/{name}", _in_tree(site.data.trees[name], site))


def _without_frame(text: str, line: str) -> str:
    """A sentence; of the first line of a box, `!!! note "Title"`, its title."""
    is_box = line.lstrip().startswith(BOX)
    return text.partition('"')[2].rpartition('"')[0] if is_box else text


@lru_cache(maxsize=1)
def _own_titles(site: Site) -> frozenset[str]:
    """The titles and headings of all pages: a sentence may quote one."""
    return frozenset(each.text for source in site.pages() for each in metadata_and_headings(source))


def _in_tree(tree: yaml_tree.Tree | None, site: Site) -> Faults:
    """The names in the texts of a data file."""
    for key, scalar in yaml_tree.fields(tree):
        if key in site.languages.codes:
            yield from _in_sentences([(scalar.line, scalar.text)], key, site)


def _in_sentences(sentences: Iterable[tuple[int, str]], language: str, site: Site) -> Faults:
    languages, prose = site.languages.prose(language), site.data.prose
    words = [each for each in prose.searching if each.language in languages]
    for line, text in sentences if words else ():
        names = ["".join(groups) for groups in QUOTED.findall(normalized(text))]
        word = next((e.words for e in words if names and contains_phrase(text, e)), "")
        for name in names if word else ():
            if name.strip() not in prose.searched and name.strip() not in _own_titles(site):
                fact = f"'{name}' is quoted beside '{word}', where anybody can have that name"
                remedy = f"Link to a contact, or list the name under 'searched' in {DATA}/prose.yml"
                yield line, fact, remedy
