"""A text with its translations.

Answers: does a text exist in every required language, and which one does a reader get? A partial
language without a text falls back to another language.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from knowledge import yaml_tree
from knowledge.data.reader import DUPLICATE, MISSING, UNKNOWN, WRONG_TYPE, Field, FieldType, Reader


class ShownText(NamedTuple):
    """A text that a reader gets, and the code of its language."""

    text: str
    language: str


@dataclass(frozen=True, slots=True)
class Texts:
    """A text in every language, in the order written."""

    texts: tuple[tuple[str, str], ...]
    """Pairs of language and text."""

    def shown(self, order: Sequence[str]) -> ShownText:
        """The text in the first language of an order that has one; else the first text."""
        texts = dict(self.texts)
        found = (ShownText(texts[code], code) for code in order if code in texts)
        return next(found, ShownText(*reversed(self.texts[0])))

    def text(self, order: Sequence[str]) -> str:
        """The text of `shown` alone, where no `lang` can be set: in an attribute, in an index."""
        return self.shown(order).text

    def has(self, language: str) -> bool:
        """Whether there is a text in a language."""
        return any(code == language for code, _ in self.texts)

    def others(self, language: str) -> tuple[tuple[str, str], ...]:
        """The (language, text) pairs of the other languages."""
        return tuple((code, text) for code, text in self.texts if code != language)


@dataclass(frozen=True, slots=True)
class InEveryLanguage(FieldType):
    """Type of a field with a text in every language."""

    is_in_partial: bool = False
    """Whether it is required in a partial language too, because it must not fall back."""
    label = "a text in every language"

    def read(self, field: Field, pair: yaml_tree.Pair, reader: Reader) -> Texts | None:
        """The texts that are there, even if others are missing or invalid."""
        name, texts = field.name, pair.value
        if not isinstance(texts, yaml_tree.Mapping):
            example = ", ".join(f"'{language}:'" for language in reader.complete)
            fact = f"'{name}' is not a text in every language"
            remedy = f"Write {example} below it, each with its text"
            reader.report(pair.line, WRONG_TYPE, fact, remedy)
            return None
        seen: set[str] = set()
        for text in texts.pairs:
            if text.key not in reader.languages and _is_cut_off(text, texts):
                fact = f"a comma ends the text before '{text.key}'"
                reader.report(text.line, UNKNOWN, fact, "Put the whole text in quotes")
            else:
                _check(name, text, seen, reader)
            seen.add(text.key)
        # An unknown language is probably a misspelled one, so its text is not missing.
        is_meant = any(each not in reader.languages for each in seen)
        needed = reader.languages if self.is_in_partial else reader.complete
        for language in needed if not is_meant else ():
            found = texts.get(language)
            if found is None or (isinstance(found, yaml_tree.Scalar) and not found.text.strip()):
                fact = f"'{name}' has no text in '{language}'"
                remedy = f"Add '{language}:' with the text below '{name}:'"
                reader.report(pair.line, MISSING, fact, remedy)
        return texts_of(texts)

    def schema(self, languages: tuple[str, ...]) -> Mapping[str, object]:
        """A reference to the shared definition that json_schema.py adds to each file."""
        return {"$ref": "#/$defs/texts"}


TEXTS = InEveryLanguage()
TEXTS_OF_ALL = InEveryLanguage(is_in_partial=True)


def texts_of(value: yaml_tree.Tree) -> Texts | None:
    """Read texts from a mapping of language to text; None if it has none."""
    pairs = yaml_tree.pairs_of(value)
    texts = tuple((p.key, p.value.text) for p in pairs if isinstance(p.value, yaml_tree.Scalar))
    return Texts(texts) if texts else None


def _is_cut_off(text: yaml_tree.Pair, texts: yaml_tree.Mapping) -> bool:
    """Whether a key is the rest of an unquoted text with a comma: `{en: Stop, now}`."""
    is_empty = isinstance(text.value, yaml_tree.Scalar) and not text.value.text
    return is_empty and any(each.line == text.line and each is not text for each in texts.pairs)


def _check(name: str, text: yaml_tree.Pair, seen: set[str], reader: Reader) -> None:
    """Report a text whose language is repeated or unknown, or that is not a scalar."""
    if text.key in seen:
        fact = f"'{text.key}' stands twice under '{name}'"
        reader.report(text.line, DUPLICATE, fact, "Keep one of them")
    elif text.key not in reader.languages:
        fact = f"'{text.key}' is no language of this site"
        remedy = f"Use one of: {', '.join(reader.languages)}"
        reader.report(text.line, UNKNOWN, fact, remedy)
    elif not isinstance(text.value, yaml_tree.Scalar):
        fact = f"'{name}' in '{text.key}' is not a text"
        remedy = "Put the text on this line, in quotes if it holds ': ', '#' or a bracket"
        reader.report(text.line, WRONG_TYPE, fact, remedy)
