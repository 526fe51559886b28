"""Lists among the paragraphs: "Best film: …" a line, or one sentence in items that end with ";"."""

from collections.abc import Sequence

from .block import Block
from .evidence import Evidence

_FEWEST_ITEMS = 3
_FEWEST_WORDS, _SMALL_WORDS = 8, 0.25  # of a paragraph that announces a list; function words' share
_LONGEST_HEADING = 8  # words
_TIE = 2  # telling stems that the paragraph behind the list shares with the article


def heed_announcements(blocks: Sequence[Block], evidence: Sequence[Evidence]) -> None:
    """A paragraph that ends with a colon above a list is prose like any other."""
    for at in range(len(blocks) - 1):
        if evidence[at].form != "prose" and _announces(blocks, evidence, at):
            evidence[at].form = "prose"


def _announces(blocks: Sequence[Block], evidence: Sequence[Evidence], at: int) -> bool:
    """Whether the block tells at length and ends by announcing the list below it."""
    e, text = evidence[at], blocks[at].text
    if not text.endswith(":") or e.word_count < _FEWEST_WORDS or e.cue or e.voice:
        return False
    below = range(at + 1, min(at + _FEWEST_ITEMS, len(blocks)))
    is_list = len(below) == _FEWEST_ITEMS - 1 and all(
        evidence[near].listed or blocks[near].text.endswith(";") for near in below
    )
    return is_list and not blocks[at].link_share and e.function_share > _SMALL_WORDS


def restore_lists(blocks: Sequence[Block], evidence: Sequence[Evidence]) -> None:
    """Keep lists of labelled items under a kept heading, where the article goes on behind them.

    A list of links has headlines, which have no labels, and a heading that calls to read on.
    """
    at = 1
    while at < len(blocks):
        if not (evidence[at].listed or blocks[at].text.endswith((";", ","))):
            at += 1  # as for most blocks, neither kind of list begins here
            continue
        if (end := _end_of_sentence(blocks, at)) > at:
            start = at - 1 - _has_heading(blocks, evidence, at - 2)
            for block in blocks[start:end]:
                block.reason = None
        end = max(end, _end_of_list(blocks, evidence, at))
        if end - at >= _FEWEST_ITEMS and _belongs(blocks, evidence, at, end):
            for block in blocks[at:end]:
                block.reason = None
        at = max(end, at + 1)


def _end_of_list(blocks: Sequence[Block], evidence: Sequence[Evidence], at: int) -> int:
    """One past the last item, with gaps between all or none; `at` where no list begins."""
    end, is_announced = at, _announces(blocks, evidence, at - 1)
    while end < len(blocks) and evidence[end].listed:
        if evidence[end].form != "junk" and not is_announced:
            break  # an item that is a sentence is scored as one
        if end > at and blocks[end].gap_before and not blocks[at + 1].gap_before:
            break
        end += 1
    return end


def _has_heading(blocks: Sequence[Block], evidence: Sequence[Evidence], at: int) -> bool:
    """Whether a subhead stands here, above the line that announces a list."""
    if at < 0 or evidence[at].cue or blocks[at].link_share or blocks[at].text.endswith(":"):
        return False
    e = evidence[at]
    return e.form == "short" and e.word_count <= _LONGEST_HEADING and e.tie > 0 and not e.voice


def _end_of_sentence(blocks: Sequence[Block], at: int) -> int:
    """One past the last item of a list that is one sentence; `at` where none begins.

    A colon announces it, semicolons part its items, and a full stop ends it.
    """
    end = at
    while end < len(blocks) and blocks[end].text.endswith((";", ",")) and _is_item(blocks[end]):
        end += 1
    if end - at < _FEWEST_ITEMS - 1 or end == len(blocks):
        return at
    is_whole = _is_item(blocks[end]) and blocks[end].text[-1:] == "."
    return end + 1 if is_whole and blocks[at - 1].text.endswith(":") else at


def _is_item(block: Block) -> bool:
    """Whether it is marked as an item, or as a part of a sentence: scrapes lose the marks."""
    return block.kind == "li" or block.text[0].islower()


def _belongs(blocks: Sequence[Block], evidence: Sequence[Evidence], at: int, end: int) -> bool:
    items, heading = evidence[at:end], evidence[at - 1]
    announced = blocks[at - 1].text.endswith(":") or (
        heading.form == "short" and heading.word_count <= _LONGEST_HEADING
    )
    if not announced or blocks[at - 1].reason or any(block.link_share for block in blocks[at:end]):
        return False
    if any(e.voice or e.loud or e.asks for e in items):
        return False
    goes_on = end < len(blocks) and not blocks[end].reason and evidence[end].form == "prose"
    if goes_on and _announces(blocks, evidence, at - 1):
        return True
    return goes_on and evidence[end].tie >= _TIE and all(e.labelled for e in items)
