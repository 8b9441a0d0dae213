"""The structured data of a page for search engines, as JSON-LD.

Answers: what are a page's title, language, date, breadcrumb and, for the glossary, defined terms?
Vocabulary: schema.org; only the types that search engines still use.
"""

import json
from collections.abc import Mapping

from knowledge.markdown.source import Source
from knowledge.site.site import Site
from knowledge.site.typed_links import GLOSSARY_PAGE

CONTEXT = "https://schema.org"
Thing = Mapping[str, object]


def structured_data(
    site: Site, source: Source, url: str, home: tuple[str, str], modified: str
) -> str:
    """The JSON-LD of a page, escaped for a script element.

    `home` is title and URL of its language's home page; `modified` is YYYY-MM-DD, or empty.
    """
    language = site.language_of(source)
    title = source.meta("title") or home[0]
    page: dict[str, object] = {
        "@context": CONTEXT,
        "@type": "WebPage",
        "@id": url,
        "url": url,
        "name": title,
        "description": source.meta("description"),
        "inLanguage": site.languages.tag(language),
        "isPartOf": {"@type": "WebSite", "name": home[0], "url": home[1]},
    }
    if modified:
        page["dateModified"] = modified
    if url != home[1]:
        page["breadcrumb"] = _breadcrumb(home, (title, url))
    things: list[Thing] = [page]
    if site.languages.page_path(source.path) == GLOSSARY_PAGE:
        things += _terms(site, language, url)
    # "</script" inside a string would end the script element.
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
    order = site.languages.order(language)
    return [
        {
            "@context": CONTEXT,
            "@type": "DefinedTerm",
            "@id": f"{url}#{term.id}",
            "name": term.term.text(order),
            "description": term.meaning.text(order),
            "inLanguage": site.languages.tag(term.term.shown(order).language),
            "inDefinedTermSet": url,
        }
        for term in site.data.terms.values()
    ]
