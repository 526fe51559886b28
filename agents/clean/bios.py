"""Paragraphs about the writer: an article seldom names its own writer, the box below it does."""

from collections.abc import Sequence

from .block import Block
from .cues import Cue
from .evidence import Evidence

_HEAD = 4  # blocks after the headline that hold the byline itself
_LONGEST = 90  # words
_SHARED = 3  # telling stems with the first paragraphs; a box about the writer shares one or none
_NEXT = 2  # blocks after it; where they are the article, it is no box below
_BELOW_RULE = 2  # blocks; below a rule may stand a link before the box
_EARLY = 60  # characters within which a box about the writer says the name


def mark_bios(
    blocks: Sequence[Block],
    evidence: Sequence[Evidence],
    title_at: int | None,
    names: Sequence[str],
) -> None:
    """Give the blocks below the byline that present one of its persons a cue that says so."""
    if not names:
        return
    first = (0 if title_at is None else title_at + 1) + _HEAD
    low = (len(blocks) + first) // 2
    prose = [e for e in evidence[first - _HEAD :] if e.form == "prose" and e.word_count >= 12]
    subject = frozenset[str]().union(*(e.stems for e in prose[:2]))
    for at in range(first, len(blocks)):
        block, e = blocks[at], evidence[at]
        found = [where for name in names if (where := block.text.find(name)) >= 0]
        if not found or e.cue or block.reason or e.word_count > _LONGEST:
            continue
        behind_rule = at >= low and any(b.kind == "rule" for b in blocks[at - _BELOW_RULE : at])
        if len(e.stems & subject) >= _SHARED and not behind_rule:
            continue  # the article speaks of somebody of that name
        if any(f"{name} @" in block.text for name in names):
            continue  # a post
        is_told = min(found) == 0 or (at >= low and min(found) < _EARLY)
        if is_told and not _goes_on(evidence[at + 1 : at + 1 + _NEXT], subject):
            e.cue = Cue(block.text[:40], "bio", "whole", True, 2, True)


def _goes_on(after: Sequence[Evidence], subject: frozenset[str]) -> bool:
    """Whether the article goes on: a paragraph takes up the first ones, and addresses nobody."""
    return any(
        e.form == "prose" and not e.voice and len(e.stems & subject) >= _SHARED for e in after
    )
