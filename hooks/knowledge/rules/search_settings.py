"""Check that the settings of the search do not hide what readers in need look for.

Answers: does a page to which readers are led count little, is a word that one page is about said to
be about every page, and has a phrase that stood for a danger, or for a page, become one that stands
for nothing? report/data_changes.py lists what else has changed.
"""

from collections import Counter
from collections.abc import Iterator, Mapping

from knowledge import yaml_tree
from knowledge.data.all_data import SITE, UNRELATED
from knowledge.data.phrasings import ASKED_FOLDER
from knowledge.data.prose import Phrase
from knowledge.data.yaml_files import DATA, read_tree
from knowledge.finding import Finding
from knowledge.markdown.front_matter import Key
from knowledge.markdown.urls import is_relative, resolved_links
from knowledge.rules.prose import contains_phrase
from knowledge.rules.rule import PlacedFaults, site_rule
from knowledge.site.languages import HOME
from knowledge.site.link_targets import target_of
from knowledge.site.site import Site

MIN_WEIGHT = 0.6
"""Minimum weight in the search of a page to which readers are led."""
SEVERAL = 3
"""Number of pages of the forms whose links to a page lead readers there."""
EXAMPLES, HARMLESS = "examples", "harmless"
"""The fields of `danger` in site.yml with phrases."""
FILE = f"{DATA}/{SITE}"


@site_rule("DA018", "misled-search")
def misled_searches(site: Site) -> PlacedFaults:
    """A weight, a subject or a phrase with which the search no longer finds what it found."""
    search = site.data.settings.search
    for page_path in _led_to(site):
        first = next((w for w in search.weights if page_path.startswith(w.pages)), None)
        if first and first.weight < MIN_WEIGHT:
            fact = f"readers are led to '{page_path}', and it counts little in the search"
            yield FILE, first.line, fact, "Take the weight out"
    yield from _narrow_subjects(site)
    yield from _turned_phrases(site)


def _led_to(site: Site) -> Iterator[str]:
    """The pages that are urgent, that a form links, or that several pages of the forms link.

    Paths inside the language, each once.
    """
    required = site.data.settings.page_requirements
    forms = tuple(each.pages for each in required)
    linked = tuple(each.pages for each in required if each.linked_from)
    counts = Counter(dict.fromkeys((a.page_path for a in site.data.settings.urgent), SEVERAL))
    counts.update(dict.fromkeys((p for p in site.originals() if p.startswith(linked)), SEVERAL))
    for page_path, source in site.originals().items():
        if forms and page_path.startswith(forms):
            found = (
                target_of(site, source, each, in_html=False)
                for _, each in resolved_links(source)
                if is_relative(each)
            )
            counts.update({site.languages.page_path(each.page.path) for each in found if each.page})
    return (page_path for page_path, count in counts.items() if count >= SEVERAL)


def _narrow_subjects(site: Site) -> PlacedFaults:
    """Words that every page is said to be about, and that stand in the title of one."""
    lines = yaml_tree.value_of(site.data.trees.get(SITE), "search", "subjects")
    for language, subjects in site.data.settings.search.subjects.items():
        listed = yaml_tree.value_of(lines, language)
        for source in site.in_language(language):
            title = source.meta(Key.TITLE)
            is_home = site.languages.page_path(source.path) == HOME
            for subject in () if is_home else subjects:
                if contains_phrase(title, Phrase(language=language, words=subject)):
                    fact = f"'{subject}' is what {source.path} is about, by its title"
                    remedy = "Take it out: alone, it would find the first page only"
                    yield FILE, listed.line if listed else 0, fact, remedy


def _turned_phrases(site: Site) -> PlacedFaults:
    """Phrases that stood for a danger or for a page, and stand for nothing now."""
    was = site.data_at_merge_base(FILE)
    examples = _below(was, EXAMPLES)
    asked = {
        each.text
        for path in site.changed_since_merge_base
        if path.startswith(f"{DATA}/{ASKED_FOLDER}")
        for each in yaml_tree.strings(site.data_at_merge_base(path))
    }
    harmless = _below(site.data.trees.get(SITE), HARMLESS)
    has_changed = f"{DATA}/{UNRELATED}" in site.changed_since_merge_base
    tree = read_tree(UNRELATED, site.data_files.get(UNRELATED, b"")) if has_changed else None
    found = yaml_tree.strings(None if isinstance(tree, Finding) else tree)
    unrelated = {each.text: each.line for each in found}
    for text in sorted(harmless.keys() & examples.keys()):
        fact = f"'{text}' was what people in danger type, and is harmless now"
        yield FILE, harmless[text], fact, "Put it back, or leave it out of both"
    for text in sorted(unrelated.keys() & (asked | examples.keys())):
        fact = f"'{text}' was what readers of a page type, and leads nowhere now"
        yield f"{DATA}/{UNRELATED}", unrelated[text], fact, "Put it back, or leave it out of both"


def _below(settings: yaml_tree.Tree | None, field: str) -> Mapping[str, int]:
    """The phrases of a field of `danger`, each with its 1-based line."""
    return {
        phrase.text: phrase.line
        for danger in yaml_tree.items_of(settings, "danger")
        for phrase in yaml_tree.strings(yaml_tree.value_of(danger, field))
    }
