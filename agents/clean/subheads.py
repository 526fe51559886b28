"""Subheads that went with the boxes around them."""

from collections.abc import Sequence
from itertools import compress, count

from .block import Block
from .cues import OFFERS
from .evidence import Evidence
from .teasers import LONGEST_LABEL, is_label

_LONGEST_SUBHEAD = 10  # words
_FORMS = ("short", "weak")
_SHORTEST_HEAD, _LONGEST_HEAD = 3, 8  # words of a subhead in a scrape without blank lines
_NEAR = 8  # blocks that such a box has at most
_BELOW = 3  # paragraphs that a subhead may take its words from


def restore_subheads(
    blocks: Sequence[Block],
    evidence: Sequence[Evidence],
    kept: Sequence[bool],
    priors: Sequence[float],
) -> None:
    """Lines among paragraphs or boxes that are set off like a heading of what follows.

    `priors` are log odds by the place on the page, zeros in plain text.
    """
    for at in range(next(compress(count(1), kept), len(blocks)), len(blocks) - 1):
        block, e = blocks[at], evidence[at]
        if kept[at] or e.form not in _FORMS or e.cue or e.listed:
            continue
        if e.word_count < 2 or e.voice > 0 or block.text.endswith(":"):
            continue
        if is_label(evidence[at - 1]) or _stands_above_another(blocks, evidence, kept, at):
            continue
        is_taken_up = kept[at + 1] and _is_taken_up(blocks, evidence, kept, at)
        is_told = _is_parted(blocks, evidence, kept, at) or _is_in_place(priors, kept, at)
        if is_taken_up or (
            e.form == "short" and (is_told or _is_set_off(blocks, evidence, kept, at))
        ):
            block.reason = None


def _stands_above_another(
    blocks: Sequence[Block], evidence: Sequence[Evidence], kept: Sequence[bool], at: int
) -> bool:
    """Of two lines above a paragraph, the first is no heading."""
    below = at + 1
    return kept[below] and evidence[below].form == "short" and blocks[below].kind != "li"


def _is_set_off(
    blocks: Sequence[Block], evidence: Sequence[Evidence], kept: Sequence[bool], at: int
) -> bool:
    """Whether a line above the text, or above a box with a heading, stands apart from both."""
    if not (kept[at + 1] or _has_own_heading(blocks, evidence, kept, at + 1)):
        return False
    block, e = blocks[at], evidence[at]
    # Labelled, it is the last line of a box: "18: bridges hit by ships".
    is_head = e.word_count > 2 and not e.labelled
    contrast = is_head and (e.tie > 0 or not blocks[at - 1].gap_before)
    after_text = kept[at - 1] or evidence[at - 1].form == "prose"
    if not after_text and kept[at - 2]:  # a box of one line, complete in itself
        after_text = blocks[at - 1].gap_before and evidence[at - 1].word_count > 4
    set_off = (block.gap_before and contrast) or _follows_teaser(blocks, evidence, kept, at)
    is_lead = kept[at + 1] and (block.kind == "h" or set_off)
    return is_lead or (after_text and _is_lone(blocks, evidence, at, followed=kept[at + 1]))


def _is_in_place(priors: Sequence[float], kept: Sequence[bool], at: int) -> bool:
    """Whether it stands with the paragraph below it, and what is above it elsewhere."""
    return kept[at + 1] and priors[at - 1] < 0 < min(priors[at], priors[at + 1])


def _is_parted(
    blocks: Sequence[Block], evidence: Sequence[Evidence], kept: Sequence[bool], at: int
) -> bool:
    """Whether it ends a row of text, and a box that says itself what it is parts it from more."""
    told = evidence[at + 1].cue
    is_box = told is not None and told.marked and told.reason in OFFERS
    goes_on = any(
        keep and e.form == "prose"
        for keep, e in zip(kept[at + 2 : at + _NEAR], evidence[at + 2 : at + _NEAR], strict=True)
    )
    return is_box and goes_on and kept[at - 1] and _is_lone(blocks, evidence, at, followed=True)


def _is_taken_up(
    blocks: Sequence[Block], evidence: Sequence[Evidence], kept: Sequence[bool], at: int
) -> bool:
    """Whether the text below a box's last line answers it, or has its words."""
    e = evidence[at]
    if blocks[at].gap_before != blocks[at + 1].gap_before or blocks[at].link_share or e.labelled:
        return False
    if e.asks:
        return e.word_count <= _LONGEST_HEAD
    below = zip(evidence[at + 1 : at + 1 + _BELOW], kept[at + 1 : at + 1 + _BELOW], strict=False)
    told = frozenset[str]().union(*(near.stems for near, keep in below if keep))
    is_head = e.form == "short" and _SHORTEST_HEAD <= e.word_count <= _LONGEST_HEAD
    return is_head and not e.stems.isdisjoint(told)


def _follows_teaser(
    blocks: Sequence[Block], evidence: Sequence[Evidence], kept: Sequence[bool], at: int
) -> bool:
    """Whether the line before is a whole box among paragraphs: "Read more: A lake for sale"."""
    before = evidence[at - 1]
    is_teaser = before.cue is not None and before.word_count > LONGEST_LABEL
    is_call = before.voice > 0 and before.word_count > _LONGEST_SUBHEAD and evidence[at].tie > 0
    is_whole = is_teaser or is_call
    is_plain = not evidence[at].labelled and evidence[at].word_count <= _LONGEST_SUBHEAD
    return is_whole and is_plain and at > 1 and kept[at - 2] and not blocks[at].link_share


def _is_lone(
    blocks: Sequence[Block], evidence: Sequence[Evidence], at: int, *, followed: bool
) -> bool:
    """A line with blank lines around it, worded like neither an advertisement nor a teaser."""
    block, e = blocks[at], evidence[at]
    set_off = block.gap_before and blocks[at + 1].gap_before
    is_plain = not e.labelled and block.text[0] not in ">[(#" and not block.link_share
    if not followed and not (e.word_count > 2 and e.function_share > 0):
        return False  # more likely the heading of the lines below it
    return set_off and is_plain and e.word_count <= _LONGEST_SUBHEAD


def _has_own_heading(
    blocks: Sequence[Block], evidence: Sequence[Evidence], kept: Sequence[bool], at: int
) -> bool:
    """Whether a box begins here with a heading close to its lines, and text follows the box."""
    if at + 2 >= len(blocks) or evidence[at].form not in ("short", "junk") or not any(kept[at:]):
        return False
    return blocks[at].gap_before and not blocks[at + 1].gap_before
