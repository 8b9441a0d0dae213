"""Report hit rates and latency of the search, measured in the real box of the built site.

    python -m bench.search_report [--queries FILE] [--use USE] [--site DIR] [--from-disk] [--misses]
        [--slowdown TIMES]

Prints a table of the answerable queries by language and kind, with these rates and the latency:
the best page is first (strict); a page that answers is first (lenient); one is in the top three;
nothing is found (wrongly); the same, and no page that answers is suggested; another language is
first. A second table has the unanswerable queries (those without a `page`): nothing is found
(rightly). Each rate has its 95 % interval (Wilson) and, after a slash, its cross-validated value:
the weight of the votes is fitted without the query, so that overfitting shows. For any list but
queries.yml, it lists the queries that are not answered well enough.
"""

import argparse
from contextlib import nullcontext
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from bench.engine import add_scripts, cross_validated
from bench.search_box import OURS, SearchBox, Shown, page_name
from bench.search_judging import Answer, Query, read_queries, tables, verdict
from bench.stock_site import STOCK
from knowledge.site.site import load
from support.chromium import ARGUMENTS, browser_path
from support.host import served

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
LIST = HERE / "queries.yml"
"""The list of the site."""
FOLDERS = {"ja": "", "en": "en/"}
AIMS = (
    "strict .75, lenient .92, top three .98; of ten queries that nothing answers, eight are told so"
)


def answers(
    browser: Browser,
    site: Path,
    queries: list[Query],
    *,
    from_disk: bool,
    slowdown: float = 1,
    at_once: bool = False,
    is_settled: bool = False,
) -> list[Answer]:
    """Run the queries against a site.

    Args:
        browser: a Playwright browser.
        site: the built site.
        queries: the queries to type.
        from_disk: open the site over file:// and without a network, instead of http://.
        slowdown: CPU throttling factor, applied once the engine is loaded.
        at_once: paste each query; the latency is then that of the whole query.
        is_settled: wait until whom to call in danger is shown too.
    """
    found: list[Answer] = []
    markup = OURS if _is_ours(site) else STOCK
    with nullcontext(f"{site.resolve().as_uri()}/") if from_disk else served(site) as root:
        for language in dict.fromkeys(query.language for query in queries):
            context = browser.new_context(
                viewport={"width": 1280, "height": 900}, service_workers="block"
            )
            context.set_offline(from_disk)
            box = SearchBox(context.new_page(), root, FOLDERS[language], markup)
            box.ask("a")  # the first query loads the engine
            box.slow_down(slowdown)
            own = [query for query in queries if query.language == language]
            found += [
                _answer(query, box.ask(query.text, at_once=at_once, is_settled=is_settled))
                for query in own
            ]
            context.close()
    return found


def _is_ours(site: Path) -> bool:
    """Whether a site has our search, not the theme's."""
    return any(site.glob("search/engine.*.js"))


def _answer(query: Query, shown: Shown) -> Answer:
    others = [folder for folder in FOLDERS.values() if folder]
    own = FOLDERS[query.language]
    is_own = [
        link.startswith(own) and not any(link.startswith(o) for o in others if o != own)
        for link in shown.links
    ]
    last_own = max((i for i, each in enumerate(is_own) if each), default=-1)
    return Answer(
        query=query,
        pages=tuple(
            page_name(link, own) for link, each in zip(shown.links, is_own, strict=True) if each
        ),
        is_found=shown.is_found,
        is_foreign_first=not all(is_own[: last_own + 1]),
        milliseconds=shown.milliseconds,
        offered=tuple(page_name(link, own) for link in shown.offered),
        danger=shown.danger,
    )


def main() -> None:
    """Print the report."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--queries", type=Path, default=LIST)
    parser.add_argument("--site", type=Path, default=ROOT / "site")
    parser.add_argument("--use", help="only the entries with this `use`: fit or kept")
    parser.add_argument("--from-disk", action="store_true")
    parser.add_argument(
        "--misses", action="store_true", help="list the queries that are not answered best"
    )
    parser.add_argument("--slowdown", type=float, default=1, help="of the CPU, in times")
    options = parser.parse_args()
    queries = [q for q in read_queries(options.queries) if options.use in (None, q.use)]
    with sync_playwright() as started:
        browser = started.chromium.launch(executable_path=browser_path(), args=ARGUMENTS)
        found = answers(
            browser,
            options.site,
            queries,
            from_disk=options.from_disk,
            slowdown=options.slowdown,
            is_settled=options.queries != LIST,
        )
        fitted: list[Answer] = []
        if _is_ours(options.site):
            page = browser.new_page()
            add_scripts(page)
            fitted = cross_validated(page, options.site, queries)
        browser.close()
    print(f"{options.queries.name}, {'file://' if options.from_disk else 'http://'}\n")
    print("\n".join(tables(found, fitted)))
    if options.queries == LIST:
        print(f"\nAimed at: {AIMS}.")
    else:
        print("", *verdict(found, _urgent_pages()), sep="\n")
    if options.misses:
        lines = [
            f"{grade}: {answer.query.text} (best: {answer.query.page or 'nothing'};"
            f" first: {answer.shown})"
            for answer in found
            if (grade := _fault(answer))
        ]
        print("", *(lines or ["Every query is answered best."]), sep="\n")


def _urgent_pages() -> set[str]:
    """Names of the pages of the urgent links, which every page shows."""
    paths = (each.page.partition("#")[0] for each in load(ROOT).data.settings.urgent)
    return {path.removesuffix(".md") for path in paths}


def _fault(answer: Answer) -> str:
    """Why an answer is not the best possible; empty if it is."""
    if not answer.query.is_answerable:
        return "" if answer.is_told_nothing else "shown"
    if answer.is_strict:
        return ""
    return "also" if answer.is_lenient else "top 3" if answer.is_in_top else "miss"


if __name__ == "__main__":
    main()
