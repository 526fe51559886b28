"""What hangs on the article's own blocks: datelines, credits, sentences of a line."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from .block import Block, joined, without_head, without_tail
from .datelines import dateline_length, has_agency_dateline, is_agency, told_place_length

_TAIL_CREDIT = re.compile(
    r"\s*[(\[](?P<agency>[^()\[\]]{2,30})[)\]]\.?$|(?<=[.!?»”\"])\s(?P<bare>[A-Za-z]{2,5})$"
)
_OPENING_BLOCKS = 4  # a lead, notes and a subhead may stand above the dateline


class Ends(NamedTuple):
    """What stood at the text's ends: its dateline, and the agencies that it closed with."""

    opening: str = ""
    closing: tuple[str, ...] = ()


def join_sentences(source: str, blocks: Sequence[Block], title: str | None) -> None:
    """Make one paragraph again of the kept sentences of a line, without the headline in it."""
    whole: Block | None = None
    for block in blocks:
        if block.reason is not None:
            whole = None
        elif whole is not None and block.continues:
            span = whole.runs[0].start, block.runs[-1].end
            whole.runs = joined(source, [span], entities=False)
            whole.text = "".join(run.text for run in whole.runs)
            block.runs, block.text = [], ""
        else:
            whole = block
            at = block.text.find(title) if title else -1
            if title and at >= 0 and len(block.text) > at + len(title):
                without_head(source, block, at + len(title), entities=False)


def trim(source: str, blocks: Sequence[Block], *, entities: bool) -> Ends:
    """Take datelines and credits off the kept blocks; what they say is answered."""
    kept = [block for block in blocks if block.reason is None and block.text]
    opening, closing = "", []
    for at, block in enumerate(kept[:_OPENING_BLOCKS]):
        is_early = at < 2 or has_agency_dateline(block.text[:120])
        length = dateline_length(block.text[:120]) if is_early else 0
        if not at and not length:
            length = told_place_length(block.text[:120], (b.text for b in kept))
        if length:
            opening = block.text[:length]
            if len(block.text) > length + 40:
                without_head(source, block, length, entities=entities)
            break
    for block in kept[-3:]:
        if length := _tail_credit(block.text):
            closing.append(block.text[-length:])
            without_tail(source, block, len(block.text) - length, entities=entities)
    return Ends(opening, tuple(closing))


def _tail_credit(text: str) -> int:
    """How many characters an agency's name takes up after the last sentence."""
    last = text.rstrip(".")[-1:]
    if not last.isalpha() and last not in (")", "]"):
        return 0
    found = _TAIL_CREDIT.search(text[-40:])
    return len(found[0]) if found and is_agency(found["agency"] or found["bare"]) else 0
