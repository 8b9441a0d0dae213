"""Attacks are reported before they reach a page; look-alikes are not."""

import time
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from random import Random

import markdown
import pytest

from knowledge.finding import Finding, format_finding
from knowledge.markdown.html_allowlist import disallowed_markup
from knowledge.rules.registry import NOTICES, RULES, STOPPING, findings
from knowledge.rules.rule import Rule
from knowledge.site.files import read_folder
from knowledge.site.site import site_of
from support.cached_reading import cached_reading
from support.cases_site import copy_tiny_site
from support.hostile.attacks import ADDRESSES, ATTACKS, FRONT_MATTER, LOOK_ALIKES
from support.hostile.careful import CAREFUL
from support.hostile.slow import SHAPES
from support.hostile.texts import EXTENSIONS, LINKS, PIECES, TARGETS
from support.site_builder import build

TODAY = date(2026, 11, 24)
FRONT_MATTER_LINES = "title: case\ndescription: A page to test.\nreviewed: 2026-11-20\n"
PAGE_START = f"---\n{FRONT_MATTER_LINES}---\n\n# Case {{#case}}\n\n"
MIN_ATTACKS = 100
SEED = 20261124
RANDOM_TEXTS, TEXTS_AT_ONCE = 40, 50
RANDOM_LINKS = 20
MAX_SECONDS = 2.0
"""Maximum processor seconds of the checks for any input."""
ORDINARY = "A [page](index.md) of *ordinary* sentences: the 3rd of 5, and more.\n\n" * 1_000
MAX_ORDINARY = 15
"""Maximum of them in those for ORDINARY, on a machine that is too slow for MAX_SECONDS."""
STOPPING_RULES = tuple(rule for rule in RULES if rule.stops_build)
NOT_STOPPED = ("telephone", "account", "message", "warning as", "section that")
"""Prefixes of the names of attacks whose rule does not stop the build."""


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory):
    return copy_tiny_site(tmp_path_factory.mktemp("hostile") / "source", is_built=False)


@pytest.fixture(scope="module", autouse=True)
def _reading_once() -> Iterator[None]:
    with cached_reading():
        yield


def found_on(tiny, text: str) -> list[Finding]:
    (tiny / "docs/ja/case.md").write_text(text, "utf-8", newline="")
    return checked(tiny)


def checked(tiny, rules: Iterable[Rule] = RULES) -> list[Finding]:
    """Findings, but none about a page and its translation."""
    found = findings(site_of(read_folder(tiny), TODAY, None), rules)
    return [f for f in found if not f.code.startswith(("PA", "FR"))]


def found_on_pages(
    tiny, texts: Iterable[str], rules: Iterable[Rule] = RULES
) -> dict[str, list[Finding]]:
    """Findings by text, each text on a page of its own: many are checked as fast as one."""
    pages = {f"docs/ja/case-{number}.md": text for number, text in enumerate(dict.fromkeys(texts))}
    for page, text in pages.items():
        (tiny / page).write_text(text, "utf-8", newline="")
    found = checked(tiny, rules)
    for page in pages:
        (tiny / page).unlink()
    return {text: [f for f in found if f.path == page] for page, text in pages.items()}


def stopped_pages(tiny, texts: Iterable[str]) -> set[str]:
    """Those of the texts that stop the build."""
    return {text for text, found in found_on_pages(tiny, texts, STOPPING_RULES).items() if found}


@pytest.fixture(scope="module")
def found_on_attack(tiny) -> Callable[[str], list[Finding]]:
    """Findings on a text with an attack; those that come next are checked with it."""
    texts = [attack_page(name) for name in ATTACKS]
    known: dict[str, list[Finding]] = {}

    def ask(text: str) -> list[Finding]:
        if text not in known:
            start = texts.index(text)
            known.update(found_on_pages(tiny, texts[start : start + TEXTS_AT_ONCE]))
        return known[text]

    return ask


def attack_page(name: str) -> str:
    return PAGE_START + ATTACKS[name] + "\n"


@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_is_found_on_its_line(name, found_on_attack):
    text = attack_page(name)
    lines = range(PAGE_START.count("\n") + 1, text.count("\n") + 1)
    found = found_on_attack(text)
    messages = "\n".join(map(format_finding, found))
    hits = [f for f in found if f.line in lines and f.code not in NOTICES]
    assert hits, messages
    if not name.startswith(NOT_STOPPED):
        assert {f.code for f in hits} & STOPPING, messages


@pytest.mark.parametrize("name", FRONT_MATTER)
def test_an_attack_in_the_front_matter_is_found_on_its_line(name, tiny):
    keys = FRONT_MATTER[name]
    kept = [
        line for line in FRONT_MATTER_LINES.splitlines() if line.partition(":")[0] + ":" not in keys
    ]
    text = "---\n" + keys + "\n" + "\n".join(kept) + "\n---\n\n# Case {#case}\n\nText.\n"
    found = found_on(tiny, text)
    lines = range(2, 3 + keys.count("\n"))
    assert [f for f in found if f.line in lines and f.code not in NOTICES], [
        format_finding(f) for f in found
    ]


@pytest.mark.parametrize("name", LOOK_ALIKES)
def test_a_look_alike_is_not_reported(name, tiny):
    found = found_on(tiny, PAGE_START + LOOK_ALIKES[name] + "\n")
    # Most of them are English, and found_on() writes a Japanese page.
    reported = [format_finding(f) for f in found if f.code != "PR012"]
    assert reported == [], "harmless: narrow the rule, or change LOOK_ALIKES or PAGE_START"


@pytest.mark.parametrize("name", CAREFUL)
def test_what_a_careful_contributor_writes_is_not_reported(name, tiny):
    language, text = CAREFUL[name]
    page = tiny / f"docs/{language}/case.md"
    kept = page.read_text("utf-8")
    page.write_text(PAGE_START + text.strip() + "\n", "utf-8")
    found = findings(site_of(read_folder(tiny), TODAY, None))
    page.write_text(kept, "utf-8")
    # Ignore findings about the counterpart and about unexplained terms.
    said = [f for f in found if f.path == f"docs/{language}/case.md"]
    wrongly = [format_finding(f) for f in said if not f.code.startswith(("PA", "FR", "TE"))]
    remedy = "Narrow the rule; if it asks this of every page, mend PAGE_START or careful.py"
    assert not wrongly, "\n".join([*wrongly, f"{remedy}. The text:", text])


@pytest.mark.parametrize("name", ADDRESSES)
def test_pages_for_contributors_may_link_to_any_address(name, tiny):
    page = tiny / "docs/ja/contributing/case.md"
    page.parent.mkdir(exist_ok=True)
    page.write_text(PAGE_START + ADDRESSES[name] + "\n", "utf-8")
    found = findings(site_of(read_folder(tiny), TODAY, None))
    page.unlink()
    # The page is not in the navigation here.
    said = [format_finding(f) for f in found if f.path.endswith("contributing/case.md")]
    assert [line for line in said if " LK014 " not in line and " PA001 " not in line] == []


@pytest.mark.parametrize("number", range(RANDOM_TEXTS))
def test_what_the_source_check_lets_through_is_inert_when_rendered(number, tiny):
    """The check of the rendered text finds nothing that the source check missed."""
    pick = Random(SEED + number)
    pieces = [*PIECES, pick.choice([*ATTACKS.values(), *LOOK_ALIKES.values()])]
    texts = [
        "".join(pick.choice(pieces) for _ in range(pick.randint(2, 14)))
        for _ in range(TEXTS_AT_ONCE)
    ]
    rendered = {text: markdown.markdown(text, extensions=EXTENSIONS) for text in texts}
    found = {
        PAGE_START + t: shown for t, html in rendered.items() if (shown := disallowed_markup(html))
    }
    stopped = stopped_pages(tiny, found)
    assert not {text: shown for text, shown in found.items() if text not in stopped}


@pytest.mark.parametrize("number", range(RANDOM_LINKS))
def test_every_rule_answers_to_any_link(number, tiny):
    """In a page and in its translation, whose links some rules compare."""
    pick = Random(SEED + number)
    targets = ("".join(pick.choices(TARGETS, k=pick.randint(1, 6))) for _ in range(TEXTS_AT_ONCE))
    text = "\n\n".join(pick.choice(LINKS).format(target) for target in targets)
    pages = {tiny / f"docs/{language}/case.md" for language in ("ja", "en")}
    kept = {page: page.read_text("utf-8") for page in pages}
    try:
        for page in pages:
            page.write_text(f"{PAGE_START}{text}\n", "utf-8")
        found = findings(site_of(read_folder(tiny), TODAY, None))
    finally:
        for page in pages:
            page.write_text(kept[page], "utf-8")
    assert {f.code for f in found} >= {"LK001", "SF008"}


def test_there_are_enough_attacks():
    assert len(ATTACKS) + len(FRONT_MATTER) >= MIN_ATTACKS


@pytest.mark.parametrize("name", SHAPES)
def test_the_checks_answer_soon_and_stop_what_would_be_slow(name, tiny):
    def seconds(text):
        start = time.process_time()
        found_on(tiny, text)
        return time.process_time() - start

    shape, count = SHAPES[name]
    text = shape(count)
    is_whole = text.startswith(("---\nk0", "---\na"))
    spent = seconds(text if is_whole else PAGE_START + text)
    if spent >= MAX_SECONDS:
        assert spent < MAX_ORDINARY * seconds(PAGE_START + ORDINARY + name)


def test_what_is_not_stopped_for_its_size_builds_soon(tmp_path):
    folder = copy_tiny_site(tmp_path / "source")
    shapes = [shape(count) for shape, count in SHAPES.values()]
    texts = [PAGE_START + text for text in shapes if not text.startswith(("---\nk0", "---\na"))]
    stopped = stopped_pages(folder, texts)
    slow = [text for text in texts if text not in stopped]
    pages = {f"docs/ja/slow-{index}.md": text for index, text in enumerate(slow)}
    entries = [f"  - a{index}: slow-{index}.md\n" for index in range(len(slow))]
    for page, text in pages.items():
        (folder / page).write_text(text, "utf-8")
    assert len(entries) > 5
    configuration = folder / "mkdocs.yml"
    text = configuration.read_text("utf-8").replace("nav:\n", "nav:\n" + "".join(entries))
    configuration.write_text(text, "utf-8")
    start = time.monotonic()
    result = build(folder, tmp_path / "site")
    assert "Aborted with" in result.output or result.exit_code == 0, result.output[-2000:]
    assert time.monotonic() - start < 60


def test_a_comment_cannot_end_a_link_that_the_build_makes(tmp_path):
    """Comment delimiters must not break the links that the build itself writes."""
    folder = copy_tiny_site(tmp_path / "source")
    text = "[x <!-- </a></p><script>alert(1)</script> -->](contact:front-desk)\n"
    (folder / "docs/ja/case.md").write_text(PAGE_START + text, "utf-8")
    result = build(folder, tmp_path / "site")
    if result.exit_code != 0:  # the check has found it first
        assert "docs/ja/case.md" in result.output
        return
    page = (result.site / "case.html").read_text("utf-8")
    assert "alert(1)" not in page
    assert "<!--" not in page[page.index("<article") : page.index("</article>")]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("interface.yml", "say-copy:\n  ja: '<img src=x onerror=alert(1)>'\n  en: Copy\n"),
        ("sources.yml", '- id: a\n  url: "\\x68ttps://bit.ly/a"\n'),
        ("prose.yml", 'limits:\n- {pages: "", language: ja, sentence: "' + "9" * 5000 + '"}\n'),
        ("prose.yml", "names:\n" + '- ""\n' * 20),
        ("site.yml", "report: javascript:alert(1)\n"),
        ("site.yml", "- " * 100_000),
        ("glossary.yml", "[" * 200_000),
    ],
)
def test_hostile_data_is_answered_and_found(tiny, name, content):
    path = tiny / "docs/_data" / name
    kept = path.read_bytes() if path.exists() else None
    try:
        path.write_text(content, "utf-8")
        start = time.process_time()
        found = found_on(tiny, PAGE_START)
        assert time.process_time() - start < MAX_SECONDS
        assert [f for f in found if f.path.endswith(name)] or content.startswith("names:")
    finally:
        if kept is None:
            path.unlink()
        else:
            path.write_bytes(kept)


def test_a_day_of_review_far_away_is_answered(tiny):
    (found,) = found_on(tiny, PAGE_START.replace("2026-11-20", "9999-12-31"))
    assert (found.code, found.line) == ("RV001", 4)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            "[office](https://evil.example/)",
            "a link opens 'evil.example', which is no host of the data",
        ),
        ("[office](//evil.example/)", "a link opens 'evil.example', which is no host of the data"),
    ],
)
def test_what_the_checks_let_through_is_seen_in_the_finished_page(text, problem, tmp_path):
    folder = copy_tiny_site(tmp_path / "source")
    page = folder / "docs/en/contacts.md"
    page.write_text(f"{page.read_text('utf-8')}\n{text}\n", "utf-8")
    line = page.read_text("utf-8").count("\n")
    result = build(folder, tmp_path / "site")
    assert result.exit_code != 0
    if "Nothing is published" in result.output:
        assert f"en/contacts.html: {problem}. It may come from docs/en/contacts.md:{line}." in (
            result.output
        )
    assert "Traceback" not in result.output
