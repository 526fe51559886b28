"""Pull quotes that stand nowhere else in the article: a quotation alone, its source below it."""

import re
from collections.abc import Sequence
from itertools import pairwise

from .block import Block
from .evidence import Evidence

_WHOLE = re.compile(r"[\"“„«»‹›‘][^\"“”„«»]+[\"”“»«›‹’][.!?]?")
_GLUED = re.compile(
    r"[\"“„«][^\"“”„«»]{10,250}[\"”“»](?=[A-ZÀ-ÖØ-Þ])[^.!?]{2,90}"
)  # its source right behind
_LONGEST = 30  # words
_LONGEST_SOURCE = 8  # words


def drop_sourced_quotes(blocks: Sequence[Block], evidence: Sequence[Evidence]) -> None:
    """Drop a paragraph that is one quotation with a line below it that says whose.

    A quotation that the article itself brings is announced by a colon, or goes on with who said it.
    """
    told = ""
    for (block, e), (below, source) in pairwise(zip(blocks, evidence, strict=True)):
        if block.reason is None and _GLUED.fullmatch(block.text):
            block.drop("other", 0.9)
        elif block.reason is None and _is_lone(block, e, told) and _is_source(below, source):
            block.drop("other", 0.7)
            if below.reason is None:
                below.drop("other", 0.7)
        elif block.reason is None and block.text:
            told = block.text


def _is_lone(block: Block, e: Evidence, told: str) -> bool:
    """Whether it is one short quotation, which `told`, the paragraph before, does not announce."""
    is_announced = told.endswith(":")
    return e.word_count <= _LONGEST and not is_announced and bool(_WHOLE.fullmatch(block.text))


def _is_source(block: Block, e: Evidence) -> bool:
    is_line = e.form == "short" and e.word_count <= _LONGEST_SOURCE
    return is_line and block.kind == "p" and not e.cue and e.tie < 2
