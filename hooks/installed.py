"""Door: the site as an app: a manifest for each language."""

from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.utils import write_file

from knowledge.publish.web_manifest import AppNames, web_manifest
from knowledge.site.published_names import MANIFEST
from shown_page import site_of, tree_language
from this_build import language_folders, site_title


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """Tell templates where the manifest of the language is."""
    env.globals["web_manifest"] = language_folders(config)[tree_language(config)] + MANIFEST


def on_post_build(config: MkDocsConfig) -> None:
    """Write the manifest of the language that was built."""
    language = tree_language(config)
    folder = language_folders(config)[language]
    names = AppNames(
        name=site_title(config),
        short=site_of(config).data.names.short_in(language, config.site_name),
        description=config.site_description or "",
    )
    manifest = web_manifest(language, folder, names)
    write_file(manifest.encode(), str(Path(config.site_dir, folder, MANIFEST)))
