"""The scanner finds the links and ids that Python-Markdown renders, no more and no fewer.

Tested on every page, every case file, and random texts made of fragments of each kind.
"""

import random
from collections import Counter
from html.parser import HTMLParser

import markdown
import pytest

from knowledge.markdown.source import Form, read
from support.cases_site import CASES, MARKER, ROOT
from support.check_each import check_each

EXTENSIONS = [
    "admonition",
    "attr_list",
    "def_list",
    "md_in_html",
    "pymdownx.superfences",
    "tables",
]
PAGES = sorted((ROOT / "docs").rglob("*.md"))
CASE_PAGES = sorted(CASES.glob("LK*/*.md"))
SEED = 20261124
TEXTS, PARTS = 400, 8
PIECES = [
    "A paragraph with [a link](p1.md) in it.",
    "Two lines and `code [no](no.md)`\nand [another](p2.md 'title').",
    "- item [one](l1.md)\n- item [two](l2.md)",
    "- item\n    - nested [deep](l3.md)\n\n        second [paragraph](l4.md)",
    "1. first\n\n    [inside](l5.md)\n\n        [code](no.md)\n\n2. second [item](l6.md)",
    "    [indented code](no.md)",
    "```md\n[fenced](no.md)\n```",
    "- item\n\n    ~~~\n    [fenced](no.md)\n    ~~~\n\n    after [it](l7.md)",
    "!!! note \"title [t](a1.md)\"\n\n    body [b](a2.md)\n\n        [code](no.md)",
    "!!! warning\n    right below [it](a3.md)\n    and [more](a4.md)",
    "> quoted [q](q1.md)\n> and `[no](no.md)`",
    "> quoted\n>\n>     [code](no.md)\n>\n> - list [in it](q2.md)",
    "| [head](t1.md) | x |\n|---|---|\n| `[no](no.md)` | [cell](t2.md) |",
    "Term\n:   description [d](d1.md)",
    "A [reference][ref] and an [undefined][nope].",
    "<!-- [comment](no.md) -->",
    "text <!-- [comment](no.md) --> and [more](c1.md)",
    "<div>\n<a href=\"h1.html\">x</a>\n[no](no.md)\n</div>",
    "inline <a href=\"h2.html\">html</a> and <img src=\"h3.png\" alt=\"\">",
    "## Heading [h](h4.md) {#heading-%d}",
    "Under [line](h5.md)\n----------",
    "![image](i1.png) and [![linked](i2.png)](i3.md)",
    "日本語の[リンク](j1.md)です。「[かぎ](j2.md)」",
    r"\[escaped](no.md) and \`[not code](e1.md)\`",
    r"\``` three and [more](e2.md) and \``code [no](no.md)`` [x](e3.md)",
    "<https://library.example/a> and 5 < 6",
]  # fmt: skip


class Addresses(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found: Counter[str] = Counter()
        self.ids = set()

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        for name in ("href", "src", "srcset", "poster"):
            value = attributes.get(name)
            if value and not value.startswith(("#fn", "mailto:", "&#")):
                candidates = value.split(",") if name == "srcset" else [value]
                self.found.update(c.split()[0] for c in candidates if c.split())
        if attributes.get("id") and not attributes["id"].startswith("fn"):
            self.ids.add(attributes["id"])
        if tag == "a" and attributes.get("name"):
            self.ids.add(attributes["name"])


def rendered(body):
    html = markdown.markdown(body, extensions=EXTENSIONS)
    addresses = Addresses()
    addresses.feed(html)
    return addresses


def scanned(text):
    source = read("docs/ja/a.md", text.encode())
    definitions = {
        link.text.lower(): link.target for link in source.links if link.form is Form.DEFINITION
    }
    found: Counter[str] = Counter()
    for link in source.links:
        if link.form is Form.REFERENCE:
            # If the label is undefined, the text may be a label.
            target = definitions.get(link.target.lower()) or definitions.get(link.text.lower())
        elif link.form is Form.DEFINITION or link.target.startswith("mailto:"):
            target = ""
        elif link.form is Form.AUTOLINK and not link.target.startswith("http"):
            target = ""  # Markdown swallows it
        else:
            target = link.target
        if target:
            found[target] += 1
    return source, found


@pytest.mark.parametrize("path", PAGES + CASE_PAGES, ids=lambda path: "/".join(path.parts[-3:]))
def test_on_every_page_and_case(path):
    text = MARKER.sub(b"", path.read_bytes()).decode()
    source, found = scanned(text)
    addresses = rendered(source.body)
    assert found == addresses.found
    assert source.ids <= addresses.ids


@pytest.mark.parametrize("part", range(PARTS))
def test_on_random_texts(part):
    def check(number):
        pick = random.Random(SEED + number)
        pieces = [pick.choice(PIECES) for _ in range(pick.randint(2, 9))]
        numbered = [piece.replace("%d", str(index)) for index, piece in enumerate(pieces)]
        text = "# T {#t}\n\n" + "\n\n".join(numbered) + "\n\n[ref]: r1.md\n"
        source, found = scanned(text)
        addresses = rendered(source.body)
        assert found == addresses.found, text
        assert source.ids <= addresses.ids, text

    check_each(range(part, TEXTS, PARTS), check)
