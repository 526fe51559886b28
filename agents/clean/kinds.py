"""Pages that are no article: live blogs, lists of headlines, the first lines before a paywall.

Conservative on purpose: a normal article that is refused is a loss, a stray page is a nuisance.
"""

import re
from collections.abc import Sequence

from .block import Block
from .evidence import Evidence
from .reading import Reading
from .titles import is_same
from .walls import stands_before_wall

_CLOCK = re.compile(r"\W{0,3}(?:[01]?\d|2[0-3])[:.h][0-5]\d\b")
_LEAST_ENTRIES = 8  # times of day, each with a paragraph after it
_STUB = 80  # words
_LEAST_TEASERS = 15  # links that read like headlines
_INDEX_TEXT = 60  # words of running text; fewer, among so many teasers, are teasers too
_LONGEST_TEASER = 16  # words of a headline
_MOSTLY_TEASERS = 8  # times the words of the text; a flash with many teasers below is an article


def not_an_article(reading: Reading) -> str | None:
    """Why the page is no article; None where it is one, or may be."""
    blocks, evidence, metadata = reading.blocks, reading.evidence, reading.metadata
    kept = _kept(blocks, evidence)
    words = sum(e.word_count for e in kept)
    if "LiveBlogPosting" in metadata.kinds or _entry_count(blocks, evidence) >= _LEAST_ENTRIES:
        return "a live blog"
    if words < _STUB and _is_walled(reading):
        return "the first lines before a paywall"
    if words < _INDEX_TEXT and (_is_index(reading, kept) or _is_list(blocks, evidence, words)):
        return "a list of headlines"
    return None


def _kept(blocks: Sequence[Block], evidence: Sequence[Evidence]) -> list[Evidence]:
    return [
        e
        for block, e in zip(blocks, evidence, strict=True)
        if block.reason is None and e.form != "junk"
    ]


def _is_walled(reading: Reading) -> bool:
    """Whether the page says that one pays for it and shows so, or shows it without a doubt."""
    blocks, evidence = reading.blocks, reading.evidence
    if reading.metadata.is_free:
        return False
    if reading.metadata.is_free is False and _has_wall(blocks, evidence):
        return True
    return stands_before_wall(blocks, evidence)


def _is_index(reading: Reading, kept: Sequence[Evidence]) -> bool:
    """Whether a page is mostly linked headlines, and what it tells of itself heads no text."""
    teasers = sum(
        block.link_share > 0.6 and e.word_count > 3
        for block, e in zip(reading.blocks, reading.evidence, strict=True)
    )
    return teasers >= _LEAST_TEASERS and not _has_title(reading, kept)


def _has_title(reading: Reading, kept: Sequence[Evidence]) -> bool:
    """Whether the headline that the metadata tell stands above text that takes it up."""
    if not reading.metadata.headline or reading.title_at is None:
        return False
    block, e = reading.blocks[reading.title_at], reading.evidence[reading.title_at]
    if block.link_share > 0.6 or not is_same(block.text, reading.metadata.headline):
        return False
    return any(e.stems & text.stems for text in kept if text.form == "prose")


def _is_list(blocks: Sequence[Block], evidence: Sequence[Evidence], words: int) -> bool:
    """Whether plain text is line after line like a headline, with next to nothing below them."""
    lines = [
        e.word_count
        for e in evidence
        if 3 < e.word_count <= _LONGEST_TEASER and e.form in ("short", "junk") and not e.closed
    ]
    is_plain = not any(block.link_share for block in blocks)
    return is_plain and len(lines) >= _LEAST_TEASERS and sum(lines) > _MOSTLY_TEASERS * words


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
