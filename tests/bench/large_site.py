"""Generate a site of any size from the sentences of our own pages, for benchmarks.

    python -m bench.large_site DIR PAGES

Deterministic: equal sizes give equal bytes. The structure of a page is drawn once and filled in in
every language, so that counterparts match and `make check` finds no error in them.
"""

import random
import re
import shutil
import sys
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from typing import Any

import yaml

from bench.large_page import Plan, filled, plans
from bench.phrase_book import PhraseBook, phrase_book
from knowledge.data.yaml_files import DATA
from knowledge.markdown.source import read
from knowledge.site.freshness import digest
from knowledge.site.site import Site, load
from knowledge.site.typed_links import GLOSSARY_PAGE
from support.cases_site import ROOT

SEED = 20261124
PAGES_PER_SECTION = 40
"""Maximum number of pages in one section of the navigation."""
NAVIGATION = re.compile(r"^nav:\n(?:[ ].*\n)*", re.MULTILINE)
LANGUAGE = re.compile(r"^( +)- locale: (\S+)\n(?:\1 .*\n)*", re.MULTILINE)
TRANSLATIONS = re.compile(r"^( +)nav_translations:\n(?:\1 .*\n)*", re.MULTILINE)
ACTION = re.compile(r"^( +page: ).*", re.MULTILINE)
CITED = re.compile(r"\(source:([\w-]+)\)")
SUGGESTIONS = re.compile(r"^( +suggestions: ).*", re.MULTILINE)
FIXED_PAGES = ("index.md", GLOSSARY_PAGE, "contacts.md")
"""Pages that every site needs: the data, the theme and the hooks refer to them."""


def large_site(pages: int) -> Iterator[tuple[str, bytes]]:
    """The generated files of the site, as (path from the site's folder, content).

    Args:
        pages: pages in each language, FIXED_PAGES included.
    """
    real = load(ROOT)
    paths = page_paths(pages)
    drawn = list(plans(paths, real.data, random.Random(SEED)))
    books = {code: phrase_book(real, code) for code in real.languages.complete}
    yield "mkdocs.yml", _configuration(paths, books).encode()
    yield f"{DATA}/site.yml", _site_data(real).encode()
    for number, plan in enumerate(drawn):
        yield from _in_every_language(real, plan, books, number)


def page_paths(pages: int) -> list[str]:
    """Paths of all pages within a language's folder."""
    rest = range(pages - len(FIXED_PAGES))
    return [*FIXED_PAGES, *(f"part-{n // PAGES_PER_SECTION + 1}/page-{n + 1}.md" for n in rest)]


def write_large_site(folder: Path, pages: int) -> Path:
    """Write the generated site into a new folder, with hooks, overrides and the real data.

    Without the phrasings of `asked` and the drawings, which belong to the real pages.
    """
    left_out = shutil.ignore_patterns("__pycache__", "asked", "drawings", "drawings.yml")
    for name in ("hooks", "overrides", "docs/_data", "docs/assets"):
        shutil.copytree(ROOT / name, folder / name, ignore=left_out)
    languages = load(ROOT).languages
    partial = frozenset(languages.codes) - frozenset(languages.complete)
    for file in (folder / DATA).glob("*.yml"):
        data = _without(partial, _parsed(file.read_text("utf-8")))
        file.write_text(_dumped(data), "utf-8")
    for path, content in large_site(pages):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    _leave_out_uncited(folder)
    return folder


def _leave_out_uncited(folder: Path) -> None:
    """Remove the sources that no page cites from the data: the check would report each."""
    cited = set(CITED.findall("".join(p.read_text("utf-8") for p in folder.glob("docs/*/**/*.md"))))
    file = folder / DATA / "sources.yml"
    kept = [each for each in _parsed(file.read_text("utf-8")) if each["id"] in cited]
    file.write_text(_dumped(kept), "utf-8")


def _in_every_language(
    real: Site, plan: Plan, books: dict[str, PhraseBook], number: int
) -> Iterator[tuple[str, bytes]]:
    """A page and its translations, whose `translates:` holds the hash of the original."""
    quoted = ""
    for code in real.languages.complete:
        path = f"docs/{code}/{plan.page_path}"
        draw = random.Random(f"{SEED} {code} {number}")
        content = filled(plan, books[code], draw, quoted).encode()
        quoted = quoted or digest(read(path, content))
        yield path, content


def _configuration(paths: list[str], books: dict[str, PhraseBook]) -> str:
    """The real mkdocs.yml with the navigation of the generated pages, in the complete languages."""
    labels = dict(_labels(paths, books))
    lines = [f"  - {labels[path][0]}: {path}\n" for path in FIXED_PAGES]
    section = ""
    for path in paths[len(FIXED_PAGES) :]:
        if (above := path.partition("/")[0]) != section:
            section = above
            lines.append(f"  - {labels[section][0]}:\n")
        lines.append(f"      - {labels[path][0]}: {path}\n")
    text = (ROOT / "mkdocs.yml").read_text("utf-8")
    text = NAVIGATION.sub(lambda _: f"nav:\n{''.join(lines)}", text)
    text = LANGUAGE.sub(lambda match: match[0] if match[2] in books else "", text)
    order = iter(range(1, len(books)))

    def translated(match: re.Match[str]) -> str:
        index, indent = next(order), match[1]
        pairs = (f"{indent}  {names[0]}: {names[index]}\n" for names in labels.values())
        return f"{indent}nav_translations:\n{''.join(pairs)}"

    return TRANSLATIONS.sub(translated, text)


def _parsed(text: str) -> Any:
    """Load YAML, ten times faster than with PyYAML's own parser."""
    return yaml.load(text, Loader=yaml.CSafeLoader)


def _dumped(data: object) -> str:
    # The dumper in C escapes emoji.
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False)


def _without(languages: frozenset[str], data: object) -> object:
    """Data of a file without the texts and the list items of some languages."""
    if isinstance(data, dict):
        left = {k: _without(languages, v) for k, v in data.items() if k not in languages}
        return {k: v for k, v in left.items() if v not in ([], None)}
    if isinstance(data, list):
        kept = (v for v in data if not (isinstance(v, dict) and v.get("language") in languages))
        return [_without(languages, each) for each in kept]
    return data


def _site_data(real: Site) -> str:
    """The real site.yml in the complete languages, pointed at pages that a generated site has."""
    pages = cycle(page for page in FIXED_PAGES if page != GLOSSARY_PAGE)  # it counts little
    text = (ROOT / DATA / "site.yml").read_text("utf-8")
    partial = frozenset(real.languages.codes) - frozenset(real.languages.complete)
    written = _parsed(text)
    written.pop("forms", None)  # the generated pages have no common form
    data = _without(partial, written)
    text = _dumped(data)
    text = SUGGESTIONS.sub(r"\1part-1/", text)
    return ACTION.sub(lambda match: match[1] + next(pages), text)


def _labels(paths: list[str], books: dict[str, PhraseBook]) -> Iterator[tuple[str, list[str]]]:
    """Each page and section with its label in every language, numbered to be unique."""
    draw = random.Random(SEED)
    places = dict.fromkeys(part for path in paths for part in (path.partition("/")[0], path))
    for number, place in enumerate(places):
        yield place, [f"{draw.choice(book.titles)} {number}" for book in books.values()]


if __name__ == "__main__":
    write_large_site(Path(sys.argv[1]), int(sys.argv[2]))
