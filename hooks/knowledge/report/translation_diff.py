"""Changes of an original since its translation was last compared with it.

Answers: which sections of the original were added, removed or changed, and how? The earlier text is
the version in the git history whose hash the translation stores.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import unified_diff

from knowledge.markdown.front_matter import Key
from knowledge.markdown.sections import Section, sections, shown_name
from knowledge.markdown.source import Source, read
from knowledge.site.freshness import digest


@dataclass(frozen=True, slots=True)
class Version:
    """The version of an original that a translation was compared with."""

    commit: str
    source: Source


def quoted_version(translation: Source, versions: Iterable[tuple[str, bytes]]) -> Version | None:
    """The newest version of an original with the hash that its translation stores, or None.

    Args:
        translation: the page with the hash in its front matter.
        versions: commits and contents of the original, newest first.
    """
    recorded = translation.meta(Key.TRANSLATES)
    for commit, content in versions:
        source = read(translation.path, content)
        if digest(source) == recorded:
            return Version(commit, source)
    return None


def changes(before: Source, now: Source, translation: Source) -> Iterator[str]:
    """Format the diff of two versions of an original, section by section, as lines to print.

    Args:
        before: the earlier version.
        now: the current version.
        translation: the translation, for the lines of its sections.
    """
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
        elif old[name].written_lines != section.written_lines:
            yield f"\n{shown_name(section)} has changed ({place})"
            yield from _difference(old[name], section)
    for name, section in old.items():
        if name not in new:
            place = (
                f"{translation.path}:{there[name]}" if name in there else "not in the translation"
            )
            yield f"\n{shown_name(section)} is gone ({place})"


def _difference(old: Section, new: Section) -> Iterator[str]:
    lines = unified_diff(old.written_lines, new.written_lines, lineterm="", n=0)
    return (line for line in lines if not line.startswith(("---", "+++", "@@")))
