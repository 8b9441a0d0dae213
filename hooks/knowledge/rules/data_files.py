"""Check the files in docs/_data: report the errors of parsing, and pages that do not exist.

Answers: does each data file match its schema, does each quick link lead to a page, and has each
page phrasings for the search? The schema of each file is declared in the data package.
"""

from knowledge import yaml_tree
from knowledge.data.all_data import FILES, NAMES, SITE
from knowledge.data.drawings import FILE as DRAWING_FILE
from knowledge.data.phrasings import ASKED_FOLDER
from knowledge.data.reader import (
    BAD_ADDRESS,
    BAD_DATE,
    BAD_NUMBER,
    DUPLICATE,
    MISSING,
    UNKNOWN,
    UNREADABLE,
    WRONG_TYPE,
)
from knowledge.data.yaml_files import DATA
from knowledge.markdown.front_matter import DataList, Key
from knowledge.rules.rule import Breaks, DependentFaults, Faults, PlacedFaults, placed, site_rule
from knowledge.site.languages import source_in
from knowledge.site.phone_numbers import digits
from knowledge.site.site import Site
from knowledge.site.typed_links import CONTACTS_PAGE, cards, cited, typed_links
from knowledge.suggestion import did_you_mean, nearest

GONE = "Write the new path, without .md, if the page was renamed; else take its phrasings out"
SCHEMA_ENDING = ".schema.json"


@site_rule(UNREADABLE, "unreadable-data", stops_build=True, breaks=Breaks.REST)
def unreadable_data(site: Site) -> PlacedFaults:
    """A data file that is not plain YAML."""
    return _found_when_read(site, UNREADABLE)


@site_rule(MISSING, "missing-field")
def missing_fields(site: Site) -> DependentFaults:
    """A field, its text in a language, a page's phrasings, or a drawing's page that is missing."""
    yield from _found_when_read(site, MISSING)
    yield from _pages_without_phrasings(site)
    yield from _drawings_without_page(site)


@site_rule(WRONG_TYPE, "wrong-type")
def wrong_types(site: Site) -> PlacedFaults:
    """A value of another type than its field takes."""
    return _found_when_read(site, WRONG_TYPE)


@site_rule(DUPLICATE, "duplicate")
def duplicates(site: Site) -> PlacedFaults:
    """An id or a field that is given twice."""
    return _found_when_read(site, DUPLICATE)


@site_rule(BAD_DATE, "bad-date")
def bad_dates(site: Site) -> PlacedFaults:
    """A date that does not exist or lies in the future."""
    return _found_when_read(site, BAD_DATE)


@site_rule(BAD_NUMBER, "bad-number")
def bad_numbers(site: Site) -> PlacedFaults:
    """A telephone number that can neither be dialled by a link nor typed."""
    return _found_when_read(site, BAD_NUMBER)


@site_rule(UNKNOWN, "unknown-field")
def unknown_fields(site: Site) -> DependentFaults:
    """A field or a language that is not in the schema, or a file that nothing reads."""
    yield from _found_when_read(site, UNKNOWN)
    for name in site.data_files:
        is_known = name in NAMES or name.startswith(ASKED_FOLDER) or name.endswith(SCHEMA_ENDING)
        if is_known or DRAWING_FILE.fullmatch(name):
            continue
        fact = "nothing reads a data file of this name"
        if missing := nearest(name, set(NAMES).difference(site.data_files)):
            fact = f"{fact}, and '{missing}' is missing"
            about = f"{DATA}/{missing}#"
            yield f"{DATA}/{name}", 0, fact, f"Give it the name '{missing}'", about, True
        else:
            if copied := nearest(name, NAMES):
                fact = f"{fact}, and '{copied}' is there too"
            remedy = "Delete it, or move it out of this folder"
            yield f"{DATA}/{name}", 0, fact, remedy


@site_rule(BAD_ADDRESS, "bad-address")
def bad_addresses(site: Site) -> PlacedFaults:
    """A URL that is not https."""
    return _found_when_read(site, BAD_ADDRESS)


@site_rule("DA010", "unreached-entry")
def unreached_entries(site: Site) -> PlacedFaults:
    """A contact without its card on the page of contacts, or a source that no page cites."""
    without: dict[str, list[str]] = {}
    for source in site.pages():
        is_page = site.languages.page_path(source.path) == CONTACTS_PAGE
        if not is_page or source.excess or source.meta(Key.LIST) == DataList.CONTACTS:
            continue
        shown = {card.id for card in cards(source)}
        for contact in site.data.contacts.keys() - shown:
            without.setdefault(contact, []).append(source.path)
    for contact, paths in without.items():
        fact = f"the contact '{contact}' has no card on {', '.join(sorted(paths))}"
        remedy = f"Write '[{contact}](contact:{contact})' there, alone in a paragraph"
        yield f"{DATA}/{FILES['contact']}", site.data.contacts[contact].line, fact, remedy
    used = {found for source in site.pages() for found in cited(source)}
    for entry in site.data.sources.values():
        if entry.id not in used:
            fact = f"no page cites the source '{entry.id}'"
            remedy = f"Write '[...](source:{entry.id})' where a page says it, or take it out"
            yield f"{DATA}/{FILES['source']}", entry.line, fact, remedy


@site_rule("DA009", "misdirected-action")
def misdirected_actions(site: Site) -> DependentFaults:
    """A quick link or phrasings for a page, or an anchor, that does not exist."""
    path, pages = f"{DATA}/site.yml", site.originals()
    shown_on_danger = (link for each in site.data.settings.danger for link in each.links)
    for action in (*site.data.settings.urgent, *site.data.settings.actions, *shown_on_danger):
        source = pages.get(action.page_path)
        if source is None:
            fact = f"there is no page '{source_in(site.languages.default, action.page_path)}'"
            otherwise = "Write the path of a page in its language"
            yield path, action.line, fact, did_you_mean(action.page_path, pages, otherwise)
        elif action.anchor and action.anchor not in source.ids:
            fact = f"'{source.path}' has no id '{action.anchor}'"
            remedy = did_you_mean(action.anchor, source.ids, "Leave '#' and the id out")
            yield path, action.line, fact, remedy

    yield from placed(path, _misdirected_settings(site))
    for language, listed in site.data.phrasings.items():
        own = {site.languages.page_path(s.path) for s in site.in_language(language)}
        for page in listed:
            if page.page_path not in own:
                fact = f"there is no page '{page.page}' in '{language}'"
                names = [each.removesuffix(".md") for each in sorted(own)]
                remedy = did_you_mean(page.page, names, GONE)
                about = f"{page.page_path}#"
                yield f"{DATA}/{ASKED_FOLDER}{language}.yml", page.line, fact, remedy, about


@site_rule("DA013", "shared-number", is_notice=True)
def shared_numbers(site: Site) -> PlacedFaults:
    """A telephone number that two contacts have: perhaps an entry was copied."""
    first: dict[str, str] = {}
    for contact in site.data.contacts.values():
        for number in contact.numbers:
            other = first.setdefault(digits(number.text), contact.id)
            if other != contact.id:
                fact = f"{number.text} of '{contact.id}' is a number of '{other}' too"
                remedy = "Compare both with their official texts; one of them may be a copy"
                yield f"{DATA}/{FILES['contact']}", contact.line, fact, remedy


def _misdirected_settings(site: Site) -> Faults:
    """Settings of the search and of `forms` in site.yml that fit no page."""
    pages, required = site.originals(), site.data.settings.page_requirements
    found = yaml_tree.value_of(site.data.trees.get(SITE), "search", "suggestions")
    suggested = found.line if found else 0, site.data.settings.search.suggestions
    for line, start in (suggested, *((each.line, each.pages) for each in required)):
        if start and not any(page.startswith(start) for page in pages):
            fact = f"no page's path begins with '{start}'"
            folders = {f"{page.rpartition('/')[0]}/" for page in pages if "/" in page}
            yield line, fact, did_you_mean(start, folders, "Write a folder of pages")
    for each in required:
        if each.linked_from and each.linked_from not in pages:
            fact = f"there is no page '{source_in(site.languages.default, each.linked_from)}'"
            otherwise = "Write the path of a page in its language"
            yield each.line, fact, did_you_mean(each.linked_from, pages, otherwise)


def _pages_without_phrasings(site: Site) -> DependentFaults:
    """The readers' pages that the search has no phrasings for, in a site that has any."""
    # site.yml says which pages the search leaves out.
    are_known = site.data.phrasings and SITE in site.data.trees
    for language in site.languages.complete if are_known else ():
        name = f"{ASKED_FOLDER}{language}.yml"
        if name in site.data_files and language not in site.data.phrasings:
            continue  # the file cannot be read, which is reported
        if name not in site.data_files:
            if not _has_misnamed_file(site):
                fact = f"no page in '{language}' has phrasings, because this file is missing"
                yield f"{DATA}/{name}", 0, fact, "Bring it back, or write it like the others"
            continue
        varieties = site.languages.varieties(language)
        known = (site.data.phrasings[code] for code in varieties if code in site.data.phrasings)
        listed = {page.page_path for page in next(known, ())}
        gone = ", ".join(
            f"'{page_path.removesuffix('.md')}'"
            for page_path in sorted(listed)
            if source_in(language, page_path) not in site.sources
        )
        for source in site.in_language(language):
            page_path = site.languages.page_path(source.path)
            is_searched = site.data.settings.search.weight_of(page_path) > 0
            if (
                site.languages.is_for_readers(source.path)
                and is_searched
                and page_path not in listed
                and page_path in site.originals()  # else its name is wrong, which is reported
            ):
                fact = f"the page '{page_path.removesuffix('.md')}' has no phrasings"
                remedy = "Add what people type who want it"
                if gone:
                    remedy = f"If it was called {gone}, write its new name there. Else add some"
                yield f"{DATA}/{name}", 0, fact, remedy, source.path


def _has_misnamed_file(site: Site) -> bool:
    """Whether there are phrasings in a language that the site does not have: a misspelt name."""
    codes = (name.removeprefix(ASKED_FOLDER).removesuffix(".yml") for name in site.data_files)
    return any(
        f"{ASKED_FOLDER}{c}.yml" in site.data_files and c not in site.languages.codes for c in codes
    )


def _drawings_without_page(site: Site) -> PlacedFaults:
    """The drawings that no page shows."""
    links = (link for source in site.pages() for link in typed_links(source))
    shown = {found for _, scheme, found in links if scheme == "drawing"}
    for drawing in site.data.drawings.values():
        if drawing.id not in shown:
            remedy = f"Write '[what it shows](drawing:{drawing.id})' on a page, or take it out"
            fact = f"no page shows the drawing '{drawing.id}'"
            yield f"{DATA}/{FILES['drawing']}", drawing.line, fact, remedy


def _found_when_read(site: Site, code: str) -> PlacedFaults:
    """Findings with this code from parsing the data files."""
    return ((f.path, f.line, f.problem, f.fix) for f in site.data.findings if f.code == code)
