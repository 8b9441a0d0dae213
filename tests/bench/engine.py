"""Run the search engine on a page of its own, without the box: for many queries or settings."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from bench.search_judging import RATES, Answer, Query, share
from knowledge.search.files import PARTS
from knowledge.search.indexer import IndexFiles
from knowledge.site.published_names import DIGITS, INDEX

SCRIPTS = Path(__file__).parents[2] / "overrides/assets/javascripts"
WORKER = "search/worker.js"
VOTES = (0.0, 0.8, 1.6, 2.0, 2.4, 2.8, 3.2)
"""The weights of the phrasings' votes among which cross-validation chooses."""
FOLDS = 10
HELPERS = """
window.openIndex = ({ root, others }) => {
  const contents = { root, ...Object.fromEntries(others) };
  return indexFiles.open("root", async (name) => JSON.parse(contents[name]));
};
window.answered = async (answer, query) => {
  let whole;
  await answer(query, () => true, (part) => { whole = part; });
  return whole;
};
"""
"""`openIndex` opens the files of an index, `answered` gives the whole answer to a query."""
RANKED = """
async ([index, votes, queries]) => {
  const files = await openIndex(index);
  const { search } = answers.searchOf(files, { ...ranking.SETTINGS, votes });
  const found = [];
  for (const query of queries) {
    const ranked = await search(query);
    const pages = ranked.pages.map(({ page }) => page);
    await Promise.all([...pages, ...ranked.nearest].map((page) => files.readTexts(page, [0])));
    const nameOf = (page) => files.textsOf(page).url.replace(/\\.html$/, "");
    found.push([ranked.found, pages.map(nameOf), ranked.nearest.map(nameOf)]);
  }
  return found;
}
"""


def add_scripts(page: Any) -> None:
    """Load the scripts of the engine, and HELPERS, into a page of the browser."""
    for part in PARTS:
        if part != WORKER:
            page.add_script_tag(content=(SCRIPTS / part).read_text("utf-8"))
    page.add_script_tag(content=HELPERS)


def read_index(site: Path, language: str) -> IndexFiles:
    """The files of the search index of a language of a built site."""
    paths = sorted((site / INDEX).glob(f"{language}.*.json"))
    contents = {path.name.removesuffix(".json"): path.read_text("utf-8") for path in paths}
    (root,) = (name for name in contents if name.count(".") == 1)
    return IndexFiles(contents.pop(root), tuple(contents.items()))


def pages_of(files: IndexFiles) -> list[dict[str, Any]]:
    """The texts of the pages of an index, in its order."""
    root = json.loads(files.root)
    contents = {name: json.loads(text) for name, text in files.others} | root["files"]
    hashes = root["names"]["texts"]
    pages: list[dict[str, Any]] = []
    for at in range(0, len(hashes), DIGITS):
        chunk = contents[f"{root['language']}.texts.{hashes[at : at + DIGITS]}"]
        if pages and pages[-1]["url"] == chunk["url"]:
            pages[-1]["sections"] += chunk["sections"]
        else:
            pages.append(chunk)
    return pages


def cross_validated(page: Any, site: Path, queries: list[Query]) -> list[Answer]:
    """Answers in which the weight of the votes was chosen without the query that is answered.

    Each tenth of the queries is answered with the weight that does best on the other nine, so that
    the rates show what overfitting would hide.

    Args:
        page: of the browser, with the scripts of the engine.
        site: the built site.
        queries: in any languages of the site.
    """
    by_votes = {votes: _answers(page, site, queries, votes) for votes in VOTES}
    found: list[Answer] = []
    for fold in range(FOLDS):
        best = max(VOTES, key=lambda votes: _rate_without(fold, by_votes[votes]))
        found += by_votes[best][fold::FOLDS]
    return found


def _rate_without(fold: int, answers: list[Answer]) -> float:
    others = [a for i, a in enumerate(answers) if i % FOLDS != fold and a.query.is_answerable]
    if not others:
        return 0
    return sum(share(others, rate) for rate in RATES)


def _answers(page: Any, site: Path, queries: list[Query], votes: float) -> list[Answer]:
    found: dict[Query, Answer] = {}
    for language in dict.fromkeys(query.language for query in queries):
        own = [query for query in queries if query.language == language]
        index = read_index(site, language)
        ranked = page.evaluate(RANKED, [asdict(index), votes, [query.text for query in own]])
        found |= {
            query: Answer(query, tuple(pages), is_found, False, (0.0,), tuple(offered))
            for query, (is_found, pages, offered) in zip(own, ranked, strict=True)
        }
    return [found[query] for query in queries]
