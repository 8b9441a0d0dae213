"""The theme's stylesheet without unused rules.

Answers: which rules of a stylesheet can match anything on this site? A rule stays if every element,
class, id and attribute in one of its selectors occurs in the site's markup. Pseudo-classes
(`:hover`, `:checked`) count as matching. Custom properties that no `var()` reads are removed too
(the theme keeps its icons in them), and so are all transitions and animations.
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
VAR = re.compile(r"var\(\s*(--[\w-]+)")
ALTERNATIVES = ("is", "where")
"""Functional pseudo-classes that match if one of their arguments does."""
MOTION = ("transition", "animation")
"""Prefixes of the properties of transitions and animations."""
CONDITIONS = ("media", "supports", "layer", "container")
"""At-rules that contain rules."""


@dataclass(frozen=True, slots=True)
class KnownMarkup:
    """The elements, classes, ids and attributes that may occur in the pages of a site."""

    elements: frozenset[str]
    classes: frozenset[str]
    ids: frozenset[str]
    attributes: frozenset[tuple[str, str]]
    """Pairs of name and value; one with an empty value for each attribute that occurs at all."""


def markup_of(texts: Iterable[str]) -> KnownMarkup:
    """Collect the markup of HTML documents or templates."""
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
    """Remove comments, unused rules and unused custom properties from a stylesheet."""
    rules = list(_needed(tinycss2.parse_stylesheet(css, True, True), markup))
    text = "".join(rule.serialize() for rule in rules)
    while True:
        read = frozenset(VAR.findall(text))
        shorter = "".join(_text(rule, read) for rule in rules)
        if shorter == text:
            return text
        text = shorter


def without_space(css: str) -> str:
    """Remove comments and collapse white space in a stylesheet whose strings contain neither."""
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
    """Split a selector list at its commas."""
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
    """Whether every simple selector occurs in the markup; the arguments of `:not()` are ignored."""
    before = ("", *(token.value if token.type == "literal" else "" for token in selector))
    return all(_occurs(*pair, markup) for pair in zip(before, selector, strict=False))


def _occurs(before: str, token: ast.Node, markup: KnownMarkup) -> bool:
    """Whether one token of a selector occurs in the markup.

    Args:
        before: the literal before it: `.` before a class, `:` before a pseudo-class; else empty.
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
    """Whether an attribute selector may match; the value is compared for `=` only."""
    parts = [token for token in content if token.type != "whitespace"]
    name = parts[0].value
    is_exact = len(parts) >= 3 and parts[1] == "="  # noqa: PLR2004
    return (name, parts[2].value if is_exact else "") in markup.attributes


def _text(rule: ast.Node, read: frozenset[str]) -> str:
    """Serialize a rule without unused custom properties and motion; empty if nothing is left.

    Args:
        rule: of a stylesheet.
        read: names of the custom properties that a `var()` reads.
    """
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
