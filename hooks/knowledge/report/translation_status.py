"""The three tasks of `make freshness`: list stale translations, show the diff, renew the hash.

Answers: which translations are behind, and which sections of their originals were added, removed or
changed, and how? The earlier text is the version in the git history whose hash the translation
stores. The hash is computed in site/freshness.py; site/git_history.py reads commits.
"""

from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path

from knowledge.markdown.front_matter import Key
from knowledge.markdown.sections import Section, sections, shown_name
from knowledge.markdown.source import Source, read
from knowledge.rules.translations import stale_translations, unrecorded_translations
from knowledge.site import git_history
from knowledge.site.counterparts import PagePair, pairs
from knowledge.site.freshness import digest, is_stale, with_digest
from knowledge.site.languages import DOCS, source_in
from knowledge.site.redirects import aliases_of
from knowledge.site.site import Site
from knowledge.suggestion import did_you_mean


class UnknownPageError(Exception):
    """The page given on the command line is not a translation, or cannot be updated."""


def stale_report(site: Site) -> Iterator[str]:
    """List the translations that are behind, one a line, then their number and how to renew all."""
    found = sorted((*stale_translations.find(site), *unrecorded_translations.find(site)))
    for finding in found:
        yield f"{finding.path}:{finding.line}: {finding.problem}. {finding.fix}."
    total = sum(1 for _ in pairs(site))
    yield f"{total - len(found)} of {total} translations were compared with what they translate."
    if names := " ".join(dict.fromkeys(each.path.removeprefix(f"{DOCS}/") for each in found)):
        yield f'Once all of them say the same again: make freshness PAGE="{names}" RENEW=1'


def diff_report(site: Site, root: Path, page: str) -> Iterator[str]:
    """Show what has changed in the original of `page`, `en/guide.md`, since the two were compared.

    Raises:
        UnknownPageError: there is no such translation.
    """
    pair = _pair_of(site, page)
    call = f"make freshness PAGE={pair.translation.path.removeprefix(f'{DOCS}/')} RENEW=1"
    original = pair.original.path
    if pair.translation.meta(Key.TRANSLATES) and not is_stale(pair.original, pair.translation):
        yield f"{pair.translation.path} was compared with {original} as it is now."
        return
    version = _compared_version(site, root, pair)
    if version is None:
        yield _why_not(pair, root)
        yield f"So compare every section of {original}:"
        for section in sections(pair.original):
            there = pair.translated_lines.get(section.id)
            place = f"{pair.translation.path}:{there}" if there else "no such id there"
            yield f"  {shown_name(section)} ({original}:{section.line}, {place})"
    else:
        commit, before = version
        day = git_history.day_of(root, commit)
        yield (
            f"{pair.translation.path} was compared with {original} as it was on {day} "
            f"(commit {commit[:10]}). Since then:"
        )
        yield from _changes(before, pair.original, pair.translation)
    yield f"\nWhen the translation says the same again, or need not change: {call}"


def renew(site: Site, root: Path, page: str) -> Iterator[str]:
    """Write the hash of the current original into `page`, `en/guide.md`, and report that in a line.

    Raises:
        UnknownPageError: there is no such page, or it has no front matter to write into.
    """
    if translations := _translations_of(site, page):
        yield (
            f"'{page}' is the original: nothing is noted in it, but in what translates it: "
            f"{' '.join(translations)}"
        )
        return
    pair = _pair_of(site, page)
    if pair.translation.front_matter_end <= 0:
        raise UnknownPageError(
            f"{pair.translation.path} has no front matter: begin it with '---', 'title: ...', '---'"
        )
    quoted = digest(pair.original)
    said = "already says" if pair.translation.meta(Key.TRANSLATES) == quoted else "now says"
    (root / pair.translation.path).write_bytes(with_digest(pair.translation, quoted))
    yield f"{pair.translation.path} {said} that it translates {quoted} of {pair.original.path}."


def _compared_version(site: Site, root: Path, pair: PagePair) -> tuple[str, Source] | None:
    """The original as its translation was compared with it, and its commit; None if unknown.

    If no commit has the version whose hash is stored, that version was never committed. Then the
    hash in the translation on the default branch is used.
    """
    if not pair.translation.meta(Key.TRANSLATES):
        return None
    before = site.changed_since_merge_base.get(pair.translation.path)
    notes = [pair.translation, *([read(pair.translation.path, before)] if before else [])]
    paths = list(_paths_of(pair.original, site))
    known = (
        (commit, source)
        for note in notes
        for path in paths
        for commit, content in git_history.versions(root, path)
        if digest(source := read(path, content)) == note.meta(Key.TRANSLATES)
    )
    return next(known, None)


def _changes(before: Source, now: Source, translation: Source) -> Iterator[str]:
    """Format the diff of two versions of an original, section by section, as lines to print.

    The translation is there for the lines of its sections.
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


def _paths_of(original: Source, site: Site) -> Iterator[str]:
    """The path of an original, and those that it had before it was renamed."""
    yield original.path
    for alias in aliases_of(original):
        if alias.page_path and not alias.anchor:
            yield source_in(site.languages.default, alias.page_path)


def _pair_of(site: Site, page: str) -> PagePair:
    """Find a translation by its path `en/guide.md`, with or without `docs/` and `.md`."""
    wanted = _full_path(page)
    by_path = {pair.translation.path: pair for pair in pairs(site)}
    if wanted not in by_path:
        if translations := _translations_of(site, page):
            named = " ".join(translations)
            raise UnknownPageError(f"'{page}' is the original. Name what translates it: {named}")
        known = [path.removeprefix(f"{DOCS}/") for path in by_path]
        hint = did_you_mean(wanted.removeprefix(f"{DOCS}/"), known, "Name one below docs/")
        raise UnknownPageError(f"'{page}' is no page. {hint}")
    return by_path[wanted]


def _translations_of(site: Site, page: str) -> list[str]:
    """Paths of the translations of an original, relative to docs/; empty for other pages."""
    wanted = _full_path(page)
    return [
        pair.translation.path.removeprefix(f"{DOCS}/")
        for pair in pairs(site)
        if pair.original.path == wanted
    ]


def _full_path(page: str) -> str:
    """The path of a page as somebody writes it: with or without `docs/` and `.md`."""
    path = page.replace(chr(92), "/").removeprefix("./").removeprefix(f"{DOCS}/")
    return f"{DOCS}/{path.removesuffix('.md')}.md"


def _why_not(pair: PagePair, root: Path) -> str:
    """The reason why the earlier text of the original is not available."""
    path, recorded = pair.translation.path, pair.translation.meta(Key.TRANSLATES)
    if not recorded:
        return f"{path} does not say yet which text it translates."
    if not git_history.has_commit(root):
        return f"There is no git history here, so the text that {path} translates is not known."
    if git_history.is_shallow(root):
        return (
            f"The history here is shallow, so the text that {path} translates ({recorded}) may lie "
            "before it. 'git fetch --unshallow' brings it."
        )
    return f"No commit of {pair.original.path} has the text that {path} translates ({recorded})."
