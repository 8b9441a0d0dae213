"""The triage pages: from "what happened to you?" to the right phone call."""

import posixpath
import re

import pytest

from knowledge.site.redirects import aliases_of
from knowledge.site.typed_links import typed_links
from support.regex import first_match
from this_site.pages import NAMES, TOPICS, loaded_site

TOPIC_OF = {
    "saw-a-bill": "countermeasures",
    "phoned": "countermeasures",
    "told-details": "information-leakage",
    "sent-id-photo": "information-leakage",
    "gave-card": "police",
    "paid": "police",
    "prepaid-codes": "police",
    "installed-app": "countermeasures",
    "screen-returns": "countermeasures",
    "court-papers": "lawsuits",
    "threatened": "police",
    "more-calls": "countermeasures",
    "detective-offer": "information-leakage",
    "someone-else": "prevention",
    "support-scam": "countermeasures",
    "intimate-images": "police",
    "fake-police": "police",
    "gave-bank-login": "police",
}
"""The topic that a page must lead to. Any topic does for another one; a page that is gone is not
asked."""
REQUIREMENTS = next(
    each for each in loaded_site().data.settings.page_requirements if each.pages == "start/"
)
"""What `forms` in site.yml asks of each of them."""
LEAVES = sorted(name.removeprefix("start/") for name in NAMES if name.startswith("start/"))
PARTS = list(REQUIREMENTS.sections)
KEEP = "keep"
"""The section about what to keep, which a page may have before the last one."""
KEEPING = ("support-scam", "intimate-images", "fake-police", "gave-bank-login")
"""Triage pages that must have it."""
DEEPEST = 3
URGENCY = {
    "ja": ("今すぐ", "今日", "今日か明日", "数日", "2週間", "数か月"),
    "ja-Hira": ("今すぐ", "今日", "今日か明日", "2、3日", "2週間", "何か月"),
    "en": ("Now", "Today", "Within a few days", "Within two weeks", "For some months"),
}
"""How labels of steps begin that say when, by language, the most urgent first."""
LABELLED_STEP = re.compile(r"^ *(\d+)\. \*\*([^*]+)\*\*", re.MULTILINE)
CARD = re.compile(r"^\[[^\]]+\]\(contact:[a-z0-9-]+\)$", re.MULTILINE)


@pytest.fixture(scope="module")
def site():
    return loaded_site()


def leaf(site, language, name):
    return site.sources[f"docs/{language}/start/{name}.md"]


def links_of(site, language, page_path):
    """Pages of the same language that a page links to."""
    source = site.sources.get(f"docs/{language}/{page_path}")
    for link in source.links if source else ():
        target = link.target.partition("#")[0]
        if target.endswith(".md") and "://" not in target:
            yield posixpath.normpath(posixpath.join(posixpath.dirname(page_path), target))


def graph(site, language):
    pages = [site.languages.page_path(source.path) for source in site.in_language(language)]
    return {page: frozenset(links_of(site, language, page)) for page in pages}


def test_both_languages_have_the_same_graph(site):
    assert graph(site, "ja") == graph(site, "en")


def test_the_leaves_are_those_of_the_contract(site):
    for language in ("ja", "en"):
        found = [page for page in graph(site, language) if page.startswith("start/")]
        assert set(found) == {f"start/{name}.md" for name in LEAVES}
    assert set(TOPIC_OF.values()) <= set(TOPICS), "TOPIC_OF names a page that is gone: change it"


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_leaf_is_within_three_taps_and_on_the_first_page(site, language):
    edges = graph(site, language)
    taps, reached = {"index.md": 0}, ["index.md"]
    for page in reached:
        for target in sorted(edges.get(page, ())):
            if target not in taps:
                taps[target] = taps[page] + 1
                reached.append(target)
    for name in LEAVES:
        assert taps[f"start/{name}.md"] <= DEEPEST
        assert f"start/{name}.md" in edges["index.md"]


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("name", LEAVES)
def test_a_leaf_is_complete(site, language, name):
    source = leaf(site, language, name)
    parts = [heading.id for heading in source.headings if heading.level == 2]
    assert [part for part in parts if part != KEEP] == PARTS
    if KEEP in parts or name in KEEPING:
        assert parts.index(KEEP) == len(parts) - 2
    paths = {alias.page_path for alias in aliases_of(leaf(site, "ja", name))} | {f"start/{name}.md"}
    assert f"start/{source.headings[0].id}.md" in paths, "an id of another name, and no alias"
    schemes = [scheme for _, scheme, _ in typed_links(source)]
    assert "source" in schemes, "no source"
    assert CARD.search(source.body), "no contact card"
    assert "!!! say " in source.body, "no words to say"
    steps = source.body.partition("{#steps}")[2].partition("\n## ")[0]
    assert re.search(r"^1\. ", steps, re.MULTILINE), "no first step"
    topics = {page for page in links_of(site, language, f"start/{name}.md") if "/" not in page}
    wanted = [TOPIC_OF[name]] if name in TOPIC_OF else TOPICS
    assert topics & {f"{topic}.md" for topic in wanted}, "no link to its topic"


@pytest.mark.parametrize("name", ["what-to-say", *(f"start/{name}" for name in LEAVES)])
def test_every_english_card_has_words_sound_and_meaning(site, name):
    body = site.sources[f"docs/en/{name}.md"].body
    for part in body.split("!!! say ")[1:]:
        card = part.partition("\n## ")[0]
        assert ".say-words" in card, card
        assert ".say-sound" in card, card
        assert ".say-meaning" in card, card


@pytest.mark.parametrize("name", ["what-to-say", *(f"start/{name}" for name in LEAVES)])
def test_japanese_words_are_short_enough_to_say(site, name):
    body = site.sources[f"docs/ja/{name}.md"].body
    for part in re.split(r"!!! say \".*\"\n", body)[1:]:
        words = first_match(r"\A(?:\n| {4}.*)*", part).group()
        plain = re.sub(r"\{:.*?\}|\s", "", words)
        assert 5 < len(plain) <= 220, plain


def test_every_contact_has_its_card_on_the_page_of_contacts(site):
    for language in ("ja", "en"):
        body = site.sources[f"docs/{language}/contacts.md"].body
        cards = {match.partition("contact:")[2][:-1] for match in CARD.findall(body)}
        assert cards == set(site.data.contacts)


NUMBER = re.compile(r"\d{2,4}-\d{2,4}-\d{3,4}|\d{9,}|\d{4}-\d{6}")
CLOCK = re.compile(
    r"\d{1,2}[:：]\d{2}(?!\d)|\d{1,2}時(?!間)|[0-9]{1,2} ?(?:a\.m\.|p\.m\.|am\b|pm\b|o'clock)",
    re.IGNORECASE,
)


def test_numbers_and_hours_stand_in_the_data_only(site):
    for source in site.sources.values():
        if "/contributing/" not in source.path:
            assert NUMBER.findall(source.body) == [], source.path
            assert CLOCK.findall(source.body) == [], source.path


@pytest.mark.parametrize(
    "text",
    ["8時30分〜17時15分", "10時〜16時", "9:00-17:00", "9 a.m. to 5 p.m.", "午後5時まで", "10am"],
)
def test_an_hour_is_recognised(text):
    assert CLOCK.search(text)
    assert not CLOCK.search("24時間、60日、2026年5月21日、〇時ごろ、105条")


@pytest.mark.parametrize(
    ("language", "said"), [("ja", r"ないでください"), ("en", r"^\**(?:Do not|Don't|Never)\b")]
)
def test_what_not_to_do_lists_hold_nothing_else(site, language, said):
    for name in LEAVES:
        part = leaf(site, language, name).body.partition("{#do-not}")[2].partition("\n## ")[0]
        items = re.findall(r"^- (.*)$", part, re.MULTILINE)
        assert items, name
        assert [item for item in items if not re.search(said, item)] == [], name


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_frame_says_what_comes_first_and_the_lists_do_not(site, language):
    assert [action.page_path for action in site.data.settings.urgent] == [
        "start/paid.md",
        "start/threatened.md",
        "start/court-papers.md",
    ], "'urgent' in site.yml names other pages now: change the list here too"
    for name in LEAVES:
        # These two pages are about letters that came or may come.
        if name not in ("court-papers", "told-details"):
            body = leaf(site, language, name).body
            assert "court-papers" not in body.partition("{#do-not}")[2].partition("\n## ")[0], name


def urgency_of(label, language):
    """Position of the longest beginning in URGENCY that a label has; None without one."""
    fitting = [each for each in URGENCY[language] if label.startswith(each)]
    return URGENCY[language].index(max(fitting, key=len)) if fitting else None


def later_steps_first(text, language):
    """Labels of steps that stand below a step with more time than they have."""
    found, latest = [], 0
    for number, label in LABELLED_STEP.findall(text):
        latest = 0 if number == "1" else latest
        urgency = urgency_of(label, language)
        if urgency is not None and urgency < latest:
            found.append(label)
        latest = max(latest, urgency or 0)
    return found


@pytest.mark.parametrize("language", URGENCY)
def test_steps_run_from_urgent_to_later(site, language):
    texts = {p: s.body for p, s in site.sources.items() if site.languages.of(p) == language}
    labels = {label for text in texts.values() for _, label in LABELLED_STEP.findall(text)}
    assert {urgency_of(label, language) for label in labels} >= {0, 1, 2}
    found = {path: later_steps_first(text, language) for path, text in texts.items()}
    assert {path: labels for path, labels in found.items() if labels} == {}


def test_a_later_step_above_an_urgent_one_is_found():
    steps = "1. **Within a few days:** Call.\n2. **Next:** Write.\n3. **Today:** Go.\n"
    assert later_steps_first(steps, "en") == ["Today:"]
    assert later_steps_first(steps.replace("3.", "1."), "en") == []
