"""One search index for each language.

Answers: which entries of the index that all languages share belong to one of them, as its own pages
name them?
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

SEARCH_INDEX = "search/search_index.json"
"""Where Material looks for it, from the folder of a language."""


def divided(index: str, folders: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The index of each folder: path from the site's root, and JSON.

    Args:
        index: the shared index, whose locations count from the site's root.
        folders: the folders of the languages, `en/`, that of the default language being empty.
    """
    shared = json.loads(index)
    prefixes = [folder for folder in folders if folder]
    for folder in ("", *prefixes):
        entries = [
            entry | {"location": entry["location"].removeprefix(folder)}
            for entry in shared["docs"]
            if _folder_of(entry["location"], prefixes) == folder
        ]
        own = json.dumps(shared | {"docs": entries}, ensure_ascii=False, separators=(",", ":"))
        yield folder + SEARCH_INDEX, own


def _folder_of(location: str, prefixes: Iterable[str]) -> str:
    return next((prefix for prefix in prefixes if location.startswith(prefix)), "")
