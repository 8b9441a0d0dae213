"""Our tag scanner and browsers parse the same tags.

Random texts, and tags of built pages with a few characters changed, are parsed by both. A text that
ours accepts has no element or attribute, as parsed by the browser, that ours has not seen.
"""

from random import Random

import markdown
import pytest

from knowledge.markdown.html_allowlist import BUILT_ATTRIBUTES, BUILT_ELEMENTS, disallowed_markup
from knowledge.markdown.html_tags import attributes_of, name_of, tags
from support.hostile.attacks import ATTACKS, LOOK_ALIKES
from support.hostile.texts import EXTENSIONS, PIECES

SEED = 20261126
RANDOM_TAGS, CHANGED_TAGS, RANDOM_TEXTS = 20_000, 20_000, 2_000
MIN_ACCEPTED = 1_000
SIGNS = (
    '<|<|<|</|>|>|>|/|=|=|"|"|\'|`| | |  |\t|\n|\f|\r|\x0b|\0|&|;|!|?|-|--|<!--|-->|--!>|<![CDATA[|'
    "]]>|a|b|p|span|div|br|img|table|td|svg|script|title|x-y|lang|id|class|title|hidden|open|href|"
    "on|onclick|style|日本語|\u3000|\xa0|\u2028|é|&quot;|&lt;|&#62;|&Tab;|en|x|1|alert(1)|="
    '|<b title="|<b lang="en">|<p id="a" class="b">|</b>|<br />|="a"'
).split("|")
IMPLIED = frozenset("html head body tbody tr colgroup p br".split())
"""Elements that a browser inserts by itself, without attributes."""
READ = """(texts) => texts.map((text) => {
  const read = new DOMParser().parseFromString(`<!doctype html><body>${text}`, "text/html");
  return [...read.querySelectorAll("*")].map((element) => [
    element.localName,
    [...element.attributes].map(({ name, value }) => [name, value]),
  ]);
})"""


@pytest.fixture
def read(engine):
    """Parse texts in an engine; for each, its elements with their attributes."""
    engine.open("about:blank")
    return lambda texts: engine.evaluate(READ, texts)


def start_tags(text: str) -> set[tuple[str, tuple[tuple[str, str], ...]]] | None:
    """Start tags of a text as (name, attributes); None if a tag is malformed."""
    found = set()
    for tag, content in tags(text):
        if content is None or content:
            return None
        found.add((name_of(tag), attributes_of(tag)))
    return found


def unseen(text, elements):
    """Elements that the browser finds in a text and our scanner does not."""
    seen = start_tags(text)
    assert seen is not None
    for name, attributes in elements:
        # In SVG a browser restores capital letters of names.
        element = name.lower(), tuple((each.lower(), value) for each, value in attributes)
        if element not in seen and not (name in IMPLIED and not attributes):
            yield element


def random_tags():
    pick = Random(SEED)
    for _ in range(RANDOM_TAGS):
        yield "".join(pick.choice(SIGNS) for _ in range(pick.randint(2, 14)))


def changed_tags(site):
    """Tags of built pages with a few characters deleted, inserted or swapped."""
    pick = Random(SEED)
    pages = sorted(site.rglob("*.html"))
    whole = [tag for page in pages[:12] for tag, _ in tags(page.read_text("utf-8"))]
    whole = sorted({tag for tag in whole if name_of(tag) not in ("html", "head", "body")})
    for _ in range(CHANGED_TAGS):
        text = pick.choice(whole)
        for _ in range(pick.randint(1, 3)):
            place = pick.randrange(len(text) + 1)
            text = text[:place] + pick.choice(SIGNS) + text[place + pick.randint(0, 1) :]
        yield text


def accepted(texts):
    """Texts that our scanner accepts, without repeated attributes and null characters."""
    for text in (text.replace("\r", "\n") for text in texts):  # as a browser does first
        seen = start_tags(text)
        if seen is None or "\0" in text:
            continue
        if all(len(dict(attributes)) == len(attributes) for _, attributes in seen):
            yield text


@pytest.mark.parametrize("kind", ["random", "changed"])
def test_a_browser_reads_no_other_tags_than_ours(kind, read, site):
    made = random_tags() if kind == "random" else changed_tags(site)
    texts = list(dict.fromkeys(accepted(made)))
    assert len(texts) > MIN_ACCEPTED
    found = read(texts)
    differ = [
        (text, strange)
        for text, elements in zip(texts, found, strict=True)
        if (strange := list(unseen(text, elements)))
    ]
    assert not differ, "\n".join(map(str, differ))


def test_a_difference_is_seen(read):
    """Test the comparison: without our grammar these texts would be parsed differently."""
    odd = ["<b title=a>c", "<b a='\"' onclick=x>", "<p/onclick=x>", '<i a="b"c="d">']
    assert [text for text in odd if start_tags(text) is not None] == []
    loose = '<b title="a" lang="en">'
    assert list(unseen('<b title="a">', read([loose])[0]))


def test_what_is_rendered_holds_only_what_pages_may_hold(read):
    """Random Markdown: a browser finds only what the check of the rendered text allows."""
    pick = Random(SEED)
    pieces = [*PIECES, *ATTACKS.values(), *LOOK_ALIKES.values()]
    sources = [
        "".join(pick.choice(pieces) for _ in range(pick.randint(2, 9))) for _ in range(RANDOM_TEXTS)
    ]
    rendered = [markdown.markdown(text, extensions=EXTENSIONS) for text in sources]
    passed = [html for html in rendered if not disallowed_markup(html) and "\0" not in html]
    assert len(passed) > RANDOM_TEXTS // 10
    for html, elements in zip(passed, read(passed), strict=True):
        names = {name for name, _ in elements} - {"html", "head", "body"}
        attributes = {name for _, given in elements for name, _ in given}
        assert names <= BUILT_ELEMENTS, html
        assert attributes <= BUILT_ATTRIBUTES, html
