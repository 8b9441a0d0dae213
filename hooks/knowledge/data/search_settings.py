"""What site.yml says of the search.

Answers: whom does the search offer where it finds nothing, which words say little in a query, and
how much does a page count? Which fields there are is schema.py's.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from knowledge import yaml_tree
from knowledge.data import word_lists
from knowledge.data.values import ID, WEIGHT, WRONG_TYPE
from knowledge.data.yaml_files import EMPTY
from knowledge.finding import Finding
from knowledge.suggestion import did_you_mean

DEFAULT_WEIGHT = 1.0


@dataclass(frozen=True, slots=True)
class PageWeight:
    """How much some pages count in the search."""

    pages: str
    """The beginning of a page's path inside its language; empty for every page."""
    weight: float
    """0 to 2; 0 leaves the pages out."""
    reason: str


@dataclass(frozen=True, slots=True)
class SearchSettings:
    """All that site.yml says of the search."""

    contact: str = ""
    """Id of the contact that is offered where the search finds nothing; empty for none."""
    subjects: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By language, the words that every page is about."""
    weights: tuple[PageWeight, ...] = ()

    def weight_of(self, page_path: str) -> float:
        """How much a page counts, 0 to 2: what the first entry that fits it says, or else 1.

        Args:
            page_path: inside its language, `guide/borrow.md`.
        """
        fitting = (entry.weight for entry in self.weights if page_path.startswith(entry.pages))
        return next(fitting, DEFAULT_WEIGHT)


def unknown_contact(path: str, site: yaml_tree.Tree, known: Collection[str]) -> Iterator[Finding]:
    """A contact to offer that contacts.yml does not have.

    Args:
        path: site.yml, from the repository's root.
        site: all of it.
        known: the ids in contacts.yml, faulty entries included.
    """
    found = _search_of(site).get("contact")
    if isinstance(found, yaml_tree.Scalar) and ID.fullmatch(found.text) and found.text not in known:
        yield Finding(
            path,
            found.line,
            WRONG_TYPE,
            f"there is no '{found.text}' in contacts.yml",
            did_you_mean(found.text, known, "Write the id of an entry there"),
        )


def from_tree(
    site: yaml_tree.Tree, contacts: Collection[str], languages: tuple[str, ...]
) -> SearchSettings:
    """What site.yml says of the search; what has a fault is left out.

    Args:
        site: all of site.yml.
        contacts: the ids of the contacts that have no fault.
        languages: of the site.
    """
    search = _search_of(site)
    contact = search.get("contact")
    subjects = search.get("subjects") or EMPTY
    is_whole = not any(word_lists.faults("", subjects, languages))
    return SearchSettings(
        contact=next(
            (text.text for text in yaml_tree.strings(contact) if text.text in contacts), ""
        ),
        subjects=word_lists.words_by_language(subjects) if is_whole else {},
        weights=tuple(_weights(search.get("weights"))),
    )


def _search_of(site: yaml_tree.Tree) -> yaml_tree.Mapping:
    found = site.get("search") if isinstance(site, yaml_tree.Mapping) else None
    return found if isinstance(found, yaml_tree.Mapping) else yaml_tree.Mapping((), 0)


def _weights(found: yaml_tree.Tree | None) -> Iterator[PageWeight]:
    for entry in found.items if isinstance(found, yaml_tree.Sequence) else ():
        pairs = entry.pairs if isinstance(entry, yaml_tree.Mapping) else ()
        texts = {p.key: p.value.text for p in pairs if isinstance(p.value, yaml_tree.Scalar)}
        is_weight = WEIGHT.fullmatch(texts.get("weight", ""))
        if "pages" in texts and texts.get("reason") and is_weight:
            yield PageWeight(texts["pages"], float(texts["weight"]), texts["reason"])
