"""A drawing on a page: words of the page's language, a caption, a closed long text."""

from dataclasses import replace
from datetime import date

import pytest

from knowledge.components import components_in
from knowledge.render.drawings import with_figures, with_search_text
from knowledge.render.page_context import PageContext
from knowledge.site.site import load
from knowledge.site.typed_links import DRAWING_MARK
from support.cases_site import ROOT, copy_tiny_site

LINK = f'<p>{DRAWING_MARK}<a href="drawing:shelf">A <b>shelf</b></a></p>'
PLAIN = '<p>See <a href="contact:front-desk">the desk</a>.</p>'


@pytest.fixture(scope="module")
def context(tmp_path_factory):
    site = load(copy_tiny_site(tmp_path_factory.mktemp("drawings") / "site", is_built=False))
    components = components_in(ROOT / "overrides")

    def of(language):
        return PageContext(
            language,
            language,
            "guide/borrow.html",
            site.languages,
            site.data,
            date(2025, 6, 1),
            components,
        )

    return of


def test_the_words_are_those_of_the_language(context):
    for language, word, other in (("ja", ">本棚<", ">Bookshelf<"), ("en", ">Bookshelf<", ">本棚<")):
        html = with_figures(LINK, context(language))
        assert word in html
        assert other not in html


def test_its_name_and_its_long_text_are_in_the_page(context):
    html = with_figures(LINK, context("en"))
    assert html.startswith('<figure class="drawing"><svg viewBox="0 0 320 120" role="img"')
    assert ' aria-labelledby="drawing-1" aria-describedby="drawing-1-text">' in html
    assert '<figcaption><p class="drawing__name" id="drawing-1">A <b>shelf</b></p>' in html
    assert '<summary aria-label="The picture in words (A shelf)">The picture in words' in html
    assert '<div id="drawing-1-text"><p>There are two books on the shelf.</p>' in html


def test_every_drawing_of_a_page_has_ids_of_its_own(context):
    html = with_figures(LINK + PLAIN + LINK, context("ja"))
    assert html.count('id="drawing-1"') == html.count('id="drawing-2"') == 1
    assert PLAIN in html


def test_words_of_another_language_are_marked_by_an_element_of_svg(context):
    html = with_figures(LINK, context("en"))
    assert '<text x="90" y="80"><tspan lang="ja">静か</tspan> means quiet</text>' in html
    assert '<p>The sign says <span lang="ja">静か</span>.</p>' in html
    assert "tspan" not in with_figures(LINK, context("ja"))


def test_the_search_gets_the_name_and_what_the_page_does_not_say(context):
    html = with_search_text(PLAIN + LINK + "<p>Two books are on it.</p>", context("en"))
    assert html == (
        f"{PLAIN}<p>A <b>shelf</b> Bookshelf 静か means quiet There sign says</p>"
        "<p>Two books are on it.</p>"
    )


def test_without_a_long_text_nothing_describes_it(context):
    of = context("en")
    short = replace(of.data.drawings["shelf"], text=None)
    of = replace(of, data=replace(of.data, drawings={"shelf": short}))
    assert with_search_text(LINK, of) == "<p>A <b>shelf</b> Bookshelf 静か means quiet</p>"
    assert "describedby" not in with_figures(LINK, of)
