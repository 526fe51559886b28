"""What hangs on the article's own blocks: datelines, credits, pull quotes."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import compress, pairwise
from typing import NamedTuple

from .authors import is_person
from .block import Block, joined, without_head, without_tail
from .datelines import dateline_length, has_agency_dateline, is_agency, told_place_length
from .evidence import Evidence
from .wraps import DASHED

_TAIL_CREDIT = re.compile(
    r"\s*[(\[](?P<agency>[^()\[\]]{2,30})[)\]]\.?$|(?<=[.!?»”\"])\s(?P<bare>[A-Za-z]{2,5})$"
)
_OPENING_BLOCKS = 4  # a lead, notes and a subhead may stand above the dateline
_SHORTEST_QUOTE, _LONGEST_QUOTE = 5, 60  # words
_OPENING = 4  # words, of which the longest is looked for
_MOST_ALIKE = 4  # pull quotes with the same first words; more are a machine's repetition


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


def drop_pull_quotes(blocks: Sequence[Block], evidence: Sequence[Evidence]) -> None:
    """Drop blocks whose words stand in another kept block too, with the name below them."""
    kept = [
        (block, [token for token in e.tokens if token[0].isalnum()])
        for block, e in zip(blocks, evidence, strict=True)
        if block.reason is None
    ]
    quoted: set[int] = set()
    quotes: dict[str, list[tuple[int, int]]] = {}  # the longest of their first words, where it is
    alike: Counter[tuple[str, ...]] = Counter()
    for at, (block, tokens) in enumerate(kept):
        opening = tuple(tokens[:_OPENING])
        if DASHED.match(block.text):
            continue  # a subhead
        if _SHORTEST_QUOTE <= len(tokens) <= _LONGEST_QUOTE and alike[opening] < _MOST_ALIKE:
            alike[opening] += 1
            word = max(opening, key=len)
            quotes.setdefault(word, []).append((opening.index(word), at))
    for at, (_, tokens) in enumerate(kept):
        for spot in compress(range(len(tokens)), map(quotes.__contains__, tokens)):
            for before, other in quotes[tokens[spot]]:
                words, where = kept[other][1], spot - before
                is_longer = len(words) < len(tokens) or (len(words) == len(tokens) and at < other)
                is_other = other != at and where >= 0 and is_longer
                if is_other and tokens[where : where + len(words)] == words:
                    kept[other][0].drop("other", 0.95)
                    quoted.add(id(kept[other][0]))
    for at, (block, below) in enumerate(pairwise(blocks)):
        is_line = below.kind != "h" and evidence[at + 1].form == "short"
        if id(block) in quoted and is_line and _names(below.text):
            below.drop("other", 0.8)


def _names(text: str) -> bool:
    """Whether a line is a person's name, perhaps with what that person is."""
    return is_person(text.strip("—–- ").split(",")[0])
