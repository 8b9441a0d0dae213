"""Explain in plain words why a text is not valid YAML, or not parsed as it was meant.

Answers: which line has to be corrected, and how?
"""

import re

import yaml

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The fast loader of libyaml, or the pure Python one if PyYAML was built without libyaml."""
# By a part of a message of libyaml or PyYAML: the problem in words for contributors.
PROBLEMS = {
    "mapping values are not allowed": "a second ': ' stands on this line",
    "end of stream": "a quote or bracket is opened here and never closed",
    "tab character": "a tab stands here, where spaces must",
    "cannot start any token": "a sign stands here that begins no value",
    "did not find expected": "this line does not fit the indent, quotes or brackets around it",
    "could not find expected ':'": "this line is no 'key: value'",
}
BEGUN_BEFORE = ("end of stream", "could not find expected ':'")
"""Problems that PyYAML reports at the end of a construct, and that are fixed at its beginning."""
ODD_SPACE = r"[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]"
"""A full-width or no-break space, which YAML treats as an ordinary character."""
KEY = r"^\s*(?:-\s+)?\{?\s*"
"""Pattern of what may precede a key on its line: indent, list marker, brace."""
MISTAKES = (
    (re.compile(r"^ *\t"), PROBLEMS["tab character"], "Indent with spaces"),
    (re.compile(r"^ *-\t|^[^\"'#]*:\t"), PROBLEMS["tab character"], "Write one space"),
    (
        re.compile(rf"^ *{ODD_SPACE}"),
        "a full-width or no-break space stands before this line",
        "Indent with plain spaces",
    ),
    (
        re.compile(KEY + r"([^:\"'\s]+)\s*\uff1a"),
        "the colon behind '{}' is full-width, so it ends no key",
        "Write '{}: '",
    ),
    (
        re.compile(KEY + rf"([^:\"'\s]+):{ODD_SPACE}"),
        "the space behind '{}:' is full-width or a no-break one, so it ends no key",
        "Write '{}: '",
    ),
    (
        re.compile(KEY + r"([a-z_][A-Za-z_-]*):(?=[^\s:/])"),
        "no space stands behind '{}:'",
        "Write '{}: '",
    ),
    (
        re.compile(r"^ *-[^\s-]"),
        "no space stands behind '-', so this is no item of the list",
        "Write '- ...'",
    ),
)
"""Common mistakes on a line: pattern, fact and remedy; `{}` stands for the key."""
MERGE = re.compile(r"(?:<{7}|>{7}|={7})(?=[ ]|$)")
KEEP_ONE = "Keep one version, and delete the lines with the signs"

SUSPECT = re.compile(r"\t|\S[ \t]+#[^\s#!]")
"""A tab, or a `#` that may begin a comment although it was meant as part of a value."""
COMMENT = re.compile(r"\S[ \t]+#([^#!]?)")
"""The beginning of a comment after a value, in a line whose values are masked."""


Explained = tuple[int, str, str]
"""0-based line of the text, the problem, and a remedy (may be empty)."""


def in_plain_words(error: yaml.MarkedYAMLError, text: str) -> Explained:
    """An error of PyYAML in plain words, on the line that has to be corrected."""
    problem = error.problem or "unreadable"
    # An unclosed quote or bracket, and a key without its colon, is corrected where it begins.
    is_begun = any(said in problem for said in BEGUN_BEFORE)
    mark = (error.context_mark if is_begun else None) or error.problem_mark
    line, lines = mark.line if mark else 0, [*text.split("\n"), ""]
    merged = next((number for number, each in enumerate(lines) if MERGE.match(each)), None)
    if merged is not None:
        return merged, f"'{lines[merged].strip()}' is left of a merge", KEEP_ONE
    if (quote := _quote_closed_late(text, mark)) is not None:
        return quote, "the quote that opens here is closed too late", ""
    # PyYAML often reports a malformed key on the next line.
    for at in (line, line - 1) if line else (line,):
        for pattern, fact, remedy in MISTAKES:
            if found := pattern.search(lines[at]):
                key = found[1] if pattern.groups else ""
                return at, fact.format(key), remedy.format(key)
    return line, next((words for said, words in PROBLEMS.items() if said in problem), problem), ""


def silent_mistake(text: str) -> Explained | None:
    """The first line that is valid YAML but parsed otherwise than it was meant; None if none.

    A `#` without a space after it, as in `call #1234`, was meant as part of the value. A tab
    between values is valid for libyaml only, and mkdocs parses its configuration without libyaml.
    """
    suspects = {n for n, line in enumerate(text.split("\n")) if SUSPECT.search(line)}
    lines = _without_values(text, suspects) if suspects else []
    for number in sorted(suspects):
        found = COMMENT.search(lines[number])
        if "\t" in lines[number].partition("#")[0]:
            return number, PROBLEMS["tab character"], "Write one space"
        if found and found[1] and not found[1].isspace():
            fact = "' #' begins a comment, so what stands behind it is left out"
            return number, fact, "Put the whole value in quotes"
    return None


def _without_values(text: str, wanted: set[int]) -> list[str]:
    """The lines of a text, with the values on the wanted lines (0-based) masked."""
    lines = text.split("\n")
    for token in yaml.scan(text, Loader=Loader):
        if isinstance(token, yaml.ScalarToken):
            start, end = token.start_mark, token.end_mark
            for number in wanted.intersection(range(start.line, end.line + 1)):
                first = start.column if number == start.line else 0
                last = end.column if number == end.line else len(lines[number])
                inside = "x" * (last - first)
                lines[number] = lines[number][:first] + inside + lines[number][last:]
    return lines


def _quote_closed_late(text: str, mark: yaml.Mark | None) -> int | None:
    """The 0-based line of a quote that spans lines and is closed on the line of the error."""
    opened: int | None = None
    try:
        for token in yaml.scan(text, Loader=Loader):
            if isinstance(token, yaml.ScalarToken) and token.style in ("'", '"'):
                is_long = token.start_mark.line < token.end_mark.line
                ends_there = mark is not None and token.end_mark.line == mark.line
                opened = token.start_mark.line if is_long and ends_there else opened
    except yaml.YAMLError:
        pass
    return opened
