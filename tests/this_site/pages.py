"""Names of all pages, without language folder and extension."""

from support.cases_site import ROOT

SOURCES = ROOT / "docs/ja"
NAMES = sorted(p.relative_to(SOURCES).with_suffix("").as_posix() for p in SOURCES.rglob("*.md"))
"""Such as `index`, `start/paid`; the same in every language."""
ANSWER = ":is(h1 + p, .answer)"
"""CSS selector of the first answer of a page; on the start page it follows the exceptions."""
PAGES = [folder + name for folder in ("", "en/") for name in NAMES]
"""Names of the pages of both languages, from the site's root."""
GROUPS = {
    f"{language} {part}": [folder + name for name in NAMES if ("/" in name) == (part == "folders")]
    for language, folder in (("ja", ""), ("en", "en/"))
    for part in ("root", "folders")
}
"""PAGES split into groups; a test opens the pages of a group in one window."""
