"""Search entries of a page equal those of the theme's own parser."""

import pytest

from knowledge.search.passages import passages
from knowledge.site.typed_links import CARD_MARK
from support.theme_parser import cut, parsed


@pytest.mark.parametrize(
    "text",
    [
        '<h1 id="a">A &amp; <em>B</em></h1><p>x <code>y</code>z</p>',
        '<p>before</p>\n<h1 id="a">A</h1><p>x</p>',
        '<h1 id="a">A</h1><div><h2 id="b">B</h2><p>x</p></div><p>y</p>',
        '<h1 id="a">A</h1><div><h2 id="b">B</h2><div><h3 id="c">C</h3></div>y</div>z',
        '<h1 id="a">A</h1><h3>no id</h3><p>x</p>',
        '<h1 id="a">A</h1><ul><li>x</li>\n<li>y<br>z</li></ul>',
        '<h1 id="a">A</h1><p><a title="1 > 0" href="x">y</a></p>',
        '<h1 id="a">A</h1><p>1 &lt; 2</p><!-- not read -->',
        '<h1 id="a">A<a class="headerlink" href="#a" title="b">¶</a></h1><p>x</p>',
        "<h1 id=\"a\">A</h1><div title='5\" wide'>x</div>y<abbr title='a > b'>z</abbr>",
        '<h1 id="a">A</h1></div></div><p>x</p><h2 id="b">B</h2>y',
        '<h1 id="a">A</h1><dl><dt>t</dt><dd><h3 id="b">B</h3>x</dd></dl><p>y</p>',
        '<h1 id="a">A</h1><table><tr><td><h3 id="b">B</h3>x</td><td>y</td></tr></table>z',
        '<h1 id="a">A</h1><figure><h3 id="b">B</h3></figure><p>y</p>',
        '<h1 id="a">A</h1><DIV><H2 id="b">B</H2><P>x</P></DIV><B>y</B>',
        '<h1 id="a">A</h1><details><summary>s</summary><h2 id="b">B</h2></details>end',
    ],
)
def test_the_same_is_found_in(text):
    assert cut(text) == parsed(text)


@pytest.mark.parametrize(
    ("html", "step"),
    [
        (
            "<ol>\n<li><strong>Now</strong>: <a href='x'>hang up</a>.</li><li>y</li></ol>",
            "Now: hang up.",
        ),
        ("<ol><li><p><strong>Now</strong> go.</p><p>more</p></li></ol>", "Now go."),
        ("<ul><li><strong>Now</strong> go.</li></ul>", ""),
        ("<ol><li>Plain <strong>list</strong></li></ol>", ""),
    ],
)
def test_the_beginning_knows_the_first_step_of_a_step_list(html, step):
    found = passages(f'<h1 id="a">A</h1><h2 id="b">B</h2>{html}', "A")
    assert [passage.step for passage in found] == [step, ""]


def test_a_card_which_the_search_has_from_the_data_is_left_out():
    card = f'<p>{CARD_MARK}<a href="contact:desk">desk</a></p>'
    text = f'<h1 id="a">A</h1><p>x</p>{card}<p>See <a href="contact:desk">the desk</a></p>'
    assert cut(text) == [("", "A", "x See the desk")]


def test_a_page_without_a_heading_is_found_by_its_title():
    (found,) = passages("<p>x</p>", "Title")
    assert (found.anchor, found.title, found.text) == ("", "Title", "x")


def test_a_step_far_below_is_not_that_of_the_page():
    steps = "<ol><li><strong>Today</strong>: cancel it.</li></ol>"
    begins = f'<h1 id="a">A</h1><p>x</p><h2 id="b">B</h2>{steps}<h2 id="c">C</h2><p>y</p>'
    goes_on = f'<h1 id="a">A</h1><p>x</p><h2 id="b">B</h2><p>y</p><h2 id="c">C</h2>{steps}'
    assert passages(begins, "T")[0].step == "Today: cancel it."
    assert [passage.step for passage in passages(goes_on, "T")] == ["", "", ""]


def test_words_of_a_drawing_are_told_from_those_of_the_page():
    drawing = (
        '<figure><svg><text x="1">Pay</text><text>in 3 days</text></svg><p>A trick.</p></figure>'
    )
    assert cut(f'<h1 id="a">A</h1><p>x</p>{drawing}') == [("", "A", "x [Pay] [in 3 days] A trick.")]
