"""Check that the texts in docs/_data are in the letters of their language.

Answers: does a text stand under the key of another language? Names, which are the same in several
languages, and single words may be in any letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge import yaml_tree
from knowledge.data.yaml_files import DATA
from knowledge.rules.rule import PlacedFaults, site_rule
from knowledge.site.site import Site
from knowledge.writing_systems import of_language

LETTER = re.compile(r"[^\W\d_]")


@site_rule("DA012", "foreign-letters")
def foreign_letters(site: Site) -> PlacedFaults:
    """A text of several words without a letter of its language."""
    for name, tree in site.data.trees.items():
        for pairs in _translations(tree, frozenset(site.languages.codes)):
            texts = [pair.value.text for pair in pairs if isinstance(pair.value, yaml_tree.Scalar)]
            for pair in pairs:
                text = pair.value.text if isinstance(pair.value, yaml_tree.Scalar) else ""
                is_name = texts.count(text) > 1
                if not is_name and len(text.split()) > 1 and _is_foreign(text, site, pair.key):
                    fact = f"'{text}' has no letter of '{pair.key}'"
                    yield f"{DATA}/{name}", pair.line, fact, "Write it in that language"


def share_of_own_letters(text: str, tag: str) -> float:
    """The share of the letters of a text, 0 to 1, that its language has; 1 if it has no letters.

    Args:
        text: plain.
        tag: of the language, BCP 47; a language whose letters are unknown has all of them.
    """
    own, letters = of_language(tag).letters, LETTER.findall(text)
    return len(re.findall(f"[{own}]", text)) / len(letters) if own and letters else 1.0


def _is_foreign(text: str, site: Site, language: str) -> bool:
    return share_of_own_letters(text, site.languages.tag(language)) == 0


def _translations(
    tree: yaml_tree.Tree | None, languages: frozenset[str]
) -> Iterator[tuple[yaml_tree.Pair, ...]]:
    """The pairs of each mapping below a value whose keys are languages."""
    if isinstance(tree, yaml_tree.Sequence):
        for item in tree.items:
            yield from _translations(item, languages)
    elif isinstance(tree, yaml_tree.Mapping):
        if tree.pairs and all(pair.key in languages for pair in tree.pairs):
            yield tuple(tree.pairs)
        for pair in tree.pairs:
            yield from _translations(pair.value, languages)
