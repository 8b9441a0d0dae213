"""Which pages there are: by their names in the sources, without a language and without an end."""

from support.cases_site import ROOT

SOURCES = ROOT / "docs/ja"
NAMES = sorted(p.relative_to(SOURCES).with_suffix("").as_posix() for p in SOURCES.rglob("*.md"))
"""`index`, `start/paid`: the same in every language."""
ANSWER = ":is(h1, .triage--first) + p"
"""What a page answers first, as a CSS selector; the first page has its exceptions above it."""
PAGES = [folder + name for folder in ("", "en/") for name in NAMES]
"""Those of both languages, from the site's root."""
GROUPS = {
    f"{language} {part}": [folder + name for name in NAMES if ("/" in name) == (part == "folders")]
    for language, folder in (("ja", ""), ("en", "en/"))
    for part in ("root", "folders")
}
"""All of PAGES in parts: a test opens those of one part in one window."""
