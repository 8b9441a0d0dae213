"""Check for characters that are invisible, reorder the text or look like others.

Answers: does a reviewer see the same text as a reader? A joiner between emoji, or in a script that
needs it, is allowed. Byte order marks, line ends and NUL bytes are checked in encoding.py.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from html import unescape

from knowledge.data.yaml_files import DATA
from knowledge.finding import in_ascii
from knowledge.markdown.sentences import without_code
from knowledge.markdown.source import Source
from knowledge.rules.latin_letters import look_alikes
from knowledge.rules.rule import Breaks, Faults, PlacedFaults, placed, site_rule
from knowledge.site.mkdocs_yml import CONFIGURATION
from knowledge.site.site import Site
from knowledge.writing_systems import SYSTEMS, of_language

INVISIBLE_CATEGORIES = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})
"""Unicode categories: control, format, unassigned, private use, surrogate, line separators."""
ALLOWED_CONTROLS = "\0\t\n\r"
"""Control characters that are allowed, or that encoding.py reports."""
BLANK_CHARACTERS = (
    "\u034f\u115f\u1160\u1680\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u2d7f\u3164\uffa0\ufffc"
    "\U00016fe4\U0001d159"
)
"""Letters, marks and symbols without a visible glyph."""
STROKES = "\u0305\u0332-\u0338\u033f\u20d2\u20d3\u20d8-\u20da\u20e5-\u20e8"
"""Combining lines over, under and through a letter; for a character class."""
LATIN_LOOKALIKES = (
    "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0455\u0458\u0501\u04cf\u04bb"
    + "\u03bf\u03b9\u03bd"
)
"""Cyrillic and Greek letters that look like Latin ones."""
SCRIPT = re.compile(r"([A-Z][A-Z ]*?) (?:(?:CAPITAL|SMALL|FINAL) )*LETTER\b")
"""The script of a letter, in its Unicode name."""
EVERYWHERE = frozenset({"LATIN", "GREEK", "FULLWIDTH LATIN"})
"""Scripts with letters in texts of every language: names, signs of units and of mathematics."""
KEYCAP = "\u20e3"
"""The enclosing mark that makes an emoji of a digit, `#` or `*` before it."""
MISLEADING = re.compile(
    rf"[{STROKES}]|[\u0300-\u036f]{{3}}|[a-zA-Z][{LATIN_LOOKALIKES}]|[{LATIN_LOOKALIKES}][a-zA-Z]"
    r"|(?<![\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff])[\U000e0100-\U000e01ef]"
    r"|(?<![0-9#*\u00a9\u00ae\u2000-\u2bff\u3000-\u303f\u3200-\u9fff\uf900-\ufaff"
    r"\U0001f000-\U0003ffff])[\ufe00-\ufe0f]"
    r"|[\ufe00-\ufe0f\U000e0100-\U000e01ef]{2}"
    rf"|(?<![0-9#*])(?<![0-9#*]\ufe0f){KEYCAP}"
    r"|[\u2e80-\u2fdf\uf900-\ufaff\U0002f800-\U0002fa1f]"
)
"""Strokes, stacked marks, variation selectors without a variant, lookalike letters in a Latin word,
compatibility ideographs and radicals: text that reads as another word than a search finds."""
SUSPECT = re.compile(
    rf"[{STROKES}{KEYCAP}\u0300-\u036f{LATIN_LOOKALIKES}\u2e80-\u2fdf\uf900-\ufaff\ufe00-\ufe0f"
    r"\U0002f800-\U0002fa1f\U000e0100-\U000e01ef]"
)
"""A quick filter: a text without any of these characters has no match of MISLEADING."""
RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})
"""Bidirectional classes of right-to-left characters (Unicode, UAX 9)."""
EMOJI = range(0x1F000, 0x1FC00)
"""Code points in which new Unicode versions assign emoji that an older Python does not know."""
ESCAPE = re.compile(r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[NLP_0abefv])")
JOINERS = "\u200c\u200d"
ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,31});")
SYSTEMS_WITHOUT_JOINERS = (system for system in SYSTEMS if not system.needs_joiners)
SCRIPTS = sorted(
    {script.upper() for system in SYSTEMS_WITHOUT_JOINERS for script in system.scripts}
)
NEEDS_NO_JOINER = ("CJK", "FULLWIDTH", "DIGIT", *SCRIPTS)
"""Prefixes of the Unicode names of characters; a joiner before these has no effect."""


@site_rule("SF008", "invisible-character", stops_build=True, breaks=Breaks.LINE)
def invisible_characters(site: Site) -> PlacedFaults:
    """Zero-width, control and text-direction characters, written as such or as entities."""
    known = (*site.languages.tags, *(line.language for line in site.data.settings.help_lines))
    for source in site.every_source():
        if not source.excess:
            marked = {dict(each.attributes).get("lang", "") for each in source.elements}
            tags = (*known, *sorted(marked - {""}))  # such as ja-Hang, how Japanese sounds
            yield from placed(source.path, _in_source(source, tags))
    for name, content in site.data_files.items():
        yield from placed(f"{DATA}/{name}", _in_data(content, known))
    yield from placed(CONFIGURATION, _in_data(site.folder.configuration, known))


@lru_cache(maxsize=8192)
def is_invisible(sign: str) -> bool:
    """Whether a character has no glyph of its own, or changes how others are displayed."""
    if sign in ALLOWED_CONTROLS:
        return False
    category = unicodedata.category(sign)
    is_new_emoji = category == "Cn" and ord(sign) in EMOJI
    return sign in BLANK_CHARACTERS or (category in INVISIBLE_CATEGORIES and not is_new_emoji)


def _in_source(source: Source, tags: Sequence[str]) -> Faults:
    text = source.content.decode("utf-8", errors="replace").removeprefix("\ufeff")
    lines = text.split("\n")
    yield from _invisible(lines)
    yield from _misleading(text, tags)
    yield from _escapes(lines[: max(source.front_matter_end, 0)])
    if "&" in text:
        yield from _entities(source, tags)


def _in_data(content: bytes, tags: Sequence[str]) -> Faults:
    text = content.decode("utf-8", errors="replace").removeprefix("\ufeff")
    yield from _misleading(text, tags)
    yield from _invisible(text.split("\n"))
    yield from _escapes(text.split("\n"))


def _misleading(text: str, tags: Sequence[str]) -> Faults:
    """Text that displays in another order, or as another word, than it is stored."""
    is_ltr_only = all(of_language(tag).direction == "ltr" for tag in tags)
    signs = {sign for sign in set(text) if not sign.isascii()}
    odd = {s for s in signs if is_ltr_only and unicodedata.bidirectional(s) in RIGHT_TO_LEFT}
    odd |= {*filter(_is_enclosing, signs), *look_alikes(signs, tags)}
    odd |= _in_other_scripts(signs, tags)
    if not odd and not SUSPECT.search("".join(signs)):
        return
    for number, line in enumerate(text.split("\n"), start=1):
        found = next(
            (match[0] for match in MISLEADING.finditer(line) if _is_misleading(match[0])), ""
        ) or "".join(sorted(odd & set(line)))
        if found:
            fact = f"'{in_ascii(found)}' is read as something else than it is"
            yield number, fact, "Write the word anew, in letters of one script"


@lru_cache(maxsize=8192)
def _script_of(sign: str) -> str:
    """The script of a capital or small letter, which may look like a Latin one; else empty."""
    found = SCRIPT.match(unicodedata.name(sign, ""))
    return found[1] if found and unicodedata.category(sign) in ("Lu", "Ll") else ""


def _in_other_scripts(signs: set[str], tags: Sequence[str]) -> set[str]:
    """Letters of alphabets of none of some languages; none if the script of one is unknown."""
    scripts = [of_language(tag).scripts for tag in tags]
    known = EVERYWHERE.union(script.upper() for own in scripts for script in own)
    found = {sign for sign in signs if (script := _script_of(sign)) and script not in known}
    return found if all(scripts) else set()


@lru_cache(maxsize=8192)
def _is_enclosing(sign: str) -> bool:
    """Whether a mark encloses or strikes out the characters before it."""
    return unicodedata.category(sign) == "Me" and sign != KEYCAP


def _is_misleading(found: str) -> bool:
    """False for a compatibility ideograph without an equivalent, which some names need."""
    return unicodedata.normalize("NFKC", found) != found or not "\uf900" <= found <= "\ufaff"


def _invisible(lines: list[str]) -> Faults:
    """Invisible characters; most texts have none, so the set of all characters comes first."""
    has_any = any(map(is_invisible, set().union(*lines)))
    for number, line in enumerate(lines if has_any else (), start=1):
        signs = filter(is_invisible, set(line))
        places = sorted(i for sign in signs for i, each in enumerate(line) if each == sign)
        found = [line[i] for i in places if _is_forbidden(line, i)]
        if found:
            yield _fault(number, found)


def _entities(source: Source, tags: Sequence[str]) -> Faults:
    """Invisible and misleading characters as entities such as `&#8203;`, outside of code."""
    lines = [line for text in source.texts for line in text.lines]
    lines += [(heading.line, heading.text) for heading in source.headings]
    for number, line in lines:
        entities = [unescape(entity) for entity in ENTITY.findall(without_code(line))]
        found = [each for each in entities if any(map(is_invisible, each))]
        if found:
            yield _fault(number, found)
        elif entities:
            shown = unescape(without_code(line)).replace("\n", " ")
            yield from ((number, fact, remedy) for _, fact, remedy in _misleading(shown, tags))


def _escapes(lines: list[str]) -> Faults:
    """Characters written as YAML escapes, which hide them from whoever reads the file."""
    for number, line in enumerate(lines, start=1):
        if found := ESCAPE.search(line):
            fact = f"'{found[0]}' stands for a character that nobody sees here"
            yield number, fact, "Write the character itself"


def _fault(line: int, found: list[str]) -> tuple[int, str, str]:
    first = f"U+{ord(found[0]):04X} ({unicodedata.name(found[0], 'no name')})"
    rest = "" if len(found) == 1 else f", and {len(found) - 1} more on this line"
    remedy = "Delete it; in an editor that shows none, write the word anew"
    return line, f"a character that nobody sees stands here: {first}{rest}", remedy


def _is_forbidden(line: str, offset: int) -> bool:
    """Whether an invisible character is not allowed: any but a joiner that the text needs."""
    if line[offset] not in JOINERS:
        return True
    following = line[offset + 1 : offset + 2]
    name = unicodedata.name(following, "") if following else ""
    return not name or name.startswith(NEEDS_NO_JOINER) or is_invisible(following)
