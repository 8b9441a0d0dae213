"""Door: what the build says about itself: its moment, the page of a wrong address."""

import logging
import os
from pathlib import Path
from typing import cast

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.utils import write_file
from mkdocs_static_i18n.plugin import I18n

from knowledge.clock import VARIABLE, build_moment
from knowledge.site import loaded

log = logging.getLogger("mkdocs.hooks.publish")


def on_config(config: MkDocsConfig) -> None:
    """Take the moment of the build, so that a commit always builds the same bytes."""
    moment = build_moment(Path(config.config_file_path).parent, os.environ)
    if moment.origin == "clock":
        log.info("No commit gives this build its time, so it is the clock's.")
    os.environ[VARIABLE] = str(moment.seconds)


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """Give templates the words of the interface."""
    interface = loaded(Path(config.config_file_path).parent).data.interface
    env.globals["interface_text"] = interface.text


def on_post_template(output: str, template_name: str, config: MkDocsConfig) -> str:
    """Keep one 404 page for each language; mkdocs alone keeps that of the last one."""
    i18n = cast(I18n, config.plugins["i18n"])
    if template_name != "404.html" or i18n.is_default_language_build:
        return output
    write_file(output.encode(), str(Path(config.site_dir, i18n.current_language, "404.html")))
    return ""
