"""The files that only programs read: feeds, contacts as JSON, Markdown copies and `llms.txt`.

Answers: which of them are written, and which page is listed in `llms.txt`? They are neither in the
offline copy nor in the precache: `FILES_BESIDE_PAGES` of published_names.py has their names.
"""

from collections.abc import Iterator

from knowledge.markdown.front_matter import Key
from knowledge.publish.contacts_json import contact_files
from knowledge.publish.feed import feed
from knowledge.publish.markdown_copies import caveat, copy_path, markdown_copies
from knowledge.publish.publish_context import PublishContext
from knowledge.site.mkdocs_yml import DESCRIPTION, NAME
from knowledge.site.published_names import FEED, LLMS
from knowledge.site.site_names import setting


def files_for_programs(context: PublishContext) -> Iterator[tuple[str, str]]:
    """The files: path from the site's root, and content."""
    for language, folder in context.folders.items():
        if text := feed(context, language):
            yield folder + FEED, text
    yield from contact_files(context)
    yield from markdown_copies(context)
    yield llms_file(context)


def llms_file(context: PublishContext) -> tuple[str, str]:
    """The name and the content of the list of all copies, in every language.

    Source: llmstxt.org: a title, a quoted summary, and lists of links with descriptions.
    """
    site = context.site
    lines: list[str] = []
    for language in context.folders:
        name = setting(site, NAME, language, context.site_name).text
        summary = caveat(site, language, context.site_url)
        lines += ["" if lines else f"# {name}", "", f"> {summary}", ""]
        lines += [f"## {site.languages[language].name or language}", ""]
        if about := setting(site, DESCRIPTION, language, "").text:
            lines += [about, ""]
        for source in site.in_language(language):
            page_path = site.languages.page_path(source.path)
            if site.languages.is_for_readers(source.path):
                url = context.site_url + copy_path(site, page_path, language)
                title, about = source.meta(Key.TITLE), source.meta(Key.DESCRIPTION)
                lines.append(f"- [{title}]({url}): {about}")
    return LLMS, "\n".join(lines).replace("\n\n\n", "\n\n") + "\n"
