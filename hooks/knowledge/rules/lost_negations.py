"""Check that a short text does not lose, or get, a "not" in one language alone.

Answers: did a text of the data, a title, a description or a heading change since the merge base so
that it says no, or no longer says no, while another language has what it had? Sentences of pages
are not compared: there, the same thing is often said in two ways.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from knowledge import yaml_tree
from knowledge.data.yaml_files import DATA, read_tree
from knowledge.finding import Finding
from knowledge.markdown.sentences import SHOWN_KEYS, plain
from knowledge.markdown.source import Source
from knowledge.rules.prose import contains_phrase
from knowledge.rules.rule import PlacedFaults, site_rule
from knowledge.site.site import Site

Place = tuple[str, ...]
"""What a text is, in every language: the name of its file, and the keys and ids that lead to it."""
Written = tuple[str, int, str]
"""Path of the file, 1-based line, and the text."""


@site_rule("DA016", "lost-not")
def lost_negations(site: Site) -> PlacedFaults:
    """A short text that lost, or got, a word that says no in one language alone."""
    changed = site.changed_since_merge_base
    before = dict(_texts(site, is_before=True)) if changed else {}
    for place, now in _texts(site, is_before=False) if changed else ():
        old = before.get(place, {})
        both = [language for language in now if language in old]
        unchanged = [each for each in both if now[each][2] == old[each][2]]
        for language in both if unchanged else ():
            path, line, text = now[language]
            says_no = _says_no(text, language, site)
            if says_no != _says_no(old[language][2], language, site):
                what = "says no now" if says_no else "no longer says no"
                other = unchanged[0]
                fact = f"'{text}' {what}, and the text in '{other}' is as it was"
                yield path, line, fact, "Change both, or write the meaning that it had"


def _says_no(text: str, language: str, site: Site) -> bool:
    languages = site.languages.prose(language)
    words = (each for each in site.data.prose.prohibitions if each.language in languages)
    return any(contains_phrase(plain(text), each) for each in words)


def _texts(site: Site, *, is_before: bool) -> Iterator[tuple[Place, Mapping[str, Written]]]:
    """The short texts of the files that changed, by language.

    Args:
        site: the site.
        is_before: whether to return them as they were in the merge base.
    """
    for name, tree in site.data.trees.items():
        path = f"{DATA}/{name}"
        if path in site.changed_since_merge_base:
            content = site.changed_since_merge_base[path]
            found = read_tree(path, content or b"") if is_before else tree
            if not isinstance(found, Finding):
                yield from _texts_of_data(path, found, (path,), site)
    pages: dict[Place, dict[str, Written]] = {}
    for source in site.pages_for_readers():
        language, page_path = site.language_of(source), site.languages.page_path(source.path)
        shown = site.at_merge_base(source) if is_before else source
        for key, line, text in _texts_of_page(shown):
            pages.setdefault((page_path, key), {})[language] = (source.path, line, text)
    yield from pages.items()


def _texts_of_data(
    path: str, tree: yaml_tree.Tree | None, place: Place, site: Site
) -> Iterator[tuple[Place, Mapping[str, Written]]]:
    if isinstance(tree, yaml_tree.Sequence):
        for number, item in enumerate(tree.items):
            name = (
                item.get("id") or item.get("key") if isinstance(item, yaml_tree.Mapping) else None
            )
            own = name.text if isinstance(name, yaml_tree.Scalar) else f"{number}"
            yield from _texts_of_data(path, item, (*place, own), site)
    elif isinstance(tree, yaml_tree.Mapping):
        texts = {
            pair.key: (path, pair.line, pair.value.text)
            for pair in tree.pairs
            if pair.key in site.languages.codes and isinstance(pair.value, yaml_tree.Scalar)
        }
        if texts:
            yield place, texts
        for pair in tree.pairs:
            if pair.key not in texts:
                yield from _texts_of_data(path, pair.value, (*place, pair.key), site)


def _texts_of_page(source: Source) -> Iterator[tuple[str, int, str]]:
    """The title, the description and the headings with an id: name, 1-based line and text."""
    for key in SHOWN_KEYS:
        if text := source.meta(key):
            yield key, source.meta_line(key), text
    for heading in source.headings:
        if heading.id:
            yield f"#{heading.id}", heading.line, heading.text
