"""The table of rules: every code, how grave it is, and the function that finds it.

One rule is one function, one code, one row here, one section of the contributors' rule page and
one folder of case files. A test holds them together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from knowledge.finding import Finding
from knowledge.rules import (
    advice,
    characters,
    data_files,
    drawings,
    encoding,
    file_placement,
    freshness,
    front_matter,
    hosts,
    link_texts,
    links,
    navigation,
    page_names,
    parity,
    phone_numbers,
    pictures,
    prose,
    quick_links,
    redirects,
    review_dates,
    safety,
    section_parity,
    terms,
    typed_links,
    urls,
)
from knowledge.site.site import Site


class Severity(Enum):
    """What a finding does to a build."""

    ERROR = "error"
    """Logged as a warning, so that the strict build fails."""
    NOTICE = "notice"
    """Logged as information: what comes with time must not stop a correction."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule."""

    code: str
    severity: Severity
    find: Callable[[Site], Iterator[Finding]]
    stops_build: bool = False
    """Whether nothing is built: mkdocs would fail on such a file in a way of its own, be slow, or
    put what it holds before a reader."""


ERROR, NOTICE = Severity.ERROR, Severity.NOTICE

RULES = (
    Rule("SR001", ERROR, encoding.not_utf8, stops_build=True),
    Rule("SR002", ERROR, encoding.byte_order_marks),
    Rule("SR003", ERROR, encoding.carriage_returns),
    Rule("SR004", ERROR, encoding.nul_bytes, stops_build=True),
    Rule("SR005", ERROR, encoding.empty_sources),
    Rule("SR006", ERROR, front_matter.unclosed_front_matter),
    Rule("SR007", ERROR, front_matter.unreadable_front_matter),
    Rule("SR008", ERROR, front_matter.open_fences),
    Rule("SR009", ERROR, typed_links.unknown_lists),
    Rule("SR010", ERROR, front_matter.incomplete_front_matter),
    Rule("LK001", ERROR, links.missing_pages),
    Rule("LK002", ERROR, links.missing_anchors),
    Rule("LK003", ERROR, links.crossed_languages),
    Rule("LK004", ERROR, links.absolute_paths),
    Rule("LK005", ERROR, links.wrong_case),
    Rule("LK006", ERROR, links.missing_assets),
    Rule("LK007", ERROR, links.broken_raw_html),
    Rule("LK008", ERROR, links.undefined_labels),
    Rule("LK009", ERROR, links.empty_links),
    Rule("LK010", ERROR, links.automatic_ids),
    Rule("LK011", ERROR, links.duplicate_ids),
    Rule("LK012", ERROR, links.plain_http),
    Rule("LK013", ERROR, navigation.navigation_without_source),
    Rule("LK014", ERROR, navigation.sources_without_navigation),
    Rule("LK015", ERROR, typed_links.unknown_ids),
    Rule("LK016", ERROR, typed_links.autolinked_references),
    Rule("LK017", ERROR, phone_numbers.numbers_in_text),
    Rule("PA001", ERROR, parity.missing_counterparts),
    Rule("PA002", NOTICE, parity.untranslated_parts),
    Rule("PA003", ERROR, parity.different_ids),
    Rule("PA004", ERROR, parity.moved_ids),
    Rule("PA005", ERROR, parity.different_levels),
    Rule("PA006", ERROR, section_parity.different_links),
    Rule("PA007", ERROR, section_parity.different_pictures),
    Rule("PA008", ERROR, parity.different_lists),
    Rule("PA009", ERROR, navigation.untranslated_labels),
    Rule("FR001", NOTICE, freshness.stale_translations),
    Rule("FR002", NOTICE, freshness.unrecorded_translations),
    Rule("AL001", ERROR, redirects.lost_addresses),
    Rule("AL002", ERROR, redirects.faulty_aliases),
    Rule("SF001", ERROR, safety.unknown_elements, stops_build=True),
    Rule("SF002", ERROR, safety.unsafe_attributes_in, stops_build=True),
    Rule("SF003", ERROR, urls.unsafe_targets, stops_build=True),
    Rule("SF004", ERROR, urls.foreign_assets, stops_build=True),
    Rule("SF005", ERROR, link_texts.misleading_links, stops_build=True),
    Rule("SF006", ERROR, urls.disguised_hosts, stops_build=True),
    Rule("SF008", ERROR, characters.invisible_characters, stops_build=True),
    Rule("SF009", ERROR, safety.markup_in_values, stops_build=True),
    Rule("SF010", ERROR, safety.unknown_keys, stops_build=True),
    Rule("SF011", ERROR, pictures.symbolic_links, stops_build=True),
    Rule("SF012", ERROR, pictures.unpublished_kinds, stops_build=True),
    Rule("SF013", ERROR, drawings.active_pictures, stops_build=True),
    Rule("SF014", ERROR, safety.snippets, stops_build=True),
    Rule("SF015", ERROR, safety.heavy_sources, stops_build=True),
    Rule("SF016", ERROR, safety.unbalanced_elements, stops_build=True),
    Rule("SF017", ERROR, file_placement.hidden_files, stops_build=True),
    Rule("SF018", ERROR, file_placement.replacing_files, stops_build=True),
    Rule("SF019", ERROR, hosts.outside_addresses, stops_build=True),
    Rule("SF020", ERROR, page_names.unusable_names, stops_build=True),
    Rule("DA001", ERROR, data_files.unreadable_data, stops_build=True),
    Rule("DA002", ERROR, data_files.missing_fields),
    Rule("DA003", ERROR, data_files.wrong_types),
    Rule("DA004", ERROR, data_files.duplicates),
    Rule("DA005", ERROR, data_files.bad_dates),
    Rule("DA006", ERROR, data_files.bad_numbers),
    Rule("DA007", ERROR, data_files.unknown_fields),
    Rule("DA008", ERROR, data_files.bad_addresses),
    Rule("DA009", ERROR, quick_links.misdirected_actions),
    Rule("PR001", ERROR, prose.long_sentences),
    Rule("PR002", ERROR, prose.crowded_sentences),
    Rule("PR003", ERROR, prose.plain_endings),
    Rule("PR004", ERROR, prose.hard_pages),
    Rule("PR005", ERROR, prose.unwanted_words),
    Rule("PR006", ERROR, prose.wrong_spellings),
    Rule("PR007", NOTICE, prose.promises_without_source),
    Rule("PR008", ERROR, advice.advice_without_exception),
    Rule("TE001", NOTICE, terms.unlinked_hard_terms),
    Rule("TE002", ERROR, terms.unused_terms),
    Rule("RV001", ERROR, review_dates.missing_review_dates),
    Rule("RV002", NOTICE, review_dates.old_pages),
    Rule("RV003", NOTICE, review_dates.old_contacts),
)

NOTICES = frozenset(rule.code for rule in RULES if rule.severity is NOTICE)
STOPPING = frozenset(rule.code for rule in RULES if rule.stops_build)
RULES_PAGE = "contributing/rules.md"
"""The page that explains the codes, inside a language."""


def findings(site: Site, rules: Iterable[Rule] = RULES) -> list[Finding]:
    """Every finding of every rule, sorted by file, line and code."""
    return sorted({finding for rule in rules for finding in rule.find(site)})
