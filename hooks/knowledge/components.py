"""The HTML of our components, from the templates in `overrides/components`.

Answers: how does a contact card, a citation, a notice or a redirect page look? One file per
component; its style sheet has the same name. Values are escaped. In these files an indented line
continues the line above it: directly where it begins with a tag, after a space where it begins
with text, so that HTML can be laid out for reading and no space gets into the page.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.ext import Extension
from markupsafe import Markup

from knowledge.writing_systems import dir_attribute

FOLDER = "components"
"""Inside the theme's custom folder."""
END_OF_BLOCK = re.compile(r"^([ \t].*)\n(?=\{% end)", re.MULTILINE)
BEFORE_TAG = re.compile(r"\n[ \t]+(?=[<{])")
BEFORE_TEXT = re.compile(r"\n[ \t]+")


class Components:
    """The templates of a folder, compiled once, and again after a change."""

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
        """What a macro of a component makes of values.

        Args:
            component: the name of the file, without its ending.
            macro: one of the macros in it.
            values: the arguments of the macro.
        """
        template = self._templates.get_template(f"{component}.html")
        return Markup(getattr(template.module, macro)(**values))

    def page(self, component: str, **values: object) -> str:
        """What a template of a whole page makes of values."""
        return self._templates.get_template(f"{component}.html").render(values)


class _JoinedLines(Extension):
    """Joins each indented line to the one above."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        joined = BEFORE_TAG.sub("", END_OF_BLOCK.sub(r"\1", source))
        return BEFORE_TEXT.sub(" ", joined)


@lru_cache(maxsize=4)
def components_in(theme_folder: Path) -> Components:
    """The components of a theme's custom folder, the same object at each call."""
    return Components(theme_folder / FOLDER)
