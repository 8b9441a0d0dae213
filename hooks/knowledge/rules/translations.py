"""Check that everything is translated, and that translations are up to date.

Answers: which pages and labels does a complete language lack, and has an original changed since the
translation was compared with it? A translation stores the hash of the text that it translates, so
that its own edits and dates do not matter. Structure is compared in parity.py.
"""

from knowledge.markdown.front_matter import Key
from knowledge.rules.figure_parity import figures_that_differ
from knowledge.rules.file_names import NAME
from knowledge.rules.rule import DependentFaults, Faults, PlacedFaults, pair_rule, site_rule
from knowledge.site.counterparts import (
    PagePair,
    pages_without,
    pairs,
    renamed_counterpart,
)
from knowledge.site.freshness import DIGEST, DIGITS, digest, is_stale
from knowledge.site.languages import DOCS, source_in
from knowledge.site.mkdocs_yml import CONFIGURATION, Label
from knowledge.site.site import Site


@site_rule("PA001", "missing-counterpart")
def missing_counterparts(site: Site) -> DependentFaults:
    """A page without a counterpart in a complete language."""
    for language in site.languages.complete:
        orphans = pages_without(site, language, site.languages.default)
        for page_path, original in site.originals().items():
            counterpart = source_in(language, page_path)
            # A counterpart with another name is reported by LK014, on that file.
            if not NAME.fullmatch(page_path):
                continue  # file_names.py reports it
            is_there = counterpart in site.sources
            if not is_there and not renamed_counterpart(site, original, language, orphans):
                fact = f"this page has no counterpart '{counterpart}'"
                remedy = (
                    "Translate it there, with the same ids; "
                    f"until then readers of '{language}' see this page with a notice"
                )
                yield original.path, 0, fact, remedy, f"{page_path}#", True


@site_rule("PA009", "untranslated-label")
def untranslated_labels(site: Site) -> PlacedFaults:
    """A label of the navigation without a translation, or a translation without a label."""
    known = {label.text for label in site.navigation.labels}
    for language in site.languages.complete:
        if language == site.languages.default:
            continue
        missing = untranslated(site, language)
        leftover = [t for t in site.navigation.translations[language] if t.text not in known]
        for index, label in enumerate(missing):
            remedy = f"Add '{label.text}: ...' under 'nav_translations' of that language"
            if index < len(leftover):
                old = leftover[index]
                remedy = (
                    f"On line {old.line}, under 'nav_translations', write it in place of "
                    f"'{old.text}'"
                )
            fact = f"the label '{label.text}' is not translated into '{language}'"
            yield CONFIGURATION, label.line, fact, remedy
        for old in leftover[len(missing) :]:
            fact = f"'{old.text}' is no label of the navigation"
            yield CONFIGURATION, old.line, fact, "Take it out of 'nav_translations'"


@pair_rule("FR001", "stale-translation", pairs=pairs, is_notice=True)
def stale_translations(pair: PagePair, site: Site) -> Faults:
    """A translation whose original has changed since the two were compared."""
    if is_stale(pair.original, pair.translation):
        page = pair.translation.path.removeprefix(f"{DOCS}/")
        fact = f"{pair.original.path} has changed since this page was compared with it"
        figures = (
            f"'{each.text}' {'here' if each.is_here else 'there'}"
            for each in figures_that_differ(pair, site)
        )
        if said := ", ".join(dict.fromkeys(figures)):
            fact += f", and figures differ: {said}"
        remedy = (
            f"See what changed with 'make freshness PAGE={page}'; when the two say the same "
            f"again, '{Key.TRANSLATES}: \"{digest(pair.original)}\"' says so"
        )
        yield pair.translation.meta_line(Key.TRANSLATES), fact, remedy


@pair_rule("FR002", "unrecorded-translation", pairs=pairs, is_notice=True)
def unrecorded_translations(pair: PagePair, _: Site) -> Faults:
    """A translation without the hash of the text that it translates."""
    text = pair.translation.meta(Key.TRANSLATES)
    if not DIGEST.fullmatch(text):
        page = pair.translation.path.removeprefix(f"{DOCS}/")
        there = pair.original.path
        fact = f"there is no '{Key.TRANSLATES}:', which says which text of {there} this is"
        if text:
            fact = f"'{Key.TRANSLATES}: {text}' is not {DIGITS} hexadecimal digits"
        remedy = (
            f"Compare the two, then call 'make freshness PAGE={page} RENEW=1', which writes "
            f"'{Key.TRANSLATES}: \"{digest(pair.original)}\"'"
        )
        yield pair.translation.meta_line(Key.TRANSLATES), fact, remedy


def untranslated(site: Site, language: str) -> list[Label]:
    """The navigation labels without a translation into a language, without duplicates."""
    translated = {label.text for label in site.navigation.translations.get(language, ())}
    first: dict[str, Label] = {}
    for label in site.navigation.labels:
        first.setdefault(label.text, label)
    return [label for text, label in first.items() if text not in translated]
