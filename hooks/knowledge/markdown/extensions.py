"""The Markdown extensions that this package models, with the options that it knows.

Answers: which extensions of mkdocs.yml, and which of their options, make the text that the checks
read the text that readers see? blocks.py, inline.py, fences.py and html_blocks.py
follow them; rules/mkdocs_settings.py rejects any other one.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType

SWITCH = re.compile(r"true|false")
LEVELS = re.compile(r"[1-6](?:-[1-6])?")
EXTENSIONS: Mapping[str, Mapping[str, re.Pattern[str]]] = MappingProxyType(
    {
        "admonition": {},
        "attr_list": {},
        "def_list": {},
        "md_in_html": {},
        "pymdownx.highlight": {"use_pygments": SWITCH},
        "pymdownx.superfences": {},
        "tables": {"use_align_attribute": SWITCH},
        "toc": {"permalink": SWITCH, "toc_depth": LEVELS},
    }
)
"""By name, as mkdocs.yml writes it: the options that change neither how a text is parsed nor which
words are shown, each with its values. Custom fences, another level of headings, or any text as a
permalink would."""
