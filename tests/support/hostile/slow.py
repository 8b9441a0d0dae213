"""Texts designed to be slow to parse (denial of service).

A shape is a function from a number of repetitions to a page's text; `SHAPES` lists them by name.
"""

from collections.abc import Callable

SHAPES: dict[str, tuple[Callable[[int], str], int]] = {
    "nested brackets": (lambda n: "[" * n + "a" + "]" * n, 10_000),
    "open brackets": (lambda n: "[" * n, 20_000),
    "closing brackets": (lambda n: "]" * n, 20_000),
    "links in links": (lambda n: "[a](" * n, 10_000),
    "image openers": (lambda n: "![" * n, 10_000),
    "comment openers": (lambda n: "<!--" * n, 20_000),
    "comment openers on lines": (lambda n: "<!--\n" * n, 20_000),
    "headings": (lambda n: "".join(f"## a {{#h{i}}}\n\n" for i in range(n)), 5_000),
    "headings without ids": (lambda n: "## a\n\n" * n, 5_000),
    "open divs": (lambda n: "<div>\n" * n, 5_000),
    "open divs on one line": (lambda n: "<div>" * n, 5_000),
    "open spans": (lambda n: "<span>" * n, 5_000),
    "angle brackets": (lambda n: "<" * n, 20_000),
    "unfinished tags": (lambda n: "<a " * n, 10_000),
    "unfinished quotes in tags": (lambda n: '<a b="' * n, 10_000),
    "processing instructions": (lambda n: "<?" * n, 20_000),
    "declarations": (lambda n: "<!a" * n, 10_000),
    "character data": (lambda n: "<![CDATA[" * n, 10_000),
    "stars": (lambda n: "*" * n, 20_000),
    "stars and letters": (lambda n: "*a " * n, 10_000),
    "emphasis openers": (lambda n: "a**b" * n, 10_000),
    "underscores": (lambda n: "_a" * n, 10_000),
    "strong underscores": (lambda n: "__a_" * n, 10_000),
    "backticks": (lambda n: "`" * n, 20_000),
    "backtick runs": (lambda n: " ".join("`" * (i % 50 + 1) for i in range(n)), 3_000),
    "backslashes": (lambda n: "\\" * n, 20_000),
    "quotations": (lambda n: ">" * n + " a", 2_000),
    "quotations on lines": (lambda n: "\n".join(">" * i + " a" for i in range(n)), 300),
    "nested lists": (lambda n: "\n".join("    " * i + "- a" for i in range(n)), 300),
    "list items": (lambda n: "- a\n" * n, 10_000),
    "numbers": (lambda n: "1. a\n" * n, 10_000),
    "admonitions": (lambda n: "\n".join("    " * i + "!!! a\n" for i in range(n)), 200),
    "admonitions in a row": (lambda n: "!!! a\n\n    b\n\n" * n, 5_000),
    "fence openers": (lambda n: "```\na\n\n" * n, 10_001),
    "fences of other lengths": (lambda n: "\n".join("`" * (i + 3) for i in range(n)), 400),
    "wide table": (lambda n: "|a" * n + "|\n" + "|-" * n + "|\n" + "|b" * n + "|", 5_000),
    "long table": (lambda n: "|a|b|\n|-|-|\n" + "|c|d|\n" * n, 20_000),
    "table rule": (lambda n: "a|b\n" + "-|" * n + "x", 10_000),
    "footnotes": (lambda n: "".join(f"[^{i}]\n\n[^{i}]: a\n\n" for i in range(n)), 3_000),
    "definitions": (lambda n: "".join(f"[l{i}]: a.md\n" for i in range(n)), 10_000),
    "references": (lambda n: "[a][b] " * n + "\n\n[b]: case.md\n", 10_000),
    "attribute lists": (lambda n: "{: " * n, 10_000),
    "attribute list of many": (lambda n: "# a {" + " .b" * n + "}", 20_000),
    "braces": (lambda n: "{" * n + "}" * n, 10_000),
    "spaces": (lambda n: "a" + " " * n + "b", 100_000),
    "lines of spaces": (lambda n: " \n" * n, 50_000),
    "blank lines": (lambda n: "\n" * n, 200_000),
    "tabs": (lambda n: "\t" * n + "a", 20_000),
    "one long word": (lambda n: "a" * n, 1_000_000),
    "one long line": (lambda n: "言葉と" * n, 300_000),
    "many paragraphs": (lambda n: "a\n\n" * n, 30_000),
    "entities": (lambda n: "&amp;" * n, 50_000),
    "ampersands": (lambda n: "&" * n, 50_000),
    "autolinks": (lambda n: "<https://a.example/> " * n, 5_000),
    "open autolinks": (lambda n: "<https://a.example/" * n, 5_000),
    "underlines": (lambda n: "a\n===\n" * n, 5_000),
    "rules": (lambda n: "---\n\n" * n, 10_000),
    "dashes": (lambda n: "-" * n, 100_000),
    "descriptions": (lambda n: "a\n:   b\n\n" * n, 5_000),
    "keys": (
        lambda n: "---\n" + "".join(f"k{i}: a\n" for i in range(n)) + "---\n# a {#a}\n",
        10_000,
    ),
    "values in values": (lambda n: "---\na: " + "[" * n + "]" * n + "\n---\n# a {#a}\n", 10_000),
    "open values": (lambda n: "---\na: " + "{a: " * n + "\n---\n# a {#a}\n", 10_000),
    "aliases of aliases": (
        lambda n: (
            "---\na0: &a0 [x, x]\n"
            + "".join(f"a{i}: &a{i} [*a{i - 1}, *a{i - 1}]\n" for i in range(1, n))
            + "---\n# a {#a}\n"
        ),
        40,
    ),
    "titles": (lambda n: '[a](b "' * n, 10_000),
    "parentheses": (lambda n: "[a](" + "(" * n + ")" * n + ")", 10_000),
    "typed links": (lambda n: "[a](term:library-card) " * n, 10_000),
    "hard words": (lambda n: "延滞" * n, 20_000),
    "commas": (lambda n: "あ、" * n, 50_000),
    "full stops": (lambda n: "あ。" * n, 50_000),
    "numbers in a row": (lambda n: "0-" * n, 50_000),
    "addresses": (lambda n: "a.b." * n, 30_000),
    "srcset": (lambda n: '<img srcset="' + "a 1x, " * n + '">', 10_000),
    "attributes": (lambda n: "<a " + "b=c " * n + ">", 20_000),
    "byte order marks": (lambda n: "\ufeff" * n, 50_000),
    "broken links": (lambda n: "".join(f"[a](page-{i}-nowhere.md)\n\n" for i in range(n)), 1_400),
    "broken anchors": (lambda n: "".join(f"[a](index.md#hour-{i})\n\n" for i in range(n)), 1_400),
    "unknown ids": (lambda n: "".join(f"[a](term:librar-card{i})\n\n" for i in range(n)), 1_400),
    "unknown labels": (lambda n: "".join(f"[a][b{i}]\n\n" for i in range(n)), 5_000),
    "unknown elements": (lambda n: "".join(f"<x{i}>\n\n" for i in range(n)), 1_400),
    "brackets on many lines": (lambda n: "\n".join(["[a]" * 1_300] * n), 30),
    "labels that nobody asks for": (
        lambda n: (
            "".join(f"[lab{i}]: https://x.example\n" for i in range(n))
            + "\n"
            + "".join(f"[a][labx{i}]\n" for i in range(n))
        ),
        1_400,
    ),
    "anchors that nobody asks for": (
        lambda n: (
            "".join(f"a\n{{: #anch{i} }}\n\n" for i in range(n))
            + "".join(f"[a](#anchx{i})\n\n" for i in range(n))
        ),
        1_000,
    ),
    "angle brackets and letters": (lambda n: "<div>\n" + "\n".join(["<" + "a" * 3990] * n), 28),
    "braces and spaces": (lambda n: "\n\n".join(["{" + " " * 3990 + "x"] * n), 28),
    "list marks on one line": (lambda n: "+ " * n + "a", 1_900),
    "joiners": (lambda n: "\u200d" * n, 50_000),
}
