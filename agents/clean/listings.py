"""Lists among the paragraphs: "Best film: …" a line, or one sentence in items that end with ";"."""

from collections.abc import Sequence

from .block import Block
from .evidence import Evidence

_FEWEST_ITEMS = 3
_LONGEST_HEADING = 8  # words
_TIE = 2  # telling stems that the paragraph behind the list shares with the article


def restore_lists(blocks: Sequence[Block], evidence: Sequence[Evidence]) -> None:
    """Keep lists of labelled items under a kept heading, where the article goes on behind them.

    A list of links has headlines, which have no labels, and a heading that calls to read on.
    """
    at = 1
    while at < len(blocks):
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
    """One past the last item, without gaps; `at` where no list begins."""
    end = at
    while end < len(blocks) and evidence[end].listed and evidence[end].form == "junk":
        if end > at and blocks[end].gap_before:
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
    while end < len(blocks) and blocks[end].kind == "li" and blocks[end].text.endswith((";", ",")):
        end += 1
    if end - at < _FEWEST_ITEMS - 1 or end == len(blocks):
        return at
    is_whole = blocks[end].kind == "li" and blocks[end].text[-1:] == "."
    return end + 1 if is_whole and blocks[at - 1].text.endswith(":") else at


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
    return goes_on and evidence[end].tie >= _TIE and all(e.labelled for e in items)
