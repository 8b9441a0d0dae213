"""What the finished pages of this build may do, and where they lead."""

import logging
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig

from knowledge.publish.dead_links import dead_links
from knowledge.publish.page_check import Allowed, allowed_by
from knowledge.publish.site_files import StoredFiles
from shown_page import site_of

log = logging.getLogger("mkdocs.hooks.release")


def allowed(config: MkDocsConfig) -> Allowed:
    """What pages may run, call and open."""
    templates = Path(str(config.theme.custom_dir)).rglob("*.html")
    settings = (config.site_url, config.repo_url, config.copyright)
    return allowed_by(
        site_of(config).data,
        (template.read_text("utf-8") for template in sorted(templates)),
        (str(each) for each in settings if each),
    )


def say_dead_links(config: MkDocsConfig, folders: Mapping[str, str]) -> None:
    """Warn of links to nothing, where every language is built: a strict build ends with them.

    Args:
        config: of the build.
        folders: of each language that was built, from the site's root.
    """
    if set(folders) == set(site_of(config).languages.codes):
        root = urlsplit(config.site_url or "").path or "/"
        for path, target in dead_links(StoredFiles(Path(config.site_dir)), root):
            log.warning("%s: the link '%s' leads to nothing that was built", path, target)
