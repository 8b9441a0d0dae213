"""Add a language to a copy of a site: a block in mkdocs.yml, interface texts and pages."""

import re
from collections.abc import Mapping
from pathlib import Path

import yaml

from knowledge.site.languages import from_configuration
from knowledge.site.mkdocs_yml import parse

FURTHER = re.compile(r"^(?:# ---- Markdown|markdown_extensions:)", re.MULTILINE)
"""Start of the section of mkdocs.yml that follows the languages."""


def free_code(site: Path, *codes: str) -> str:
    """The first of several codes that no language of a site has, as languages may be added."""
    taken = from_configuration(parse((site / "mkdocs.yml").read_bytes())).codes
    return next(code for code in codes if code not in taken)


def add_language(
    site: Path, code: str, name: str, pages: Mapping[str, str], **settings: object
) -> None:
    """Add a language to a site.

    Args:
        site: folder of the copy; changed.
        code: as in mkdocs.yml.
        name: what the language calls itself.
        pages: content by path inside the language: `index.md`.
        settings: of its block in mkdocs.yml, beside these two.
    """
    configuration = site / "mkdocs.yml"
    text = configuration.read_text("utf-8")
    block = yaml.safe_dump(
        [{"locale": code, "name": name, **settings}], allow_unicode=True, sort_keys=False
    )
    indented = "".join(f"        {line}\n" for line in block.splitlines())
    place = FURTHER.search(text)
    assert place
    before, after = text[: place.start()].rstrip(), text[place.start() :]
    configuration.write_text(f"{before}\n{indented}\n{after}", "utf-8")

    interface = site / "docs/_data/interface.yml"
    table = yaml.safe_load(interface.read_text("utf-8"))
    for texts in table.values():
        texts[code] = f"{name} {texts['en']}"
    interface.write_text(yaml.safe_dump(table, allow_unicode=True, width=1000), "utf-8")

    # By lines, because the file is long and says more than the names.
    about = site / "docs/_data/site.yml"
    if about.exists():
        before, names, rest = about.read_text("utf-8").partition("\nnames:\n")
        own = rf"\g<0>\n\1{code}: {name}"
        named = re.sub(r"^( +)en: .*$", own, rest, count=2, flags=re.MULTILINE)
        about.write_text(before + names + named, "utf-8")

    for path, content in pages.items():
        place_of_page = site / "docs" / code / path
        place_of_page.parent.mkdir(parents=True, exist_ok=True)
        place_of_page.write_text(content, "utf-8")
