"""Door: the finished pages: their policy, the copy to read from disk, what a browser keeps."""

from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.utils import write_file

from finished_pages import allowed, say_dead_links
from knowledge.data.dates import shown_date
from knowledge.publish.bundles import WORKER as WORKER_SOURCE
from knowledge.publish.offline_zip import Copy
from knowledge.publish.release import released
from knowledge.publish.site_files import StoredFiles
from knowledge.site.published_names import OFFLINE_ZIP, SCRIPTS, SERVICE_WORKER
from shown_page import components_of, site_of, tree_language
from this_build import is_preview, is_whole, language_folders, language_names


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """Tell templates what there is to offer, and of which day it is."""
    site, language = site_of(config), tree_language(config)
    env.globals["is_preview"] = is_preview()
    env.globals["offline_copy"], env.globals["worker"] = OFFLINE_ZIP, SERVICE_WORKER
    env.globals["built_on"] = shown_date(site.today.isoformat(), language, site.data.interface)


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
        components=components_of(config),
    )
    try:
        for path, content in released(StoredFiles(folder), copy, source, allowed(config)):
            write_file(content, str(folder / path))
    except ValueError as error:
        raise PluginError(str(error)) from error
    say_dead_links(config, copy.folders)
