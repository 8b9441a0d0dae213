"""The licence of the texts and data, as `copyright` in mkdocs.yml names it.

Answers: under which licence may others use what the site says, and where is its text?
"""

import re
from dataclasses import dataclass

from markupsafe import Markup

from knowledge import yaml_tree

HREF = re.compile(r'\bhref="([^"]+)"')


@dataclass(frozen=True, slots=True)
class Licence:
    """The licence; name and URL are empty if mkdocs.yml has none."""

    name: str
    """`CC BY 4.0`."""
    url: str


def licence_of(configuration: yaml_tree.Tree) -> Licence:
    """Read the licence from mkdocs.yml: the text and the first link of `copyright`."""
    html = yaml_tree.text_of(configuration, "copyright")
    link = HREF.search(html)
    return Licence(Markup(html).striptags(), Markup(link[1]).unescape() if link else "")
