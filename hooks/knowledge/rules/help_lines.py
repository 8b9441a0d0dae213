"""Check the help lines of site.yml, whose languages few reviewers read.

Answers: is a line in the letters of its language, once, and for a language that the site lacks?
"""

from __future__ import annotations

import re

from knowledge.data.yaml_files import DATA
from knowledge.rules.rule import PlacedFaults, site_rule
from knowledge.site.site import Site
from knowledge.writing_systems import is_in, of_language

FILE = f"{DATA}/site.yml"
LETTER = re.compile(r"[^\W\d_]")


@site_rule("DA011", "wrong-help-line")
def wrong_help_lines(site: Site) -> PlacedFaults:
    """A help line in other letters, for a language that has a line, or that has all pages."""
    languages: set[str] = set()
    for line in site.data.help_lines:
        if any(is_in(line.language, code) for code in site.languages.complete):
            fact = f"the pages are in '{line.language}' themselves"
            yield FILE, line.line, fact, "Take the line out, and write whom to call on the pages"
        if line.language in languages:
            fact = f"'{line.language}' has a line already"
            yield FILE, line.line, fact, "Keep one line for each language"
        languages.add(line.language)
        own = of_language(line.language).letters
        letters = LETTER.findall(line.words)
        if own and 2 * len(re.findall(f"[{own}]", line.words)) < len(letters):
            fact = f"'{line.words}' is not in the letters of '{line.language}'"
            yield FILE, line.line, fact, "Write it in that language, as the office itself does"
