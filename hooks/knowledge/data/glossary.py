"""glossary.yml: the terms that the glossary explains.

Answers: which fields does a term have?
"""

from dataclasses import dataclass
from typing import Annotated

from knowledge.data.field_types import KANA, Id, flag
from knowledge.data.reader import Field
from knowledge.data.texts import TEXTS, Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A word that the glossary explains."""

    id: Id
    term: Annotated[Texts, Field(TEXTS, "The word; the official one where there is one.")]
    reading: Annotated[str, Field(KANA, "The Japanese word in kana.")]
    meaning: Annotated[Texts, Field(TEXTS, "One plain sentence.")]
    is_hard: Annotated[
        bool,
        Field(
            flag("true", true="true"),
            "Whether its first use ought to be linked.",
            name="hard",
        ),
    ] = False
    line: int
    """1-based line of the entry in glossary.yml."""
