"""Write the start of another site into an empty folder.

    python -m starter --folder ../library --name "Town library" --languages en,ja

Answers: which files make a site of the generator alone? Every file that git knows here is copied,
but for those of left_out.txt; the templates in site/ are written over them. It stands in tests/,
beside the other tools, because it reads the repository and no page needs it.
"""

import json
import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from knowledge.data.interface import KEYS
from knowledge.data.json_schema import schemas
from knowledge.data.yaml_files import DATA
from knowledge.language_tags import CODE, is_tag, likely_code, likely_tag, locale_of
from knowledge.report.translation_status import renew
from knowledge.rules.registry import RULES_PAGE
from knowledge.site.build_time import latest_day
from knowledge.site.counterparts import pairs
from knowledge.site.languages import DOCS, source_in
from knowledge.site.mkdocs_yml import CONFIGURATION
from knowledge.site.site import load

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
TEMPLATES = HERE / "site"
LEFT_OUT = HERE / "left_out.txt"
TOKENS = "overrides/assets/stylesheets/tokens.css"
INTERFACE = f"{DATA}/interface.yml"
WRITTEN = ("en", "ja")
"""The languages that the templates are written in; any other one begins with the English text."""
SECTION = re.compile(r"^# ---- .*? -+\n", re.MULTILINE)
"""The headings of mkdocs.yml."""
DECLARATION = re.compile(r"^  (--[\w-]+): [^;]+;", re.MULTILINE)
AS_THEY_ARE = (".png", ".py")
"""Endings of templates without anything to fill in."""


class CannotStartError(Exception):
    """A new site cannot be written as it was asked for; the message says why."""


@dataclass(frozen=True, slots=True)
class NewLanguage:
    """A language of the new site."""

    code: str
    name: str
    """In itself."""
    is_partial: bool
    texts: dict[str, str]
    """Of texts.yml, by key."""

    @property
    def template(self) -> str:
        """The language whose templates its pages and texts are made from."""
        return self.code if self.code in WRITTEN else WRITTEN[0]

    @property
    def is_stand_in(self) -> bool:
        """Whether its pages begin in another language."""
        return self.template != self.code

    @property
    def has_limits(self) -> bool:
        """Whether the prose of the start has limits in this language."""
        return not self.is_stand_in


def make(folder: Path, name: str, codes: Sequence[str]) -> list[str]:
    """Write a new site.

    Args:
        folder: where; it may exist if it is empty.
        name: of the site, in every language.
        codes: of its languages, the default one first.

    Returns:
        The paths of all files, sorted.

    Raises:
        CannotStartError: the folder is not empty, the name is, or a language is not known.
    """
    if not name.strip():
        raise CannotStartError('The site needs a name: NAME="Town library".')
    languages = list(_languages(codes))
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise CannotStartError(f"{folder} is not an empty folder; nothing was written.")
    _copy_generator(folder)
    _write_templates(folder, name.strip(), languages)
    _copy_rules(folder, languages)
    _write_colours(folder)
    _write_interface(folder, languages)
    _write_derived(folder)
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())


def _languages(codes: Sequence[str]) -> Iterator[NewLanguage]:
    texts = yaml.safe_load((HERE / "texts.yml").read_text("utf-8"))
    otherwise = "Write codes such as 'ko' or 'pt-BR', with commas between them: LANGUAGES=en,ja."
    if not codes or len(set(codes)) < len(codes):
        raise CannotStartError("Name each language once, the default one first: LANGUAGES=en,ja.")
    for code in codes:
        locale = locale_of(code) if CODE.fullmatch(code) and is_tag(code) else None
        if locale is None:
            meant = likely_code(likely_tag(code))
            remedy = f"Did you mean '{meant}'?" if meant else otherwise
            raise CannotStartError(f"'{code}' cannot be the code of a language here. {remedy}")
        is_partial = code != codes[0] and code not in WRITTEN
        own = texts.get(code, texts[WRITTEN[0]])
        yield NewLanguage(code, locale.get_display_name() or code, is_partial, own)


def _copy_generator(folder: Path) -> None:
    """Copy the files of the generator, as git knows them, with their modes."""
    lines = LEFT_OUT.read_text("utf-8").splitlines()
    left_out = [f":(exclude){line}" for line in lines if line and not line.startswith("#")]
    for path in filter(None, _git("ls-files", "-z", "--", ".", *left_out).split("\0")):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / path, folder / path, follow_symlinks=False)


def _git(*arguments: str) -> str:
    """The answer of git about this repository."""
    command = ["git", "-C", str(ROOT), *arguments]
    try:
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError) as error:
        raise CannotStartError(
            "A new site is made from a clone, and git knows none here."
        ) from error


def _write_templates(folder: Path, name: str, languages: list[NewLanguage]) -> None:
    """Write the templates for the languages of the site over what was copied."""
    environment = _environment()
    values = {
        "name": name,
        "commit": _git("rev-parse", "HEAD").strip(),
        "today": latest_day().isoformat(),
        "languages": languages,
        "complete": _complete(languages),
        "default": languages[0],
        "has_japanese": _has_japanese(languages),
    }
    for template, path, language in _targets(languages):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        if template.suffix in AS_THEY_ARE:
            shutil.copy(template, folder / path)
            continue
        found = environment.get_template(template.relative_to(TEMPLATES).as_posix())
        text = found.render(values, language=language)
        if path == CONFIGURATION:
            text = _configuration(text)
        (folder / path).write_text(text, "utf-8")


def _environment() -> Environment:
    """Jinja with marks that Markdown does not have: [[ name ]] and [% if ... %]."""
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        undefined=StrictUndefined,
        autoescape=False,
        keep_trailing_newline=True,
        trim_blocks=True,
        lstrip_blocks=True,
        variable_start_string="[[",
        variable_end_string="]]",
        block_start_string="[%",
        block_end_string="%]",
        comment_start_string="[##",
        comment_end_string="##]",
    )
    # JSON is YAML: a quoted string needs no further thought.
    environment.filters["yaml"] = lambda text: json.dumps(text, ensure_ascii=False)
    return environment


def _complete(languages: list[NewLanguage]) -> list[NewLanguage]:
    return [each for each in languages if not each.is_partial]


def _has_japanese(languages: list[NewLanguage]) -> bool:
    return any(each.code == "ja" for each in languages)


def _write_colours(folder: Path) -> None:
    """Give the raw scale of tokens.css the colours of a new site."""
    colours = dict(_declarations((HERE / "colours.css").read_text("utf-8")))
    tokens = (folder / TOKENS).read_text("utf-8")
    tokens = DECLARATION.sub(lambda found: colours.get(found[1], found[0]), tokens)
    (folder / TOKENS).write_text(tokens, "utf-8")


def _copy_rules(folder: Path, languages: list[NewLanguage]) -> None:
    """Copy the page about the rules into each complete language."""
    for language in _complete(languages):
        path = source_in(language.code, RULES_PAGE)
        shutil.copy(ROOT / source_in(language.template, RULES_PAGE), folder / path)


def _targets(languages: list[NewLanguage]) -> Iterator[tuple[Path, str, NewLanguage]]:
    """Each template with the path that it is written to and the language that it is written for."""
    for template in sorted(TEMPLATES.rglob("*")):
        path = template.relative_to(TEMPLATES).as_posix()
        if not template.is_file() or (path.endswith(".ja.md") and not _has_japanese(languages)):
            continue
        place = re.fullmatch(rf"({DOCS}/(?:_data/asked/)?)({'|'.join(WRITTEN)})([/.].*)", path)
        if not place:
            yield template, path, languages[0]
            continue
        for language in languages:
            if not language.is_partial and language.template == place[2]:
                yield template, f"{place[1]}{language.code}{place[3]}", language


def _configuration(written: str) -> str:
    """The mkdocs.yml of this repository with the chapters of a template in place of its own."""
    text = (ROOT / CONFIGURATION).read_text("utf-8")
    own = _chapters(written)
    return "".join((_chapters(text) | own).values())


def _chapters(text: str) -> dict[str, str]:
    """The chapters of mkdocs.yml by their headings, in their order."""
    starts = [match.start() for match in SECTION.finditer(text)]
    parts = (text[a:b] for a, b in zip(starts, [*starts[1:], len(text)], strict=True))
    return {part.partition("\n")[0]: f"{part.rstrip()}\n\n" for part in parts}


def _declarations(css: str) -> Iterator[tuple[str, str]]:
    return ((found[1], found[0]) for found in DECLARATION.finditer(css))


def _write_interface(folder: Path, languages: list[NewLanguage]) -> None:
    """Write the interface texts in the languages of the site; English where there are none."""
    table = yaml.safe_load((ROOT / INTERFACE).read_text("utf-8"))
    head = (ROOT / INTERFACE).read_text("utf-8").partition("\n\n")[0]
    found = {
        key: {each.code: texts.get(each.code, texts[WRITTEN[0]]) for each in languages}
        for key, texts in table.items()
        if key in KEYS
    }
    lines = yaml.safe_dump(found, allow_unicode=True, sort_keys=False, width=1000).splitlines()
    borrowed = {each.code for each in languages if each.code not in WRITTEN}
    lines = [
        f"{line}  # English" if line.strip().partition(":")[0] in borrowed else line
        for line in lines
    ]
    (folder / INTERFACE).write_text("\n".join((head, "", *lines, "")), "utf-8")


def _write_derived(folder: Path) -> None:
    """Write what follows from the rest: schemas, and what each translation translates."""
    site = load(folder)
    for name, content in schemas(site.languages.codes, site.languages.complete):
        (folder / DATA / name).write_text(content, "utf-8")
    for pair in pairs(site):
        for _ in renew(site, folder, pair.translation.path.removeprefix(f"{DOCS}/")):
            pass
