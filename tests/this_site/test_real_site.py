"""The real site: complete, strict, reproducible, and built without a network."""

import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from statistics import median
from urllib.parse import unquote, urlsplit

from knowledge.rules.registry import RULES_PAGE
from support.cases_site import ROOT
from support.regex import first_match
from support.site_builder import build
from this_site.pages import (
    FOLDERS,
    NAMES,
    TOPICS,
    interface_text,
    is_redirect,
    pages_of_complete_languages,
)


class Page(HTMLParser):
    def __init__(self):
        super().__init__()
        self.ids = []
        self.links = []
        self.loaded = []

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        self.ids += [attributes["id"]] if attributes.get("id") else []
        if tag == "a" and attributes.get("href") is not None:
            self.links.append(attributes["href"])
        loads = {"img": "src", "script": "src", "iframe": "src", "source": "src"}
        if attributes.get(loads.get(tag, "")):
            self.loaded.append(attributes[loads[tag]])
        if tag == "link" and attributes.get("rel", "").split()[0] in (
            "stylesheet",
            "icon",
            "preload",
        ):
            self.loaded.append(attributes["href"])


@cache
def parsed(path):
    page = Page()
    page.feed(path.read_text("utf-8"))
    return page


def html_files(site):
    return sorted(path for path in site.rglob("*.html") if path.name != "404.html")


def test_it_builds_without_a_warning_and_without_a_network(real_build):
    assert real_build.exit_code == 0, real_build.output
    assert real_build.warnings == []


def test_every_page_is_there_in_both_languages(real_build):
    found = pages_of_complete_languages(real_build.site)
    built = {path.relative_to(real_build.site).as_posix() for path in found} - {
        f"{folder}404.html" for folder in FOLDERS.values()
    }
    assert built == {f"{folder}{name}.html" for folder in ("", "en/") for name in NAMES}


def test_every_link_leads_to_a_page_and_an_anchor(real_build):
    broken = []
    for path in html_files(real_build.site):
        for link in parsed(path).links:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            if not target.is_file() or (
                parts.fragment
                and target.suffix == ".html"
                and unquote(parts.fragment) not in parsed(target).ids
            ):
                broken.append((path.name, link))
    assert broken == []


def test_nothing_is_loaded_from_another_origin(real_build):
    for path in html_files(real_build.site):
        for address in parsed(path).loaded:
            assert not urlsplit(address).netloc, (path, address)
    for path in real_build.site.rglob("*.css"):
        addresses = re.findall(r"url\(\s*[\"']?([^\"')]+)", path.read_text("utf-8"))
        assert [a for a in addresses if a.startswith(("http", "//"))] == [], path


def test_no_id_is_made_up_and_none_stands_twice(real_build):
    for path in html_files(real_build.site):
        ids = parsed(path).ids
        assert [i for i in ids if re.fullmatch(r"_\d+", i)] == [], path
        assert len(ids) == len(set(ids)), path


def test_both_languages_have_the_same_headings(real_build):
    heading = re.compile(r'<h([1-3]) id="([^"]+)"')
    for name in NAMES:
        if name == "glossary":  # ordered by each language's own alphabet
            continue
        japanese = heading.findall((real_build.site / f"{name}.html").read_text("utf-8"))
        english = heading.findall((real_build.site / "en" / f"{name}.html").read_text("utf-8"))
        assert japanese == english, name


def test_every_topic_cites_its_sources_with_their_dates(real_build):
    assert TOPICS
    for language in ("ja", "en"):
        words = interface_text("source-read", language, date="")
        counts = []
        for topic in TOPICS:
            html = (real_build.site / f"{FOLDERS[language]}{topic}.html").read_text("utf-8")
            entries = re.findall(r'<li id="source-', html)
            assert entries, topic
            assert html.count(words) >= len(entries), topic
            counts.append(len(entries))
        assert median(counts) >= 8


MAX_CHARACTERS = 12000
"""Maximum length of a Japanese article: some twenty screens of a phone."""
CLOSED = re.compile(
    r'<details class="(?:source-list|contact-card__more)">.*?</details>|<[^>]+>', re.DOTALL
)
"""Tags, and what stays closed on every page: the sources, and the rest of a contact's card."""


def test_no_page_is_too_long_to_be_read(real_build):
    for name in NAMES:
        html = (real_build.site / f"{name}.html").read_text("utf-8")
        article = first_match(r"<article.*</article>", html, re.DOTALL).group()
        text = CLOSED.sub("", article)
        letters = re.findall(r"[ぁ-ヿ一-鿿々ー、。「」（）]", text)
        # The table of the rules is not read from its beginning to its end, and each rule is folded.
        most = MAX_CHARACTERS * (1 if f"{name}.md" != RULES_PAGE else 2)
        remedy = f"{name} has {len(letters)} letters, {most} are the most: shorten or divide it"
        assert 100 < len(letters) <= most, remedy


def test_the_names_of_the_site_and_of_its_pages_are_translated(real_build):
    japanese = re.compile(r"[぀-ヿ一-鿿]")
    for path in sorted((real_build.site / "en").rglob("*.html")):
        html = path.read_text("utf-8")
        title = first_match(r"<title>(.*?)</title>", html).group(1)
        assert not japanese.search(title), title
        if is_redirect(html):
            continue
        nav = first_match(r'<nav class="site-menu".*?</nav>', html, re.DOTALL).group()
        assert not japanese.search(re.sub(r"<[^>]+>", "", nav)), path


def test_one_language_alone_builds_too(tmp_path):
    result = build(ROOT, tmp_path / "site", ONLY_LANGUAGE="en")
    assert result.exit_code == 0, result.output
    assert '<html lang="en"' in (tmp_path / "site/police.html").read_text("utf-8")


def test_no_command_of_ours_builds_quietly():
    for path in [ROOT / "Makefile", *(ROOT / ".ci").iterdir()]:
        for line in Path(path).read_text("utf-8").splitlines():
            if "mkdocs build" in line:
                assert "--strict" in line, line
                assert not re.search(r"\s(-q|--quiet)\b", line), line
