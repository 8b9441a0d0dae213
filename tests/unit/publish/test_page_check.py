"""The check of a built page: only scripts, links and numbers of templates and data are allowed."""

import pytest

from knowledge.markdown.html_allowlist import without_comments
from knowledge.publish.page_check import Allowed, faults_of_page, guess_line, template_scripts
from knowledge.render.language_spans import with_languages

SCRIPT = 'document.documentElement.className = "js";'
ALLOWED = Allowed(
    scripts=frozenset({SCRIPT}),
    numbers=frozenset({"188", "03-1234-5678"}),
    hosts=frozenset({"law.example"}),
    mailboxes=frozenset({"mailto:desk@law.example"}),
    names={
        "tel:188": frozenset({"188"}),
        "#contact-hotline": frozenset({"188"}),
        "tel:03-1234-5678": frozenset({"0312345678"}),
    },
    digits=frozenset({"188", "0312345678"}),
)
PAGE = """<!doctype html>
<html lang="ja">
<head><meta charset="utf-8"><title>3 < 4</title><script>{script}</script>
<script type="application/ld+json">{{"a": "<b>"}}</script><script src="site.js" defer></script>
</head>
<body data-root="./"><!-- a -->
<article class="md-typeset">{text}</article></body></html>
"""
HARMLESS = [
    "<p>a &lt; b, a > b, \"c\" and 'd'</p>",
    '<a href="tel:188">188</a>',
    '<a href="https://law.example/act?a=1#b">Act</a>',
    '<a href="office.html#how">how</a><br><hr />',
    '<img src="assets/a.png" alt="a">',
    "<details open><summary>a</summary></details>",
    '<a href="mailto:desk@law.example">mail</a>',
    '<a href="https://law.example/vol.138">Law, vol.138, no. 188</a>',
    '<a href="contacts.html#contact-hotline">Call <b>188</b>, day 1 of 2</a>',
    "<p>law.example, https://www.law.example/x, rules.md, 2019-2021</p><pre>evil.example</pre>",
    "<p>188, 03-1234-5678, 09:00-17:30, 98,000 and 2026-11-26</p>",
]
DRAWING = '<figure class="drawing"><svg viewBox="0 0 320 9" role="img">{}</svg></figure>'
HARMLESS += [
    DRAWING.format('<text class="red strong" x="1"><tspan lang="ja">a</tspan></text>'),
    '<button><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="M1 1"/></svg>'
    "</button>",
]
HARMFUL = {
    "an image in a drawing": DRAWING.format('<image class="red"></image>'),
    "HTML in a drawing": DRAWING.format("<p>a</p>"),
    "a link in a drawing": DRAWING.format('<a href="office.html">a</a>'),
    "an id in a drawing": DRAWING.format('<rect id="a"></rect>'),
    "a colour in a drawing": DRAWING.format('<rect fill="red"></rect>'),
    "a class of something else in a drawing": DRAWING.format('<rect class="contact-card"></rect>'),
    "a class of something else for a word": DRAWING.format('<tspan class="red">a</tspan>'),
    "a size of a drawing": DRAWING.replace(' role="img"', ' width="9999"').format(""),
    "a drawing that is in no figure": '<svg viewBox="0 0 9 9"><rect x="1"></rect></svg>',
    "a drawing in another figure": '<figure class="a"><svg><text x="1">a</text></svg></figure>',
    "a drawing after its figure": DRAWING.format("") + '<svg role="img"></svg>',
    "shapes without a drawing": "<rect></rect>",
    "a script that no template has": "<script>alert(1)</script>",
    "a script, capital letters": "<SCRIPT>alert(1)</SCRIPT>",
    "a script behind an attribute that is cut": (
        '<span title="a><span lang="ja">日本語</span><script>alert(1)</script>">x</span>'
    ),
    "a script of another type": '<script type="module">import "a"</script>',
    "a script in a drawing": "<svg><script>alert(1)</script></svg>",
    "a script from elsewhere": '<script src="https://evil.example/a.js"></script>',
    "a script from elsewhere, without a scheme": '<script src="//evil.example/a.js"></script>',
    "a handler": '<p onclick="alert(1)">a</p>',
    "a handler in capitals": '<p ONCLICK="alert(1)">a</p>',
    "a handler behind a value without quotes": "<p title=a onclick=alert(1)>a</p>",
    "a handler behind single quotes": "<p title='a' onclick='alert(1)'>a</p>",
    "a handler behind a slash": '<p/onclick="alert(1)">a</p>',
    "a handler behind a space that is none": '<p title="a"\u3000onclick="alert(1)">a</p>',
    "two equal signs": "<div title==\"id class=b=lang='c onclick=alert(1)' d' open\">a</div>",
    "an attribute without a space": '<p title="a"onclick="alert(1)">a</p>',
    "an attribute that stands twice": '<a href="office.html" href="https://evil.example/">a</a>',
    "a sign in a value": '<p title="a<b">a</p>',
    "a style": '<p style="position:fixed">a</p>',
    "a style sheet": "<style>p{display:none}</style>",
    "leading elsewhere": '<meta http-equiv="refresh" content="0; url=https://evil.example/">',
    "leading elsewhere, inside": '<meta http-equiv="Refresh" content="0; url=office.html">',
    "a base": '<base href="https://evil.example/">',
    "a frame": '<iframe src="office.html"></iframe>',
    "a form": '<button formaction="https://evil.example/">a</button>',
    "a number that is not in the data": '<a class="contact-number" href="tel:0120-000-000">1</a>',
    "a number in entities": '<a href="&#116;el:119">188</a>',
    "a number behind a tab": '<a href="te&#9;l:119">188</a>',
    "a mailbox that is not in the data": '<a href="mailto:desk@evil.example">law.example</a>',
    "a host behind one slash": '<a href="https:/evil.example/">office</a>',
    "a host behind no slash": '<a href="https:evil.example">office</a>',
    "a host behind backslashes": '<a href="https:\\\\evil.example/">office</a>',
    "a host behind three slashes": '<a href="///evil.example/">office</a>',
    "a host behind a slash and a backslash": '<a href="/\\evil.example/">office</a>',
    "a host behind a port that is none": '<a href="https://law.example:x@evil.example/">a</a>',
    "a host in another script": '<a href="https://lаw.example/">a</a>',
    "another host in the text": '<a href="https://law.example/">evil.example</a>',
    "another host in the text, in pieces": '<a href="https://law.example/">ev<b>il.</b>example</a>',
    "another number in the text": '<a href="tel:188">03-1234-5678</a>',
    "another number in the text, in circles": '<a href="contacts.html#contact-hotline">⑨⑨⑨</a>',
    "a number in the text that is not in the data": "<p>Call 0120-<b>000</b>-000 now</p>",
    "an address to be typed": "<p>Open https://evil.<b>example</b>/refund</p>",
    "a host to be typed": "<p>Open evil.example now</p>",
    "a mailbox to be typed": "<p>desk@law.example</p>",
    "a number without its area code": "<p>Call 5555-1234</p>",
    "a number in cells": "<table><tr><td>0120</td><td>000</td><td>000</td></tr></table>",
    "an entity that parsers resolve differently": '<p title="&#6;">a</p>',
    "a message": '<a href="sms:188">a</a>',
    "a host that is not in the data": '<a href="https://evil.example/">office</a>',
    "an unknown scheme": '<a href="intent://a#Intent;scheme=tel;end">a</a>',
    "a map": '<map><area href="https://evil.example/"></map>',
    "a style sheet from elsewhere": '<link rel="stylesheet" href="https://evil.example/a.css">',
    "a form that sends elsewhere": '<form action="https://evil.example/"></form>',
    "a host without a scheme": '<a href="//evil.example/">office</a>',
    "a host behind a name": '<a href="https://law.example@evil.example/">law.example</a>',
    "an address that runs": '<a href="java&#10;script:alert(1)">a</a>',
    "an address of data": '<a href="data:text/html,a">a</a>',
    "a picture from elsewhere": '<img src="https://evil.example/a.png" alt="a">',
    "an open comment": "<!-- a",
    "a comment that browsers end early": "<!--> <b>a</b> -->",
    "an instruction": "<?php a ?>",
    "a tag that is not closed": '<p title="a"',
    "an invisible template": "<template><p>a</p></template>",
    "text that hides the rest": "<plaintext>",
    "text for those without scripts": '<noscript><p title="</noscript><b>">a</p></noscript>',
}


def faults(text, *, script=SCRIPT, has_any_host=False):
    page = PAGE.format(script=script, text=text)
    return list(faults_of_page(page, ALLOWED, has_any_host=has_any_host))


@pytest.mark.parametrize("text", HARMLESS)
def test_what_the_build_writes_passes(text):
    assert faults(text) == []


@pytest.mark.parametrize("name", HARMFUL)
def test_what_acts_is_a_fault(name):
    assert faults(HARMFUL[name]), name


def test_a_script_of_the_templates_that_somebody_changed_is_a_fault():
    assert faults("", script=f"{SCRIPT} ") == [
        f"a script runs that no template has: '{SCRIPT}'",
    ]


def test_pages_for_contributors_may_open_any_host_and_nothing_more():
    link = '<a href="https://code.example/">a</a>'
    assert faults(link) == ["a link opens 'code.example', which is no host of the data"]
    assert faults(link, has_any_host=True) == []
    assert faults('<a href="tel:119">a</a>', has_any_host=True)
    assert faults('<a href="https://code.example/">evil.example</a>', has_any_host=True)


def test_a_page_without_an_article_may_lead_on_inside_the_site():
    refresh = '<meta http-equiv="refresh" content="0; {url}">'
    for url, is_fault in (
        ("url=office.html#how", False),
        ("url=https://evil.example/", True),
        ("URL='https://evil.example/'", True),
        ("https://evil.example/", True),
        ("url=//evil.example/", True),
        ("url=javascript:alert(1)", True),
    ):
        page = f'<!doctype html>\n<html lang="ja"><head>{refresh.format(url=url)}</head></html>'
        assert bool(list(faults_of_page(page, ALLOWED, has_any_host=False))) is is_fault, url


def test_the_scripts_of_templates_are_those_without_a_placeholder():
    templates = [
        '{% if a %}<script data-root="{{ base_url }}/">a();</script>{% endif %}',
        '<script>{{ b }}</script><script src="c.js"></script>',
        '<script type="application/ld+json">{{ d }}</script>',
    ]
    assert template_scripts(templates) == {"a();"}


def test_a_fault_says_from_which_line_of_the_source_it_comes():
    source = "---\ntitle: a\n---\n\n# A {#a}\n\n[office](https://evil.example/x)\n"
    assert guess_line(source, "a link opens 'evil.example', which is no host of the data") == 7
    assert guess_line(source, "a script runs that no template has: 'other()'") == 0


def test_japanese_words_are_not_marked_inside_of_a_tag():
    html = '<pre title="a>日本語<b>">日本語</pre>'
    marked = with_languages(html, "en", ("en", "ja"))
    assert marked == '<pre title="a>日本語<b>"><span lang="ja">日本語</span></pre>'


def test_a_comment_begins_outside_of_tags_only():
    html = '<p title="<!--">a</p><!-- b --><p title="-->">c</p>'
    assert without_comments(html) == '<p title="<!--">a</p><p title="-->">c</p>'
