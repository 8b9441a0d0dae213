"""A plain Markdown copy of every page.

Answers: what does a program get that wants a page's text without its HTML? The Markdown of the
source, with typed links resolved to text, numbers and URLs, and without the syntax of our build.
"""

import json
import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from knowledge.data.contacts import Contact
from knowledge.data.dates import shown_date
from knowledge.markdown.fences import without_fences
from knowledge.markdown.front_matter import DataList, Key
from knowledge.markdown.inline import HIDDEN
from knowledge.markdown.source import Source
from knowledge.publish.publish_context import PublishContext
from knowledge.site.changes import all_changes, page_changes
from knowledge.site.published_names import COPY
from knowledge.site.site import Site
from knowledge.site.typed_links import GLOSSARY_PAGE, SCHEMES, cited, lone_links

CODE_SPAN = re.compile(r"(`+[^`]*`+)")
TYPED_LINK = re.compile(
    rf"\[(?P<text>(?:[^\[\]]|\[[^\]]*\])*)\]\((?P<scheme>{'|'.join(SCHEMES)}):(?P<id>[a-z0-9-]+)\)"
)
PAGE_LINK = re.compile(r"\]\((?P<path>[\w./-]+\.md)(?P<anchor>(?:#[\w-]+)?)\)", re.ASCII)
ATTRIBUTE_LIST = re.compile(r"[ ]*\{:?[ ]*(?:[#.][\w-]|[a-z]+=)[^{}]*\}")
HTML_LINE = re.compile(r"[ ]*</?(?:div|details|summary|section|figure)\b[^>]*>[ ]*")
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
ADMONITION = re.compile(r'(?:!!!|\?\?\?\+?)[ ]+[\w -]+?(?:[ ]+"(?P<title>.*)")?[ ]*')
INDENT = " " * 4
BLANK_LINES = re.compile(r"\n{3,}")
EMPTY_END = re.compile(r"(?:\n>)+(?=\n\n|\n*\Z)")
"""Empty lines at the end of a quotation."""


@dataclass(frozen=True, slots=True)
class _Copy:
    """The page that is copied."""

    context: PublishContext
    source: Source

    @property
    def site(self) -> Site:
        return self.context.site

    @property
    def language(self) -> str:
        return self.site.language_of(self.source)

    @property
    def page_path(self) -> str:
        return self.site.languages.page_path(self.source.path)

    @property
    def order(self) -> tuple[str, ...]:
        return self.site.languages.order(self.language)

    @property
    def url(self) -> str:
        return self.context.url(self.page_path, self.language)

    def text(self, key: str, **values: str) -> str:
        return self.site.data.interface.text(key, self.language, **values)

    def date(self, text: str) -> str:
        language = self.site.languages[self.language]
        return shown_date(text, language, self.site.data.interface)

    def link_to(self, page_path: str) -> str:
        """Path of the copy of another page, or of its fallback page, relative to this copy."""
        shown = self.site.shown(page_path, self.language)
        language = self.site.language_of(shown) if shown else self.language
        places = [copy_path(self.site, page_path, language)]
        places.append(posixpath.dirname(copy_path(self.site, self.page_path, self.language)) or ".")
        return posixpath.relpath(*places)


def markdown_copies(context: PublishContext) -> Iterator[tuple[str, str]]:
    """The copies of all pages that have a source: path from the site's root, and content."""
    for language in context.folders:
        for source in context.site.in_language(language):
            page_path = context.site.languages.page_path(source.path)
            yield copy_path(context.site, page_path, language), markdown_copy(context, source)


def copy_path(site: Site, page_path: str, language: str) -> str:
    """The path of a copy from the site's root: `en/guide.md`, beside `en/guide.html`."""
    return site.languages.page_url(page_path, language).removesuffix(".html") + COPY


def markdown_copy(context: PublishContext, source: Source) -> str:
    """The plain Markdown of a page."""
    copy = _Copy(context, source)
    parts = (_header(copy), _body(copy), *_lists(copy), *_foot(copy))
    text = "\n\n".join(part.strip("\n") for part in parts if part)
    return BLANK_LINES.sub("\n\n", EMPTY_END.sub("", text)) + "\n"


def caveat(site: Site, language: str, url: str) -> str:
    """The disclaimer of a copy: its date, no legal advice, and the URL of the original."""
    day = shown_date(site.today.isoformat(), site.languages[language], site.data.interface)
    return site.data.interface.text("data-caveat", language, date=day, url=url)


def _header(copy: _Copy) -> str:
    """The reduced front matter, and the disclaimer."""
    meta = {
        "title": copy.source.meta(Key.TITLE),
        "date": copy.source.meta(Key.REVIEWED),
        "language": copy.site.languages.tag(copy.language),
        "source": copy.url,
    }
    # A JSON string is a YAML string too.
    lines = (f"{key}: {json.dumps(text, ensure_ascii=False)}" for key, text in meta.items() if text)
    return "\n".join(("---", *lines, "---", "", f"> {caveat(copy.site, copy.language, copy.url)}"))


def _body(copy: _Copy) -> str:
    alone = {link.line for link in lone_links(copy.source)}
    first = copy.source.front_matter_end + 1
    # Of a comment, the line breaks stay: cards are found by line number.
    body = COMMENT.sub(lambda comment: "\n" * comment[0].count("\n"), copy.source.body)
    return "\n".join(_plain_lines(body.split("\n"), first, alone, copy))


def _plain_lines(lines: list[str], first: int, alone: set[int], copy: _Copy) -> Iterator[str]:
    """The lines of a body as plain Markdown; an admonition becomes a quotation.

    `first` is the line of the first one in its file; `alone` are those with nothing but a card or a
    drawing.
    """
    is_quoted = False
    numbered = list(enumerate(lines, start=first))
    text_lines = {number for number, line in without_fences(numbered)[2] if HIDDEN not in line}
    for number, line in numbered:
        is_code = number not in text_lines
        title = None if is_code else ADMONITION.fullmatch(line)
        is_inside = is_quoted and not title and (line.startswith(INDENT) or not line.strip())
        if is_quoted and not is_inside:
            yield ""
        is_quoted = bool(title) or is_inside
        if title:
            yield f"> **{_inline(copy, title['title'] or '')}**"
        elif is_code or not HTML_LINE.fullmatch(line):
            text = line.removeprefix(INDENT) if is_inside else line
            if not is_code:
                text = _lone(text, copy) if number in alone else _inline(copy, text)
            if text.strip() or not line.strip():
                yield (
                    "\n".join(f"> {each}".rstrip() for each in text.split("\n"))
                    if is_inside
                    else text
                )


def _lone(line: str, copy: _Copy) -> str:
    """Markdown for a line that is nothing but a card or a drawing."""
    link = TYPED_LINK.search(line)
    data = copy.site.data
    if link and link["scheme"] == "contact" and (contact := data.contacts.get(link["id"])):
        return _card(contact, copy)
    if link and link["scheme"] == "drawing" and (drawing := data.drawings.get(link["id"])):
        said = drawing.text.text(copy.order) if drawing.text else ""
        return f"**{link['text']}**\n\n{said.strip()}".replace("\n", "\n\n")
    return _inline(copy, line)


def _inline(copy: _Copy, line: str) -> str:
    """A line with its typed links resolved, and without attribute lists; code stays as it is."""
    parts = CODE_SPAN.split(line)
    plain = (
        part if place % 2 else _without_own_syntax(copy, part) for place, part in enumerate(parts)
    )
    return "".join(plain)


def _without_own_syntax(copy: _Copy, text: str) -> str:
    """Resolve the links of a text outside of code, and remove its attribute lists."""
    text = PAGE_LINK.sub(partial(_page_link, copy), ATTRIBUTE_LIST.sub("", text))
    return TYPED_LINK.sub(partial(_link, copy), text)


def _page_link(copy: _Copy, link: re.Match[str]) -> str:
    """The target of a link to a page: its copy, or that of its fallback page."""
    folder = posixpath.dirname(copy.page_path)
    page_path = posixpath.normpath(posixpath.join(folder, link["path"]))
    return f"]({copy.link_to(page_path)}{link['anchor']})"


def _link(copy: _Copy, link: re.Match[str]) -> str:
    """A typed link inside a sentence, as its text with a telephone number or a URL."""
    data, text, found = copy.site.data, link["text"], link["id"]
    if link["scheme"] == "contact" and (contact := data.contacts.get(found)):
        numbers = [number.text for number in contact.numbers[:1]]
        shown = numbers if numbers and numbers[0] not in text else []
        return f"{text} ({shown[0]})" if shown else text
    if link["scheme"] == "source" and (source := data.sources.get(found)):
        return f"[{text}]({source.url})"
    if link["scheme"] == "term":
        return f"[{text}]({copy.link_to(GLOSSARY_PAGE)})"
    return text


def _card(contact: Contact, copy: _Copy) -> str:
    lines = [f"**{contact.name.text(copy.order)}**", ""]
    for number in contact.numbers:
        note = f" ({number.note.text(copy.order)})" if number.note else ""
        lines.append(f"- **{number.text}**{note}")
    for name, text in contact.facts.items():
        lines.append(f"- {copy.text(f'contact-{name}')}: {text.text(copy.order)}")
    if contact.page:
        lines.append(f"- {copy.text('contact-page')}: <{contact.page}>")
    lines.append(f"- {copy.text('contact-as-of', date=copy.date(contact.as_of))}")
    if contact.opened:
        lines.append(f"- {copy.text('opened-on', date=copy.date(contact.opened))}")
    return "\n".join(lines)


def _lists(copy: _Copy) -> Iterator[str]:
    """The list that the build appends to the page."""
    wanted, data = copy.source.meta(Key.LIST), copy.site.data
    if wanted == DataList.CONTACTS:
        yield from (_card(contact, copy) for contact in data.contacts.values())
    elif wanted == DataList.GLOSSARY:
        for term in data.terms.values():
            name, meaning = (each.text(copy.order) for each in (term.term, term.meaning))
            yield f"- **{name}**: {meaning}"
    elif wanted == DataList.CHANGES:
        for each in all_changes(copy.site, copy.language):
            shown = copy.site.shown(each.page_path, copy.language)
            title = shown.meta(Key.TITLE) if shown else each.page_path
            text = each.change.texts.text(copy.order)
            day = each.change.day.isoformat()
            yield f"- {day} [{title}]({copy.link_to(each.page_path)}): {text}"


def _foot(copy: _Copy) -> Iterator[str]:
    """Cited sources, the day of the review, and what changed."""
    sources = [copy.site.data.sources[i] for i in cited(copy.source) if i in copy.site.data.sources]
    if sources:
        yield f"## {copy.text('sources-title')}"
        yield "\n".join(
            f"- [{each.title.text(copy.order)}]({each.url}), {each.issuer.text(copy.order)}. "
            f"{copy.text('source-read', date=copy.date(each.as_of))}"
            + (f" {copy.text('opened-on', date=copy.date(each.opened))}" if each.opened else "")
            for each in sources
        )
    if reviewed := copy.source.meta(Key.REVIEWED):
        yield copy.text("page-reviewed", date=copy.date(reviewed))
    if changes := page_changes(copy.site, copy.page_path, copy.language):
        yield f"## {copy.text('changes-title')}"
        yield "\n".join(
            f"- {each.change.day.isoformat()}: {each.change.texts.text(copy.order)}"
            for each in changes
        )
