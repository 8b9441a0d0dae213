"""The Markdown copies: plain words, numbers and addresses, and nothing that only we understand."""

from dataclasses import replace
from datetime import date

import pytest

from knowledge.publish.markdown_copies import markdown_copies, markdown_copy
from knowledge.site.files import read_folder
from knowledge.site.site import site_of
from support.cases_site import TINY
from support.publishing import context_of

URL = "https://library.example/"
PAGE = """---
title: 試し書き
description: 試し
reviewed: 2026-11-20
changes:
  - date: 2026-11-20
    kind: wording
    ja: 直しました。
    en: Mended.
---

# Scratch {#case .folded}

<!-- A note
to ourselves -->

Ask the [desk](contact:front-desk), or dial [#9876](contact:night-desk){.fine}
([rules](source:library-rules)); see [how](guide/borrow.md#how).

<div class="answer" markdown>

- **Take it**{.dont}

</div>

[desk](contact:front-desk)

!!! warning "Mind [the desk](contact:front-desk)"

    First line.
    {: .say-words }

    Second line.

Write `[desk](contact:front-desk){.fine}` or

```md
[desk](contact:front-desk)
<div class="answer">
```

[Two shelves](drawing:shelf)
"""
COPY = """---
title: "試し書き"
date: "2026-11-20"
language: "ja"
source: "https://library.example/case.html"
---

> {caveat}

# Scratch

Ask the desk (03-1234-5678), or dial #9876
([rules](https://library.example/rules)); see [how](guide/borrow.md#how).

- **Take it**

**案内**

- **03-1234-5678**
- できること: 本を探す
- 受付時間: 平日9時〜17時
- 言語: 日本語
- 公式ページ: <https://library.example/desk>
- {as_of}

> **Mind the desk (03-1234-5678)**
>
> First line.
>
> Second line.

Write `[desk](contact:front-desk){{.fine}}` or

```md
[desk](contact:front-desk)
<div class="answer">
```

{drawing}

## {sources}

- {source}

{reviewed}

## {changes}

- 2026-11-20: 直しました。
"""


@pytest.fixture(scope="module")
def site():
    folder = read_folder(TINY)
    files = {**folder.files, "docs/ja/case.md": PAGE.encode()}
    return site_of(replace(folder, files=files), date(2026, 11, 24), None)


def test_a_copy_has_words_numbers_and_addresses(site):
    text = site.data.interface.text
    drawing = site.data.drawings["shelf"].text.text(("ja",)).strip().replace("\n", "\n\n")
    day = {"date": "2026年11月20日"}
    expected = COPY.format(
        caveat=text("data-caveat", "ja", date="2026年11月24日", url=f"{URL}case.html"),
        as_of=text("contact-as-of", "ja", date="2026年9月"),
        drawing=f"**Two shelves**\n\n{drawing}",
        sources=text("sources-title", "ja"),
        source="[図書館利用規則](https://library.example/rules), 図書館. "
        + text("source-read", "ja", date="2024年3月31日"),
        reviewed=text("page-reviewed", "ja", **day),
        changes=text("changes-title", "ja"),
    )
    assert markdown_copy(context_of(site, URL), site.sources["docs/ja/case.md"]) == expected


def test_each_stands_beside_its_page(site):
    paths = [path for path, _ in markdown_copies(context_of(site, URL))]
    assert {"case.md", "guide/borrow.md", "en/case.md", "en/index.md"} <= set(paths)
    assert len(paths) == len(set(paths)) == len(list(site.pages()))


def test_the_lists_of_the_build_are_in_them(site):
    copies = dict(markdown_copies(context_of(site, URL)))
    for term in site.data.terms.values():
        assert f"- **{term.term.text(('en',))}**: " in copies["en/glossary.md"]
    assert "**Front desk**" in copies["en/contacts.md"]
