"""Door: what the build says about itself: its moment, its notices, the page of a wrong address."""

import logging
import os
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils import write_file

from knowledge.publish.urls import social_card
from knowledge.render.page_notices import with_notice
from knowledge.site.build_time import VARIABLE, build_moment
from shown_page import original_of, site_of, source_of, tree_language, view_of
from this_build import site_title

log = logging.getLogger("mkdocs.hooks.publish")


def on_config(config: MkDocsConfig) -> None:
    """Take the moment of the build, so that a commit always builds the same bytes."""
    moment = build_moment(Path(config.config_file_path).parent, os.environ)
    if (given := os.environ.get(VARIABLE)) and moment.origin != "environment":
        log.warning("%s=%s is no whole number of seconds from 1980 to 2106", VARIABLE, given)
    if moment.origin == "clock":
        log.info("No commit gives this build its time, so it is the clock's.")
    os.environ[VARIABLE] = str(moment.seconds)
    if not config.repo_url:  # mkdocs 1.6.1 warns of an edit link that is relative
        config.edit_uri = ""


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """Give templates the words of the interface, and where mistakes are reported."""
    env.globals["tree_language"] = tree_language(config)
    env.globals["interface_text"] = site_of(config).data.interface.text
    env.globals["report_address"] = site_of(config).data.report
    env.globals["site_title"] = site_title(config)
    card = social_card(site_of(config), tree_language(config))
    env.globals["social_card"] = card and f"{config.site_url}{card}"
    env.globals["languages"] = site_of(config).languages


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Say what readers should know of the page."""
    view = view_of(page, config)
    return with_notice(html, source_of(page, config), original_of(page, config), view)


def on_post_template(output: str, template_name: str, config: MkDocsConfig) -> str:
    """Keep one 404 page for each language; mkdocs alone keeps that of the last one."""
    language = tree_language(config)
    if template_name != "404.html" or language == site_of(config).languages.default:
        return output
    write_file(output.encode(), str(Path(config.site_dir, language, "404.html")))
    return ""
