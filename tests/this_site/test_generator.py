"""The hooks and overrides do not mention the subject of this site."""

import re

import pytest

from support.cases_site import ROOT

# Words about the subject of this site; none of them belongs in hooks or overrides.
SUBJECT = re.compile(
    r"fraud|scam|one-?click|police|lawsuit|court|operator|detective|\bbill(?:s|ed|ing)?\b|victim|hotline|prepaid|"
    r"ワンクリック|詐欺|警察|裁判|訴訟|業者|請求|消費|弁護士|相談|被害|"
    r"\b188\b|\b9110\b|\b110\b|\b0570\b",
    re.IGNORECASE,
)
FILES = sorted(
    path
    for folder in ("hooks", "overrides")
    for path in (ROOT / folder).rglob("*")
    if path.is_file() and path.suffix in (".py", ".html", ".xml", ".css", ".js", ".svg")
    if "vendor" not in path.parts
)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_nothing_here_knows_the_subject(path):
    lines = path.read_text("utf-8").splitlines()
    found = [f"{number}: {line}" for number, line in enumerate(lines, 1) if SUBJECT.search(line)]
    assert found == []


def test_the_words_are_those_of_the_site():
    pages = "\n".join(p.read_text("utf-8") for p in (ROOT / "docs").rglob("*.md"))
    found = {word.lower() for word in SUBJECT.findall(pages)}
    assert len(found) > 20
