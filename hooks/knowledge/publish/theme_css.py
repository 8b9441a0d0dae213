"""The theme's styles, without what no page of the site can show.

Answers: which rules of a style sheet can ever apply here? A rule stays if the pages, or the scripts
that add to them, hold every element, class, id and attribute that one of its selectors asks for.
What a selector asks of a state (`:hover`, `:checked`) is never asked here, so that states stay. A
custom property that nobody reads goes too; the theme carries its icons in them. So does all motion:
nobody asked for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import tinycss2
from tinycss2 import ast

TAG = re.compile(r"<([a-z][a-z0-9-]*)((?:\s[^<>]*)?)>")
ATTRIBUTE = re.compile(r"([a-zA-Z:_-]+)(?:=\"([^\"]*)\"|=([^\s\"'>]+))?")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
SPACE = re.compile(r"\s+")
READ = re.compile(r"var\(\s*(--[\w-]+)")
ALTERNATIVES = ("is", "where")
"""Functions in a selector of which one argument is enough."""
MOTION = ("transition", "animation")
"""The beginnings of properties that make things move."""
CONDITIONS = ("media", "supports", "layer", "container")
"""At-rules that hold rules."""


@dataclass(frozen=True, slots=True)
class KnownMarkup:
    """What may occur in the pages of a site."""

    elements: frozenset[str]
    classes: frozenset[str]
    ids: frozenset[str]
    attributes: frozenset[tuple[str, str]]
    """Pairs of name and value; with an empty value for every attribute that is there at all."""


def markup_of(texts: Iterable[str]) -> KnownMarkup:
    """What occurs in HTML, or in templates of it."""
    tags = {tag for html in texts for tag in TAG.findall(html)}
    given = [part for _, rest in tags for part in ATTRIBUTE.findall(rest)]
    found = {(name, value or bare) for name, value, bare in given}
    words = {(name, word) for name, value in found for word in value.split()}
    return KnownMarkup(
        elements=frozenset({"html", "head", "body"} | {name for name, _ in tags}),
        classes=frozenset(word for name, word in words if name == "class"),
        ids=frozenset(value for name, value in found if name == "id"),
        attributes=frozenset(found | {(name, "") for name, _ in found}),
    )


def needed_style(css: str, markup: KnownMarkup) -> str:
    """A style sheet without comments, and without what no page can show."""
    rules = list(_needed(tinycss2.parse_stylesheet(css, True, True), markup))
    text = "".join(rule.serialize() for rule in rules)
    while True:
        read = frozenset(READ.findall(text))
        shorter = "".join(_text(rule, read) for rule in rules)
        if shorter == text:
            return text
        text = shorter


def without_space(css: str) -> str:
    """A style sheet of ours without comments and indentation."""
    return SPACE.sub(" ", COMMENT.sub("", css)).strip()


def _needed(rules: Iterable[ast.Node], markup: KnownMarkup) -> Iterator[ast.Node]:
    for rule in rules:
        if isinstance(rule, ast.QualifiedRule):
            kept = [part for part in _split(rule.prelude) if _can_match(part, markup)]
            if kept:
                rule.prelude = _joined(kept)
                yield rule
        elif isinstance(rule, ast.AtRule) and rule.at_keyword in CONDITIONS and rule.content:
            inner = list(_needed(tinycss2.parse_rule_list(rule.content, True, True), markup))
            if inner:
                rule.content = inner
                yield rule
        else:
            yield rule


def _split(tokens: Iterable[ast.Node]) -> Iterator[list[ast.Node]]:
    """The selectors of a list."""
    part: list[ast.Node] = []
    for token in tokens:
        if token.type == "literal" and token.value == ",":
            yield part
            part = []
        else:
            part.append(token)
    yield part


def _joined(parts: list[list[ast.Node]]) -> list[ast.Node]:
    comma = ast.LiteralToken(0, 0, ",")
    return [token for number, part in enumerate(parts) for token in ([comma] * bool(number) + part)]


def _can_match(selector: list[ast.Node], markup: KnownMarkup) -> bool:
    """Whether every simple part of a selector occurs; those inside `:not()` need not."""
    before = ("", *(token.value if token.type == "literal" else "" for token in selector))
    return all(_occurs(*pair, markup) for pair in zip(before, selector, strict=False))


def _occurs(before: str, token: ast.Node, markup: KnownMarkup) -> bool:
    """Whether one token asks for nothing that no page has.

    Args:
        before: the sign before it: a dot before a class, a colon before a state; or nothing.
        token: a part of a selector.
        markup: what may occur.
    """
    if token.type == "ident" and before != ":":
        return token.value in (markup.classes if before == "." else markup.elements)
    if token.type == "hash":
        return token.value in markup.ids
    if token.type == "[] block":
        return _has_attribute(token.content, markup)
    if token.type == "function" and token.lower_name in ALTERNATIVES:
        return any(_can_match(part, markup) for part in _split(token.arguments))
    return True


def _has_attribute(content: list[ast.Node], markup: KnownMarkup) -> bool:
    """Whether an attribute occurs; with its very value where the selector asks for that."""
    parts = [token for token in content if token.type != "whitespace"]
    name = parts[0].value
    is_exact = len(parts) >= 3 and parts[1] == "="  # noqa: PLR2004
    return (name, parts[2].value if is_exact else "") in markup.attributes


def _text(rule: ast.Node, read: frozenset[str]) -> str:
    """A rule without the custom properties that nobody reads; empty if nothing is left."""
    if isinstance(rule, ast.AtRule) and rule.at_keyword in CONDITIONS:
        inner = "".join(_text(each, read) for each in rule.content)
        prelude = tinycss2.serialize(rule.prelude)
        return f"@{rule.at_keyword}{prelude}{{{inner}}}" if inner else ""
    if not isinstance(rule, ast.QualifiedRule):
        return str(rule.serialize())
    parsed = tinycss2.parse_blocks_contents(rule.content, True, True)
    kept = [each.serialize() for each in parsed if _is_kept(each, read)]
    return f"{tinycss2.serialize(rule.prelude).strip()}{{{';'.join(kept)}}}" if kept else ""


def _is_kept(declaration: ast.Node, read: frozenset[str]) -> bool:
    if declaration.type != "declaration":
        return True
    name = declaration.lower_name
    return declaration.name in read if name.startswith("--") else not name.startswith(MOTION)
