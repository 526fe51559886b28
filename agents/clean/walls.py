"""The first lines before a paywall, told by the call to subscribe right behind them."""

import re
from collections.abc import Sequence
from functools import cache

from .block import Block
from .cues import book
from .evidence import Evidence

_LONGEST_CALL = 60  # words
_NEAR = 4  # blocks below the text, such as buttons to share it, among which the call stands


def stands_before_wall(blocks: Sequence[Block], evidence: Sequence[Evidence]) -> bool:
    """Whether a call to subscribe and read on follows the text, and nothing of the text the call.

    The call may have been kept, where no cue gave it away.
    """
    prose = [
        at
        for at, (block, e) in enumerate(zip(blocks, evidence, strict=True))
        if block.reason is None and e.form == "prose" and not _calls(block, e)
    ]
    if not prose:
        return False
    last = prose[-1]
    behind = range(last + 1, min(last + 1 + _NEAR, len(blocks)))
    wall = next((at for at in behind if _calls(blocks[at], evidence[at])), None)
    if wall is None or any(evidence[at].form == "prose" for at in range(last + 1, wall)):
        return False
    before = sum(evidence[at].word_count for at in prose)
    return sum(e.word_count for e in evidence[wall + 1 :] if _is_text(e)) < before


def _calls(block: Block, e: Evidence) -> bool:
    is_short = e.word_count <= _LONGEST_CALL and not (e.cue and e.cue.reason == "newsletter")
    return is_short and all(_phrases(kind).search(block.text) for kind in ("on", "pay"))


def _is_text(e: Evidence) -> bool:
    """Whether it may be the article, though dropped: a wall with more of it behind is none."""
    return e.form == "prose" and e.tie > 1 and e.cue is None


@cache
def _phrases(kind: str) -> re.Pattern[str]:
    listed = (phrase for phrases in book()["wall"][kind].values() for phrase in phrases)
    found = "|".join(re.escape(phrase).replace(r"\*", r"\w*") for phrase in listed)
    return re.compile(rf"\b(?:{found})\b".replace("'", "['’]"), re.I)
