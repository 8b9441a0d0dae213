"""Door: the finished pages: their policy, the copy to read from disk, what a browser keeps."""

from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.utils import write_file

from knowledge.assets import SCRIPTS
from knowledge.assets import WORKER as WORKER_SOURCE
from knowledge.built_page_check import Allowed, allowed_by
from knowledge.dates import shown_date
from knowledge.offline_copy import NAME, Copy
from knowledge.precache import WORKER
from knowledge.release import released
from knowledge.stored_files import StoredFiles
from shown_page import site_of, tree_language
from this_build import is_preview, is_whole, language_folders, language_names


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """Tell templates what there is to offer, and of which day it is."""
    site, language = site_of(config), tree_language(config)
    env.globals["is_preview"] = is_preview()
    env.globals["offline_copy"], env.globals["worker"] = NAME, WORKER
    env.globals["built_on"] = shown_date(site.today.isoformat(), language, site.data.interface)


def _allowed(config: MkDocsConfig) -> Allowed:
    templates = Path(str(config.theme.custom_dir)).rglob("*.html")
    settings = (config.site_url, config.repo_url, config.copyright)
    return allowed_by(
        site_of(config).data,
        (template.read_text("utf-8") for template in sorted(templates)),
        (str(each) for each in settings if each),
    )


@event_priority(-300)
def on_post_build(config: MkDocsConfig) -> None:
    """Finish the pages, once all are there; live reload would not get past their policy."""
    if not is_whole(config) or is_preview():
        return
    folder = Path(config.site_dir)
    source = Path(str(config.theme.custom_dir), SCRIPTS, WORKER_SOURCE).read_text("utf-8")
    copy = Copy(
        site=site_of(config),
        site_url=config.site_url or "",
        folders=language_folders(config),
        names=language_names(config),
    )
    try:
        for path, content in released(StoredFiles(folder), copy, source, _allowed(config)):
            write_file(content, str(folder / path))
    except ValueError as error:
        raise PluginError(str(error)) from error
