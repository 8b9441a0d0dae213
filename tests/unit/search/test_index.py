"""The search index of a language: its pages, words and entries."""

import json
from dataclasses import replace

import pytest

from knowledge.data.phrasings import PagePhrasings
from knowledge.data.texts import Texts
from knowledge.markdown.source import read
from knowledge.search.files import engine_of, files_of_copy, index_files, script_path
from knowledge.search.index import search_index
from knowledge.search.indexer import IndexFiles, json_text
from knowledge.search.passages import Passage
from knowledge.site.site import load
from support.cases_site import copy_tiny_site

JAPANESE = {"contacts.html": [Passage("", "窓口", "一")]}
ENGLISH = {"contacts.html": [Passage("", "Desks", "one"), Passage("a", "A & B", "1 < 2")]}

WEIGHTS = [{"unit": 20, "bias": -1, "steps": "&(", "weights": "1("}]


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    return load(copy_tiny_site(tmp_path_factory.mktemp("index") / "site", is_built=False))


def test_a_section_is_plain_text(site):
    index = search_index(ENGLISH, site, "en")
    (page,) = index.pages
    assert (page.url, page.title, page.weight, page.step) == ("contacts.html", "Desks", 1.0, "")
    assert [(s.id, s.title, s.text) for s in page.sections] == [
        ("", "Desks", "one"),
        ("a", "A & B", "1 < 2"),
    ]


def test_a_section_says_where_it_is(site):
    levels = [Passage("", "Desks", ""), Passage("hours", "Hours", ""), Passage("x", "At night", "")]
    text = b"# Desks\n\n## Hours {#hours}\n\n### At night {#x}\n"
    path = "docs/en/contacts.md"
    shown = replace(site, sources={**site.sources, path: read(path, text)})
    (page,) = search_index({"contacts.html": levels}, shown, "en").pages
    assert [section.path for section in page.sections] == [(), (), ("Hours",)]


@pytest.mark.parametrize(
    ("items", "is_found"),
    [
        ("- [Hours](hours.md)\n- [How to borrow](borrow.md)", False),
        ("- [Hours](hours.md): by day", True),
        ("- [The desk](contact:front-desk)", True),
        ("[Hours](hours.md)\n\nWe open at nine.", True),
    ],
)
def test_a_section_with_nothing_but_links_to_pages_is_not_found(site, items, is_found):
    levels = [Passage("", "Desks", ""), Passage("more", "Read more", "Hours How to borrow")]
    path = "docs/en/contacts.md"
    text = f"# Desks\n\n## Read more {{#more}}\n\n{items}\n".encode()
    shown = replace(site, sources={**site.sources, path: read(path, text)})
    (page,) = search_index({"contacts.html": levels}, shown, "en").pages
    assert ("more" in [section.id for section in page.sections]) == is_found


def test_a_sheet_of_paper_has_its_title_and_not_what_it_says_first(site):
    text = b"---\ntitle: A sheet\npaper: a4\n---\n\n# Pay nothing\n"
    originals = {"docs/ja/contacts.md": text, "docs/en/contacts.md": text}
    sources = {path: read(path, text) for path, text in originals.items()}
    shown = replace(site, sources={**site.sources, **sources})
    (page,) = search_index({"contacts.html": [Passage("", "Pay nothing", "")]}, shown, "en").pages
    assert (page.title, page.sections[0].title) == ("A sheet", "A sheet")


def test_a_page_that_the_default_language_lacks_is_found(site):
    text = b"---\ntitle: Alone\n---\n\n# Alone {#alone}\n"
    alone = {"docs/en/alone.md": read("docs/en/alone.md", text)}
    passages = {"alone.html": [Passage("", "Alone", "one")]}
    index = search_index(passages, replace(site, sources={**site.sources, **alone}), "en")
    assert [page.url for page in index.pages] == ["alone.html"]


def test_a_card_is_found_by_the_name_of_its_contact(site):
    index = search_index(JAPANESE, site, "ja")
    cards = {entry.id: entry for entry in index.pages[0].entries}
    assert "03-1234-5678" in cards["contact-front-desk"].text


def test_a_card_is_not_found_by_what_is_not_translated_yet(site):
    contact = site.data.contacts["front-desk"]
    purpose = Texts((("en", "How to borrow"),))
    begun = {**site.data.contacts, contact.id: replace(contact, purpose=purpose)}
    shown = replace(site, data=replace(site.data, contacts=begun))

    def text_in(language, passages):
        (page,) = search_index(passages, shown, language).pages
        return next(each.text for each in page.entries if each.id == "contact-front-desk")

    assert "How to borrow" in text_in("en", ENGLISH)
    assert "How to borrow" not in text_in("ja", JAPANESE)
    assert "03-1234-5678" in text_in("ja", JAPANESE)


def test_readings_stand_for_their_words_in_every_language(site):
    japanese = search_index({}, site, "ja").synonyms
    english = search_index({}, site, "en").synonyms
    assert ("延滞", "えんたい") in japanese
    assert any(group[1] == "えんたい" for group in english)


def test_the_engine_is_one_function_that_runs_in_a_worker_alone():
    script = engine_of(["const a = 1; // one", "use(a);"])
    assert script.startswith("function searchEngine() {")
    assert "// one" not in script
    assert 'if (typeof document === "undefined") searchEngine();' in script
    assert script_path("engine", script) != script_path("engine", script + " ")


def test_the_entry_of_a_language_names_every_index_and_holds_its_own(site):
    roots = {
        code: {
            "language": code,
            "names": {"texts": "0", "postings": "0123456789abcdefghij"},
            "common": [1],
            "files": {},
        }
        for code in ("ja", "en")
    }
    others = {
        code: (
            (f"{code}.texts.0", "{}"),
            (f"{code}.postings.0123456789", "[0]"),
            (f"{code}.postings.abcdefghij", "[1]"),
        )
        for code in roots
    }
    indexes = {code: IndexFiles(json.dumps(roots[code]), others[code]) for code in roots}
    files = dict(
        index_files(
            indexes,
            {"ja": "", "en": "en/"},
            WEIGHTS,
            site,
            "search/engine.js",
        )
    )
    entry = json.loads(files["search/en.json"])
    assert entry["language"] == "en"
    assert entry["engine"] == "search/engine.js"
    assert entry["bases"] == {"ja": "", "en": "en/"}
    assert entry["names"] == {"ja": "Page in Japanese", "en": "Page in English"}
    assert entry["tags"] == {"ja": "ja", "en": "en"}
    assert entry["texts"]["other"] == "{count} pages found"
    assert (entry["dangers"], entry["dangerWeights"]) == ([], WEIGHTS)
    common = {"en.postings.abcdefghij": [1]}
    assert entry["root"] == {**roots["en"], "files": common}, "with what most queries need"
    for code, path in entry["indexes"].items():
        assert path.startswith(f"search/index/{code}.")
        assert json.loads(files[f"{path}.json"]) == roots[code]
        root = path.removeprefix("search/index/")
        assert files[f"{path}.js"].endswith(f'["{root}"] = {files[f"{path}.json"]};\n')
        assert files[f"search/index/{code}.texts.0.json"] == "{}"
    assert files["search/en.js"] == f"self.searchEntry = {files['search/en.json']};\n"


def test_the_weights_of_dangers_stand_in_the_copy_once(site):
    root = {"language": "en", "names": {"postings": ""}, "files": {}, "common": []}
    files = dict(
        index_files({"en": IndexFiles(json.dumps(root), ())}, {"en": ""}, WEIGHTS, site, "e.js")
    )
    stored = {path: text.encode() for path, text in files.items()} | {"search/box.1.js": b"box()"}
    copied = files_of_copy(stored, ["en"])
    assert (
        copied["search/box.1.js"]
        == b"self.dangerWeights = %b;\nbox()" % json_text(WEIGHTS).encode()
    )
    assert b"dangerWeights" not in copied["search/en.js"]


def test_a_card_inside_a_code_fence_is_none(site):
    path = "docs/en/contacts.md"
    text = b"# Desks\n\n```md\n[x](contact:night-desk)\n```\n\n[x](contact:front-desk)\n"
    shown = replace(site, sources={**site.sources, path: read(path, text)})
    (page,) = search_index(ENGLISH, shown, "en").pages
    assert [entry.id for entry in page.entries] == ["contact-front-desk"]


def test_phrasings_stand_at_the_position_of_their_page(site):
    phrasings = {
        "en": (PagePhrasings("contacts", ("Whom to ASK?",), 1), PagePhrasings("other", ("x",), 2))
    }
    index = search_index(ENGLISH, replace(site, data=replace(site.data, phrasings=phrasings)), "en")
    assert (index.asked, index.isBorrowed) == ((("Whom to ASK?",),), False)
    without = search_index(ENGLISH, site, "en")
    assert (without.asked, without.isBorrowed) == (((),), True)
