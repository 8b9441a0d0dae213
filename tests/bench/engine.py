"""Run the search engine on a page of its own, without the box: for many queries or settings."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from bench.judging import RATES, Answer, Query, share

SCRIPTS = Path(__file__).parents[2] / "overrides/assets/javascripts"
PARTS = (
    *("vendor/minisearch/minisearch", "search/analyzer", "search/asked", "search/query"),
    *("search/fits", "search/ranking", "search/highlighter", "search/results"),
)
VOTES = (0.0, 0.8, 1.6, 2.0, 2.4, 2.8, 3.2)
"""The weights of the phrasings' votes among which cross-validation chooses."""
FOLDS = 10
RANKED = """
([index, votes, queries]) => {
  const { search } = ranking.Ranking(MiniSearch, index, { ...ranking.SETTINGS, votes });
  return queries.map((query) => {
    const { found, pages } = search(query);
    return [found, pages.map(({ page }) => index.pages[page].url.replace(/\\.html$/, ""))];
  });
}
"""


def add_scripts(page: Any) -> None:
    """Load the scripts of the engine into a page of the browser."""
    for part in PARTS:
        page.add_script_tag(content=(SCRIPTS / f"{part}.js").read_text("utf-8"))


def read_index(site: Path, language: str) -> dict[str, Any]:
    """The search index of a language of a built site."""
    (path,) = (site / "search").glob(f"index.{language}.*.json")
    index: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return index


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
        ranked = page.evaluate(RANKED, [index, votes, [query.text for query in own]])
        found |= {
            query: Answer(query, tuple(pages), is_found, False, (0.0,))
            for query, (is_found, pages) in zip(own, ranked, strict=True)
        }
    return [found[query] for query in queries]
