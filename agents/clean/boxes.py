"""Boxes among the paragraphs, told by how they are set: close lines, rules around them."""

from collections.abc import Sequence
from itertools import pairwise

from .block import Block
from .evidence import Evidence

_SET_OFF = 0.6  # of the long paragraphs, where blank lines part them
_LONGEST = 22  # words of a paragraph in a box
_MOST_LINES = 6
_BETWEEN_RULES = 60  # words
_LONG = 24  # words; paragraphs of the article are mostly longer


def boxes(blocks: Sequence[Block], evidence: Sequence[Evidence]) -> frozenset[int]:
    """The indices of blocks in boxes."""
    found: set[int] = set()
    long_ones = [block for block, e in zip(blocks, evidence, strict=True) if e.word_count > _LONG]
    if sum(block.gap_before for block in long_ones) > _SET_OFF * len(long_ones):
        for at, e in enumerate(evidence):
            if e.form == "short" and blocks[at].gap_before and blocks[at].kind != "h":
                found.update(_close_below(blocks, evidence, at))
    rules = [at for at, block in enumerate(blocks) if block.kind == "rule"]
    for start, end in pairwise(rules):
        if sum(e.word_count for e in evidence[start:end]) < _BETWEEN_RULES:
            found.update(range(start, end))
    return frozenset(found)


def _close_below(blocks: Sequence[Block], evidence: Sequence[Evidence], at: int) -> Sequence[int]:
    """A heading and the short lines that follow it without a blank line; empty if any is long."""
    end = at + 1
    while end < len(blocks) and not blocks[end].gap_before and blocks[end].kind != "rule":
        if evidence[end].word_count >= _LONGEST:
            return ()
        end += 1
    return range(at, end) if 1 < end - at <= _MOST_LINES else ()
