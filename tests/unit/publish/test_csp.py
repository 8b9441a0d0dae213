"""The Content-Security-Policy of a page: script hashes, allowed sources, position."""

import base64
import hashlib

import pytest

from knowledge.publish.csp import CHARSET, headers_file, inline_scripts, policy_of, with_policy

HEAD = '<!doctype html><html lang="ja"><head><meta charset="utf-8">'


def hashed(script: str) -> str:
    return "'sha256-" + base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() + "'"


@pytest.mark.parametrize(
    ("html", "scripts"),
    [
        ("<script>a()</script>", ["a()"]),
        ("<SCRIPT>\n a('日本')\n</SCRIPT>", ["\n a('日本')\n"]),
        ("<script src=a.js></script>", []),
        ('<script type="application/ld+json">{}</script>', []),
        ('<script id="x" type="application/json">{}</script>', []),
        ('<script type="module">a()</script>', ["a()"]),
        ("<script>a &amp;&lt; b</script>", ["a &amp;&lt; b"]),
        ("<script>if (a < b) '</p>'</script><script>2</script>", ["if (a < b) '</p>'", "2"]),
        ("<p>&lt;script&gt;a()&lt;/script&gt;</p>", []),
    ],
)
def test_scripts_of_a_page(html, scripts):
    assert inline_scripts(html) == scripts


def test_it_allows_what_is_there_and_nothing_else():
    policy = policy_of(["b()", "a()", "b()"])
    sources = policy.rpartition("script-src ")[2].split()
    assert sources == ["'self'", *sorted([hashed("a()"), hashed("b()")])]
    assert policy.startswith("default-src 'none'; ")
    assert policy_of([]).endswith("script-src 'self'")


def test_it_stands_right_after_the_charset():
    html = with_policy(f"{HEAD}<script>a()</script>")
    assert html.startswith(f'{HEAD}<meta http-equiv="Content-Security-Policy" content="default-src')
    assert hashed("a()") in html
    assert html.endswith('<meta name="referrer" content="no-referrer"><script>a()</script>')


@pytest.mark.parametrize(
    "html", ["<p>x", f"<script>a()</script>{HEAD}", f'<link rel="stylesheet" href="x">{HEAD}']
)
def test_a_page_that_begins_otherwise_is_refused(html):
    with pytest.raises(
        ValueError, match=f"before '{CHARSET}', where its policy goes. Put that first"
    ):
        with_policy(html)


def test_hosts_send_what_every_page_needs():
    lines = headers_file(["a()", "b()"]).splitlines()
    assert lines[0] == "/*"
    assert lines[1].startswith("  Content-Security-Policy: default-src 'none'; ")
    assert hashed("a()") in lines[1]
    assert hashed("b()") in lines[1]
    assert lines[1].endswith("; frame-ancestors 'none'")
    assert lines[-4:] == [
        "/assets/stylesheets/*",
        "  Cache-Control: public, max-age=31536000, immutable",
        "/search/index/*",
        "  Cache-Control: public, max-age=31536000, immutable",
    ]
