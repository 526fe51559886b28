"""Which blocks are the article: each is scored, and all are decided together.

A block's score is the log odds that it belongs to the article, summed from its evidence. Changing
between article and box costs, so a heading among paragraphs stays, and a box goes as a whole.
The weights are priors, set by hand on the sides where unseen pages differ least: form, tie, voice.
"""

from collections import Counter
from collections.abc import Sequence

from schemas import RemovalReason

from .block import Block
from .cues import Cue
from .evidence import Evidence, tie_to

_SWITCH = 1.1  # cost of going from article to box or back
_FORM = {"weak": -0.2, "short": -0.75, "junk": -2.4}
# Log odds by the number of telling stems shared with the article's core, for short, middle and
# long blocks. A comment or advertisement of forty words shares one or none, a paragraph three.
_TIES = {20: (-0.8, 0.3, 1.0), 40: (-1.7, -0.4, 0.3, 1.3), 10**9: (-2.4, -1.5, -0.3, 0.8, 1.6)}
_VOICE = 32.0
_CUE = {"label": 5.0, "whole": 6.0, "anywhere": 4.5, "start": 3.0}
_NEVER = -50.0


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
    core = _first_core(blocks, evidence, title_at, first)
    speaks = _speaks_itself(evidence, first)
    open_ones = [at for at, block in enumerate(blocks) if block.reason is None]
    scores: list[float] = []
    kept: list[bool] = []
    for _ in range(2):
        for e in evidence:
            e.tie = tie_to(core, e)
        scores = [
            _NEVER
            if at < first
            else _score(blocks[at], evidence[at], speaks) + (priors[at] if priors else 0.0)
            for at in open_ones
        ]
        _end_after_marks(scores, [evidence[at] for at in open_ones])
        kept = _best_path(scores)
        core = core | _topic([evidence[at] for at, keep in zip(open_ones, kept, strict=True) if keep])
    for at, score, keep in zip(open_ones, scores, kept, strict=True):
        if not keep:
            blocks[at].drop(*_reason(evidence[at], score, at < first))
    _restore_subheads([blocks[at] for at in open_ones], [evidence[at] for at in open_ones], kept)


def _restore_subheads(
    blocks: Sequence[Block], evidence: Sequence[Evidence], kept: Sequence[bool]
) -> None:
    """The last line of a box may be the next section's heading, if it is set off from the box."""
    for at in range(1, len(blocks) - 1):
        block, e = blocks[at], evidence[at]
        if kept[at] or not kept[at + 1] or e.form != "short" or e.cue or e.listed:
            continue
        if not any(kept[:at]) or e.word_count < 2 or e.voice > 0 or block.text.endswith(":"):
            continue
        alone = block.gap_before and blocks[at + 1].gap_before
        contrast = e.word_count > 2 and (e.tie > 0 or not blocks[at - 1].gap_before)
        if block.kind == "h" or (alone and contrast):
            block.reason = None


def _first_core(
    blocks: Sequence[Block], evidence: Sequence[Evidence], title_at: int | None, first: int
) -> frozenset[str]:
    """The stems of the headline and of the first three paragraphs after it."""
    prose = [
        e.stems
        for block, e in zip(blocks[first:], evidence[first:], strict=True)
        if block.reason is None and e.form == "prose" and e.word_count >= 12 and not e.cue
    ]
    title = evidence[title_at].stems if title_at is not None else frozenset[str]()
    return title.union(*prose[:3])


def _topic(kept: Sequence[Evidence]) -> frozenset[str]:
    """Stems that come back in the kept blocks."""
    counts = Counter(stem for e in kept for stem in e.stems)
    return frozenset(stem for stem, count in counts.items() if count > 1)


def _speaks_itself(evidence: Sequence[Evidence], first: int) -> bool:
    """Whether the article itself says I, we or you: a column, a letter, an interview."""
    prose = [e for e in evidence[first:] if e.form == "prose" and e.word_count >= 12][:5]
    return sum(e.voice > 0.015 for e in prose) >= 3


def _score(block: Block, e: Evidence, speaks: bool) -> float:
    """The log odds that the block is part of the article."""
    if block.kind == "rule":
        return -1.5
    if e.form == "prose":
        score = 1.3 + min(e.word_count, 60) / 75
    else:
        score = _FORM[e.form]
    if e.form in ("prose", "weak") and e.word_count >= 8:
        row = next(ties for limit, ties in _TIES.items() if e.word_count < limit)
        score += row[min(e.tie, len(row) - 1)]
    elif e.form == "short" and e.tie:
        score += 0.2
    if not speaks:
        score -= _VOICE * min(e.voice, 0.12)
    if e.loud:
        score -= 0.6
    if e.cue:
        score -= _cue_weight(e.cue, e)
    return score


def _cue_weight(cue: Cue, e: Evidence) -> float:
    """How much a cue weighs; a running sentence may begin like a teaser by chance."""
    weight = _CUE[cue.where]
    if cue.where == "label":
        return weight if cue.marked or e.form != "prose" else 1.0
    if cue.where == "start":
        if e.form == "prose" and not (cue.marked or cue.ends):
            return 0.5
        return weight + (2.0 if cue.marked or cue.length > 1 else -1.5)
    return weight


def _end_after_marks(scores: list[float], evidence: Sequence[Evidence]) -> None:
    """After a mark that ends articles, nothing is the article."""
    paragraphs = 0
    for at, e in enumerate(evidence):
        if e.cue and e.cue.ends and paragraphs >= 2 and scores[at] < -1.0:
            scores[at:] = [_NEVER] * (len(scores) - at)
            return
        paragraphs += e.form == "prose" and scores[at] > 0


def _best_path(scores: Sequence[float]) -> list[bool]:
    """The best sequence of kept and dropped (Viterbi with two states); it starts outside."""
    inside, outside = -_SWITCH, 0.0
    backward: list[tuple[bool, bool]] = []
    for score in scores:
        stay, enter = inside, outside - _SWITCH
        remain, leave = outside, inside - _SWITCH
        backward.append((stay >= enter, leave > remain))
        inside, outside = max(stay, enter) + score, max(remain, leave) - score
    keep = inside - _SWITCH > outside
    path = []
    for was_inside_in, was_inside_out in reversed(backward):
        path.append(keep)
        keep = was_inside_in if keep else was_inside_out
    path.reverse()
    return path


def _reason(e: Evidence, score: float, before: bool) -> tuple[RemovalReason, float]:
    confidence = round(min(0.99, 0.5 + abs(score) / 10), 2)
    if e.cue:
        return e.cue.reason, confidence
    if e.form == "junk" or before:
        return "navigation", confidence
    return "other", confidence
