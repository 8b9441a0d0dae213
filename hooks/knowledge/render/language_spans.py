"""`lang` attributes for words in another language, so that a screen reader pronounces them right.

Answers: which words of a page are in another language of the site, and in which one? Detected by
script: only letters that the page's own language does not use are marked, and only if they identify
one other language of the site. Words in Latin letters are left to the author (`{: lang=... }`).
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from knowledge.writing_systems import LATIN, WritingSystem, dir_attribute, of_language

TAG = re.compile(
    r"<(/?)([a-z][a-z0-9]*)\b(?:[^>\"']++|\"[^\"]*\"|'[^']*')*+>|<!--.*?-->", re.DOTALL
)
"""A tag or a comment; a `>` inside quotes does not end a tag."""


def with_languages(html: str, language: str, others: Iterable[str]) -> str:
    """Wrap every run of another language's letters in `<span lang="...">`.

    Elements that already have that `lang` attribute are left as they are.
    """
    for other, runs in _runs_of_languages(language, tuple(others)):
        if runs.search(html):
            html = "".join(_marked(html, language, other, runs))
    return html


@cache
def _runs_of_languages(language: str, others: tuple[str, ...]) -> list[tuple[str, re.Pattern[str]]]:
    """The languages that can be detected on a page, each with the pattern of its runs."""
    own = of_language(language)
    systems = {other: of_language(other) for other in others if other != language}
    found = []
    for other, system in systems.items():
        rest = [each for code, each in systems.items() if code != other]
        is_told = system is not LATIN and system.letters and system not in rest
        if not is_told or system.scripts & own.scripts:
            continue
        # If another language shares some of the letters, a run must contain one of its own.
        is_shared = any(system.scripts & each.scripts for each in rest)
        if not is_shared or system.own_letters:
            found.append((other, _runs(system, system.own_letters if is_shared else "")))
    return found


def _runs(system: WritingSystem, needed: str) -> re.Pattern[str]:
    """Pattern of a run of letters; one of `needed`, a regex character class, must be in it."""
    if system.has_spaces:
        return re.compile(f"[{system.letters}]+(?: [{system.letters}]+)*")
    run = f"[{system.letters}][{system.letters}{system.joined}]*"
    some = f"(?=[{system.letters}{system.joined}]*[{needed}])" if needed else ""
    return re.compile(f"「?{some}{run}")


def _marked(html: str, language: str, other: str, runs: re.Pattern[str]) -> Iterator[str]:
    mark = rf'<span lang="{other}"{dir_attribute(other, language)}>\g<0></span>'
    end = 0
    inside, depth = "", 0
    for tag in TAG.finditer(html):
        text = html[end : tag.start()]
        yield text if depth else runs.sub(mark, text)
        yield tag[0]
        end = tag.end()
        if depth and tag[2] == inside:
            depth += -1 if tag[1] else 1
        elif not depth and not tag[1] and f' lang="{other}' in tag[0]:
            inside, depth = tag[2], 1
    text = html[end:]
    yield text if depth else runs.sub(mark, text)
