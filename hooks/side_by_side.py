"""Door: the languages are built side by side, each in a process of its own, one for each core.

What i18n builds one after the other is begun early; when its turn comes, what is there is taken.
"""

import os
from functools import partial
from typing import cast

import mkdocs_static_i18n.plugin as i18n_plugin
from mkdocs.commands.build import build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs_static_i18n.plugin import I18n

from built_language import BuiltLanguage, built_language
from knowledge.beside import Beside, cores
from this_build import is_dirty, is_preview, language_folders

_begun: dict[str, Beside[BuiltLanguage]] = {}
_seen: set[str] = set()
_process = os.getpid()
"""Where languages are begun; in what it begins, none are."""


@event_priority(100)
def on_files(files: Files, config: MkDocsConfig) -> None:
    """Begin with languages that come later: mkdocs has emptied the site's folder by now."""
    i18n = cast(I18n, config.plugins["i18n"])
    if not i18n.building:
        _seen.clear()
    _seen.add(str(i18n.current_language))
    is_own = os.getpid() == _process and not is_preview() and not is_dirty()
    room = cores() - 1 - len(_begun) if is_own else 0
    for language in [each for each in language_folders(config) if each not in _seen][:room]:
        _seen.add(language)
        _begun[language] = Beside(partial(built_language, config, language, _begun.clear))


def on_build_error(error: Exception) -> None:
    """End what was begun."""
    while _begun:
        _begun.popitem()[1].end()


def built_or_taken(config: MkDocsConfig, *, dirty: bool = False) -> None:
    """Build the language whose turn it is; what another process did not finish is done again."""
    i18n = cast(I18n, config.plugins["i18n"])
    begun = _begun.pop(str(i18n.current_language), None)
    if found := begun and begun.answer():
        found.join(i18n)
    else:
        build(config, dirty=dirty)


i18n_plugin.build = built_or_taken
"""i18n 1.3.1 calls it for each language but the first."""
