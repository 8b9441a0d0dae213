"""Check that the text of a link does not name another target than the link has.

Answers: if the text names a host, a contact, a telephone number or the article of a law, does the
link lead there? Checks the sources, to report a line; publish/page_check.py checks the built HTML
again.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import fields
from functools import lru_cache
from html import unescape

from knowledge.data.all_data import Data
from knowledge.data.contacts import Contact
from knowledge.data.sources import CitedSource
from knowledge.data.texts import Texts
from knowledge.markdown.source import Form, Source
from knowledge.markdown.urls import host_of, resolved_links, shortened
from knowledge.rules.rule import Faults, source_rule
from knowledge.site.hosts import MARKUP
from knowledge.site.link_texts import INVISIBLE, contact_digits, wrong_host, wrong_number
from knowledge.site.phone_numbers import known_numbers
from knowledge.site.site import Site

ARTICLE = re.compile(r"\d条|\b(?:art|arts|article|articles)\b\.? ?\d", re.IGNORECASE)
"""Matches a text that names articles of a law, in Japanese or in English."""
JAPANESE_ARTICLE = re.compile(r"(\d+)条((?:の\d+)*)")
ENGLISH_ARTICLES = re.compile(
    r"\b(?:art|article)s?\b\.? ?(\d[\d(), -]*(?:(?:and|to) \d[\d(), -]*)*)", re.IGNORECASE
)
NUMBER_OF_ARTICLE = re.compile(r"(?<![\d(])\d+(?:-\d+)*(?![\d)])")
"""An article with its branch: 24-3 is 24条の3. Paragraphs are in brackets."""
MIN_USUAL_LINKS = 2
"""Minimum number of links that show which contact a text usually means."""
WORD = re.compile(r"[^\W\d_ぁ-ゖ]{4,}|[一-龠]{2,}|[ァ-ヺー]{3,}")
"""A word that may tell contacts apart: of letters, of kanji or of katakana."""
MIN_NAMED_SHARE = 0.9
"""Of the links with a word that lead to other contacts: the minimum share of those to contacts with
this word in their names."""
RANGE = re.compile(r"(\d+)(?:条[〜~]| to )(\d+)|(\d{2,})[〜~-](\d{2,})")


@source_rule("SF005", "misleading-link", stops_build=True)
def misleading_links(source: Source, site: Site) -> Faults:
    """A link whose text names another host, contact, number or article than it leads to."""
    for link, target in resolved_links(source):
        if link.is_loaded:
            continue
        host = host_of(_leads_to(target, site.data))
        if link.form is Form.HTML_LINK and target.lower().startswith("https:"):
            own = host_of(target)
            fact = f"a link in raw HTML leads to '{own}', and its text is not looked at"
            yield link.line, fact, f"Write it in Markdown: '[text]({shortened(target)})'"
        if fact := wrong_host(link.text, host):
            yield link.line, fact, f"Write '{host}', or what the reader will find there"
        for fact, remedy in _faults_of_words(target, link.text, site):
            yield link.line, fact, remedy
        if article := _other_article(target, link.text, site.data):
            fact = f"the text names article {article}, and the title of '{target}' does not"
            yield link.line, fact, "Link to the source with that article, or correct the figure"


def _faults_of_words(target: str, text: str, site: Site) -> Iterator[tuple[str, str]]:
    """What is wrong with the words of a link to a contact or a source: fact and remedy."""
    if other := _other_name(target, text, _names(site)):
        fact = f"the text is the name of '{other}', and the link leads to '{target}'"
        yield fact, f"Link to '{other}', or write what the reader will find there"
    elif usual := _usual_contact(target, text, site):
        fact = f"'{text}' leads to '{usual}' elsewhere, and here to '{target}'"
        yield fact, f"Link to '{usual}', or write who answers in other words"
    elif named := _word_of_other_targets(target, text, site):
        word, usual = named
        fact = f"'{word}' means '{usual}' and the like elsewhere, and this leads to '{target}'"
        who = "issued" if target.startswith("source:") else "answers at"
        yield fact, f"Link to '{usual}', or say who {who} '{target}'"
    if number := _other_number(target, text, site):
        fact = f"the text names the number '{number}', which '{target}' does not have"
        yield fact, "Write the contact's own number or name, or link to the one you mean"


@lru_cache(maxsize=1)
def _names(site: Site) -> dict[str, set[str]]:
    """Links to contacts (`contact:front-desk`) by each of their names and ids, as `_folded`."""
    found: dict[str, set[str]] = {}
    for contact in site.data.contacts.values():
        for name in (contact.id, *(text for _, text in contact.name.texts)):
            found.setdefault(_folded(name), set()).add(f"contact:{contact.id}")
    return found


@lru_cache(maxsize=8192)
def _folded(text: str) -> str:
    """A text as a reader sees it, without case and spaces, to compare two of them."""
    plain = INVISIBLE.sub("", unescape(MARKUP.sub("", text)))
    return "".join(unicodedata.normalize("NFKC", plain).casefold().split())


def _other_name(target: str, text: str, names: Mapping[str, set[str]]) -> str:
    """The contact whose name is the whole text of a link to another contact; else empty."""
    name_in_text = _folded(text)
    named = names.get(name_in_text) if target.startswith("contact:") else None
    if not named:
        return ""
    own_names = [name for name, links in names.items() if target in links]
    if own_names and not any(name_in_text in name for name in own_names):
        return min(named)
    return ""


def _usual_contact(target: str, text: str, site: Site) -> str:
    """The contact to which the same text links elsewhere; empty if there is none."""
    counts = _contacts_by_text(site).get(_folded(text), {})
    if counts.get(target) != 1 or _contact(target, site.data) is None:
        return ""
    return next((other for other, count in counts.items() if count >= MIN_USUAL_LINKS), "")


@lru_cache(maxsize=1)
def _contacts_by_text(site: Site) -> Mapping[str, Mapping[str, int]]:
    """By link text (`_folded`): the number of links with it to each contact."""
    found: dict[str, Counter[str]] = {}
    for source in site.pages_for_readers():
        for link, target in resolved_links(source):
            if target.startswith("contact:"):
                found.setdefault(_folded(link.text), Counter())[target] += 1
    return found


def _word_of_other_targets(target: str, text: str, site: Site) -> tuple[str, str] | None:
    """Find a word of a link's text that names other contacts or issuers, not the one linked to.

    Returns:
        The word, and the one of those to which it links most often. None if there is no such word,
        or it is also in the data of the link's target. The text of a citation may have such words
        if another word of it is in the data of its source.
    """
    own, words = _description(target, site.data), sorted(_words(text))
    is_cited = target.startswith("source:")
    if not own or (is_cited and any(word in own for word in words)):
        return None
    uses = _uses_by_word(site, target.partition(":")[0])
    for word in words:
        counts = {other: n for other, n in uses.get(word, {}).items() if other != target}
        total = sum(counts.values())
        is_usual_here = uses.get(word, {}).get(target, 0) > 1
        if total < MIN_USUAL_LINKS or is_usual_here or word in own:
            continue
        named = {
            other: n for other, n in counts.items() if word in _names_of_target(other, site.data)
        }
        if sum(named.values()) >= MIN_NAMED_SHARE * total:
            return word, max(sorted(named), key=lambda other: named[other])
    return None


@lru_cache(maxsize=8192)
def _words(text: str) -> frozenset[str]:
    return frozenset(WORD.findall(unicodedata.normalize("NFKC", text).casefold()))


@lru_cache(maxsize=2)
def _uses_by_word(site: Site, scheme: str) -> Mapping[str, Mapping[str, int]]:
    """By word: the number of links to each contact (or source) whose text has it."""
    found: dict[str, Counter[str]] = {}
    for source in site.pages_for_readers():
        for link, target in resolved_links(source):
            for word in _words(link.text) if target.startswith(f"{scheme}:") else ():
                found.setdefault(word, Counter())[target] += 1
    return found


@lru_cache(maxsize=1024)
def _names_of_target(target: str, data: Data) -> str:
    """The names of a link's contact, or of the issuer of its source, in all languages."""
    if source := _source(target, data):
        return _comparable(source.issuer)
    contact = _contact(target, data)
    return _comparable(contact.name, contact.id.replace("-", " ")) if contact else ""


@lru_cache(maxsize=1024)
def _description(target: str, data: Data) -> str:
    """All that the data says of a contact or a source, in all languages; empty of anything else."""
    entry = _source(target, data) or _contact(target, data)
    if entry is None:
        return ""
    values = (getattr(entry, field.name) for field in fields(entry))
    texts = (value for value in values if isinstance(value, Texts))
    return _comparable(*texts, entry.id.replace("-", " "))


def _comparable(*found: Texts | str) -> str:
    """Texts in all languages, in the form of `_words`."""
    texts = (
        text
        for each in found
        for text in ((t for _, t in each.texts) if isinstance(each, Texts) else (each,))
    )
    return unicodedata.normalize("NFKC", " ".join(texts)).casefold()


def _other_number(target: str, text: str, site: Site) -> str:
    """The number in a link's text that its contact does not have; empty if there is none."""
    contact = _contact(target, site.data)
    if contact is None or target in _names(site).get(_folded(text), ()):
        return ""
    return wrong_number(text, known_numbers(site.data), contact_digits(contact))


def _other_article(target: str, text: str, data: Data) -> str:
    """The article that a citation names and its source's title does not; empty if there is none.

    "122 to 125" includes 124.
    """
    source = _source(target, data)
    plain = unicodedata.normalize("NFKC", text)
    if source is None or not ARTICLE.search(plain):
        return ""
    titles = [unicodedata.normalize("NFKC", title) for _, title in source.title.texts]
    if not any(map(ARTICLE.search, titles)):
        return ""
    named = {article for title in titles for article in _articles(title)}
    ends = [[int(end) for end in found if end] for t in titles for found in RANGE.findall(t)]
    within = {str(article) for first, last in ends for article in range(first, last + 1)}
    return next((each for each in _articles(plain) if each not in named | within), "")


def _articles(text: str) -> list[str]:
    """The articles that a text names, in order: `24-3` for 24条の3 and for art. 24-3(1)."""
    japanese = (found[1] + found[2].replace("の", "-") for found in JAPANESE_ARTICLE.finditer(text))
    lists = (found[1] for found in ENGLISH_ARTICLES.finditer(text))
    return [*japanese, *(each for found in lists for each in NUMBER_OF_ARTICLE.findall(found))]


def _leads_to(target: str, data: Data) -> str:
    """The external URL of a link: its target, or the one that the data has for a typed link."""
    if source := _source(target, data):
        return source.url
    contact = _contact(target, data)
    return contact.page if contact else target


def _source(target: str, data: Data) -> CitedSource | None:
    scheme, _, found = target.partition(":")
    return data.sources.get(found) if scheme == "source" else None


def _contact(target: str, data: Data) -> Contact | None:
    scheme, _, found = target.partition(":")
    return data.contacts.get(found) if scheme == "contact" else None
