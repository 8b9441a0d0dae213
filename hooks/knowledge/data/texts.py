"""One text in every language.

Answers: how does this read in a language? Falls back to the first text where a partial translation
has none yet.
"""

from __future__ import annotations

from dataclasses import dataclass

from knowledge import yaml_tree


@dataclass(frozen=True, slots=True)
class Words:
    """A text in every language, in the order written."""

    texts: tuple[tuple[str, str], ...]
    """Pairs of language and text."""

    def in_language(self, language: str) -> str:
        """The text in a language, or else the first one written."""
        return dict(self.texts).get(language, self.texts[0][1])

    def has(self, language: str) -> bool:
        """Whether there is a text in a language."""
        return any(code == language for code, _ in self.texts)

    def others(self, language: str) -> tuple[tuple[str, str], ...]:
        """The text in every other language."""
        return tuple((code, text) for code, text in self.texts if code != language)


def words_of(value: yaml_tree.Tree | None) -> Words | None:
    """The texts of a mapping of languages; None where there are none."""
    pairs = value.pairs if isinstance(value, yaml_tree.Mapping) else ()
    texts = tuple((p.key, p.value.text) for p in pairs if isinstance(p.value, yaml_tree.Scalar))
    return Words(texts) if texts else None
