"""Pages of a generated site: plan their structure at random, then fill in each language's text."""

import posixpath
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial

from bench.phrase_book import PhraseBook
from knowledge.data.all_data import Data
from knowledge.site.typed_links import CONTACTS_PAGE, GLOSSARY_PAGE

REVIEWED = "2026-11-24"
SECTIONS = (3, 6)
PARAGRAPHS = (1, 2)
SENTENCES = (2, 4)
ITEMS = (3, 5)
TERMS = 2
"""Minimum number of term links per page; more on a small site, so that every term has one."""


@dataclass
class Part:
    """The plan of one section, the same in every language."""

    id: str
    paragraphs: list[tuple[int, str]] = field(default_factory=list)
    """For each paragraph, the number of sentences and the id of the cited source (or "")."""
    links: list[str] = field(default_factory=list)
    """Link targets; each gets a sentence of its own."""
    items: int = 0
    terms: list[str] = field(default_factory=list)
    rows: int = 0
    is_note: bool = False
    cards: list[str] = field(default_factory=list)


@dataclass
class Plan:
    """The plan of one page, the same in every language."""

    page_path: str
    listing: str
    parts: list[Part]


def plans(paths: Sequence[str], data: Data, draw: random.Random) -> Iterator[Plan]:
    """Plan the pages of a site so that every term is linked to at least once."""
    counts = {path: draw.randint(*SECTIONS) for path in paths}
    waiting = list(data.terms)
    a_page = max(TERMS, -(-len(waiting) // (len(paths) - 1)))
    sources, contacts = list(data.sources), list(data.contacts)
    for path in paths:
        parts = [Part(f"topic-{number}") for number in range(counts[path])]
        for part in parts:
            part.paragraphs = [
                (draw.randint(*SENTENCES), draw.choice(["", draw.choice(sources)]))
                for _ in range(draw.randint(*PARAGRAPHS))
            ]
            part.links = [_target(path, draw, counts) for _ in range(draw.randint(1, 2))]
            part.items = draw.choice([0, draw.randint(*ITEMS)])
            part.rows = draw.choice([0, 0, 0, 4])
            part.is_note = draw.random() < 0.2
            part.cards = [draw.choice(contacts)] if draw.random() < 0.1 else []
        if path == CONTACTS_PAGE:  # the page that has a card of every contact
            parts[0].cards = contacts
        if path != GLOSSARY_PAGE:
            for _ in range(a_page):
                waiting = waiting or list(data.terms)
                draw.choice(parts).terms.append(waiting.pop())
        yield Plan(path, "glossary" if path == GLOSSARY_PAGE else "", parts)


def filled(plan: Plan, book: PhraseBook, draw: random.Random, quoted: str) -> str:
    """Render a plan as Markdown in one language.

    Args:
        plan: the structure of the page.
        book: the sentences and headings of the language.
        draw: the random source that picks among them.
        quoted: the hash of the original for `translates:`; empty for the original itself.
    """
    name, used = plan.page_path.removesuffix(".md"), set[str]()
    head = ["---", f"title: {draw.choice(book.titles)} {name}"]
    head += [f"description: {draw.choice(book.sentences)} {name}", f"reviewed: {REVIEWED}"]
    head += [f"list: {plan.listing}"] if plan.listing else []
    head += [f'translates: "{quoted}"'] if quoted else []
    blocks = ["\n".join((*head, "---")), f"# {draw.choice(book.titles)} {{#page}}"]
    blocks.append(_paragraph(book, draw, 2))
    for part in plan.parts:
        blocks.append(f"## {draw.choice(book.titles)} {{#{part.id}}}")
        blocks += _blocks(part, book, draw, used)
    return "\n\n".join(blocks) + "\n"


def _target(path: str, draw: random.Random, counts: dict[str, int]) -> str:
    """Random relative link from a page to another page or one of its sections."""
    other = draw.choice(list(counts))
    target = posixpath.relpath(other, posixpath.dirname(path) or ".")
    anchor = draw.choice(["", f"#topic-{draw.randrange(counts[other])}"])
    return anchor or target if other == path else target + anchor


def _blocks(part: Part, book: PhraseBook, draw: random.Random, used: set[str]) -> Iterator[str]:
    for count, cited in part.paragraphs:
        source = f" ([{draw.choice(book.titles)}](source:{cited}))" if cited else ""
        yield _unused(partial(_paragraph, book, draw, count), used) + source
    yield book.separator.join(
        book.see.format(f"[{draw.choice(book.titles)}]({target})") for target in part.links
    )
    if part.items:
        items = (_unused(lambda: draw.choice(book.sentences), used) for _ in range(part.items))
        yield "\n".join(f"- {item}" for item in items)
    if part.terms:
        yield "\n".join(f"- [{book.terms[found]}](term:{found})" for found in part.terms)
    if part.rows:
        rows = [
            f"| {draw.choice(book.titles)} | {draw.choice(book.sentences)} |"
            for _ in range(part.rows)
        ]
        yield "\n".join((rows[0], "|---|---|", *rows[1:]))
    if part.is_note:
        title = _unused(lambda: draw.choice(book.titles), used)
        text = _unused(lambda: _paragraph(book, draw, 2), used)
        yield f'!!! warning "{title}"\n\n    {text}'
    yield from (f"[{card}](contact:{card})" for card in part.cards)


def _paragraph(book: PhraseBook, draw: random.Random, count: int) -> str:
    return book.separator.join(draw.choices(book.sentences, k=count))


def _unused(drawn: Callable[[], str], used: set[str]) -> str:
    """Draw until it is a text that is not on the page yet; it is added to those used."""
    while (text := drawn()) in used:
        pass
    used.add(text)
    return text
