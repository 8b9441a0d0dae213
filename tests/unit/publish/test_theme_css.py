"""Reducing a style sheet to the rules that pages and their scripts can use."""

import pytest

from knowledge.publish.theme_css import markup_of, needed_style, without_space

PAGES = (
    '<html dir="ltr"><body class="page wide" id="top"><p lang=ja>x</p><input type="checkbox">'
    '<a href="a.html" class="link">y</a></body></html>',
)
ADDED = ('<li class="found" data-open>',)


def kept(css):
    return needed_style(css, markup_of([*PAGES, *ADDED]))


@pytest.mark.parametrize(
    "css",
    [
        "p{color:red}",
        "*{margin:0}",
        ":root{color:red}",
        ".page.wide>.link:hover::before{color:red}",
        "#top{color:red}",
        "[dir=ltr] p{color:red}",
        "[data-open]{color:red}",
        ".found{color:red}",
        "input:checked~p{color:red}",
        "p:not(.nowhere){color:red}",
        ":is(.nowhere,.link){color:red}",
        "a[href^=http]{color:red}",
        "@font-face{font-family:x}",
        "@keyframes turn{from{top:0}to{top:1px}}",
    ],
)
def test_what_can_apply_is_kept(css):
    assert kept(css) == css


@pytest.mark.parametrize(
    "css",
    [
        "table{color:red}",
        ".nowhere{color:red}",
        ".page .nowhere{color:red}",
        "#nowhere{color:red}",
        "[dir=rtl] p{color:red}",
        "[data-closed]{color:red}",
        ":is(.nowhere,table) p{color:red}",
        "@media print{.nowhere{color:red}}",
        "/* a comment */",
        ":root{--unread:url(data:x)}",
        "p{transition:color .2s;animation-name:turn}",
    ],
)
def test_what_no_page_can_show_goes(css):
    assert kept(css) == ""


def test_of_a_list_of_selectors_those_stay_that_can_apply():
    assert kept("p, .nowhere, .link{color:red}") == "p, .link{color:red}"


def test_of_a_condition_the_rest_stays():
    assert kept("@media print{.nowhere{top:0}p{top:0}}") == "@media print{p{top:0}}"


def test_a_property_that_only_unread_properties_read_goes_too():
    css = "p{--a:1px;--b:var(--a);--c:var(--b);top:var(--b)}"
    assert kept(css) == "p{--a:1px;--b:var(--a);top:var(--b)}"


def test_our_own_styles_lose_comments_and_indentation_only():
    assert without_space("/* why */\np {\n  top: 0;\n}\n") == "p { top: 0; }"
