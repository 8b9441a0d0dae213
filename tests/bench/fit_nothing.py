"""Fit the weights of the rule by which the search says that nothing fits (search/fits.js).

    python -m bench.fit_nothing [--site DIR]

Prints SETTINGS.pairs and SETTINGS.words, and how the rule does without the queries that are judged.
Each language is fitted on its own. What fits: queries.yml, and every phrasing of docs/_data/asked
whose page the search finds among the first three without this phrasing and another tenth of them.
What does not: the entries for fitting in queries-unanswerable.yml.

A logistic regression gives the direction. The boundary is moved so far that no query of queries.yml
and at most `LOST` of the phrasings fall below it: to hide a right answer is worse than to show a
wrong one.
"""

import argparse
import json
import math
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

from bench.engine import add_scripts, read_index
from bench.judging import TOP, read_queries
from support.chromium import ARGUMENTS, browser_path

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
FOLDS = 10
LOST = 0.08
"""Share of the phrasings that may be told that nothing fits if they are left out of the index."""
WEIGHT_OF_PHRASING = 0.2
"""Weight of a phrasing in the regression, beside 1 of a query."""
ROUNDS = 30
LEAST_SLOPE = 0.1
"""Regularization, added to the diagonal of the Hessian."""
FEATURES = """
async ([index, queries]) => {
  const { heard } = fits.SETTINGS;
  const { search } = answers.searchOf(await openIndex(index));
  const found = [];
  for (const query of queries) {
    fits.SETTINGS.heard = -1; // so that every query fits, and the ranks can be seen
    const { features, pages } = await search(query);
    fits.SETTINGS.heard = heard;
    const isSure = fits.fits({ ...features, closeness: -Infinity, rarest: 0 }, "words");
    found.push([features.closeness, features.rarest, isSure, pages.map(({ page }) => page)]);
  }
  return found;
}
"""
Vector = tuple[float, float, float]


@dataclass(frozen=True)
class Example:
    """A query for fitting."""

    source: str
    """queries, phrasings or nothing."""
    features: Vector
    """1, closeness and rarest."""
    is_sure: bool
    """Whether the query fits whatever the weights are."""

    @property
    def is_fitting(self) -> bool:
        """Whether the site answers the query."""
        return self.source != "nothing"

    @property
    def weight(self) -> float:
        """Weight in the regression."""
        return 0 if self.is_sure else WEIGHT_OF_PHRASING if self.source == "phrasings" else 1


def score(example: Example, weights: Vector) -> float:
    """How well a query fits; without bound if it is sure to fit."""
    if example.is_sure:
        return math.inf
    return sum(f * w for f, w in zip(example.features, weights, strict=True))


def regression(examples: Sequence[Example]) -> Vector:
    """The weights of a logistic regression, by Newton's method: constant, closeness, rarest."""
    weights: Vector = (0.0, 0.0, 0.0)
    for _ in range(ROUNDS):
        gradient = [LEAST_SLOPE * each for each in weights]
        hessian = [[LEAST_SLOPE * (i == k) for k in range(3)] for i in range(3)]
        for example in examples:
            if not example.weight:
                continue
            chance = 1 / (1 + math.exp(-max(-30.0, min(30.0, score(example, weights)))))
            for i, own in enumerate(example.features):
                gradient[i] += example.weight * (chance - example.is_fitting) * own
                for k, other in enumerate(example.features):
                    hessian[i][k] += example.weight * chance * (1 - chance) * own * other
        step = solved(hessian, gradient)
        weights = (weights[0] - step[0], weights[1] - step[1], weights[2] - step[2])
    return weights


def solved(matrix: Sequence[Sequence[float]], values: Sequence[float]) -> list[float]:
    """The solution of a system of linear equations with a positive definite matrix."""
    rows = [[*row, value] for row, value in zip(matrix, values, strict=True)]
    for i, row in enumerate(rows):
        for k, other in enumerate(rows):
            if k != i:
                factor = other[i] / row[i]
                rows[k] = [a - factor * b for a, b in zip(other, row, strict=True)]
    return [row[-1] / row[i] for i, row in enumerate(rows)]


def fitted(examples: Sequence[Example]) -> Vector:
    """The weights, with the constant moved so that the boundary stands at 0."""
    constant, closeness, rarest = regression(examples)
    scores = {
        source: sorted(
            score(e, (constant, closeness, rarest)) for e in examples if e.source == source
        )
        for source in ("queries", "phrasings")
    }
    own, phrasings = scores["queries"], scores["phrasings"]
    boundary = min(own[0], phrasings[int(len(phrasings) * LOST)])
    return (constant - boundary + 1e-6, closeness, rarest)


def told(examples: Sequence[Example], source: str, weights: Vector) -> float:
    """Share of the examples of a source that are told that nothing fits."""
    own = [example for example in examples if example.source == source]
    return sum(score(example, weights) < 0 for example in own) / len(own)


def cross_validated(examples: Sequence[Example]) -> dict[str, float]:
    """By source, the share that is told that nothing fits by weights fitted without the example."""
    judged: dict[str, list[bool]] = {}
    for fold in range(FOLDS):
        weights = fitted([each for i, each in enumerate(examples) if i % FOLDS != fold])
        for example in examples[fold::FOLDS]:
            judged.setdefault(example.source, []).append(score(example, weights) < 0)
    return {source: sum(own) / len(own) for source, own in judged.items()}


def examples_of(page: Any, site: Path, language: str) -> list[Example]:
    """The examples of a language, with their features.

    Args:
        page: of the browser, with the scripts of the engine.
        site: the built site.
        language: one of the site.
    """
    files = read_index(site, language)
    index = asdict(files)
    (content,) = (json.loads(text) for name, text in files.others if ".asked." in name)
    texts = page.evaluate("(content) => asked.textsOf(content)", content)
    lists = {
        "queries": [q.text for q in read_queries(HERE / "queries.yml") if q.language == language],
        "nothing": [
            query.text
            for query in read_queries(HERE / "queries-unanswerable.yml")
            if query.language == language and query.use == "fit"
        ],
    }
    examples = [
        Example(source, (1, closeness, rarest), is_sure)
        for source, texts in lists.items()
        for closeness, rarest, is_sure, _ in page.evaluate(FEATURES, [index, texts])
    ]
    phrasings = [(text, number) for number, own in enumerate(texts) for text in own.splitlines()]
    for fold in range(FOLDS):
        left_out = phrasings[fold::FOLDS]
        others = [phrasing for i, phrasing in enumerate(phrasings) if i % FOLDS != fold]
        asked = [
            "\n".join(text for text, own in others if own == number) for number in range(len(texts))
        ]
        content = json.dumps({"letters": "", "texts": asked})
        read = [(name, content if ".asked." in name else text) for name, text in files.others]
        without = {"root": files.root, "others": read}
        found = page.evaluate(FEATURES, [without, [text for text, _ in left_out]])
        examples += [
            Example("phrasings", (1, closeness, rarest), is_sure)
            for (_, number), (closeness, rarest, is_sure, pages) in zip(
                left_out, found, strict=True
            )
            if number in pages[:TOP]
        ]
    return examples


def main() -> None:
    """Print the weights and the figures of each language."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--site", type=Path, default=ROOT / "site")
    site = parser.parse_args().site
    with sync_playwright() as started:
        browser = started.chromium.launch(executable_path=browser_path(), args=ARGUMENTS)
        page = browser.new_page()
        add_scripts(page)
        for language in ("ja", "en"):
            examples = examples_of(page, site, language)
            weights = fitted(examples)
            constant, closeness, rarest = weights
            print(f"{language}: rarest {rarest / closeness:.4f}, least {-constant / closeness:.4f}")
            unseen = cross_validated(examples)
            for source in ("queries", "phrasings", "nothing"):
                count = sum(example.source == source for example in examples)
                told_so = told(examples, source, weights)
                print(f"  {source} ({count}): {told_so:.3f}, cross-validated {unseen[source]:.3f}")
        browser.close()


if __name__ == "__main__":
    main()
