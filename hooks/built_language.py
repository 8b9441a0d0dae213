"""A language that is built in a process of its own: what it leaves there that others need."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

from mkdocs import utils
from mkdocs.commands.build import build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs_static_i18n.plugin import I18n

from knowledge.kept_log import KeptLog, say
from said_findings import forget_what_was_begun

LOGGER = "mkdocs"


@dataclass(frozen=True, slots=True)
class BuiltLanguage:
    """What the build of a language leaves behind, its files apart."""

    records: list[logging.LogRecord]
    """What was logged."""
    search_entries: list[dict[str, object]]

    def join(self, i18n: I18n) -> None:
        """Make it part of the build that runs here."""
        say(self.records)
        i18n.search_entries.extend(self.search_entries)


def built_language(
    config: MkDocsConfig, language: str, forget: Callable[[], None]
) -> BuiltLanguage:
    """Build a language as i18n 1.3.1 does in its turn; for a process that ends with it.

    Args:
        config: as it is for the first language.
        language: which one to build.
        forget: leaves other processes to the one that began them.

    Raises:
        Abort: there are warnings, and they count.
    """
    i18n = cast(I18n, config.plugins["i18n"])
    i18n.building, i18n.current_language, i18n.search_entries = True, language, []
    utils.clean_directory = lambda folder: None
    forget()
    forget_what_was_begun()
    kept = KeptLog()
    logging.getLogger(LOGGER).handlers = [kept]
    build(config)
    return BuiltLanguage(kept.records, i18n.search_entries)
