"""Pages that are no article: live blogs, lists of headlines, the first lines before a paywall.

Conservative on purpose: a normal article that is refused is a loss, a stray page is a nuisance.
"""

import re
from collections.abc import Sequence

from .block import Block
from .evidence import Evidence
from .metadata import Metadata

_CLOCK = re.compile(r"\W{0,3}(?:[01]?\d|2[0-3])[:.h][0-5]\d\b")
_LEAST_ENTRIES = 8  # times of day, each with a paragraph after it
_STUB = 80  # words
_LEAST_TEASERS = 15  # links that read like headlines
_INDEX_TEXT = 60  # words of running text; fewer, among so many teasers, are teasers too


def not_an_article(
    blocks: Sequence[Block], evidence: Sequence[Evidence], metadata: Metadata
) -> str | None:
    """Why the page is no article; None where it is one, or may be."""
    kept = sum(
        e.word_count
        for block, e in zip(blocks, evidence, strict=True)
        if block.reason is None and e.form != "junk"
    )
    if "LiveBlogPosting" in metadata.kinds or _entry_count(blocks, evidence) >= _LEAST_ENTRIES:
        return "a live blog"
    if not metadata.is_free and kept < _STUB and _has_wall(blocks, evidence):
        return "the first lines before a paywall"
    teasers = sum(
        block.link_share > 0.6 and e.word_count > 3
        for block, e in zip(blocks, evidence, strict=True)
    )
    if not metadata.headline and kept < _INDEX_TEXT and teasers >= _LEAST_TEASERS:
        return "a list of headlines"
    return None


def _entry_count(blocks: Sequence[Block], evidence: Sequence[Evidence]) -> int:
    """Short lines that begin with a time of day and are followed by a kept paragraph."""
    return sum(
        e.word_count <= 14
        and after.form == "prose"
        and below.reason is None
        and _CLOCK.match(block.text) is not None
        for block, e, below, after in zip(blocks, evidence, blocks[1:], evidence[1:], strict=False)
    )


def _has_wall(blocks: Sequence[Block], evidence: Sequence[Evidence]) -> bool:
    return any(
        block.reason == "advert" and (e.cue is not None or block.confidence >= 0.9)
        for block, e in zip(blocks, evidence, strict=True)
    )
