"""The lines around the headline, among which byline and date stand."""

from collections.abc import Sequence

from .authors import byline_names
from .block import Block
from .evidence import Evidence

_HEAD_LINES = 6  # lines around the headline where byline and date stand
_ABOVE = 4  # lines above it, where some sites have them
_HEAD = 18  # blocks below the headline among which the byline stands
_LONGEST = 24  # words; what is longer is a sentence
_LINKED, _LONGEST_LINK = 0.6, 5  # share of a link, and words of one that is a writer's


def head_of(
    blocks: Sequence[Block], evidence: Sequence[Evidence], title_at: int | None
) -> list[str]:
    """The lines below the headline up to the text, then bylines above it.

    A lead may stand above the byline.
    """
    start = 0 if title_at is None else title_at + 1
    lines, prose = [], 0
    for block, e in zip(blocks[start : start + _HEAD], evidence[start:], strict=False):
        prose += e.form == "prose" and e.word_count >= 12
        if prose > 1:
            break
        is_plain = e.word_count <= _LONGEST and not (e.cue and e.cue.reason == "caption")
        is_plain = is_plain and not (block.link_share > _LINKED and e.word_count > _LONGEST_LINK)
        if is_plain or (e.form != "prose" and byline_names(block.text)):
            lines.append(unglued(block))
    above = [unglued(block) for block in blocks[max(0, start - 1 - _ABOVE) : max(0, start - 1)]]
    return [*lines, *filter(byline_names, above)]


def unglued(block: Block) -> str:
    """The block's text with a bar where two elements meet without a space."""
    text = ""
    for run in block.runs:
        text += "|" if text[-1:].isalnum() and run.text[:1].isalnum() else ""
        text += run.text
    return text


def head_lines(blocks: Sequence[Block], title_at: int | None) -> list[str]:
    """The lines after the headline up to the article's text, then those right before it."""
    if title_at is None:
        start, before = 0, list[str]()
    else:
        start = title_at + 1
        before = [block.text for block in blocks[max(0, title_at - _ABOVE) : title_at]]
    after: list[str] = []
    kept = 0
    for block in blocks[start : start + _HEAD_LINES * 3]:
        kept += block.reason is None
        if kept > 1:  # a lead may stand above the byline
            break
        if block.reason is not None:
            after.append(unglued(block))
            if 1 < len(block.runs) < 6 and len(block.text) < 160:
                after += [run.text.strip() for run in block.runs]
    return after[: _HEAD_LINES * 2] + before


def name_bylines(
    blocks: Sequence[Block],
    evidence: Sequence[Evidence],
    title_at: int | None,
    writers: Sequence[str],
) -> None:
    """Say of the dropped lines around the headline that name the writers that they do."""
    start = 0 if title_at is None else title_at
    for at in range(max(0, start - _HEAD_LINES), min(len(blocks), start + _HEAD)):
        block, e = blocks[at], evidence[at]
        if at == title_at or block.reason not in ("other", "navigation") or e.form == "prose":
            continue
        if e.word_count <= _LONGEST and any(name in block.text for name in writers):
            block.reason = "byline"
