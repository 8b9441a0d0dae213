"""Fit the weights of the rule by which the search says that nothing fits (search/no_results.js).

    make search-fit                                      # builds the site, and writes the numbers
    python -m bench.fit_nothing [--site DIR] [--write]   # prints them; --write as above

Prints SETTINGS.pairs and SETTINGS.words, and cross-validated rates. Each language is fitted on its
own. Positive examples are the queries of LISTS that a page answers, negative ones the others; those
with `use: kept` are left out. None is in docs/_data/asked or unrelated.yml.

A logistic regression gives the weights. The threshold is then set so that a share of MAX_REJECTED
of the negative examples is below it, or fewer, and at most a share of MAX_HIDDEN of the positive
ones: to hide a right answer is worse than to show a wrong one.
"""

import argparse
import math
import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

from bench.engine import add_scripts, read_index
from bench.search_judging import read_queries
from support.chromium import ARGUMENTS, browser_path

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
RULE = ROOT / "overrides/assets/javascripts/search/no_results.js"
KINDS = {"ja": "pairs", "en": "words"}
"""By language, the key of its weights in SETTINGS of no_results.js."""
FOLDS = 10
NAMES = ("related", "topVote")
"""The features, as no_results.js calls them."""
LISTS = (
    "",
    *(f"-blind-{n}" for n in (12, 20, *range(22, 26))),
    "-kana",
    "-kana-2",
    "-unanswerable",
)
"""Suffixes of the names of the query lists that are used for fitting."""
MAX_REJECTED = 0.845
"""Maximum share of the negative examples below the threshold: higher than the aim of 0.8, because
the share is lower for queries that were not used for fitting."""
ROUNDS = 30
TINY = 1e-6
MAX_HIDDEN = 0.011
"""Maximum share of the positive examples below the threshold."""
REGULARIZATION = 0.1
"""Regularization, added to the diagonal of the Hessian."""
FEATURES = """
async ([index, names, kind, queries]) => {
  const { search } = answers.searchOf(await openIndex(index));
  const found = [];
  for (const query of queries) {
    const { features } = await search(query);
    const hopeless = { ...features, related: -Infinity };
    const isSure = noResults.hasAnswer(hopeless, { kind, length: query.length });
    found.push([names.map((name) => features[name]), isSure]);
  }
  return found;
}
"""
Vector = tuple[float, ...]
"""The constant, then one number for each of NAMES."""


@dataclass(frozen=True)
class Example:
    """A query for fitting."""

    is_fitting: bool
    """Whether the site answers the query."""
    features: Vector
    """1, then the features."""
    is_sure: bool
    """Whether the query fits whatever the weights are."""


def score(example: Example, weights: Vector) -> float:
    """The score of an example; infinite if it fits whatever the weights are."""
    if example.is_sure:
        return math.inf
    return sum(f * w for f, w in zip(example.features, weights, strict=True))


def regression(examples: Sequence[Example]) -> Vector:
    """The weights of a logistic regression, by Newton's method."""
    size = len(NAMES) + 1
    weights: Vector = (0.0,) * size
    for _ in range(ROUNDS):
        gradient = [REGULARIZATION * each for each in weights]
        hessian = [[REGULARIZATION * (i == k) for k in range(size)] for i in range(size)]
        for example in examples:
            if example.is_sure:
                continue
            chance = 1 / (1 + math.exp(-max(-30.0, min(30.0, score(example, weights)))))
            for i, own in enumerate(example.features):
                gradient[i] += (chance - example.is_fitting) * own
                for k, other in enumerate(example.features):
                    hessian[i][k] += chance * (1 - chance) * own * other
        step = solved(hessian, gradient)
        weights = tuple(weight - change for weight, change in zip(weights, step, strict=True))
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


def nonnegative_regression(examples: Sequence[Example]) -> Vector:
    """The weights of a regression without negative weights: those features get a weight of 0."""
    against: set[int] = set()
    while True:
        kept = [
            replace(e, features=tuple(0.0 if i in against else f for i, f in enumerate(e.features)))
            for e in examples
        ]
        weights = regression(kept)
        more = {i for i, weight in enumerate(weights) if i and weight < 0}
        if not more:
            return weights
        against |= more


def fit_weights(examples: Sequence[Example]) -> Vector:
    """The weights, with the constant shifted so that the threshold is 0."""
    constant, *others = nonnegative_regression(examples)
    fitting, unfitting = (
        sorted(score(each, (constant, *others)) for each in examples if each.is_fitting == is_own)
        for is_own in (True, False)
    )
    last = unfitting[round(len(unfitting) * MAX_REJECTED) - 1]
    return (constant - min(last + TINY, fitting[int(len(fitting) * MAX_HIDDEN)]), *others)


def share_rejected(examples: Sequence[Example], weights: Vector, *, is_fitting: bool) -> float:
    """Share of the positive or negative examples for which the rule says that nothing fits."""
    own = [example for example in examples if example.is_fitting == is_fitting]
    return sum(score(example, weights) < 0 for example in own) / len(own)


def cross_validated(examples: Sequence[Example]) -> dict[bool, float]:
    """The same shares of positive (True) and negative examples, each in a held-out fold."""
    judged: dict[bool, list[bool]] = {}
    for fold in range(FOLDS):
        weights = fit_weights([each for i, each in enumerate(examples) if i % FOLDS != fold])
        for example in examples[fold::FOLDS]:
            judged.setdefault(example.is_fitting, []).append(score(example, weights) < 0)
    return {is_fitting: sum(own) / len(own) for is_fitting, own in judged.items()}


def examples_of(page: Any, site: Path, language: str) -> list[Example]:
    """The examples of a language, with their features.

    Args:
        page: of the browser, with the scripts of the engine.
        site: the built site.
        language: one of the site.
    """
    index = asdict(read_index(site, language))
    queries = [query for name in LISTS for query in read_queries(HERE / f"queries{name}.yml")]
    own = [q for q in queries if q.language == language and q.use != "kept"]
    found = page.evaluate(FEATURES, [index, NAMES, KINDS[language], [query.text for query in own]])
    return [
        Example(query.is_answerable, (1, *features), is_sure)
        for query, (features, is_sure) in zip(own, found, strict=True)
    ]


def write(kind: str, numbers: str) -> None:
    """Write the numbers of a kind of writing into search/no_results.js.

    Args:
        kind: of SETTINGS, `pairs` or `words`.
        numbers: `related: 7.7, ..., threshold: 1.1`.
    """
    before = RULE.read_text("utf-8")
    after, count = re.subn(rf"(?<=\b{kind}: {{ )[^}}]*(?= }})", numbers, before, count=1)
    if not count:
        raise SystemExit(f"{RULE} has no '{kind}: {{ ... }}'")
    RULE.write_text(after, "utf-8")


def main() -> None:
    """Print the weights and the figures of each language."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--site", type=Path, default=ROOT / "site")
    parser.add_argument("--write", action="store_true", help="write them into search/no_results.js")
    arguments = parser.parse_args()
    site = arguments.site
    if not (site / "index.html").exists():
        parser.error(f"there is no built site in {site}: call 'make site' first")
    with sync_playwright() as started:
        browser = started.chromium.launch(executable_path=browser_path(), args=ARGUMENTS)
        page = browser.new_page()
        add_scripts(page)
        for language, kind in KINDS.items():
            examples = examples_of(page, site, language)
            constant, *others = weights = fit_weights(examples)
            named = ", ".join(f"{n}: {w:.4g}" for n, w in zip(NAMES, others, strict=True))
            numbers = f"{named}, threshold: {-constant:.4g}"
            print(f"{kind}: {{ {numbers} }}")
            if arguments.write:
                write(kind, numbers)
            unseen = cross_validated(examples)
            for is_fitting, label in ((True, "answered"), (False, "not answered")):
                rejected = share_rejected(examples, weights, is_fitting=is_fitting)
                unseen_rejected = unseen[is_fitting]
                print(f"  {label}: {rejected:.3f} told, cross-validated {unseen_rejected:.3f}")
        browser.close()


if __name__ == "__main__":
    main()
