"""Search files of the build: the files of one index and an entry per language, one engine."""

import hashlib
import re

import pytest
import rjsmin

from bench.engine import pages_of, read_index
from knowledge.search.passages import DRAWN
from support.cases_site import ROOT
from support.theme_parser import cut, parsed

ARTICLE = re.compile(r"<article\b[^>]*>(.*)</article>", re.DOTALL)
SCRIPTS = "overrides/assets/javascripts/"
OPENER_BUDGET = 3850
"""Maximum bytes of the script on every page that opens the search, uncompressed."""
ASKED_BUDGET = 32_000
"""Maximum bytes of the phrasings of a language, compressed (test_budgets.py limits the whole)."""


@pytest.fixture(scope="session")
def indexes(real_build):
    """By language, the texts of its pages."""
    return {code: pages_of(read_index(real_build.site, code)) for code in ("ja", "en")}


def test_every_page_of_a_language_is_in_its_index_but_those_for_contributors(indexes):
    for language, index in indexes.items():
        paths = (ROOT / "docs" / language).rglob("*.md")
        urls = {
            p.relative_to(ROOT / "docs" / language).with_suffix(".html").as_posix() for p in paths
        }
        left_out = "contributing/"
        urls = {url for url in urls if not url.startswith(left_out)}
        assert {page["url"] for page in index} == urls


def test_an_index_holds_its_own_language_alone(indexes):
    kana = re.compile(r"[\u3041-\u30ff]")
    texts = [s["text"] for page in indexes["en"] for s in page["sections"]]
    japanese = [text for text in texts if len(kana.findall(text)) > len(text) / 3]
    assert japanese == []


def test_every_section_of_a_page_has_an_id_of_its_own(indexes):
    for index in indexes.values():
        for page in index:
            ids = [each["id"] for each in page["sections"]]
            assert len(ids) == len(set(ids)), page["url"]
            assert ids[0] == ""


def test_every_section_leads_to_an_id_of_its_page(indexes, real_build):
    for language, folder in (("ja", ""), ("en", "en/")):
        for page in indexes[language]:
            html = (real_build.site / folder / page["url"]).read_text("utf-8")
            for each in page["sections"][1:]:
                assert f'id="{each["id"]}"' in html, (page["url"], each["id"])


def test_what_is_found_is_what_a_reader_can_see(indexes, real_build):
    """Every word of the index is visible on its page."""
    for page in indexes["ja"]:
        html = (real_build.site / page["url"]).read_text("utf-8")
        shown = re.sub(r"\s|<[^>]+>", "", html)
        for section in page["sections"]:
            title = re.sub(r"\s", "", section["title"])
            assert title in shown.replace("&amp;", "&").replace("&quot;", '"'), section["title"]


def test_every_contact_and_every_term_is_found_by_its_name(indexes):
    for index in indexes.values():
        entries = {page["url"]: [e["id"] for e in page["sections"]] for page in index}
        assert "contact-houterasu" in entries["contacts.html"]
        assert "service-by-publication" in entries["glossary.html"]


def test_names_hold_the_hash_of_the_content(real_build):
    folder = real_build.site / "search"
    for path in (*folder.glob("*.*.js"), *folder.glob("index/*")):
        name, content = path.name, path.read_bytes()
        if path.suffix == ".json" or name.startswith(("engine", "box")):
            assert hashlib.sha256(content).hexdigest()[:10] in name
        else:
            twin = path.with_suffix(".json").read_text("utf-8")
            assert content.decode().endswith(f"= {twin};\n")


def test_the_opener_keeps_to_its_budget(real_build):
    # It is part of the page script, which has no comments.
    script = len(rjsmin.jsmin((ROOT / f"{SCRIPTS}search.js").read_text("utf-8")))
    assert script < OPENER_BUDGET


def test_the_parts_of_the_engine_are_published_as_the_engine_alone(real_build):
    scripts = real_build.site / "assets/javascripts"
    assert not (scripts / "search").exists()
    assert len(list((real_build.site / "search").glob("engine.*.js"))) == 1


def test_what_only_the_build_runs_is_not_published(real_build):
    engine = next((real_build.site / "search").glob("engine.*.js")).read_text("utf-8")
    assert "const ranking" in engine
    assert not [
        name
        for name in ("indexer", "scoring", "dangerFit", "pageClassifierFit", "linearSvm")
        if f"const {name}" in engine
    ]


def test_on_every_page_the_sections_of_the_theme_are_found(real_build):
    compared = set()
    for path in real_build.site.rglob("*.html"):
        html = path.read_text("utf-8")
        if " data-paper=" in html or not (article := ARTICLE.search(html)):
            continue
        # For the theme a section ends with the summary that its heading is in. Phrases and readings
        # are marked after the passages were taken.
        text = re.sub(r"</?(?:details|summary)\b[^>]*>|<wbr>", "", article[1].strip())
        assert cut(text) == parsed(DRAWN.sub(r" [\1] ", text)), path
        compared.add(path)
    assert {real_build.site / "index.html", real_build.site / "en/index.html"} <= compared
