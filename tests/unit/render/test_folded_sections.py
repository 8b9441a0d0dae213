"""Subsections of a section with the class `folded` become details."""

import markdown
import pytest

from pages import TreeProcessors


def html_of(text):
    extensions = ["attr_list", "toc", "md_in_html", TreeProcessors()]
    return markdown.markdown(text, extensions=extensions).replace("\n", "")


def folded(title, text, level=3):
    return (
        f'<details><summary><h{level} id="{title}">{title}</h{level}></summary>'
        f"<p>{text}</p></details>"
    )


def test_the_subsections_of_a_marked_section_are_folded_and_no_others():
    text = "# t\n\n## a {#a .folded}\n\nseen\n\n### b\n\none\n\n### c\n\ntwo\n\n## d\n\n### e\n\nx"
    assert html_of(text) == (
        '<h1 id="t">t</h1><h2 id="a">a</h2><p>seen</p>'
        + folded("b", "one")
        + folded("c", "two")
        + '<h2 id="d">d</h2><h3 id="e">e</h3><p>x</p>'
    )


def test_sections_inside_a_folded_one_fold_too_if_they_are_marked():
    text = "# t {#t .folded}\n\n## a {#a .folded}\n\none\n\n### b\n\ntwo\n\n## c\n\n### d\n\nthree"
    assert html_of(text) == (
        '<h1 id="t">t</h1>'
        + folded("a", "one", 2).removesuffix("</details>")
        + folded("b", "two")
        + "</details>"
        + '<details><summary><h2 id="c">c</h2></summary><h3 id="d">d</h3><p>three</p></details>'
    )


def test_the_list_of_sources_is_left_to_itself():
    text = "# t {#t .folded}\n\n## a\n\none\n\n## Sources {#sources}\n\nlist"
    assert html_of(text).endswith('</details><h2 id="sources">Sources</h2><p>list</p>')


@pytest.mark.parametrize("text", ["", "no heading", "## a {#a .folded}", "### deep\n\n## up\n\nx"])
def test_a_text_without_anything_to_fold_stays_as_it_is(text):
    plain = markdown.markdown(text.replace(" .folded", ""), extensions=["attr_list", "toc"])
    assert html_of(text) == plain.replace("\n", "")


def test_other_classes_of_the_heading_stay():
    assert '<h2 class="x" id="a">' in html_of("## a {#a .x .folded}\n\n### b")
