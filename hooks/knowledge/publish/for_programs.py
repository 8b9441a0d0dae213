"""The files that only programs read: feeds, contacts as JSON, Markdown copies and `llms.txt`.

Answers: which of them are written, and which page is listed in `llms.txt`? They are neither in the
offline copy nor in the precache: `FILES_BESIDE_PAGES` of published_names.py has their names.
"""

from collections.abc import Iterable, Iterator, Mapping

from knowledge.markdown.front_matter import Key
from knowledge.publish.contacts_json import contact_files
from knowledge.publish.feed import feed
from knowledge.publish.markdown_copies import caveat, copy_path, markdown_copies
from knowledge.site.mkdocs_yml import DESCRIPTION, NAME
from knowledge.site.published_names import FEED, LLMS
from knowledge.site.site import Site
from knowledge.site.site_names import setting, title


def files_for_programs(
    site: Site, folders: Mapping[str, str], site_url: str, site_name: str
) -> Iterator[tuple[str, str]]:
    """The files: path from the site's root, and content.

    Args:
        site: has the pages and the data.
        folders: of each language that is built, from the site's root; the default's is empty.
        site_url: URL of the published site, with a slash at the end; empty if there is none.
        site_name: name of the site for a language without one of its own.
    """
    for language, folder in folders.items():
        if text := feed(site, language, title(site, language, site_name).text, site_url):
            yield folder + FEED, text
    yield from contact_files(site, site_url)
    yield from markdown_copies(site, folders, site_url)
    yield llms_file(site, folders, site_url, site_name)


def llms_file(
    site: Site, languages: Iterable[str], site_url: str, site_name: str
) -> tuple[str, str]:
    """The name and the content of the list of all copies, in every language.

    Source: llmstxt.org: a title, a quoted summary, and lists of links with descriptions.

    Args:
        site: has the pages.
        languages: codes of the languages that are built, the default one first.
        site_url: URL of the published site, with a slash at the end.
        site_name: name of the site for a language without one of its own.
    """
    lines: list[str] = []
    for language in languages:
        name = setting(site, NAME, language, site_name).text
        lines += ["" if lines else f"# {name}", "", f"> {caveat(site, language, site_url)}", ""]
        lines += [f"## {site.languages[language].name or language}", ""]
        if about := setting(site, DESCRIPTION, language, "").text:
            lines += [about, ""]
        for source in site.in_language(language):
            page_path = site.languages.page_path(source.path)
            if site.languages.is_for_readers(source.path):
                url = site_url + copy_path(site, page_path, language)
                title, about = source.meta(Key.TITLE), source.meta(Key.DESCRIPTION)
                lines.append(f"- [{title}]({url}): {about}")
    return LLMS, "\n".join(lines).replace("\n\n\n", "\n\n") + "\n"
