"""Paragraphs that stand alone behind the end of the article."""

from collections.abc import Sequence

from .block import Block
from .evidence import Evidence
from .tail import LEAST_SURE, is_sure, tells_of_itself

_ALONE = 45  # words; a longer paragraph behind a box may be the article's last
_AT_HOME = 2.0  # log odds by its place, which only paragraphs among those of the page have


def drop_stragglers(
    blocks: Sequence[Block],
    evidence: Sequence[Evidence],
    priors: Sequence[float],
    kept: Sequence[bool],
    marked: int,
) -> list[bool]:
    """What is kept, without short paragraphs that stand behind something dropped after the end.

    Up to a mark that ends the article, whose index is `marked`, a long one is no straggler.
    """
    answer = list(kept)
    sure = (at for at in reversed(range(len(kept))) if kept[at] and is_sure(evidence[at]))
    end = next(sure, -1)
    if sum(e.form == "prose" for e in evidence[: end + 1]) < 3:
        return answer
    if marked == len(blocks):  # no word marks the end; a rule may
        rules = (at for at in range(end + 1, len(blocks)) if blocks[at].kind == "rule")
        marked = next(rules, marked)
    dropped: list[int] = []
    for at in range(end + 1, len(blocks)):
        if not kept[at]:
            dropped.append(at)
        elif (
            dropped
            and priors[at] < _AT_HOME
            and _is_straggler(blocks, evidence, at, dropped, is_before=at < marked < len(blocks))
            and not (at < marked and _follows_teaser(blocks, evidence, at, dropped))
        ):
            answer[at] = False
        else:
            dropped = []
    return answer


def _follows_teaser(
    blocks: Sequence[Block], evidence: Sequence[Evidence], at: int, dropped: Sequence[int]
) -> bool:
    """Whether one "Read more: …" stands between the article and a paragraph that takes it up."""
    e, before = evidence[at], evidence[dropped[0]]
    cue = before.cue
    if len(dropped) > 1 or cue is None or cue.reason != "related":
        return False
    is_line = before.form == "short" and cue.marked and not cue.ends
    is_told = e.form == "prose" and e.closed and e.tie > 0 and not (e.voice or e.loud or e.asks)
    return is_line and is_told and not e.seen.times and not tells_of_itself(blocks[at], e)


def _is_straggler(
    blocks: Sequence[Block],
    evidence: Sequence[Evidence],
    at: int,
    dropped: Sequence[int],
    *,
    is_before: bool,
) -> bool:
    """Whether a paragraph is too slight for the article's last; `is_before`, a mark follows."""
    cue = evidence[dropped[0]].cue
    is_aside = len(dropped) == 1 and (cue is None or cue.reason in ("caption", "advert"))
    is_aside = is_aside and blocks[dropped[0]].kind != "rule"
    least = LEAST_SURE if is_before or is_aside else _ALONE
    return evidence[at].word_count < least or evidence[at].voice > 0
