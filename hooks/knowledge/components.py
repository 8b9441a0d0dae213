"""Render the HTML components in `overrides/components` with Jinja.

Answers: what is the HTML of a contact card, a citation, a notice or a redirect page? One file per
component; its stylesheet has the same name. Values are escaped. In these files an indented line is
joined to the line above it, without a space before a tag and with one before text, so that
templates can be indented without adding white space to the page.
"""

import re
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.ext import Extension
from markupsafe import Markup

from knowledge.writing_systems import dir_attribute

FOLDER = "components"
"""Folder of the components inside the theme's custom_dir."""
END_OF_BLOCK = re.compile(r"^([ \t].*)\n(?=\{% end)", re.MULTILINE)
BEFORE_TAG = re.compile(r"\n[ \t]+(?=[<{])")
BEFORE_TEXT = re.compile(r"\n[ \t]+")


class Components:
    """The templates of a folder, compiled once and again when a file changes."""

    def __init__(self, folder: Path) -> None:
        self._templates = Environment(
            loader=FileSystemLoader(folder),
            autoescape=True,
            extensions=[_JoinedLines],
            undefined=StrictUndefined,
            trim_blocks=True,
            keep_trailing_newline=True,
        )
        self._templates.globals["dir_attribute"] = lambda *each: Markup(dir_attribute(*each))

    def html(self, component: str, macro: str, **values: object) -> Markup:
        """Render a macro of a component, which is named as its file without `.html`."""
        template = self._templates.get_template(f"{component}.html")
        return Markup(getattr(template.module, macro)(**values))

    def page(self, component: str, **values: object) -> str:
        """Render a component that is a whole page, named as its file without `.html`."""
        return self._templates.get_template(f"{component}.html").render(values)


class _JoinedLines(Extension):
    """Joins each indented line to the one above."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        joined = BEFORE_TAG.sub("", END_OF_BLOCK.sub(r"\1", source))
        return BEFORE_TEXT.sub(" ", joined)


@lru_cache(maxsize=4)
def components_in(theme_folder: Path) -> Components:
    """The components below a theme's custom_dir, cached by folder."""
    return Components(theme_folder / FOLDER)
