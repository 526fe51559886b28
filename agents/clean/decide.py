"""Which blocks are the article: each is scored, and all are decided together.

A block's score is the log odds that it belongs to the article, summed from its evidence. Changing
between article and box costs, so a heading among paragraphs stays, and a box goes as a whole.
"""

from collections.abc import Sequence
from itertools import islice

from schemas import RemovalReason

from .authors import byline_names
from .block import Block
from .boxes import boxes
from .dates import has_date
from .evidence import Evidence
from .familiar import heed_memory
from .listings import heed_announcements, restore_lists
from .scores import NEVER, count_ties, is_core, score_of, speaks_itself
from .stragglers import drop_stragglers
from .subheads import restore_subheads
from .tail import ending, last_sure, tells_of_itself
from .teasers import drop_teasers

_NOTE = 5.0  # off a short last paragraph about the article itself
_BOXED = 1.8  # off the lines of what is set like a box
_SWITCH = 1.1  # cost of going from article to box or back
_SURE = 4.9  # a score, of either sign; no block is told more surely
_CORE = 3  # paragraphs that tell what the article is about
_BOX = 4  # lines without a paragraph between them
_BELOW = 2.0  # off a paragraph below the foot of the article that takes up little of it
_FEW = 4  # blocks; a flash has no more


def decide(
    blocks: Sequence[Block],
    evidence: Sequence[Evidence],
    title_at: int | None,
    priors: Sequence[float] | None = None,
) -> None:
    """Drop every block that is not the article, with its reason.

    Blocks that were dropped before, by their place on the page, take no part.
    """
    first = 0 if title_at is None else title_at + 1
    open_ones = [at for at, block in enumerate(blocks) if block.reason is None]
    open_blocks, shown = [blocks[at] for at in open_ones], [evidence[at] for at in open_ones]
    heed_announcements(open_blocks, shown)
    title = evidence[title_at].stems if title_at is not None else frozenset[str]()
    fit = (
        e
        for at, e in zip(open_ones, shown, strict=True)
        if at >= first and is_core(e) and not (priors and priors[at] < 0)
    )
    core = list(islice(fit, _CORE))
    placed = [priors[at] if priors else 0.0 for at in open_ones]
    speaks = speaks_itself(shown)
    scores: list[float] = []
    kept: list[bool] = []
    boxed, end = boxes(open_blocks, shown), len(shown)
    unbroken = _unbroken(shown)
    for _ in range(2):
        count_ties(shown, title, core, [e for e, keep in zip(shown, kept, strict=False) if keep])
        last = last_sure(open_blocks[:end], shown[:end])
        foot = _foot(shown, last, end)
        sure = max(last, foot if end < len(shown) else -1)
        scores = [
            NEVER
            if at < first
            else score_of(blocks[at], e, speaks, e in core, spot < max(sure, unbroken))
            + placed[spot]
            - (_NOTE if spot > last and tells_of_itself(blocks[at], e) else 0.0)
            - (_BOXED if spot in boxed and e.tie < 2 else 0.0)
            - (_BELOW if spot > foot and not priors and e.tie < 2 else 0.0)
            for spot, (at, e) in enumerate(zip(open_ones, shown, strict=True))
        ]
        heed_memory(scores, shown)
        end = ending(open_blocks, shown, scores)
        scores[end:] = [NEVER] * (len(scores) - end)
        kept = _best_path(scores)
        if not speaks:
            kept = drop_stragglers(open_blocks, shown, placed, kept, end)
    drop_teasers(open_blocks, shown, kept)
    if not any(kept):
        kept = _best_of_little(shown, scores)
    for at, e, score, keep in zip(open_ones, shown, scores, kept, strict=True):
        if not keep:
            blocks[at].drop(*(("other", 0.99) if at == title_at else _reason(e, score, at < first)))
    restore_subheads(open_blocks, shown, kept, placed)
    restore_lists(open_blocks, shown)
    _drop_first_lines(open_blocks, shown)
    _drop_last_lines(open_blocks, shown)


def _foot(shown: Sequence[Evidence], last: int, end: int) -> int:
    """Where the article may end: at a box of lines below its last sure block, or at `end`."""
    lines = 0
    for at in range(last + 1, end):
        lines = 0 if shown[at].form == "prose" else lines + 1
        if lines == _BOX:
            return at
    return end


def _unbroken(shown: Sequence[Evidence]) -> int:
    """The first block that breaks the row of paragraphs with which the text begins."""
    plain = [e.form == "prose" and not e.cue for e in shown]
    opening = plain.index(True) if True in plain else 0
    return plain.index(False, opening) if False in plain[opening:] else len(plain)


def _drop_first_lines(blocks: Sequence[Block], shown: Sequence[Evidence]) -> None:
    """A line above the text with a byline or date between them stands below the headline."""
    kept = [at for at, block in enumerate(blocks) if block.reason is None]
    opening = next((at for at in kept if shown[at].form in ("prose", "weak")), 0)
    above = [at for at in kept if at < opening]
    for at in above:
        if byline_names(blocks[at].text) or has_date(blocks[at].text):
            blocks[at].drop("byline", 0.9)
    for at in above:
        if any(block.reason for block in blocks[at + 1 : opening]) and not blocks[at].reason:
            blocks[at].drop("other", 0.6)


def _drop_last_lines(blocks: Sequence[Block], shown: Sequence[Evidence]) -> None:
    """A heading with nothing under it heads what was dropped; a line that breaks off is a note."""
    left = [(b, e) for b, e in zip(blocks, shown, strict=True) if b.reason is None]
    if any(e.form == "prose" for _, e in left):
        while left[-1][0].kind != "li" and _is_loose(left[-1][1]):
            left.pop()[0].drop("other", 0.6)


def _is_loose(e: Evidence) -> bool:
    return e.form == "short" or (e.form == "weak" and not e.closed and not e.tie)


def _best_of_little(shown: Sequence[Evidence], scores: Sequence[float]) -> list[bool]:
    """What to keep of a text too short to tell its parts apart: its sentences, else its lines."""
    fine = [not e.cue and score > NEVER / 2 for e, score in zip(shown, scores, strict=True)]
    told = [ok and e.form in ("prose", "weak") for ok, e in zip(fine, shown, strict=True)]
    if any(told) or len(shown) > _FEW:
        return told
    return [ok and e.word_count > 3 for ok, e in zip(fine, shown, strict=True)]


def _best_path(scores: Sequence[float]) -> list[bool]:
    """The best sequence of kept and dropped (Viterbi with two states); it starts outside."""
    inside, outside = -_SWITCH, 0.0
    backward: list[tuple[bool, bool]] = []
    for score in scores:
        enter, leave = outside - _SWITCH, inside - _SWITCH
        stays, leaves = inside >= enter, leave > outside
        backward.append((stays, leaves))
        inside = (inside if stays else enter) + score
        outside = (leave if leaves else outside) - score
    keep = inside - _SWITCH > outside
    path = []
    for was_inside_in, was_inside_out in reversed(backward):
        path.append(keep)
        keep = was_inside_in if keep else was_inside_out
    path.reverse()
    return path


def _reason(e: Evidence, score: float, before: bool) -> tuple[RemovalReason, float]:
    confidence = round(0.5 + abs(score) / 10, 2) if abs(score) < _SURE else 0.99
    if e.cue:
        return e.cue.reason, confidence
    if e.form == "junk" or before:
        return "navigation", confidence
    return "other", confidence
