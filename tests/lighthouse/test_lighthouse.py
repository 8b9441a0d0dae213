"""`make lighthouse`: reading reports, limits and page selection; runs without Node."""

import sys
from typing import Any

import pytest

from lighthouse import lighthouse
from lighthouse.measurement import (
    MEASURES,
    Breach,
    Failure,
    Measurement,
    breaches,
    format_breach,
    medians,
    read_report,
    table,
)
from support.cases_site import TINY

GOOD = (100, 100, 100, 100, 900, 1100, 0, 0, 36443, 7)
FAILURE = Failure(
    "accessibility",
    "color-contrast",
    "Colours have no contrast (2 elements)",
    ('div > p <p class="pale">', "main > a <a>"),
)


def values(**changes):
    """Values of a good run with some replaced: `lcp_ms=1700`."""
    names = [measure.name.lower().replace(" ", "_") for measure in MEASURES]
    assert set(changes) <= set(names)
    return tuple(changes.get(name, value) for name, value in zip(names, GOOD, strict=True))


def measurement(page="office", failures=(), **changes):
    return Measurement(page, values(**changes), tuple(failures))


def audit(name, score=1, number=0.0, **more):
    return {
        "id": name,
        "title": f"About {name}",
        "score": score,
        "scoreDisplayMode": "numeric",
        "numericValue": number,
        **more,
    }


@pytest.fixture
def report():
    """The parts of a Lighthouse 12 report that we read."""
    audits = [
        audit("first-contentful-paint", 0.99, 921.6),
        audit("largest-contentful-paint", 0.7, 2600.4, displayValue="2.6 s"),
        audit("total-blocking-time", 1, 12.2),
        audit("cumulative-layout-shift", 1, 0.00042),
        audit("total-byte-weight", 1, 36443),
        audit("network-requests", details={"items": [{"url": u} for u in ("a", "data:,", "b")]}),
        audit("kept-for-later", 0),
        audit("says-nothing", None),
        audit("usesCompression", 1, details={"items": {"label": "no list"}}),
        audit(
            "color-contrast",
            0,
            details={
                "items": [
                    {"node": {"selector": "div > p", "snippet": "<p\n  class='a'>"}},
                    {"subItems": {}},
                ]
            },
        ),
        audit(
            "errors-in-console",
            0,
            details={"items": [{"source": "network", "url": "a.js", "description": "404"}]},
        ),
        audit("is-crawlable", None, scoreDisplayMode="error", errorMessage="no robots.txt"),
    ]
    categories = {
        "performance": (0.98, ["first-contentful-paint", "largest-contentful-paint"]),
        "accessibility": (0.945, ["color-contrast", "says-nothing"]),
        "best-practices": (1, ["errors-in-console", "usesCompression"]),
        "seo": (None, ["is-crawlable"]),
    }
    references: dict[str, Any] = {
        name: {"score": score, "auditRefs": [{"id": each} for each in ids]}
        for name, (score, ids) in categories.items()
    }
    references["performance"]["auditRefs"].append({"id": "kept-for-later", "group": "hidden"})
    return {"audits": {each["id"]: each for each in audits}, "categories": references}


def test_the_numbers_of_a_report_are_rounded_as_they_are_shown(report):
    assert read_report("office", report).values == (98, 94, 100, 0, 922, 2600, 12, 0, 36443, 2)


def test_what_failed_is_named_with_its_places(report):
    assert read_report("office", report).failures == (
        Failure(
            "performance", "largest-contentful-paint", "About largest-contentful-paint (2.6 s)"
        ),
        Failure("accessibility", "color-contrast", "About color-contrast",
                ("div > p <p class='a'>",)),
        Failure("best-practices", "errors-in-console", "About errors-in-console",
                ("network a.js 404",)),
        Failure("seo", "is-crawlable", "About is-crawlable (no robots.txt)"),
    )  # fmt: skip


def test_the_table_has_the_median_of_every_measure_by_itself():
    runs = [
        measurement(lcp_ms=1500, cls=0),
        measurement("en/office", performance=90),
        measurement(lcp_ms=900, cls=0.25),
        measurement(lcp_ms=1100, cls=0.004),
    ]
    assert list(table(medians(runs))) == [
        "| page | performance | accessibility | best practices | seo | FCP ms | LCP ms | TBT ms "
        "| CLS | bytes | requests |",
        "|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|",
        "| office | 100 | 100 | 100 | 100 | 900 | 1100 | 0 | 0.004 | 36443 | 7 |",
        "| en/office | 90 | 100 | 100 | 100 | 900 | 1100 | 0 | 0.000 | 36443 | 7 |",
    ]


def test_what_just_keeps_its_limit_is_no_breach():
    assert list(breaches([measurement(performance=99, lcp_ms=1600, tbt_ms=100)])) == []


@pytest.mark.parametrize(
    ("measure", "value", "line"),
    [
        ("performance", 98, "office: performance 98, at least 99."),
        ("accessibility", 99, "office: accessibility 99, at least 100."),
        ("best_practices", 96, "office: best practices 96, at least 100."),
        ("seo", 0, "office: seo 0, at least 100."),
        ("lcp_ms", 1601, "office: LCP ms 1601, at most 1600."),
        ("tbt_ms", 101, "office: TBT ms 101, at most 100."),
        ("cls", 0.001, "office: CLS 0.001, at most 0.000."),
    ],
)
def test_a_limit_that_is_broken_is_named(measure, value, line):
    found = list(breaches([measurement(**{measure: value})]))
    assert [line for each in found for line in format_breach(each)] == [line]


@pytest.mark.parametrize("measure", ["fcp_ms", "bytes", "requests"])
def test_some_measures_have_no_limit(measure):
    assert list(breaches([measurement(**{measure: 10**9})])) == []


def test_one_bad_run_of_three_breaks_nothing():
    assert list(breaches([measurement(), measurement(lcp_ms=9000), measurement()])) == []


def test_a_breach_has_the_failures_of_the_worst_run_and_of_its_category():
    slow = Failure("performance", "slow", "Slow")
    runs = [
        measurement(accessibility=96),
        measurement(accessibility=90, failures=[slow, FAILURE]),
        measurement("en/office"),
    ]
    (breach,) = breaches(runs)
    assert breach == Breach("office", MEASURES[1], 93, (FAILURE,))
    assert list(format_breach(breach)) == [
        "office: accessibility 93, at least 100.",
        "  color-contrast: Colours have no contrast (2 elements)",
        '    div > p <p class="pale">',
        "    main > a <a>",
    ]


def test_the_slowest_run_is_the_worst():
    runs = [
        measurement(lcp_ms=1700),
        measurement(lcp_ms=2000, failures=[Failure("performance", "slow", "Slow")]),
    ]
    (breach,) = breaches(runs)
    assert [each.audit for each in breach.failures] == ["slow"]


@pytest.fixture
def site(tmp_path, monkeypatch):
    """A built site in two languages; lighthouse takes it for this repository's."""
    monkeypatch.setattr(lighthouse, "ROOT", TINY)
    (tmp_path / "en/guide").mkdir(parents=True)
    (tmp_path / "guide").mkdir()
    for name in ("index", "en/index", "guide/borrow", "en/guide/borrow", "en/case"):
        (tmp_path / f"{name}.html").write_text("<p>")
    return tmp_path


def test_a_page_is_measured_in_every_language_that_has_it(site):
    there, missing = lighthouse.pages_of(site, ["index", "guide/borrow", "case"])
    assert there == ["index", "en/index", "guide/borrow", "en/guide/borrow", "en/case"]
    assert missing == ["case"]


def test_without_a_name_pages_with_every_kind_of_element_are_measured(site):
    (site / "guide/borrow.html").write_text("<p><b>")
    assert lighthouse.pages_of(site, [])[0][::2] == ["index", "guide/borrow"]


@pytest.mark.parametrize(
    ("page", "address"),
    [("index", ""), ("en/index", "en/"), ("guide/borrow", "guide/borrow.html")],
)
def test_a_page_is_asked_for_where_readers_find_it(page, address):
    assert lighthouse.address_of(page) == address


def test_the_conditions_are_one_sentence():
    agent = "Mozilla/5.0 (X11; Linux x86_64) HeadlessChrome/156.0.0.0 Safari/537.36"
    report = {"lighthouseVersion": "12.8.2", "environment": {"hostUserAgent": agent}}
    assert lighthouse.conditions(report, [0.5, 2.25]) == (
        "Lighthouse 12.8.2, Chromium 156.0.0.0, load average 0.50 at the start and 2.25 at the end."
    )


def test_without_node_one_sentence_says_what_is_needed(monkeypatch):
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(sys, "argv", ["lighthouse.py"])
    with pytest.raises(SystemExit) as end:
        lighthouse.main()
    assert end.value.code == (
        "Measuring pages needs Node 20.19 or newer with npm, and found none. "
        "Install it and call make again."
    )
