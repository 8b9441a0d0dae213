"""Check the languages in mkdocs.yml: their codes, and their settings under `extra`.

Answers: does i18n accept the code of a language, has it a tag that browsers know, and do the
languages in its settings exist? Missing translations are reported in translations.py.
"""

from collections.abc import Iterator

from knowledge import yaml_tree
from knowledge.language_tags import CODE, is_tag, likely_code, likely_tag
from knowledge.rules.rule import Faults, PlacedFaults, placed, site_rule
from knowledge.site.languages import FLAGS, Setting, extra_of, fallback_of, language_blocks
from knowledge.site.mkdocs_yml import CONFIGURATION
from knowledge.site.site import Site
from knowledge.suggestion import did_you_mean


@site_rule("PA010", "unusable-language", stops_build=True)
def unusable_languages(site: Site) -> PlacedFaults:
    """A language in mkdocs.yml whose code or settings cannot be used."""
    blocks = list(language_blocks(site.configuration))
    yield from placed(CONFIGURATION, _repeated(blocks, "locale"))
    yield from placed(CONFIGURATION, _repeated(blocks, "name"))
    for code, block in blocks:
        yield from placed(CONFIGURATION, _faults_of_code(code, block))
        yield from placed(CONFIGURATION, _faults_of_settings(code, extra_of(block), site))
        yield from placed(CONFIGURATION, _faults_of_flags(extra_of(block)))


def _repeated(blocks: list[tuple[str, yaml_tree.Mapping]], key: str) -> Faults:
    """The values of a setting that two languages have."""
    first: dict[str, int] = {}
    for _, block in blocks:
        value = block.get(key)
        if isinstance(value, yaml_tree.Scalar):
            if value.text in first:
                fact = f"'{key}: {value.text}' stands on line {first[value.text]} already"
                yield value.line, fact, "Give each language its own"
            first.setdefault(value.text, value.line)


def _faults_of_code(code: str, block: yaml_tree.Mapping) -> Faults:
    locale, lang = block.get("locale"), extra_of(block).get(Setting.LANG)
    line = locale.line if locale else block.line
    if not CODE.fullmatch(code):
        yield line, f"'{code}' cannot be the code of a language here", _remedy(code)
    elif lang is None and not is_tag(code):
        fact = f"'{code}' is no language that is known here"
        yield line, fact, f"Write another code, or its tag as '{Setting.LANG}:' under its 'extra:'"


def _remedy(code: str) -> str:
    """What to write instead of a code that cannot be used."""
    tag = likely_tag(code)
    own = likely_code(tag)
    if tag and own == tag:
        return f"Write 'locale: {own}', and name its folder so"
    if tag:
        start = f"Write 'locale: {own}'" if own else "Write two letters of your own"
        return f"{start}, name its folder so, and write '{Setting.LANG}: {tag}' under its 'extra:'"
    return "Write two letters, with a script or a region if needed: 'ko', 'zh-Hans', 'pt-BR'"


def _faults_of_settings(code: str, extra: yaml_tree.Mapping, site: Site) -> Faults:
    for pair in extra.pairs:
        if pair.key not in tuple(Setting):
            remedy = did_you_mean(pair.key, Setting, f"Use one of: {', '.join(Setting)}")
            yield pair.line, f"a language has no setting '{pair.key}'", remedy
    lang = extra.get(Setting.LANG)
    if lang is not None and not is_tag(yaml_tree.text_of(lang)):
        tag = likely_tag(yaml_tree.text_of(lang))
        remedy = f"Write '{tag}'" if tag else "Write a tag of BCP 47: 'fil', 'zh-Hans', 'pt-BR'"
        yield lang.line, f"'{Setting.LANG}' is no tag of a language that is known here", remedy
    for name, setting in _named(extra):
        if name.text == code:
            fact = f"'{code}' names itself under '{setting}'"
            yield name.line, fact, "Name another language, or take the line out"
        elif name.text not in site.languages.codes:
            remedy = (
                f"Use one of: {', '.join(each for each in site.languages.codes if each != code)}"
            )
            yield name.line, f"'{name.text}' is no language of this site", remedy


def _faults_of_flags(extra: yaml_tree.Mapping) -> Faults:
    for pair in extra.pairs:
        if pair.key in FLAGS and yaml_tree.text_of(pair.value).lower() not in ("true", "false"):
            yield pair.value.line, f"'{pair.key}' is neither true nor false", "Write 'true'"


def _named(extra: yaml_tree.Mapping) -> Iterator[tuple[yaml_tree.Scalar, str]]:
    """Yield the other languages in the settings of a language, each with the setting's key."""
    yield from ((each, Setting.FALLBACK) for each in fallback_of(extra))
    prose = extra.get(Setting.PROSE)
    if isinstance(prose, yaml_tree.Scalar):
        yield prose, Setting.PROSE
