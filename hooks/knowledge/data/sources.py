"""sources.yml: the documents that pages cite.

Answers: which fields does a cited source have?
"""

from dataclasses import dataclass
from typing import Annotated

from knowledge.data.field_types import ADDRESS, FIGURES, OPENED, AsOf, Id
from knowledge.data.reader import Field
from knowledge.data.texts import TEXTS, Texts


@dataclass(frozen=True, slots=True)
class CitedSource:
    """A document that pages cite."""

    id: Id
    title: Annotated[Texts, Field(TEXTS, "The official title, or else our rendering of it.")]
    issuer: Annotated[Texts, Field(TEXTS, "Who published it.")]
    url: Annotated[str, Field(ADDRESS, "Where the document can be read.")]
    as_of: AsOf
    opened: Annotated[str, Field(OPENED, "The day somebody opened the address; empty until then.")]
    note: Annotated[Texts | None, Field(TEXTS, "What the reader should know about this text.")] = (
        None
    )
    figures: Annotated[
        tuple[str, ...],
        Field(FIGURES, "Its figures that pages may name, as they stand in the default language."),
    ] = ()
    line: int = 0
    """1-based line of the entry in sources.yml."""
