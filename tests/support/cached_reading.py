"""Check many sites that differ in a file or two without reading the rest again."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

import pytest

from knowledge.data import all_data
from knowledge.rules import phone_numbers, urls
from knowledge.site import site

PURE = (
    (site, "read_source"),
    (all_data, "read_tree"),
    (phone_numbers, "whole_numbers"),
    (urls, "shown_addresses"),
)
"""Pure functions, called again and again with unchanged texts."""


@contextmanager
def cached_reading() -> Iterator[None]:
    """Keep the results of PURE, and the data of a site by the bytes of its data files."""
    with pytest.MonkeyPatch.context() as patch:
        for module, name in PURE:
            patch.setattr(module, name, _cached(getattr(module, name)))
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
        answer = function(*arguments)
        return tuple(answer) if isinstance(answer, Iterator) else answer

    def again(*arguments):
        answer = ask(*arguments)
        return iter(answer) if isinstance(answer, tuple) else answer

    return again
