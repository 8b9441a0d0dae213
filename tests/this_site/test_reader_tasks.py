"""How far it is to the right instruction: taps, and seconds of reading on a phone.

A reader begins at the top of the first page and reads every visible word down to the link of the
next tap, but of a group of links below a heading that does not fit the heading alone, and nothing
of what is in another language; then from the passage that it opens to the end of the instruction,
at 8 characters or 4 words a second. `-rP` shows the seconds.
"""

import sys
from dataclasses import dataclass, replace

import pytest

from support.visit import PHONE

CHARACTERS_A_SECOND, WORDS_A_SECOND = 8, 4
READ = """([first, last, isLastRead]) => {
  const start = (first && document.getElementById(first)) || document.querySelector("main h1");
  const candidates = document.querySelectorAll(isLastRead ? "main :is(p, li, td)" : "main a");
  const end = [...candidates].find((each) => (
    start.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_FOLLOWING
    && (isLastRead ? each.textContent.includes(last) : each.matches(`[href$="${last}"]`))));
  if (!end) return null;
  const range = document.createRange();
  range.setStart(start, 0);
  range.setEnd(end, end.childNodes.length);
  const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  let text = "";
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const group = node.parentElement.closest("h3 + ul");
    const isOther = !isLastRead && group && !group.contains(end);
    const parent = node.parentElement;
    const isSeen = parent.checkVisibility({opacityProperty: true, visibilityProperty: true});
    const isForeign = parent.closest("[lang]") !== document.documentElement;
    if (range.intersectsNode(node) && isSeen && !isOther && !isForeign) text += `${node.data} `;
  }
  return text;
}"""
"""The visible text from a passage to the end of a link or of the paragraph with some words."""


@dataclass(frozen=True)
class Task:
    """What a reader wants to know, and how it is found."""

    links: tuple[str, ...]
    """The ends of the addresses that are tapped, one after the other."""
    instruction: str
    """Words of the right instruction."""
    seconds: float
    """Of reading, at most."""
    taps: int
    first: str = "index"


TASKS = {
    "I phoned and gave my name": Task(("start/phoned.html",), "電話しただけでは", 30, taps=2),
    "they say they will sue": Task(
        ("lawsuits.html#how-likely",), "覚えのない請求に、通常、返事は要りません", 30, taps=2
    ),
    "card ten minutes ago": Task(
        ("start/paid.html", "gave-card.html"), "今すぐカード会社に電話", 15, taps=2
    ),
    "court letter, no Japanese": Task(
        ("start/court-papers.html",), "Open the envelope now", 20, taps=1, first="en/index"
    ),
    "court letter, in one's language": Task(
        ("start/court-papers.html",), "中文", 40, taps=1, first="en/index"
    ),
    "father keeps paying": Task(
        ("start/someone-else.html", "someone-else.html#pays-again"),
        "最近払ったお金があれば",
        30,
        taps=2,
    ),
    "the screen returns": Task(
        ("start/screen-returns.html",), "まずアドレスを控えてタブを閉じ", 30, taps=2
    ),
    "a warning with a number": Task(
        ("start/support-scam.html",), "画面だけなら、電話せずに閉じます", 20, taps=1
    ),
    "images": Task(("start/intimate-images.html",), "まず会話の画面を残して", 20, taps=1),
}
IN_ENGLISH = {
    "I phoned and gave my name": "A phone call alone",
    "they say they will sue": "usually needs no reply",
    "card ten minutes ago": "Call your card company now",
    "father keeps paying": "If they have paid recently",
    "the screen returns": "Note the page's address",
    "a warning with a number": "If there is only the screen",
    "images": "first take screenshots",
}
"""The words of the instruction for the tasks that are the same in English."""
TASKS |= {
    f"{name}, in English": replace(TASKS[name], instruction=words, first="en/index")
    for name, words in IN_ENGLISH.items()
}


def seconds(text: str, language: str) -> float:
    """How long a text is read."""
    if language == "en":
        return len(text.split()) / WORDS_A_SECOND
    return len("".join(text.split())) / CHARACTERS_A_SECOND


@pytest.mark.parametrize("name", TASKS)
def test_the_right_instruction_is_near(visit, name):
    task = TASKS[name]
    page = visit(viewport=PHONE).open(task.first)
    language, spent, passage = page.locator("html").get_attribute("lang"), 0.0, ""
    for link in task.links:
        read = page.evaluate(READ, [passage, link, False])
        assert read, f"no link to {link} on {page.url}"
        spent += seconds(read, language)
        page.locator(f'main a[href$="{link}"]').first.click()
        page.wait_for_url(f"**/{link}")
        passage = link.partition("#")[2]
    read = page.evaluate(READ, [passage, task.instruction, True])
    remedy = "write the words that the page has now into the task"
    assert read, f"'{task.instruction}' is not on {page.url}: {remedy}"
    spent += seconds(read, language)
    sys.stdout.write(f"{name}: {len(task.links)} taps, {spent:.0f} s\n")
    assert spent <= task.seconds
    assert len(task.links) <= task.taps
