"""Which sentences: an early place, new figures, room well used; no repetition, nothing dangling.

News is written as an inverted pyramid, and nothing that we measured beats the lead by much:
similarity to the title, graph centrality and coverage of frequent words all lost to it on unseen
articles. So place comes first, and the rest only decides between neighbours. The weights are round
numbers that hold across languages and lengths, not fitted ones.
"""

from collections.abc import Sequence
from itertools import combinations
from math import sqrt
from typing import NamedTuple

import numpy as np

from agents.models.protocols import Vectors

from .passages import Passage, covered_words

# Per sentence, beside 1 / sqrt(rank + 1) for its place:
_NEW_FIGURES, _MOST_FIGURES = 0.3, 3  # figures that the lead does not have
_CENTRAL = 0.2  # times the cosine to the article's middle
_DANGLING, _QUESTION, _SPEECH, _SCRAP = -0.3, -0.5, -0.25, -0.15
_REPEATS, _ALIKE = -0.5, 0.8  # a cosine from which two sentences say the same
# For the whole: words bring facts up to the aim, and cost readers beyond it.
_FILLED, _OVER = 0.5, -0.1
_CHARS_A_WORD = 7  # so that 420 characters aim at 60 words
_FEWEST_WORDS = 6
_CONTENDERS = 14  # enough to choose three from; keeps the search small for any max_sentences


class Limits(NamedTuple):
    """How long a summary may be."""

    sentences: int
    chars: int


def choose(found: Sequence[Passage], vectors: Vectors, limits: Limits) -> list[Passage]:
    """The best passages in text order; the lead is among them. `vectors`: one row a passage.

    One passage may be longer than the limit: a sentence is never cut.
    """
    lead = _lead(found, limits)
    middle = vectors.mean(axis=0)
    central = vectors @ (middle / max(float(np.linalg.norm(middle)), 1e-9))
    # Rounded, so that no last bit of a float ever decides.
    worth = [
        round(_worth(passage, found[lead]) + _CENTRAL * round(float(cosine), 3), 4)
        for passage, cosine in zip(found, central, strict=True)
    ]
    alike = (vectors @ vectors.T).round(3) > _ALIKE
    # What stands before the lead only teases.
    others = sorted(range(lead + 1, len(found)), key=lambda i: (-worth[i], i))
    contenders = sorted(others[:_CONTENDERS])
    best: tuple[float, list[int]] = (0.0, [lead])
    for size in range(1, limits.sentences):
        for more in combinations(contenders, size):
            group = sorted([lead, *more])
            if sum(len(found[i].text) + 1 for i in group) - 1 > limits.chars:
                continue
            value = _value(group, lead, found, worth, alike, limits)
            if value > best[0]:
                best = value, group
    return [found[i] for i in best[1]]


def _lead(found: Sequence[Passage], limits: Limits) -> int:
    """The first passage that can stand alone; a question or a quotation only teases."""
    for i, passage in enumerate(found[:4]):
        is_teaser = passage.is_question or passage.is_speech or bool(passage.leans_on)
        if not is_teaser and len(passage.text) <= limits.chars:
            return i
    return 0


def _worth(passage: Passage, lead: Passage) -> float:
    new = min(len(passage.figures - lead.figures), _MOST_FIGURES) / _MOST_FIGURES
    return (
        1 / sqrt(passage.rank + 1)
        + _NEW_FIGURES * new
        + _QUESTION * passage.is_question
        + _SPEECH * passage.is_speech
        + _SCRAP * (passage.word_count < _FEWEST_WORDS)
    )


def _value(
    group: Sequence[int],
    lead: int,
    found: Sequence[Passage],
    worth: Sequence[float],
    alike: np.typing.NDArray[np.bool_],
    limits: Limits,
) -> float:
    aim = limits.chars / _CHARS_A_WORD
    words = covered_words([found[i] for i in group])
    told = {found[i].rank for i in group}
    value = _FILLED * min(1.0, words / aim) + _OVER * max(0.0, words - aim) / 10
    for i in group:
        if i != lead:
            value += worth[i]
            leans = bool(found[i].leans_on) and told.isdisjoint(found[i].leans_on)
            value += _DANGLING * leans + _REPEATS * any(alike[i, j] for j in group if j < i)
    return round(value, 4)
