"""Which language a path is in, and where its page is published.

The only file that knows the folder scheme: `docs/<language>/<page>.md` is a source, the default
language is published at the site's root and every other one under `<language>/`.
"""

from __future__ import annotations

from dataclasses import dataclass

from knowledge import tree

DOCS = "docs"
DATA = f"{DOCS}/_data"


class ConfigurationError(Exception):
    """mkdocs.yml cannot be read, or does not say which languages there are."""


@dataclass(frozen=True, slots=True)
class Languages:
    """The languages of the site, the default one first."""

    codes: tuple[str, ...]

    @property
    def default(self) -> str:
        """The language of the sources that the others translate."""
        return self.codes[0]

    def of(self, path: str) -> str | None:
        """The language of a path from the repository's root; None outside every language."""
        parts = path.split("/")
        is_inside = len(parts) > 2 and parts[0] == DOCS and parts[1] in self.codes  # noqa: PLR2004
        return parts[1] if is_inside else None

    def page_path(self, source_path: str) -> str:
        """The path of a source inside its language: `police.md`.

        Raises:
            ValueError: the path is in no language.
        """
        language = self.of(source_path)
        if language is None:
            raise ValueError(f"{source_path} is in no language")
        return source_path.removeprefix(f"{DOCS}/{language}/")

    def page_url(self, page_path: str, language: str) -> str:
        """Where a page of a language is published, from the site's root: `en/police.html`."""
        prefix = "" if language == self.default else f"{language}/"
        return f"{prefix}{page_path.removesuffix('.md')}.html"


def source_in(language: str, page_path: str) -> str:
    """The path of a page's source from the repository's root: `docs/ja/police.md`."""
    return f"{DOCS}/{language}/{page_path}"


def from_configuration(configuration: tree.Tree) -> Languages:
    """The languages that mkdocs.yml names for the i18n plugin.

    Raises:
        ConfigurationError: there are none, or none is the default.
    """
    entries = _i18n_languages(configuration)
    codes = [locale for locale, _ in entries]
    defaults = [locale for locale, is_default in entries if is_default]
    if len(defaults) != 1:
        raise ConfigurationError(
            f"mkdocs.yml names {len(defaults)} default languages under plugins > i18n > languages; "
            "it takes one with 'default: true'"
        )
    return Languages((defaults[0], *(code for code in codes if code != defaults[0])))


def _i18n_languages(configuration: tree.Tree) -> list[tuple[str, bool]]:
    entries: list[tuple[str, bool]] = []
    plugins = configuration.get("plugins") if isinstance(configuration, tree.Mapping) else None
    for plugin in plugins.items if isinstance(plugins, tree.Sequence) else ():
        options = plugin.get("i18n") if isinstance(plugin, tree.Mapping) else None
        languages = options.get("languages") if isinstance(options, tree.Mapping) else None
        for language in languages.items if isinstance(languages, tree.Sequence) else ():
            if isinstance(language, tree.Mapping):
                locale, default = language.get("locale"), language.get("default")
                if isinstance(locale, tree.Scalar):
                    is_default = isinstance(default, tree.Scalar) and default.text == "true"
                    entries.append((locale.text, is_default))
    return entries
