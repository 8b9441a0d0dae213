"""The built tiny site: what our hooks do to a page."""

import re

from knowledge.rules.file_names import is_own, published_path
from knowledge.site.site import load
from support.cases_site import TINY


def page(build, name):
    return (build.site / name).read_text("utf-8")


def test_both_languages_and_their_own_404_are_there(tiny_build):
    for name in ("index.html", "guide/borrow.html", "contacts.html", "glossary.html", "404.html"):
        assert (tiny_build.site / name).is_file()
        assert (tiny_build.site / "en" / name).is_file()
    assert "ページが見つかりません" in page(tiny_build, "404.html")
    assert "Page not found" in page(tiny_build, "en/404.html")


def test_data_is_not_published(tiny_build):
    published = [path for path in tiny_build.site.rglob("*") if path.suffix in (".yml", ".md")]
    # The Markdown copies of the pages, and nothing else.
    assert [path for path in published if not path.with_suffix(".html").is_file()] == []
    assert not (tiny_build.site / "_data").exists()


def test_no_browser_keeps_what_is_typed_for_the_next_person(tiny_build):
    fields = re.findall(r"<(?:input|textarea)\b[^>]*>", page(tiny_build, "en/index.html"))
    typed = [each for each in fields if 'type="checkbox"' not in each]
    assert typed
    assert [each for each in typed if 'autocomplete="off"' not in each] == []


def test_hreflang_names_every_language(tiny_build):
    html = page(tiny_build, "en/guide/borrow.html")
    assert re.findall(r'<link rel="alternate" href="([^"]+)" hreflang="([\w-]+)"', html) == [
        ("https://library.example/guide/borrow.html", "ja"),
        ("https://library.example/en/guide/borrow.html", "en"),
        ("https://library.example/guide/borrow.html", "x-default"),
    ]
    assert '<link rel="canonical" href="https://library.example/en/guide/borrow.html">' in html


def test_every_typed_link_has_become_something(tiny_build):
    for path in tiny_build.site.rglob("*.html"):
        html = path.read_text("utf-8")
        assert not re.search(r'href="(contact|source|term):', html), path


def test_cards_citations_and_terms_are_where_links_lead(tiny_build):
    home = page(tiny_build, "index.html")
    assert 'href="#source-library-rules"' in home
    assert 'id="source-library-rules"' in home
    assert 'href="glossary.html#library-card"' in home
    assert 'id="library-card"' in page(tiny_build, "glossary.html")
    borrow = page(tiny_build, "guide/borrow.html")
    assert 'href="tel:03-1234-5678"' in borrow
    assert 'id="contact-night-desk"' in page(tiny_build, "contacts.html")


def test_a_short_page_has_no_list_of_its_headings(tiny_build):
    assert 'class="page-contents"' not in page(tiny_build, "index.html")


def test_every_file_comes_from_docs_or_is_among_those_that_no_file_of_docs_can_replace(tiny_build):
    site = load(TINY)
    published = {published_path(site, path) for path in (*site.sources, *site.assets)}
    for path in tiny_build.site.rglob("*"):
        url = path.relative_to(tiny_build.site).as_posix()
        # Every Markdown file below docs/ is a page, so none can take the place of a copy.
        is_built = path.is_dir() or url.endswith(".md") or is_own(url.removeprefix("en/"))
        assert is_built or url in published, url
