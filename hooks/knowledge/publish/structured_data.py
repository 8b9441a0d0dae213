"""What a page tells search engines about itself, as JSON-LD.

Answers: what kind of page is it, when did it change, where is it, which words does it define?
Vocabulary: schema.org; only what search engines still read.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from knowledge.markdown.source import Source
from knowledge.site.site import Site
from knowledge.site.typed_links import GLOSSARY_PAGE

CONTEXT = "https://schema.org"
STRUCTURED_DATA = "structured_data"
"""The name by which the template knows it."""
Thing = Mapping[str, object]


def structured_data(
    site: Site, source: Source, url: str, home: tuple[str, str], modified: str
) -> str:
    """The JSON-LD of a page, safe inside a script element.

    Args:
        site: whose terms.
        source: of the page.
        url: its canonical address.
        home: name and address of the first page of its language.
        modified: the day it last changed, YYYY-MM-DD; empty where nobody knows.
    """
    language = site.languages.of(source.path) or site.languages.default
    title = source.meta("title") or home[0]
    page: dict[str, object] = {
        "@context": CONTEXT,
        "@type": "WebPage",
        "@id": url,
        "url": url,
        "name": title,
        "description": source.meta("description"),
        "inLanguage": language,
        "isPartOf": {"@type": "WebSite", "name": home[0], "url": home[1]},
    }
    if modified:
        page["dateModified"] = modified
    if url != home[1]:
        page["breadcrumb"] = _breadcrumb(home, (title, url))
    things: list[Thing] = [page]
    if site.languages.page_path(source.path) == GLOSSARY_PAGE:
        things += _terms(site, language, url)
    # "<" could end the script element.
    return json.dumps(things, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _breadcrumb(*steps: tuple[str, str]) -> Thing:
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": name, "item": url}
            for position, (name, url) in enumerate(steps, start=1)
        ],
    }


def _terms(site: Site, language: str, url: str) -> list[Thing]:
    return [
        {
            "@context": CONTEXT,
            "@type": "DefinedTerm",
            "@id": f"{url}#{term.id}",
            "name": term.term.in_language(language),
            "description": term.meaning.in_language(language),
            "inLanguage": language,
            "inDefinedTermSet": url,
        }
        for term in site.data.terms.values()
    ]
