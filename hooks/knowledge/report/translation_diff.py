"""What has changed in an original since its translation was compared with it.

Answers: which sections of the original are new, gone or different, and how? Finds the text that
the translation quotes in the history of the original; where that is lost, says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import unified_diff

from knowledge.markdown.front_matter import Key
from knowledge.markdown.sections import Section, sections, shown_name
from knowledge.markdown.source import Source, read
from knowledge.site.freshness import digest


@dataclass(frozen=True, slots=True)
class Version:
    """The text that a translation quotes."""

    commit: str
    source: Source


def quoted_version(translation: Source, versions: Iterable[tuple[str, bytes]]) -> Version | None:
    """The newest version of an original that its translation quotes; None where there is none.

    Args:
        translation: the page that quotes a hash.
        versions: commits of the original with its content, the newest first.
    """
    recorded = translation.meta(Key.TRANSLATES)
    for commit, content in versions:
        source = read(translation.path, content)
        if digest(source) == recorded:
            return Version(commit, source)
    return None


def changes(before: Source, now: Source, translation: Source) -> Iterator[str]:
    """The difference of two texts, section by section, as lines to print."""
    old = {section.id: section for section in sections(before)}
    new = {section.id: section for section in sections(now)}
    there = {section.id: section.line for section in sections(translation)}
    for name, section in new.items():
        place = f"{now.path}:{section.line}"
        if name in there:
            place += f", {translation.path}:{there[name]}"
        if name not in old:
            yield f"\n{shown_name(section)} is new ({place})"
            yield from (f"+{line}" for line in section.lines if line.strip())
        elif _text(old[name]) != _text(section):
            yield f"\n{shown_name(section)} has changed ({place})"
            yield from _difference(old[name], section)
    for name, section in old.items():
        if name not in new:
            place = (
                f"{translation.path}:{there[name]}" if name in there else "not in the translation"
            )
            yield f"\n{shown_name(section)} is gone ({place})"


def _text(section: Section) -> list[str]:
    return [line.rstrip() for line in section.lines if line.strip()]


def _difference(old: Section, new: Section) -> Iterator[str]:
    lines = unified_diff(_text(old), _text(new), lineterm="", n=0)
    return (line for line in lines if not line.startswith(("---", "+++", "@@")))
