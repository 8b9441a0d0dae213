"""The languages of the site and its folder scheme.

Answers: which language is a path in, and where is its page published? Only this module knows the
scheme: `docs/<language>/<page>.md` is a source, the default language is published at the site's
root and every other one under `<language>/`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from knowledge import yaml_tree

HOME = "index.md"
"""The first page of a language."""
DOCS = "docs"
CONTRIBUTING = "contributing/"
"""Folder of the contributors' pages in a language: they may show code and any host."""


class ConfigurationError(Exception):
    """mkdocs.yml is missing, invalid, or does not configure the languages."""


@dataclass(frozen=True, slots=True)
class Languages:
    """The languages of the site, the default one first."""

    codes: tuple[str, ...]
    partial: frozenset[str] = frozenset()
    """The languages that mkdocs.yml marks as not yet complete (`extra: {partial: true}`)."""

    @property
    def complete(self) -> tuple[str, ...]:
        """The languages that have every page, label and text."""
        return tuple(code for code in self.codes if code not in self.partial)

    @property
    def default(self) -> str:
        """The language of the sources that the others translate."""
        return self.codes[0]

    def of(self, path: str) -> str | None:
        """The language of a path from the repository's root; None outside every language."""
        first, _, below = path.partition("/")
        code, slash, _ = below.partition("/")
        return code if slash and first == DOCS and code in self.codes else None

    def page_path(self, source_path: str) -> str:
        """The path of a source inside its language: `guide.md`.

        Raises:
            ValueError: the path is in no language.
        """
        language = self.of(source_path)
        if language is None:
            raise ValueError(f"{source_path} is in no language")
        return source_path.removeprefix(f"{DOCS}/{language}/")

    def is_for_readers(self, source_path: str) -> bool:
        """Whether a path is that of a page for readers, not for contributors."""
        is_page = self.of(source_path) is not None
        return is_page and not self.page_path(source_path).startswith(CONTRIBUTING)

    def page_url(self, page_path: str, language: str) -> str:
        """URL of a page in a language, from the site's root: `en/guide.html`."""
        prefix = "" if language == self.default else f"{language}/"
        return f"{prefix}{page_path.removesuffix('.md')}.html"


def source_in(language: str, page_path: str) -> str:
    """The path of a page's source from the repository's root: `docs/ja/guide.md`."""
    return f"{DOCS}/{language}/{page_path}"


def language_at(url: str, folders: Mapping[str, str]) -> str:
    """The language of a published file.

    Args:
        url: from the site's root: `en/guide.html`.
        folders: of each language from the site's root; the default's is empty.
    """
    fitting = [(len(folder), code) for code, folder in folders.items() if url.startswith(folder)]
    return max(fitting)[1]


def from_configuration(configuration: yaml_tree.Tree) -> Languages:
    """Read the languages from the options of the i18n plugin in mkdocs.yml.

    Raises:
        ConfigurationError: there is not exactly one default language.
    """
    blocks = list(language_blocks(configuration))
    defaults = [code for code, block in blocks if _is_true(block.get("default"))]
    if len(defaults) != 1:
        raise ConfigurationError(
            f"mkdocs.yml names {len(defaults)} default languages under plugins > i18n > languages; "
            "it takes one with 'default: true'"
        )
    others = (code for code, _ in blocks if code != defaults[0])
    partial = (code for code, block in blocks if _is_partial(block))
    return Languages((defaults[0], *others), frozenset(partial))


def language_blocks(configuration: yaml_tree.Tree) -> Iterator[tuple[str, yaml_tree.Mapping]]:
    """Yield the code and the options of every language in mkdocs.yml."""
    plugins = configuration.get("plugins") if isinstance(configuration, yaml_tree.Mapping) else None
    for plugin in plugins.items if isinstance(plugins, yaml_tree.Sequence) else ():
        options = plugin.get("i18n") if isinstance(plugin, yaml_tree.Mapping) else None
        languages = options.get("languages") if isinstance(options, yaml_tree.Mapping) else None
        for block in languages.items if isinstance(languages, yaml_tree.Sequence) else ():
            locale = block.get("locale") if isinstance(block, yaml_tree.Mapping) else None
            if isinstance(block, yaml_tree.Mapping) and isinstance(locale, yaml_tree.Scalar):
                yield locale.text, block


def _is_partial(block: yaml_tree.Mapping) -> bool:
    extra = block.get("extra")
    return isinstance(extra, yaml_tree.Mapping) and _is_true(extra.get("partial"))


def _is_true(value: yaml_tree.Tree | None) -> bool:
    return isinstance(value, yaml_tree.Scalar) and value.text.lower() == "true"
