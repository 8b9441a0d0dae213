"""Dead links in built pages."""

import pytest

from knowledge.publish.dead_links import dead_links

PAGE = '<p id="how">a</p><a id="end" href="{}">a</a><code>href="nowhere.html"</code>'
FILES = {
    "index.html": b'<p id="top">a</p>',
    "guide/index.html": b"",
    "en/index.html": b'<p id="hours">a</p>',
    "assets/door.png": b"",
}
ALIVE = [
    *("index.html", "../index.html#top", "", "#", "#how", "#end", "?q=a", "?q=a#how", "./"),
    *("../en/", "../en/index.html#hours", "../assets/door.png", "/site/index.html", "/site/en/"),
    *("https://law.example/x", "//law.example/x", "tel:123", "mailto:a@b.example", "%69ndex.html"),
]
DEAD = [
    *("nowhere.html", "../nowhere.html", "#nowhere", "../index.html#nowhere", "../guide/a.html"),
    *("../assets/none.png", "/index.html", "/site/nowhere.html", "../en/index.html#%68our"),
    *("index.html?q=a#nowhere", "../guide"),
]


def found(target):
    files = FILES | {"guide/index.html": PAGE.format(target).encode()}
    return list(dead_links(files, "/site/"))


@pytest.mark.parametrize("target", ALIVE)
def test_what_leads_somewhere_is_no_dead_link(target):
    assert found(target) == []


@pytest.mark.parametrize("target", DEAD)
def test_what_leads_nowhere_is_a_dead_link(target):
    assert found(target) == [("guide/index.html", target)]


def test_pictures_are_followed_too():
    files = FILES | {"a.html": b'<img alt="a" src="assets/none.png"><script src="b.js"></script>'}
    assert list(dead_links(files, "/")) == [("a.html", "assets/none.png"), ("a.html", "b.js")]
