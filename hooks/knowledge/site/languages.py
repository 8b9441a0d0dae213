"""The languages of the site and its folder scheme.

Answers: which language is a path in, and where is its page published? Only this module knows the
scheme: `docs/<language>/<page>.md` is a source, the default language is published at the site's
root and every other one under `<language>/`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache

from markupsafe import Markup

from knowledge import yaml_tree
from knowledge.language_tags import CODE, Language
from knowledge.writing_systems import dir_attribute, is_in

HOME = "index.md"
"""The first page of a language."""
DOCS = "docs"
CONTRIBUTING = "contributing/"
"""Folder of the contributors' pages in a language: they may show code and any host."""


class Setting(StrEnum):
    """Keys of our own settings under `extra` in a language's block of mkdocs.yml."""

    LANG = "lang"
    """Its tag in BCP 47, where that is not its code."""
    FALLBACK = "fallback"
    """The codes of the fallback languages, in order of preference."""
    PROSE = "prose"
    """The code of the language whose limits and word lists its prose inherits."""
    PARTIAL = "partial"
    """Whether it may lack pages, labels and texts."""
    ABRIDGED = "abridged"
    """Whether its pages say less than their originals, and nothing else."""
    FURIGANA = "furigana"
    """Whether the readings of kanji always show, on pages in Japanese."""


FLAGS = (Setting.PARTIAL, Setting.ABRIDGED, Setting.FURIGANA)
"""The settings that are true or false."""


class ConfigurationError(Exception):
    """mkdocs.yml is missing, invalid, or does not configure the languages."""


@dataclass(frozen=True, slots=True)
class Languages:
    """The languages of the site, the default one first."""

    codes: tuple[str, ...]
    partial: frozenset[str] = frozenset()
    """The languages that mkdocs.yml marks as not yet complete (`extra: {partial: true}`)."""
    described: Mapping[str, Language] = field(default_factory=dict)
    """By code; one without an entry has its code as its tag."""

    def __getitem__(self, code: str) -> Language:
        """The language with a code, also if it is not one of the site."""
        return self.described.get(code) or Language(code, code)

    def tag(self, code: str) -> str:
        """The tag of a language in BCP 47, for `lang`."""
        return self[code].tag

    @property
    def tags(self) -> tuple[str, ...]:
        """The tags of all languages, each once."""
        return tuple(dict.fromkeys(map(self.tag, self.codes)))

    @property
    def offered(self) -> tuple[str, ...]:
        """The languages for hreflang: if several have the same CLDR locale, only the first.

        A search engine would otherwise have to choose between two pages in one language.
        """
        first: dict[str, str] = {}
        for code in self.codes:
            first.setdefault(self[code].cldr_name, code)
        return tuple(first.values())

    def attributes(self, code: str, around: str) -> Markup:
        """Attributes of an element in a language: ` lang="ar" dir="rtl"`; empty if not needed."""
        tag, tag_around = self.tag(code), self.tag(around)
        attributes = f' lang="{tag}"{dir_attribute(tag, tag_around)}'
        return Markup(attributes if tag != tag_around else "")

    def order(self, code: str) -> tuple[str, ...]:
        """The fallback order of a language: itself, its fallback languages, the default one."""
        return tuple(dict.fromkeys((code, *self[code].fallback, self.default)))

    def varieties(self, code: str) -> tuple[str, ...]:
        """A language, and then the other ones of the site that are varieties of the same one."""
        own = self.tag(code).partition("-")[0]
        others = (each for each in self.codes if is_in(self.tag(each), own))
        return tuple(dict.fromkeys((code, *others)))

    def prose(self, code: str) -> tuple[str, ...]:
        """The languages whose limits and words count in the prose of a language, its own first."""
        own = self[code].prose
        return (code, own) if own else (code,)

    def name_in(self, code: str, reader: str) -> str:
        """Name of a language for readers of another one.

        Its own name from mkdocs.yml if an earlier language has the same CLDR locale.
        """
        found = self[code]
        before = self.codes[: self.codes.index(code)]
        is_known = any(self[each].cldr_name == found.cldr_name for each in before)
        name = "" if is_known else _display_name(found, self[reader])
        return name or found.name or code

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
    """The language of a published file, `en/guide.html`; the folder of the default one is empty."""
    fitting = [(len(folder), code) for code, folder in folders.items() if url.startswith(folder)]
    return max(fitting)[1]


def from_configuration(configuration: yaml_tree.Tree) -> Languages:
    """Read the languages from the options of the i18n plugin in mkdocs.yml.

    Leaves out those with a code that cannot be used, which a rule reports.

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
    usable = (code for code, _ in blocks if CODE.fullmatch(code))
    codes = dict.fromkeys((defaults[0], *usable))
    partial = (code for code, block in blocks if _is_true(extra_of(block).get(Setting.PARTIAL)))
    described = {code: _described(code, block) for code, block in blocks}
    return Languages(tuple(codes), frozenset(partial), described)


def language_blocks(configuration: yaml_tree.Tree) -> Iterator[tuple[str, yaml_tree.Mapping]]:
    """Yield the code and the options of every language in mkdocs.yml."""
    for plugin in yaml_tree.items_of(configuration, "plugins"):
        for block in yaml_tree.items_of(plugin, "i18n", "languages"):
            locale = yaml_tree.value_of(block, "locale")
            if isinstance(block, yaml_tree.Mapping) and isinstance(locale, yaml_tree.Scalar):
                yield locale.text, block


def extra_of(block: yaml_tree.Mapping) -> yaml_tree.Mapping:
    """The `extra` mapping of a language's block, which i18n ignores; empty if there is none."""
    extra = block.get("extra")
    return extra if isinstance(extra, yaml_tree.Mapping) else yaml_tree.Mapping((), block.line)


def _described(code: str, block: yaml_tree.Mapping) -> Language:
    extra = extra_of(block)
    return Language(
        code,
        tag=yaml_tree.text_of(extra, Setting.LANG).strip() or code,
        name=yaml_tree.text_of(block, "name").strip(),
        fallback=tuple(each.text for each in fallback_of(extra)),
        prose=yaml_tree.text_of(extra, Setting.PROSE).strip(),
        is_abridged=_is_true(extra.get(Setting.ABRIDGED)),
        has_furigana=_is_true(extra.get(Setting.FURIGANA)),
    )


def fallback_of(extra: yaml_tree.Mapping) -> tuple[yaml_tree.Scalar, ...]:
    """The fallback languages of a language, which may be written as one code or as a list."""
    found = extra.get(Setting.FALLBACK)
    if isinstance(found, yaml_tree.Scalar):
        return (found,) if found.text else ()
    items = yaml_tree.items_of(found)
    return tuple(each for each in items if isinstance(each, yaml_tree.Scalar))


@cache
def _display_name(language: Language, reader: Language) -> str:
    return language.locale.get_display_name(reader.locale) or ""


def _is_true(value: yaml_tree.Tree | None) -> bool:
    return yaml_tree.text_of(value).lower() == "true"
