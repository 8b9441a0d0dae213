"""The real site below a path, with three more languages: built once for all tests.

Each of them has a start page only. The first stands for a language that a contributor has just
begun. In the second, Chinese, Japanese pages stand in for what is missing; in the third, Arabic,
English ones.
"""

import re
from pathlib import Path

from support.cases_site import ROOT, copy_real_site
from support.more_languages import add_language, free_code
from support.site_builder import Build, build

NEW = free_code(ROOT, "ko", "ka", "hy")
NEW_NAME = {"ko": "한국어", "ka": "ქართული", "hy": "Հայերեն"}[NEW]
NEW_TITLE = f"{NEW_NAME} {NEW_NAME}"
CHINESE = free_code(ROOT, "zh-Hans", "zh-Hant", "zh")
ARABIC = free_code(ROOT, "ar", "fa", "ur")
NAMES = {NEW: NEW_NAME, CHINESE: "简体中文", ARABIC: "العربية"}
"""By code: what the language calls itself."""
WORDS = {NEW: NEW_NAME, CHINESE: "先别付钱", ARABIC: "لا تدفع المال"}
"""By code: what every run of Japanese words on its page becomes."""
SETTINGS: dict[str, dict[str, object]] = {
    NEW: {
        "extra": {"partial": True},
        "site_name": NEW_NAME,
        "site_description": NEW_TITLE,
        "nav_translations": {"はじめに": NEW_NAME},
    },
    CHINESE: {"extra": {"partial": True, "fallback": ["ja"]}},
    ARABIC: {"extra": {"partial": True, "fallback": ["en"]}},
}
ADDRESS = "http://127.0.0.1/a-guide/"
"""Where a host serves it."""
FRONT_MATTER = "---\ntitle: {0}\ndescription: {0}\nreviewed: 2026-11-24\n---\n"
JAPANESE = re.compile(r"[ぁ-んァ-ヶー一-龠々]+")


def build_with_three_more(folder: Path) -> Build:
    """Build a copy of the site in `folder / "source"`."""
    source = copy_real_site(folder / "source")
    # Its page has the links, cards and ids of the original.
    original = (ROOT / "docs/ja/index.md").read_text("utf-8").split("---\n", 2)[2]
    for code, words in WORDS.items():
        title = " ".join([words] * (2 if code == NEW else 3))
        page = FRONT_MATTER.format(title) + JAPANESE.sub(words, original)
        add_language(source, code, NAMES[code], {"index.md": page}, **SETTINGS[code])
    return build(source, folder / "site", SITE_URL=ADDRESS)
