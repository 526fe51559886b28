"""What the source prints in other reports too: mostly its own boxes, sometimes its own phrases."""

from collections.abc import Sequence

from .block import Block
from .evidence import Evidence
from .scores import NEVER

_SEEN = (0.0, 1.2, 2.8, 4.5, 7.0)  # by the number of other reports of the source
_SUBHEAD = 4  # words; so short a line comes back as a heading of many articles
_EVERYWHERE = 0.8  # of the reports since a block first appeared
# Of the reports and two more without it, so that few reports prove little: a set phrase of the
# trade is in fewer, a site's own box in more.
_OFTEN, _UNTOLD = 0.6, 2
_LONGEST_SEEN = 150  # words; nothing that long was seen to be boilerplate


def heed_memory(scores: list[float], shown: Sequence[Evidence]) -> None:
    """Lower the scores of what the source prints in other reports too."""
    if not any(e.seen.times for e in shown):
        return
    prose = [at for at, e in enumerate(shown) if e.form == "prose" and scores[at] > NEVER / 2]
    opening, closing = (prose[0], prose[-1]) if prose else (-1, -1)
    for at, e in enumerate(shown):
        if not e.seen.times or _is_genuine(e, at == opening, at == closing):
            continue
        if _is_set_phrase(shown, scores, at):
            continue
        if e.form == "short" and e.word_count <= _SUBHEAD:
            continue
        scores[at] -= _SEEN[min(e.seen.times, len(_SEEN) - 1)]


def _is_set_phrase(shown: Sequence[Evidence], scores: Sequence[float], at: int) -> bool:
    """Whether a sentence of any report, addressed to nobody, stands between new paragraphs.

    "The claims could not be independently verified", "the presumption of innocence applies".
    """
    e = shown[at]
    if e.form not in ("prose", "weak") or e.voice or e.loud or e.asks or e.labelled or e.cue:
        return False
    if e.seen.times > _OFTEN * (e.seen.times / e.seen.share + _UNTOLD):
        return False
    return _is_new(shown, scores, at, -1) and _is_new(shown, scores, at, 1)


def _is_new(shown: Sequence[Evidence], scores: Sequence[float], at: int, step: int) -> bool:
    """Whether a new paragraph stands next to the block, or behind a new subhead."""
    for near in (at + step, at + 2 * step):
        if not 0 <= near < len(shown) or shown[near].seen.times:
            return False
        if shown[near].form == "prose":
            return scores[near] > 0
    return False


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


def name_repeated(blocks: Sequence[Block], evidence: Sequence[Evidence]) -> None:
    """Say of what went for nothing but that the source repeats it that this is why."""
    for block, e in zip(blocks, evidence, strict=True):
        if block.reason == "other" and e.seen.times and not e.cue:
            block.reason = "repeated"
