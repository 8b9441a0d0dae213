"""Check what a partial language lacks.

Answers: which pages, labels, texts and words are not there yet in a language that mkdocs.yml marks
as partial? An abridged one may lack pages and entries. What a complete language lacks is an error
of translations.py and data_files.py.
"""

from collections.abc import Iterator

from knowledge import yaml_tree
from knowledge.data.all_data import FILES, PROSE, SITE, SYNONYMS, UNRELATED
from knowledge.data.phrasings import ASKED_FOLDER
from knowledge.data.yaml_files import DATA
from knowledge.rules.rule import PlacedFaults, site_rule
from knowledge.rules.translations import untranslated
from knowledge.site.languages import source_in
from knowledge.site.mkdocs_yml import CONFIGURATION, DESCRIPTION, NAME
from knowledge.site.site import Site

OPTIONAL = frozenset({"danger.harmless", "search.subjects"})
"""Lists of words in site.yml that a language may do without."""


@site_rule("PA002", "untranslated-part", is_notice=True)
def untranslated_parts(site: Site) -> PlacedFaults:
    """Pages, labels, texts and words that a partial language does not have yet."""
    for language in sorted(site.languages.partial.intersection(site.languages.codes)):
        if not site.languages[language].is_abridged:
            yield from _pages(site, language)
            yield from _entries(site, language)
        yield from _settings(site, language)
        yield from _labels(site, language)
        yield from _site_texts(site, language)
        yield from _words(site, language)


def _pages(site: Site, language: str) -> PlacedFaults:
    paths = site.paths_in_order(site.languages.default)
    missing = [path for path in paths if source_in(language, path) not in site.sources]
    if missing:
        fact = (
            f"pages that are not there in '{language}' yet: {len(missing)} of {len(paths)} "
            f"({', '.join(missing)})"
        )
        best = site.languages.order(language)[1]
        remedy = (
            f"Translate one into '{source_in(language, missing[0])}' when there is time; until "
            f"then readers see that of '{best}' with a notice"
        )
        yield CONFIGURATION, 0, fact, remedy


def _settings(site: Site, language: str) -> PlacedFaults:
    lacking = [
        key for key in (NAME, DESCRIPTION) if (t := site.settings.get(key)) and not t.has(language)
    ]
    if lacking:
        fact = f"settings that are not there in '{language}' yet: {', '.join(lacking)}"
        yield CONFIGURATION, 0, fact, "Add them to the block of that language"


def _labels(site: Site, language: str) -> PlacedFaults:
    if labels := untranslated(site, language):
        fact = f"labels of the navigation that are not there in '{language}' yet: {len(labels)}"
        remedy = "Add them to 'nav_translations' of that language"
        yield CONFIGURATION, labels[0].line, fact, remedy


def _entries(site: Site, language: str) -> PlacedFaults:
    for name in FILES.values():
        entries = yaml_tree.items_of(site.data.trees.get(name))
        if count := sum(any(_missing_fields(entry, language, site)) for entry in entries):
            fact = f"entries that have no text in '{language}' yet: {count} of {len(entries)}"
            remedy = f"Add '{language}:' to their texts when there is time"
            yield f"{DATA}/{name}", 0, fact, remedy


def _site_texts(site: Site, language: str) -> PlacedFaults:
    found = dict.fromkeys(_missing_fields(site.data.trees.get(SITE), language, site))
    if lacking := [path for path in found if path not in OPTIONAL]:
        fact = f"fields that have no text in '{language}' yet: {', '.join(lacking)}"
        yield f"{DATA}/{SITE}", 0, fact, f"Add '{language}:' to them when there is time"


def _words(site: Site, language: str) -> PlacedFaults:
    """Data of the search and of the prose rules that no variety of the language has."""
    data, varieties = site.data, set(site.languages.varieties(language))
    # Without the pages there is nothing yet that somebody may want.
    has_pages = site.originals().keys() <= {
        site.languages.page_path(source.path) for source in site.in_language(language)
    }
    if data.phrasings and has_pages and not varieties & data.phrasings.keys():
        name = f"{DATA}/{ASKED_FOLDER}{language}.yml"
        yield name, 0, "this file is not there yet", "Write what people type who want each page"
    if data.unrelated and has_pages and not varieties & data.unrelated.keys():
        remedy = "Write a hundred queries that no page answers, so that the search can say so"
        yield f"{DATA}/{UNRELATED}", 0, f"there are no queries in '{language}' yet", remedy
    if data.synonyms and not any(varieties & group.words.keys() for group in data.synonyms):
        fact = f"there are no words in '{language}' yet"
        yield f"{DATA}/{SYNONYMS}", 0, fact, f"Add '{language}:' to the groups that need it"
    own = site.languages.prose(language)
    if data.prose.limits and not any(limit.language in own for limit in data.prose.limits):
        remedy = "Add some, or name another language as 'prose:' under its 'extra:'"
        yield f"{DATA}/{PROSE}", 0, f"there are no limits for '{language}' yet", remedy


def _missing_fields(tree: yaml_tree.Tree | None, language: str, site: Site) -> Iterator[str]:
    """The fields that have texts or words in languages, but not in this one: `urgent.label`."""
    for path, _, translated in yaml_tree.keyed_by(tree, site.languages.codes):
        if translated.get(language) is None:
            yield path
