"""Adverts and polls in full sentences: they ask the reader, and then sell or have them choose."""

import re
from collections.abc import Sequence

from .block import Block
from .evidence import Evidence

# "Does your roof leak? We mend it.": a question opens it, and more follows.
_OPENING = re.compile(r"[¿\"“„«]?[^.!?]{8,160}\?\s+(?=\S)")
_OPTIONS = re.compile(r"[^.!?/]{1,60}(?:\s/\s[^.!?/]{1,60})+[.!?]")
_MOST = 2  # an article in which more ask is an interview, or advice
_ADVISED = 0.2  # of the other words, where an article itself speaks to its readers
_LEAD = 2  # kept blocks that may ask to draw readers in


def drop_pitches(blocks: Sequence[Block], evidence: Sequence[Evidence]) -> None:
    """Drop what asks readers and sells to them, in an article that does not speak to them."""
    kept = [at for at, block in enumerate(blocks) if block.reason is None]
    asking = [at for at in kept[_LEAD:] if _is_pitch(blocks[at].text, evidence[at])]
    others = [evidence[at] for at in kept if at not in asking]
    spoken = sum(e.word_count for e in others if e.voice)
    if len(asking) > _MOST or spoken > _ADVISED * sum(e.word_count for e in others):
        return
    for at in asking:
        blocks[at].drop("advert", 0.7)


def _is_pitch(text: str, e: Evidence) -> bool:
    found = _OPENING.match(text) if e.asks else None
    return found is not None and (e.voice > 0 or _OPTIONS.match(text, found.end()) is not None)
