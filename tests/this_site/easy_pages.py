"""The built pages in easy Japanese: their kanji, each with its reading.

As a command it writes READINGS anew from a built site, to be read as a difference (WRITE_READINGS).
"""

import re
import sys
from html import unescape
from pathlib import Path

from knowledge.kana import RUN
from support.cases_site import MOMENT, ROOT

LANGUAGE = "ja-Hira"
SOURCES = ROOT / "docs" / LANGUAGE
NAMES = sorted(p.relative_to(SOURCES).with_suffix("").as_posix() for p in SOURCES.rglob("*.md"))
"""Such as `index`, `start/paid`, inside the language."""
READINGS = Path(__file__).with_name("easy_readings.txt")
"""The readings that somebody has read: on each line a word with the kana behind it, and its
readings."""
WRITE_READINGS = f"""\
  SOURCE_DATE_EPOCH={MOMENT} make site
  PYTHONPATH=hooks:tests SOURCE_DATE_EPOCH={MOMENT} .venv/bin/python -m this_site.easy_pages site"""
"""The commands that write READINGS: readings of dates depend on the day."""
LEFT_OUT = re.compile(
    r"<(script|style|svg|code|title|head)\b.*?</\1>"
    r'|<(\w+)(?=[^>]* lang="(?!ja)[^"]*")[^>]*>.*?</\2>|<!--.*?-->',
    re.DOTALL,
)
READING = re.compile(r'([^<>]+)<rt aria-hidden="true">(.*?)</rt>')
WITHIN_TEXT = re.compile(r"</?(?:a|em|ruby|span|strong)\b[^>]*>")
TAG = re.compile(r"<[^>]*>")
MARKED = re.compile("\ue000([^\ue001]*)\ue001([^\ue002]*)\ue002([ぁ-ん]?)")


def marked_text(html: str) -> str:
    """The text of a page, each reading between private-use characters."""
    text = READING.sub("\ue000\\1\ue001\\2\ue002", LEFT_OUT.sub("", html))
    return unescape(TAG.sub("\n", WITHIN_TEXT.sub("", text)))


def readings_of(html: str) -> set[tuple[str, str]]:
    """The words of a page, with the kana behind them, and their readings."""
    found = MARKED.finditer(marked_text(html))
    return {(f"{match[1]}{match[3]}", match[2]) for match in found}


def bare_kanji(html: str) -> list[str]:
    """The kanji of a page without a reading."""
    return RUN.findall(MARKED.sub("", marked_text(html)))


def stored_readings() -> set[tuple[str, str]]:
    """The pairs in READINGS."""
    lines = (line.split() for line in READINGS.read_text("utf-8").splitlines())
    return {(word, reading) for word, *readings in lines for reading in readings}


def lines_of(pairs: set[tuple[str, str]]) -> str:
    """The text of READINGS for some pairs."""
    words = sorted({word for word, _ in pairs})
    lines = (" ".join([w, *sorted(r for word, r in pairs if word == w)]) for w in words)
    return "".join(f"{line}\n" for line in lines)


def html_of(site: Path, name: str) -> str:
    """The HTML of a page of a built site."""
    return (site / LANGUAGE / f"{name}.html").read_text("utf-8")


def built_readings(site: Path) -> set[tuple[str, str]]:
    """The readings of all pages of a built site."""
    return set().union(*(readings_of(html_of(site, name)) for name in NAMES))


if __name__ == "__main__":
    READINGS.write_text(lines_of(built_readings(Path(sys.argv[1]))), "utf-8")
