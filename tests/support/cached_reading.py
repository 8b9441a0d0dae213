"""Caches for tests that check many sites which differ in one or two files."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

import pytest

from knowledge.data import all_data
from knowledge.rules import (
    characters,
    figure_parity,
    foreign_letters,
    phone_numbers,
    plain_characters,
    repetitions,
    unit_parity,
    unparsed_markdown,
    urls,
)
from knowledge.site import phone_numbers as numbers_in_text
from knowledge.site import site

PURE = (
    (site, "read_source"),
    (all_data, "read_tree"),
    (foreign_letters, "plain"),
    (foreign_letters, "share_of_own_letters"),
    (numbers_in_text, "_plain"),
    (phone_numbers, "long_codes"),
    (phone_numbers, "whole_numbers"),
    (urls, "shown_addresses"),
)
"""Pure functions, called again and again with unchanged texts."""
OF_SOURCE = (
    (characters, "_in_source"),
    (figure_parity, "_figures"),
    (unparsed_markdown, "empty_boxes"),
    (unparsed_markdown, "indented_code"),
    (unparsed_markdown, "with_markup_masked"),
    (unparsed_markdown, "misparsed_blocks"),
    (unparsed_markdown, "repairs"),
    (unparsed_markdown, "stuck_blocks"),
    (plain_characters, "_prose"),
    (repetitions, "_paragraphs"),
    (unit_parity, "_units"),
)
"""Pure functions of a source or a part of one: unchanged files are one object in all sites."""


@contextmanager
def cached_reading() -> Iterator[None]:
    """Cache the results of these functions, and the data of a site by the content of its files."""
    with pytest.MonkeyPatch.context() as patch:
        for module, name in PURE:
            patch.setattr(module, name, _cached(getattr(module, name)))
        for module, name in OF_SOURCE:
            patch.setattr(module, name, _cached_by_identity(getattr(module, name)))
        read = all_data.read

        @cache
        def read_pairs(files, languages, complete, today):
            return read(dict(files), languages, complete, today)

        def read_again(files, languages, complete, today):
            return read_pairs(tuple(files.items()), tuple(languages), tuple(complete), today)

        patch.setattr(site, "read_data", read_again)
        yield


def _cached(function: Callable[..., Any]) -> Callable[..., Any]:
    @cache
    def ask(*arguments):
        return _storable(function(*arguments))

    return lambda *arguments: _replayed(ask(*arguments))


def _cached_by_identity(function: Callable[..., Any]) -> Callable[..., Any]:
    """Cached by the object that is the first argument, and by the values of the others."""
    known: dict[Any, tuple[Any, Any]] = {}  # the object is kept, so that no other gets its id

    def again(first, *others):
        key = (id(first), others)
        if key not in known:
            known[key] = first, _storable(function(first, *others))
        return _replayed(known[key][1])

    return again


def _storable(answer: Any) -> Any:
    return tuple(answer) if isinstance(answer, Iterator) else answer


def _replayed(answer: Any) -> Any:
    return iter(answer) if isinstance(answer, tuple) else answer
