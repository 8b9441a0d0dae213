"""Check that words in the letters of the original stand in the same passage of the original.

Answers: does a translation quote words of the original's language that its original does not have
there? Few who review a translation can read them: the name of a button, a paper or a telephone
line. Words to say are compared as a whole in box_parity.py.
"""

import re
from collections.abc import Sequence

from knowledge.markdown.sentences import Sentence, TextBlock, metadata_and_headings
from knowledge.rules.passage_parity import compared_passages
from knowledge.rules.rule import Faults, pair_rule
from knowledge.site.counterparts import PagePair, sections_behind
from knowledge.site.site import Site
from knowledge.writing_systems import of_language

REMEDY = "Copy them from there, write them into both, or leave them out"


@pair_rule("PA019", "other-words-of-original")
def other_words_of_original(pair: PagePair, site: Site) -> Faults:
    """Words in the letters of the original that its passage does not have."""
    tags = [site.tag_of(source) for source in (pair.original, pair.translation)]
    original, own = map(of_language, tags)
    if not original.letters or original.scripts & own.scripts or original.scripts == {"Latin"}:
        return
    words = re.compile(f"[{original.letters}]+")
    there = compared_passages(pair.original, tags[0])
    whole = pair.original.content.decode("utf-8", errors="replace")  # with data and attributes
    whole += "".join(_text(passages) for passages in there.values())
    compared = pair.comparable_sections() - sections_behind(pair, site)
    sections = frozenset() if pair.is_abridged else compared
    for section, blocks in compared_passages(pair.translation, tags[1]).items():
        others = there.get(section, [])
        for place, block in enumerate(blocks):
            passages = others[place : place + 1] if len(blocks) == len(others) else others
            text, where = whole, f"in {pair.original.path}"
            if section in sections:
                line = passages[0].line if passages else pair.original_lines.get(section, 1)
                text, where = _text(passages), f"at {pair.original.path}:{line}"
            yield from _unknown(block.sentences, words, text, where)
    headings = metadata_and_headings(pair.translation)
    yield from _unknown(headings, words, whole, f"in {pair.original.path}")


def _text(passages: Sequence[TextBlock]) -> str:
    return "\n".join(sentence.text for passage in passages for sentence in passage.sentences)


def _unknown(
    sentences: Sequence[Sentence], words: re.Pattern[str], text: str, where: str
) -> Faults:
    """Words of a translation that a text of its original, `at docs/ja/guide.md:9`, lacks."""
    for sentence in sentences:
        for found in words.findall(sentence.text):
            if found not in text:
                yield sentence.line, f"'{found}' does not stand {where}", REMEDY
