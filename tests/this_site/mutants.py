"""Mutants of the real docs: kinds of faults, and where each must be reported.

A kind is a function that inserts one fault into a draft of the docs and returns its path and line
(1-based; 0 for the whole file). CONTROLS are changes without a fault.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cache
from random import Random

from knowledge.site.files import Folder, read_folder
from support.cases_site import ROOT

Place = tuple[str, int]
LEAF = re.compile(r"docs/(ja|en)/(?!contributing/).*\.md")
FENCE = re.compile(r"^(```|~~~).*?^\1", re.MULTILINE | re.DOTALL)
LONG = re.compile(r"docs/_data/(asked/.*|unrelated|site)\.yml")
"""Files with thousands of phrasings, of which a draft has the first few of each list."""
LEFT_OUT = re.compile(
    r"((?:^ +- .*\n){8})(?:^ +- .*\n)+|(^ +\w+: \[.*,\n(?:^ {10}.*,\n){2})(?:^ {10}.*,\n)+",
    re.MULTILINE,
)
"""What is left out: of a list with an entry on each line, or of one in brackets."""


@dataclass
class Draft:
    """A copy of the docs, to be changed in one place."""

    files: dict[str, str | bytes]
    configuration: str
    random: Random
    language: str
    links: list[str] = field(default_factory=list)

    @property
    def pages(self) -> list[str]:
        return [p for p in self.files if p.startswith(f"docs/{self.language}/") and LEAF.match(p)]

    def text(self, path: str) -> str:
        content = self.files[path]
        assert isinstance(content, str)
        return content

    def folder(self) -> Folder:
        files = {p: c.encode() if isinstance(c, str) else c for p, c in self.files.items()}
        return Folder(
            self.configuration.encode(), dict(sorted(files.items())), tuple(sorted(self.links))
        )


Kind = Callable[[Draft], Place]
KINDS: dict[str, Kind] = {}
CONTROLS: dict[str, Kind] = {}


@cache
def _docs() -> Folder:
    folder = read_folder(ROOT)
    files = {
        path: LEFT_OUT.sub(r"\1\2", content.decode()).encode() if LONG.fullmatch(path) else content
        for path, content in folder.files.items()
    }
    return replace(folder, files=files)


def draft(language: str, seed: str) -> Draft:
    """An unchanged draft of the docs, with a seeded random source."""
    folder = _docs()
    files: dict[str, str | bytes] = {
        path: content if path.endswith(".png") else content.decode()
        for path, content in folder.files.items()
    }
    return Draft(files, folder.configuration.decode(), Random(seed), language)


@cache
def fences_in(text: str) -> list[tuple[int, int]]:
    """Start and end of each fence with code."""
    return [match.span() for match in FENCE.finditer(text)]


# ---- Ways to insert a fault ------------------------------------------------------------


def swap(
    pattern: str,
    replacement: str | Callable[[re.Match[str]], str],
    *,
    among: str = "",
    lines_on: int = 0,
) -> Kind:
    """Replace one random match of a pattern, in any page or in one file.

    What a group named `once` matches stands once on its page.
    """
    expression = re.compile(pattern, re.MULTILINE)

    def change(d: Draft) -> Place:
        paths = [among] if among else d.pages
        places = [
            (path, match)
            for path in paths
            for match in expression.finditer(d.text(path))
            if not any(start < match.start() < end for start, end in fences_in(d.text(path)))
            if "once" not in expression.groupindex or d.text(path).count(match["once"]) == 1
        ]
        path, match = d.random.choice(places)
        new = replacement(match) if callable(replacement) else match.expand(replacement)
        assert new != match.group(), "the replacement changes nothing"
        text = d.text(path)
        d.files[path] = text[: match.start()] + new + text[match.end() :]
        return path, 1 + text[: match.start()].count("\n") + lines_on

    return change


def insert(paragraph: str, *, lines_on: int = 0) -> Kind:
    """Insert a paragraph after a random paragraph of a page, outside of its boxes."""

    def change(d: Draft) -> Place:
        path = d.random.choice([p for p in d.pages if "/start/" not in p and "glossary" not in p])
        text = d.text(path)
        ends = [m.end() for m in re.finditer(r"^[^\s#!|>:{\-\d<\[].*[.。]\n\n", text, re.MULTILINE)]
        # Within a box, what closes an element would close the box.
        outside = [e for e in ends if text.count("<div", 0, e) == text.count("</div>", 0, e)]
        end = d.random.choice(outside)
        d.files[path] = f"{text[:end]}{paragraph}\n\n{text[end:]}"
        return path, 1 + text[:end].count("\n") + lines_on

    return change


def rewrite(change_bytes: Callable[[bytes], bytes], line: int = 0) -> Kind:
    """Transform the bytes of a whole page."""

    def change(d: Draft) -> Place:
        path = d.random.choice(d.pages)
        d.files[path] = change_bytes(d.text(path).encode())
        return path, line

    return change


def remove(path: str) -> Kind:
    """Delete a file."""

    def change(d: Draft) -> Place:
        place = path.format(language=d.language)
        del d.files[place]
        return place, 0

    return change


def add(path: str, content: str | bytes, line: int = 0) -> Kind:
    """Add a file."""

    def change(d: Draft) -> Place:
        place = path.format(language=d.language)
        d.files[place] = content
        return place, line

    return change


def configure(pattern: str, replacement: str) -> Kind:
    """Change mkdocs.yml."""
    expression = re.compile(pattern, re.MULTILINE)

    def change(d: Draft) -> Place:
        match = d.random.choice(list(expression.finditer(d.configuration)))
        start = match.start()
        d.configuration = (
            d.configuration[:start] + match.expand(replacement) + d.configuration[match.end() :]
        )
        return "mkdocs.yml", 1 + d.configuration[:start].count("\n")

    return change


def reported(kind: Kind, *, line: int = 0, pattern: str = "", path: str = "") -> Kind:
    """A kind that is reported elsewhere: on another line, or in another file.

    `pattern` is searched backwards from the fault.
    """

    def change(d: Draft) -> Place:
        place, there = kind(d)
        if path:
            return path.format(language=d.language), line
        if pattern:
            lines = (d.configuration if place == "mkdocs.yml" else d.text(place)).split("\n")
            before = (i for i in range(there, 0, -1) if re.match(pattern, lines[i - 1]))
            return place, next(before)
        return place, line

    return change


def in_language(language: str, kind: Kind) -> Kind:
    """Restrict a kind to one language."""

    def change(d: Draft) -> Place:
        d.language = language
        return kind(d)

    return change


def swapped_letters(match: re.Match[str]) -> str:
    """Swap two neighbouring letters of the matched name."""
    name = match["name"]
    index = next(i for i in range(len(name) - 1) if name[i] != name[i + 1])
    wrong = name[:index] + name[index + 1] + name[index] + name[index + 2 :]
    start, end = match.start("name") - match.start(), match.end("name") - match.start()
    return match.group()[:start] + wrong + match.group()[end:]


def swapped_sections(d: Draft) -> Place:
    """Swap two neighbouring sections of an English page."""
    split = {p: re.split(r"^(?=## )", d.text(p), flags=re.MULTILINE) for p in d.pages}
    # If one of the two has subheadings, the other one is reported as moved.
    plain = (p for p, s in split.items() if len(s) > 3 and "\n###" not in "".join(s[1:3]))
    path = d.random.choice(list(plain))
    parts = split[path]
    parts[1], parts[2] = parts[2], parts[1]
    d.files[path] = "".join(parts)
    return path, 1 + parts[0].count("\n")


def dropped_section(d: Draft) -> Place:
    """Remove the second section of a page whose counterpart still has it."""
    path = d.random.choice([p for p in d.pages if "/start/" in p])
    parts = re.split(r"^(?=## )", d.text(path), flags=re.MULTILINE)
    before = "".join(parts[:2])
    d.files[path] = before + "".join(parts[3:])
    other = "ja" if d.language == "en" else "en"
    name = re.search(r"\{#([\w-]+)\}", parts[2])
    assert name
    there = d.text(path.replace(f"/{d.language}/", f"/{other}/"))
    line = 1 + there[: there.index(f"{{#{name[1]}}}")].count("\n")
    # Reported after the previous section in English; at the extra section if Japanese lacks it.
    if d.language == "en":
        first = before.rindex("\n## ") + 1
        return path, 1 + before[:first].count("\n")
    return path.replace("/ja/", "/en/"), line


def renamed_page(d: Draft) -> Place:
    """Misspell the file name of an English page."""
    path = d.random.choice([p for p in d.pages if "/start/" in p])
    stem = path.removesuffix(".md")
    d.files[f"{stem}x.md"] = d.files.pop(path)
    return f"{stem}x.md", 0


def without_counterpart(d: Draft) -> Place:
    """Delete the English counterpart of a Japanese page."""
    path = d.random.choice([p for p in d.files if p.startswith("docs/en/start/")])
    del d.files[path]
    return path.replace("/en/", "/ja/"), 0


def symbolic_link(d: Draft) -> Place:
    d.links.append(f"docs/{d.language}/link.md")
    return f"docs/{d.language}/link.md", 0


# ---- Links ----------------------------------------------------------------------------

PAGE = r"(?<=\]\()(?P<up>(?:\.\./)*)(?P<name>[a-z][a-z-]*(?:/[a-z-]+)?)\.md"
TO_ANCHOR = r"(?<=\.md#)(?P<name>[a-z][a-z-]{3,})(?=\))"
KINDS |= {
    "page: two letters exchanged": swap(PAGE, swapped_letters),
    "page: no ending": swap(PAGE, r"\g<up>\g<name>"),
    "page: .html": swap(PAGE, r"\g<up>\g<name>.html"),
    "page: .MD": swap(PAGE, r"\g<up>\g<name>.MD"),
    "page: capital letter": swap(PAGE, lambda m: m["up"] + m["name"].capitalize() + ".md"),
    "page: language in the path": swap(PAGE, r"\g<up>en/\g<name>.md"),
    "page: language above": swap(PAGE, r"\g<up>../en/\g<name>.md"),
    "page: from the root": swap(PAGE, r"/\g<name>.md"),
    "page: from the folder docs": swap(PAGE, r"docs/ja/\g<name>.md"),
    "page: one folder too high": swap(PAGE, r"\g<up>../\g<name>.md"),
    "page: one folder too low": swap(PAGE, r"\g<up>pages/\g<name>.md"),
    "page: folder missing": swap(r"(?<=\]\()start/(?=[a-z-]+\.md)", ""),
    "page: backslash": swap(r"(?<=\]\(start)/(?=[a-z-]+\.md)", r"\\"),
    "page: space in the name": swap(PAGE, r"<\g<up>\g<name> .md>"),
    "page: twice the ending": swap(PAGE, r"\g<up>\g<name>.md.md"),
    "page: underscore for hyphen": swap(
        r"(?<=\]\()(?P<up>(?:\.\./)*)(?P<a>[a-z/]+)-(?P<b>[a-z-]+)\.md", r"\g<up>\g<a>_\g<b>.md"
    ),
    "page: .markdown": swap(PAGE, r"\g<up>\g<name>.markdown"),
    "page: full-width dot": swap(PAGE, r"\g<up>\g<name>．md"),
    "anchor: two letters exchanged": swap(TO_ANCHOR, swapped_letters),
    "anchor: capital letters": swap(TO_ANCHOR, lambda m: m["name"].upper()),
    "anchor: letter missing": swap(TO_ANCHOR, lambda m: m["name"][:-1]),
    "anchor: two signs": swap(r"(?<=\.md)#(?=[a-z-]+\))", "##"),
    "anchor: full-width sign": swap(r"(?<=\.md)#(?=[a-z-]+\))", "＃"),
    "anchor: of another page": swap(r"(?<=\]\()lawsuits\.md(?=#)", "evidence.md"),
    "anchor: heading text for id": swap(r"(?<=\.md#)[a-z-]+(?=\))", "電話する相手"),
    "link: no text": swap(r"(?<=\[)[^\[\]]+(?=\]\([a-z./-]+\.md)", ""),
    "link: no target": swap(r"(?<=\]\()[a-z./#-]+\.md[^)]*(?=\))", ""),
    "link: label not defined": swap(r"(?<=\])\([a-z./-]+\.md[^)]*\)", "[nowhere]"),
    "link: without encryption": insert("[city](http://city.example/)"),
    "raw HTML: page not there": insert('<a href="polise.html">text</a>'),
    "raw HTML: source for page": insert('<a href="police.md">text</a>'),
    "raw HTML: anchor not there": insert('<a href="police.html#nowhere">text</a>'),
    "picture: not there": insert("![text](assets/nowhere.png)"),
    "picture: typo": insert("![text](../assets/frist-page.png)"),
    "picture: raw HTML, not there": insert('<img src="assets/nowhere.png" alt="text">'),
}
for scheme, other in (("contact", "contcat"), ("source", "sourse"), ("term", "terms")):
    ID = rf"(?<=\]\({scheme}:)(?P<name>[a-z0-9][a-z0-9-]{{3,}})(?=\))"
    KINDS |= {
        f"{scheme}: two letters exchanged": swap(ID, swapped_letters),
        f"{scheme}: capital letters": swap(ID, lambda m: m["name"].upper()),
        f"{scheme}: no id": swap(ID, ""),
        f"{scheme}: scheme misspelt": swap(rf"(?<=\]\(){scheme}(?=:)", other),
        f"{scheme}: autolink": swap(rf"\[[^\[\]]+\]\(({scheme}:[a-z0-9-]+)\)", r"<\1>"),
        f"{scheme}: picture": swap(rf"\[[^\[\]]+\]\({scheme}:", r"!\g<0>"),
        f"{scheme}: missing in one language": swap(
            rf"\[([^\[\]]+)\](?P<once>\({scheme}:(?!hotline)[a-z0-9-]+\))", r"\1"
        ),
    }
# Links missing in one language are reported at the heading of the section: see the test.

# ---- Ids and headings -----------------------------------------------------------------

HEADING = r"^## (?P<text>[^{\n]+) \{#(?P<name>[a-z][a-z-]+)\}"
KINDS |= {
    "id: none": swap(HEADING, r"## \g<text>"),
    "id: two letters exchanged": swap(HEADING, swapped_letters),
    "id: capital letter": swap(HEADING, lambda m: f"## {m['text']} {{#{m['name'].title()}}}"),
    "id: not ASCII": swap(HEADING, r"## \g<text> {#電話}"),
    "id: underscore": swap(HEADING, r"## \g<text> {#_1}"),
    "id: sign missing": swap(HEADING, r"## \g<text> {\g<name>}"),
    "id: twice": swap(HEADING, r"\g<0>\n\nText.\n\n## \g<text> {#\g<name>}", lines_on=4),
    "id: of the build": swap(HEADING, r"## \g<text> {#sources}"),
    "level: one deeper": swap(HEADING, r"#\g<0>"),
    "level: one higher": swap(HEADING, lambda m: m.group()[1:]),
    "heading: one more": insert("## Another {#another}"),
    "sections: exchanged": in_language("en", swapped_sections),
    "section: left out": dropped_section,
    "anchor in the text: one more": insert("Text.\n{: #another }", lines_on=1),
}

# ---- Counterparts and navigation ------------------------------------------------------

KINDS |= {
    "counterpart: gone": without_counterpart,
    "counterpart: misnamed": in_language("en", renamed_page),
    "original: gone": in_language("ja", remove("docs/ja/police.md")),
    "page: in one language, without navigation": add(
        "docs/{language}/new.md",
        "---\ntitle: a\ndescription: a\nreviewed: 2026-11-20\n---\n# a {#a}\n",
    ),
    "page: outside of every language": add("docs/fr/index.md", "# a {#a}\n"),
    "navigation: page misspelt": configure(r"start/phoned\.md", "start/phonde.md"),
    "navigation: page not there": configure(r"(?<=: )evidence\.md$", "nowhere.md"),
    "navigation: entry left out": reported(
        configure(r"^ +- 証拠と記録: evidence\.md\n", ""), path="docs/{language}/evidence.md"
    ),
    "navigation: label not translated": reported(
        configure(r"^ +警察に相談する: Going.*\n", ""), pattern=r" +- 警察に相談する: police"
    ),
    "navigation: label renamed": configure(r"- 相談先: contacts", "- 相談する先: contacts"),
    "navigation: translation left over": configure(
        r"^( +)(?=用語集: Glossary\n)", r"\1古い題: Old title\n\1"
    ),
}

# ---- Front matter ---------------------------------------------------------------------

TITLE = r"(?<=^---\n)title: (?P<name>.*)$"
KINDS |= {
    "key: no title": swap(r"\A---\ntitle: .*\n", "---\n"),
    "key: no description": reported(swap(r"^description: .*\n(?=reviewed)", ""), line=1),
    "key: no review": reported(swap(r"^reviewed: .*\n", ""), line=1),
    "key: review is no date": swap(r"^reviewed: .*$", "reviewed: yesterday"),
    "key: review with slashes": swap(r"^reviewed: .*$", "reviewed: 2026/11/20"),
    "key: review on a day that is none": swap(r"^reviewed: .*$", "reviewed: 2026-02-30"),
    "key: misspelt": swap(r"^description: (?=.*\nreviewed)", "descripton: "),
    "key: twice": swap(r"^reviewed: .*$", r"\g<0>\n\g<0>", lines_on=1),
    "key: another template": swap(r"^reviewed: .*$", r"\g<0>\ntemplate: redirect.html", lines_on=1),
    "key: hidden from the navigation": swap(r"^reviewed: .*$", r"\g<0>\nhide: [toc]", lines_on=1),
    "key: list misspelt": swap(r"^list: .*$", "list: contcats"),
    "key: list in one language": in_language("en", reported(swap(r"^list: .*\n", ""), line=1)),
    "title: a list": swap(TITLE, "title: [a, b]"),
    "title: a colon": swap(TITLE, r"title: a: b"),
    "title: a quote that is open": swap(TITLE, r'title: "a'),
    "title: markup": swap(TITLE, r"title: <b>a</b>"),
    "title: telephone number": swap(TITLE, r"title: 03-1234-5678"),
    "front matter: a tab": swap(TITLE, "title:\ta\n\tb: c", lines_on=1),
    "front matter: not closed": reported(swap(r"(?<=\n)---\n(?=\n)", ""), line=1),
    "front matter: a tag": swap(TITLE, "title: !!python/name:os.system a"),
    "translates: left out": in_language("en", reported(swap(r"^translates: .*\n", ""), line=1)),
    "translates: no hash": in_language("en", swap(r"^translates: .*$", 'translates: "today"')),
    "translates: another hash": in_language(
        "en", swap(r"^translates: .*$", 'translates: "0123456789ab"')
    ),
}

# ---- The file itself ------------------------------------------------------------------

KINDS |= {
    "encoding: Shift JIS": in_language(
        "ja", rewrite(lambda b: b.decode().encode("shift_jis", errors="ignore"))
    ),
    "encoding: EUC-JP": in_language(
        "ja", rewrite(lambda b: b.decode().encode("euc_jp", errors="ignore"))
    ),
    "encoding: UTF-16": rewrite(lambda b: b.decode().encode("utf-16")),
    "encoding: half a character": rewrite(lambda b: b + b"\xe3\x81"),
    "encoding: byte order mark": rewrite(lambda b: b"\xef\xbb\xbf" + b, 1),
    "lines: CRLF": rewrite(lambda b: b.replace(b"\n", b"\r\n"), 1),
    "lines: CR": rewrite(lambda b: b.replace(b"\n", b"\r"), 1),
    "bytes: NUL": rewrite(lambda b: b"---\n\0" + b[4:], 2),
    "page: empty": rewrite(lambda b: b[: b.index(b"---", 4) + 4]),
    "fence: not closed": insert("```text\na"),
    "character: zero width": insert("見え\u200bない"),
    "character: right to left": insert("a\u202eb"),
    "character: control": insert("a\x08b"),
    "character: as an entity": insert("a&#8203;b"),
}

# ---- Safety ---------------------------------------------------------------------------

KINDS |= {
    "safety: script": insert("<script>alert(1)</script>"),
    "safety: frame": insert('<iframe src="police.html"></iframe>'),
    "safety: form": insert("<form></form>"),
    "safety: event handler": insert('<span onclick="alert(1)">a</span>'),
    "safety: attribute list": insert('a\n{: onclick="alert(1)" }', lines_on=1),
    "safety: style": insert('<div style="position:fixed">a</div>'),
    "safety: theme's class": insert("a\n{: .md-overlay }", lines_on=1),
    "safety: javascript": insert("[a](javascript:alert(1))"),
    "safety: data": insert("[a](data:text/html,a)"),
    "safety: foreign picture": insert("![a](https://evil.example/a.png)"),
    "safety: other host shown": insert("[www.city.example](https://evil.example/)"),
    "safety: punycode": insert("[a](https://xn--cty-5ma.example/)"),
    "safety: name before the host": insert("[a](https://city.example@evil.example/)"),
    "safety: address of its own": insert("[市](https://city.example/a?b=c#d)"),
    "safety: mailbox": insert("[メール](mailto:desk@city.example)"),
    "safety: number of somebody else": insert("[110](contact:hotline-188)"),
    "safety: name with capital letters": add("docs/{language}/Police.md", "a"),
    "safety: hidden file": add("docs/ja/.htaccess", "a"),
    "safety: shortener": insert("[a](https://bit.ly/a)"),
    "safety: open comment": insert("<!-- a"),
    "safety: open element": insert("<div>"),
    "safety: closed twice": insert("</div>"),
    "safety: meta": insert('<meta http-equiv="refresh" content="0">'),
    "safety: brackets": insert("[" * 100),
    "safety: long line": insert("a" * 5000),
    "safety: symbolic link": symbolic_link,
    "safety: program": add("docs/assets/tool.exe", "MZ"),
    "safety: page of another kind": add("docs/assets/page.html", "<p>a</p>"),
    "safety: redirects": add("docs/_redirects", "/* /a 302\n"),
    "safety: picture that is none": add("docs/assets/a.png", "a"),
    "safety: icon of the site": add("docs/assets/images/favicon.svg", "<svg/>"),
    "safety: icon of the site, by a language": add("docs/{language}/assets/Images/a.svg", "<svg/>"),
    "safety: drawing with a script": add(
        "docs/_data/drawings/a.svg",
        '<svg xmlns="http://www.w3.org/2000/svg">\n<script/></svg>\n',
        2,
    ),
    "safety: telephone number": insert("電話は03-1234-5678です。"),
    "safety: telephone link": insert("[a](tel:+81312345678)"),
    "safety: telephone number, full width": insert("電話は０３－１２３４－５６７８です。"),
    "safety: snippet": insert('--8<-- "a.md"'),
}

# ---- Data -----------------------------------------------------------------------------

CONTACTS, SOURCES, TERMS = (f"docs/_data/{n}.yml" for n in ("contacts", "sources", "glossary"))
INTERFACE, PROSE = "docs/_data/interface.yml", "docs/_data/prose.yml"
KINDS |= {
    "data: field left out": reported(
        swap(r"^  purpose:\n    ja: .*\n    en: .*\n", "", among=CONTACTS), pattern="- id:"
    ),
    "data: field misspelt": swap(r"^  issuer:", "  isuer:", among=SOURCES),
    "data: text missing in English": swap(r"^    en: .*\n", "", among=TERMS, lines_on=-2),
    "data: text empty": swap(r"(?<=^    ja: )\S.*$", '""', among=SOURCES, lines_on=-1),
    "data: unknown language": swap(r"^    en: ", "    eng: ", among=TERMS),
    "data: id twice": swap(
        r"^- id: (.*)\n((?:  .*\n)+)",
        lambda m: f"{m.group()}{m.group()}",
        among=TERMS,
    ),
    "data: id with a capital letter": swap(r"^- id: p", "- id: P", among=CONTACTS),
    "data: date that is none": swap(r"^  as_of: .*$", '  as_of: "2026-13"', among=SOURCES),
    "data: date to come": swap(r"^  as_of: .*$", '  as_of: "2999-01-01"', among=SOURCES),
    "data: opened in words": swap(r"^  opened: .*$", "  opened: today", among=SOURCES),
    "data: address not encrypted": swap(r"(?<=^  url: \")https:", "http:", among=SOURCES),
    "data: address with a space": swap(r"(?<=^  url: \"https://).", r"\g<0> a", among=SOURCES),
    "data: address with a name before the host": swap(
        r"(?<=^  url: \"https://)", "city.example@", among=SOURCES
    ),
    "data: shortener": swap(r"^  url: .*$", "  url: https://bit.ly/a", among=SOURCES),
    "data: invisible character": swap(r"^    ja: ", "    ja: a\u200b", among=TERMS),
    "data: number too short": swap(r'number: "?[0-9#-]+"?$', 'number: "1"', among=CONTACTS),
    "data: number in words": swap(r'number: "?[0-9#-]+"?$', "number: call us", among=CONTACTS),
    "data: dial misspelt": swap(r"dial: link", "dial: lnik", among=CONTACTS),
    "data: indent": swap(r"^  url: ", " url: ", among=SOURCES),
    "data: tab": swap(r"^  url: ", "\turl: ", among=SOURCES),
    "data: a tag": swap(r"^  url: ", "  url: !!python/name:os.system ", among=SOURCES),
    "data: colon in a text": swap(r"^    en: .*$", "    en: a: b", among=TERMS),
    "data: term that nothing uses": swap(
        r"\A",
        "- id: unused\n  term:\n    ja: 無用\n    en: unused\n  reading: むよう\n"
        "  meaning:\n    ja: 使わない言葉です。\n    en: A word that is not used.\n",
        among=TERMS,
        lines_on=0,
    ),
    "interface: key left out": reported(swap(r"^say-copy:\n.*\n.*\n", "", among=INTERFACE), line=5),
    "interface: key misspelt": swap(r"^say-copy:", "say-coppy:", among=INTERFACE),
    "interface: text missing in English": swap(
        r"^(?P<kept>say-copy:\n(?:  ja.*\n)+)  en: .*\n",
        r"\g<kept>",
        among=INTERFACE,
    ),
    "interface: braces misspelt": swap(r"\{date\}", "{dat}", among=INTERFACE),
    "interface: brace open": swap(r"\{date\}", "{date", among=INTERFACE),
    "prose: limit in words": swap(r'sentence: "\d+"', "sentence: short", among=PROSE),
    "prose: part misspelt": swap(r"^limits:", "limit:", among=PROSE),
}

# ---- Prose ----------------------------------------------------------------------------

KINDS |= {
    "prose: sentence of 200 characters": in_language("ja", insert("長い" * 100 + "です。")),
    "prose: sentence of 60 words": in_language("en", insert("A word" + " and a word" * 30 + ".")),
}

# ---- No fault -------------------------------------------------------------------------

CONTROLS |= {
    "a word more": insert("もう一つの文です。"),
    "a comment": insert("<!-- nowhere.md <script> -->"),
    "a fence with faults in it": insert("```text\n[a](nowhere.md) <script> [b](term:nowhere)\n```"),
    "code with faults in it": insert("`[a](nowhere.md)`と`<script>`は文字です。"),
    "an escaped link": insert(r"\[a\](nowhere.md)は文字です。"),
    "short numbers": insert("188と#9110と110は短い番号です。2026-11-24は日付です。"),
    "an entity": insert("AT&amp;Tと&nbsp;は文字です。"),
    "a fold": insert("<details><summary>もっと</summary>文です。</details>"),
    "emphasis": insert("**強い**と*弱い*です。"),
    "a new date of review": swap(r"^reviewed: .*$", "reviewed: 2026-11-23"),
    "white space at the end": insert("文です。  "),
    "a row more": insert("| a | b |\n| --- | --- |\n| c | d |"),
    "a quotation": insert("> 引用です。"),
    "the sign for less": insert("1 < 2 です。"),
    "another order of keys": swap(r"^(title: .*)\n(description: .*)$", r"\2\n\1"),
    "another title": swap(TITLE, "title: 別の題"),
    "a comment in the data": swap(r"\A", "# a comment\n", among=SOURCES),
}
