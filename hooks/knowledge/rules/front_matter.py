"""Whether what a source opens is closed: its front matter and its code fences.

Answers: is the block between the first two `---` closed, YAML, and a list of keys and values; and
is every code fence closed? Which keys a page needs is not asked here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge import yaml_tree
from knowledge.finding import Finding
from knowledge.site.site import Site

# What mkdocs takes for front matter without `---` (mkdocs 1.6.1, utils/meta.py).
LATE = re.compile(r"\s+---[ ]*\n[A-Za-z0-9_-]+:")
REQUIRED = ("title", "description")
"""What search engines and the list of results show of a page."""
BARE_KEY = re.compile(r"[ ]{0,3}[A-Za-z0-9_-]+:")


def unclosed_front_matter(site: Site) -> Iterator[Finding]:
    """SR006: `---` on the first line, and no second one; or keys without any `---`."""
    for source in site.sources.values():
        if source.front_matter_end == -1:
            yield Finding(
                source.path,
                1,
                "SR006",
                "the front matter begins here and is never closed",
                "Add a line '---' behind its last key",
            )
        elif source.front_matter_end == 0 and LATE.match(source.body):
            yield Finding(
                source.path,
                1,
                "SR006",
                "the front matter does not begin on this line, so it is published as text",
                "Delete the empty lines above the first '---'",
            )
        elif source.front_matter_end == 0 and BARE_KEY.match(source.body):
            yield Finding(
                source.path,
                1,
                "SR006",
                "the build takes this line for front matter and leaves it out of the page",
                "Put '---' on the lines before and behind the keys, or begin with the heading",
            )


def unreadable_front_matter(site: Site) -> Iterator[Finding]:
    """SR007: what stands between the `---` is no YAML, or no keys and values."""
    for source in site.sources.values():
        if isinstance(source.front_matter, yaml_tree.Fault):
            yield Finding(
                source.path,
                source.front_matter.line,
                "SR007",
                f"the front matter is not plain YAML: {source.front_matter.problem}",
                "Write 'key: value'; put the value in quotes if it holds ': ', '#' or a quote",
            )
        elif source.front_matter is not None and not isinstance(
            source.front_matter, yaml_tree.Mapping
        ):
            yield Finding(
                source.path,
                2,
                "SR007",
                "the front matter holds no keys",
                "Write 'title: ...' and the other keys, or delete both '---'",
            )


def incomplete_front_matter(site: Site) -> Iterator[Finding]:
    """SR010: a page without title or description, or with a key twice."""
    for source in site.sources.values():
        front_matter = source.front_matter
        if not source.is_readable or source.excess:
            continue
        pairs = front_matter.pairs if isinstance(front_matter, yaml_tree.Mapping) else ()
        first_lines: dict[str, int] = {}
        for pair in pairs:
            if pair.key in first_lines:
                yield Finding(
                    source.path,
                    pair.line,
                    "SR010",
                    f"the key '{pair.key}' stands on line {first_lines[pair.key]} already",
                    "Keep one of them",
                )
            first_lines.setdefault(pair.key, pair.line)
        for key in REQUIRED if site.languages.of(source.path) else ():
            if not source.meta(key).strip() and not source.misspells(key):
                yield Finding(
                    source.path,
                    first_lines.get(key, 1),
                    "SR010",
                    f"'{key}' is empty, or no plain text"
                    if key in first_lines
                    else f"the front matter has no '{key}:'",
                    f"Write '{key}: ...' between the two '---' at the top of the file",
                )


def open_fences(site: Site) -> Iterator[Finding]:
    """SR008: a code fence that nothing closes."""
    for source in site.sources.values():
        for fence in source.open_fences:
            yield Finding(
                source.path,
                fence.line,
                "SR008",
                f"the code fence '{fence.fence}' is never closed, so what follows is not code",
                f"Add a line '{fence.fence}', indented like this one, behind the code",
            )
