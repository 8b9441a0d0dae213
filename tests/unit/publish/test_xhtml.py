"""The main text of a page as XHTML for a book."""

from xml.etree import ElementTree

import pytest

from knowledge.publish.xhtml import article_of


def xhtml(inside, **values):
    return article_of(f'<p>x</p><article class="a"> {inside}</article><p>y</p>', **values).xhtml()


@pytest.mark.parametrize(
    ("html", "written"),
    [
        ("<p>a &amp; b &lt; c<br>d</p>", "<p>a &amp; b &lt; c<br />d</p>"),
        ('<p lang="en">a</p>', '<p lang="en" xml:lang="en">a</p>'),
        ('<td align="right">1</td>', '<td class="align-right">1</td>'),
        ('<h2 id="a">a<a class="headerlink" href="#a">¶</a></h2>', '<h2 id="a">a</h2>'),
        ("<details open><summary>a</summary><p>b</p></details>", "<div><div>a</div><p>b</p></div>"),
        ("<p>a<button>b <b>c</b></button>d</p>", "<p>ad</p>"),
        ("<p>a<!-- b > c -->d</p>", "<p>ad</p>"),
        ('<p>a<input type="checkbox">b<img hidden src="x.png">c</p>', "<p>abc</p>"),
        ("<p>a<font>b</font>c</p>", "<p>abc</p>"),
        ("<p>a<span hidden>b<br></span>c</p>", "<p>ac</p>"),
        ("<ul><li>a<li>b</ul><p>c</p>", "<ul><li>a<li>b</li></li></ul><p>c</p>"),
        ("<p>a</b>c</p>", "<p>ac</p>"),
        ('<ol reversed start="3"><li>a</li></ol>', '<ol reversed="" start="3"><li>a</li></ol>'),
        ('<a href="#x" rel="noreferrer" onclick="y">a</a>', '<a href="#x">a</a>'),
        (
            '<ruby>字<rp>(</rp><rt aria-hidden="true">じ</rt></ruby>',
            '<ruby>字<rp>(</rp><rt aria-hidden="true">じ</rt></ruby>',
        ),
    ],
)
def test_what_a_book_can_show_stays(html, written):
    assert xhtml(html) == f"<article>{written}</article>"


def test_a_term_is_a_link_without_its_tooltip():
    html = (
        '<span class="term" data-term><a class="term__word" href="g.html#a" aria-describedby="t">'
        'a</a><span class="term__meaning" role="tooltip" id="t">b</span></span>'
    )
    assert xhtml(html) == (
        '<article><span class="term"><a class="term__word" href="g.html#a">a</a></span></article>'
    )


def test_a_card_is_open_and_its_label_and_clock_are_left_out():
    html = (
        '<p class="contact-card__now" hidden></p><details class="contact-card__more">'
        '<summary aria-label="x">More</summary><p>9:00</p></details>'
    )
    assert xhtml(html) == '<article><div class="contact-card__more"><p>9:00</p></div></article>'


def test_a_drawing_is_an_svg_of_its_own_and_an_icon_is_left_out():
    html = (
        '<figure class="drawing"><svg viewBox="0 0 9 9" role="img" aria-labelledby="d">'
        '<text x="1"><tspan lang="en">a</tspan></text></svg><figcaption id="d">b</figcaption>'
        '<details class="drawing__text"><summary>Text</summary><div id="d-text">c</div></details>'
        '</figure><svg viewBox="0 0 1 1"><path d="M0"/></svg>'
    )
    root = ElementTree.fromstring(xhtml(html))
    figure = root[0]
    assert len(root) == 1
    assert figure.attrib == {"class": "drawing", "role": "figure"}
    assert figure[0].tag == "{http://www.w3.org/2000/svg}svg"
    assert figure[0].attrib == {"viewBox": "0 0 9 9", "role": "img", "aria-labelledby": "d"}
    assert figure[0][0][0].attrib == {"{http://www.w3.org/XML/1998/namespace}lang": "en"}
    assert figure[1].get("id") == "d"
    assert [each.get("id") for each in figure[2]] == ["d-text"]


def test_more_classes_can_be_left_out_and_ids_are_those_that_stay():
    html = '<p id="a">a</p><div class="x y"><p id="b">b</p></div>'
    assert article_of(f"<article>{html}</article>").ids == {"a", "b"}
    article = article_of(f"<article>{html}</article>", frozenset({"y"}))
    assert article.ids == {"a"}
    assert article.has("p")
    assert not article.has("div")


def test_links_and_pictures_that_lead_nowhere_leave_their_text():
    html = '<a href="b">a</a><a href="c">c</a><a id="d">d</a><img src="e" alt="f"><img src="g">'
    article = article_of(f"<article>{html}</article>")
    article.rewrite_urls(lambda url: {"b": "bb"}.get(url, ""), lambda url: {"g": "gg"}.get(url, ""))
    assert article.xhtml() == (
        '<article><a href="bb">a</a><a>c</a><a id="d">d</a><span>f</span><img src="gg" /></article>'
    )


def test_a_page_without_a_main_text_is_an_error():
    with pytest.raises(ValueError, match="no article"):
        article_of("<p>a</p>")
