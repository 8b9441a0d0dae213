"""Generate a large search index from the sentences of a real one, for benchmarks.

    python -m bench.large_index SITE SECTIONS

Replaces the indexes of a built site. Deterministic: equal arguments give equal bytes.
"""

import json
import random
import re
import sys
from pathlib import Path
from typing import Any

SECTIONS_PER_PAGE = 10
SENTENCES = (2, 9)
SENTENCE = re.compile(r"[^。.]+[。.]?")


def enlarged(index: dict[str, Any], sections: int) -> dict[str, Any]:
    """An index with the given number of sections: random sentences under random headings."""
    draw = random.Random(sections)
    real = [section for page in index["pages"] for section in page["sections"]]
    sentences = [each for section in real for each in SENTENCE.findall(section["text"])]
    titles = [section["title"] for section in real]
    pages = []
    for number in range(sections // SECTIONS_PER_PAGE):
        own = [
            {
                "id": f"s{position}" if position else "",
                "title": f"{draw.choice(titles)} {number}-{position}",
                "path": [],
                "text": "".join(draw.choices(sentences, k=draw.randint(*SENTENCES))),
            }
            for position in range(SECTIONS_PER_PAGE)
        ]
        title = own[0]["title"]
        pages.append(
            {"url": f"p{number}.html", "title": title, "weight": 1, "sections": own, "entries": []}
        )
    return index | {"pages": pages}


def main() -> None:
    """Replace the indexes of the site given on the command line."""
    site, sections = Path(sys.argv[1]), int(sys.argv[2])
    for path in sorted((site / "search").glob("index.*.json")):
        index = enlarged(json.loads(path.read_text("utf-8")), sections)
        content = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
        path.write_text(content, "utf-8")
        script = f'(self.searchIndexes = self.searchIndexes || {{}})["{index["language"]}"] = '
        path.with_suffix(".js").write_text(f"{script}{content};\n", "utf-8")


if __name__ == "__main__":
    main()
