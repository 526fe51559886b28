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
from .evidence import Evidence

_SWITCH = 1.1  # cost of going from article to box or back
_FORM = {"weak": -0.2, "junk": -2.4}
# Log odds by the number of telling stems shared with the article's core, for short, middle and
# long blocks. A comment or advertisement of forty words shares one or none, a paragraph three.
_TIES = {20: (-0.8, 0.3, 1.0), 40: (-1.7, -0.4, 0.3, 1.3), 10**9: (-2.4, -1.5, -0.3, 0.8, 1.6)}
_VOICE = 32.0
_CUE = {"label": 7.0, "whole": 6.0, "anywhere": 4.5, "start": 3.0}
_SEEN = (0.0, 1.2, 2.8, 4.5, 7.0)  # by the number of other reports of the source
_FEW = 4  # blocks; a flash has no more
_SUBHEAD = 4  # words; so short a line comes back as a heading of many articles
_EVERYWHERE = 0.8  # of the reports since a block first appeared
_LONGEST_SEEN = 150  # words; nothing that long was seen to be boilerplate
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
    open_ones = [at for at, block in enumerate(blocks) if block.reason is None]
    shown = [evidence[at] for at in open_ones]
    title = evidence[title_at].stems if title_at is not None else frozenset[str]()
    core = [
        e
        for at, e in zip(open_ones, shown, strict=True)
        if at >= first and _is_core(e) and not (priors and priors[at] < 0)
    ][:3]
    speaks = _speaks_itself(shown)
    scores: list[float] = []
    kept: list[bool] = []
    for _ in range(2):
        _count_ties(shown, title, core, [e for e, keep in zip(shown, kept, strict=False) if keep])
        scores = [
            _NEVER
            if at < first
            else _score(blocks[at], e, speaks, any(e is one for one in core))
            + (priors[at] if priors else 0.0)
            for at, e in zip(open_ones, shown, strict=True)
        ]
        _heed_memory(scores, shown)
        _end_after_marks(scores, shown)
        kept = _best_path(scores)
    if not any(kept):
        kept = _best_of_little(shown, scores)
    for at, e, score, keep in zip(open_ones, shown, scores, kept, strict=True):
        if not keep:
            blocks[at].drop(*_reason(e, score, at < first))
    _restore_subheads([blocks[at] for at in open_ones], shown, kept)
    _drop_last_lines([blocks[at] for at in open_ones], shown)


def _drop_last_lines(blocks: Sequence[Block], shown: Sequence[Evidence]) -> None:
    """A heading with nothing under it heads what was dropped."""
    left = [(b, e) for b, e in zip(blocks, shown, strict=True) if b.reason is None]
    if any(e.form == "prose" for _, e in left):
        while left[-1][1].form == "short" and left[-1][0].kind != "li":
            left.pop()[0].drop("other", 0.6)


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
        contrast = e.word_count > 2 and (e.tie > 0 or not blocks[at - 1].gap_before)
        if block.kind == "h" or (block.gap_before and contrast):
            block.reason = None


def _best_of_little(shown: Sequence[Evidence], scores: Sequence[float]) -> list[bool]:
    """What to keep of a text too short to tell its parts apart: its sentences, else its lines."""
    fine = [not e.cue and score > _NEVER / 2 for e, score in zip(shown, scores, strict=True)]
    told = [ok and e.form in ("prose", "weak") for ok, e in zip(fine, shown, strict=True)]
    if any(told) or len(shown) > _FEW:
        return told
    return [ok and e.word_count > 3 for ok, e in zip(fine, shown, strict=True)]


def _is_core(e: Evidence) -> bool:
    """Whether it may be one of the paragraphs that tell what the article is about."""
    return e.form == "prose" and e.word_count >= 12 and not e.cue and e.seen.times < 2


def _count_ties(
    shown: Sequence[Evidence],
    title: frozenset[str],
    core: Sequence[Evidence],
    kept: Sequence[Evidence],
) -> None:
    """Count each block's stems that the core or two other kept blocks have, and, twice, those
    of the headline."""
    weights: Counter[str] = Counter(dict.fromkeys(title, 2))
    own: dict[int, int] = {}
    for e in core:
        own[id(e)] = 2
        for stem in e.stems:
            weights[stem] += 2
    for e in kept:
        if id(e) not in own:
            own[id(e)] = 1
            weights.update(e.stems)
    for e in shown:
        least = 2 + own.get(id(e), 0)
        e.tie = sum(1 + (stem in title) for stem in e.stems if weights[stem] >= least)


def _speaks_itself(shown: Sequence[Evidence]) -> bool:
    """Whether the article itself says I, we or you: a column, a letter, an interview."""
    prose = [e for e in shown if _is_core(e)][:5]
    return sum(e.voice > 0.015 for e in prose) >= 3


def _score(block: Block, e: Evidence, speaks: bool, is_core: bool) -> float:
    """The log odds that the block is part of the article."""
    if block.kind == "rule":
        return -1.5
    if e.form == "prose":
        score = 1.3 + min(e.word_count, 60) / 75
    elif e.form == "short":
        score = _line_score(e)
    else:
        score = _FORM[e.form]
    if e.form in ("prose", "weak") and e.word_count >= 8:
        row = next(ties for limit, ties in _TIES.items() if e.word_count < limit)
        tied = row[min(e.tie, len(row) - 1)]
        # The first paragraphs set the subject; that nothing after them takes it up is no fault.
        score += max(tied, 0.3) if is_core and not e.seen.times else tied
    if not speaks:
        score -= _VOICE * min(e.voice, 0.12)
    if e.loud:
        score -= 0.6
    if e.cue:
        score -= _cue_weight(e.cue, e)
    return score


def _line_score(e: Evidence) -> float:
    """Lines without a full stop: subheads are short, and seldom labelled."""
    score = -0.55 if e.word_count <= 6 else -1.0 if e.word_count <= 9 else -1.6
    if e.labelled:
        score -= 1.0
    return score + (0.3 if e.tie else -0.4 if e.word_count > 4 else 0.0)


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


def _heed_memory(scores: list[float], shown: Sequence[Evidence]) -> None:
    """Lower the scores of what the source prints in other reports too."""
    prose = [at for at, e in enumerate(shown) if e.form == "prose" and scores[at] > _NEVER / 2]
    opening, closing = (prose[0], prose[-1]) if prose else (-1, -1)
    for at, e in enumerate(shown):
        if not e.seen.times or _is_genuine(e, at == opening, at == closing):
            continue
        if e.form == "short" and e.word_count <= _SUBHEAD:
            continue
        scores[at] -= _SEEN[min(e.seen.times, len(_SEEN) - 1)]


def _is_genuine(e: Evidence, is_opening: bool, is_closing: bool) -> bool:
    """Whether repetition is the article's own: its subject's background, a column's frame."""
    if e.cue or e.word_count > _LONGEST_SEEN:
        return not e.cue
    enough = 2 if e.word_count < 20 else 3 if e.word_count < 40 else 4
    if e.seen.times >= 4 and e.seen.share > _EVERYWHERE:
        enough += 2  # what every article of a source has is hardly the subject of all of them
    if e.tie >= enough and e.voice < 0.03:
        return True
    if is_opening and (e.voice < 0.02 or e.seen.share < 0.5):
        return True
    return is_closing and e.voice < 0.02 and e.seen.share < 0.5


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
