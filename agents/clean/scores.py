"""How much speaks for a block being the article: log odds, summed from its evidence.

The weights are priors, set by hand on the sides where unseen pages differ least: form, tie, voice.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import chain, islice

from .block import Block
from .cues import Cue
from .evidence import Evidence

_FORM = {"weak": -0.2, "junk": -2.4}
# Log odds by the number of telling stems shared with the article's core, for short, middle and
# long blocks: below 20 words, below 40, and all others. A comment or advertisement of forty words
# shares one or none, a paragraph three.
_TIES = ((-0.8, 0.3, 1.0), (-1.7, -0.4, 0.3, 1.3), (-2.4, -1.5, -0.3, 0.8, 1.6))
# At worst, for a long paragraph that addresses nobody, with more of the article below.
_SOBER = -0.2
_PARAGRAPH = 45  # words; of more, some are shared by chance
_LONG_SOBER = 20  # words
_FIRST_ONES = 5  # paragraphs that show who speaks
_LONG_VOICE = 40  # words
_AT_HOME = 4  # telling stems shared with the article, which no box has
_LONG_AT_HOME = 45  # words; in so many one stem less will do
_LONGEST_LABEL = 6  # tokens
_LABELLED = 0.8  # off a paragraph that begins with a label and takes up nothing of the article
_TURN = 0.7  # for a short question or answer in an interview
_VOICE = 32.0
_CUE = {"label": 7.0, "whole": 6.0, "anywhere": 4.5, "start": 3.0}
NEVER = -50.0


def is_core(e: Evidence) -> bool:
    """Whether it may be one of the paragraphs that tell what the article is about."""
    is_call = e.loud and e.word_count < 25
    is_plain = e.form == "prose" and e.word_count >= 12 and not is_call
    return is_plain and not e.cue and e.seen.times < 2


def count_ties(
    shown: Sequence[Evidence],
    title: frozenset[str],
    core: Sequence[Evidence],
    kept: Sequence[Evidence],
) -> None:
    """Count each block's stems that the core or two other kept blocks have, the title's twice."""
    own = dict.fromkeys(kept, 1) | dict.fromkeys(core, 2)
    taught = [title, title, *(e.stems for e, weight in own.items() for _ in range(weight))]
    weights = Counter(chain.from_iterable(taught))
    telling = [{stem for stem, weight in weights.items() if weight >= 2}]
    for own_weight in (1, 2):
        telling.append({stem for stem in telling[-1] if weights[stem] >= 2 + own_weight})
    for e in shown:
        shared = e.stems & telling[own.get(e, 0)]
        e.tie = len(shared) + (len(shared & title) if shared else 0)


def speaks_itself(shown: Sequence[Evidence]) -> bool:
    """Whether the article itself says I, we or you: a column, a letter, an interview."""
    prose = islice(filter(is_core, shown), _FIRST_ONES)
    return sum(e.voice > 0.015 for e in prose) >= 3 or _converses(shown)


def _converses(shown: Sequence[Evidence]) -> bool:
    """Whether two labels take turns, as the names in an interview do."""
    labels = Counter(
        tuple(e.tokens[: e.tokens.index(":")])
        for e in shown
        if e.form in ("prose", "weak") and ":" in e.tokens[1:_LONGEST_LABEL]
    )
    return sum(count > 1 for count in labels.values()) > 1


def score_of(block: Block, e: Evidence, speaks: bool, is_core: bool, is_within: bool) -> float:
    """The log odds that the block is part of the article; `is_within`, more of it follows."""
    if block.kind == "rule":
        return -1.5
    if e.form == "prose":
        score = 1.3 + min(e.word_count, 60) / 75
    elif e.form == "short":
        score = _line_score(e)
    else:
        score = _FORM[e.form] + (_TURN if speaks and e.form == "weak" and e.labelled else 0.0)
    if e.form in ("prose", "weak") and e.word_count >= 8:
        row = _TIES[(e.word_count >= 20) + (e.word_count >= 40)]
        tied = row[min(e.tie * _PARAGRAPH // max(_PARAGRAPH, e.word_count), len(row) - 1)]
        # The first paragraphs set the subject; that nothing after them takes it up is no fault.
        if is_core and not e.seen.times:
            tied = max(tied, 0.3)
        elif is_within and _is_sober(e):
            tied = max(tied, _SOBER)
        score += tied
    if e.voice and not speaks and not _mentions_once(e):
        score -= _VOICE * min(e.voice, 0.12)
    if e.loud:
        score -= 0.6
    if e.form == "prose" and not speaks:
        score -= _hawking(e)
    if e.cue:
        score -= _cue_weight(e.cue, e)
    return score


def _hawking(e: Evidence) -> float:
    """What to take off a short paragraph that calls, asks or has a label, and has no tie."""
    if e.word_count >= 40 or e.tie > 1:
        return 0.0
    is_short = e.word_count < 30
    called = 1.4 if e.loud and is_short and not e.tie else 0.0
    asked = 0.8 if e.asks and is_short else 0.0
    labelled = _LABELLED if e.labelled and (is_short or not e.tie) else 0.0
    return called + (asked + labelled) * (2.0 if asked and labelled else 1.0)


def _is_sober(e: Evidence) -> bool:
    """Whether it tells at length and addresses nobody, as what stands between paragraphs does."""
    addresses = e.voice and not _mentions_once(e)
    return e.word_count >= _LONG_SOBER and not (addresses or e.loud or e.labelled or e.seen.times)


def _mentions_once(e: Evidence) -> bool:
    """Whether one word of many is of the first or second person, as in any report."""
    return e.word_count >= _LONG_VOICE and e.voice * e.word_count < 1.5


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
    # "Customers get full access to their deposits": in the article's own words, by chance.
    is_at_home = e.tie >= (_AT_HOME if e.word_count < _LONG_AT_HOME else _AT_HOME - 1)
    by_chance = e.form == "prose" and is_at_home and not (cue.marked or e.voice)
    return weight / 3 if by_chance else weight
