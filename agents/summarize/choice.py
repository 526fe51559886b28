"""Which sentences: the news, then what stands early, has new figures and is near the topic.

News is written as an inverted pyramid, and nothing that we measured beats the lead by much: graph
centrality, coverage of frequent words and a regression on seventeen features all lost to it on
unseen articles. So place comes first, and the rest only decides between neighbours. The weights are
round numbers that hold across languages and forms, not fitted ones.
"""

from collections.abc import Iterator, Mapping, Sequence
from math import sqrt
from typing import NamedTuple

import numpy as np

from agents.models.protocols import Vectors

from .lead import lead
from .passages import Passage, stems

# Per sentence, beside 1 / sqrt(rank + 1) for its place:
_NEW_FIGURES, _MOST_FIGURES = 0.4, 3  # figures that the lead does not have
_CENTRAL, _TITLE_COSINE, _TITLE_SHARE = 0.2, 0.3, 0.2
_QUESTION, _SPEECH, _SCRAP, _FEWEST_WORDS = -0.5, -0.25, -0.15, 6
_EARNED = -0.5  # what every sentence must be worth
_DANGLING = -0.3
_REPEATS, _ALIKE = -1.0, 0.5  # times the cosine beyond which two sentences begin to say the same
# For the whole: words bring facts up to the aim, and cost readers beyond it.
_FILLED, _OVER = 0.3, -0.3
_CHARS_A_WORD = 8.0  # so that 480 characters aim at 60 words
_CONTENDERS = 14  # enough to choose from; keeps the search small for any number of sentences


class Limits(NamedTuple):
    """How long a summary may be."""

    sentences: int
    chars: int


class Encoded(NamedTuple):
    """An article's passages and its title, with their vectors of length 1, one row a passage.

    Without a title, its vector is all zeros.
    """

    passages: Sequence[Passage]
    vectors: Vectors
    title: str
    title_vector: Vectors


class _Group(NamedTuple):
    """Some passages in text order, the lead first; their length, and what they are worth."""

    members: tuple[int, ...]
    chars: int
    words: int
    worth: float


def choose(article: Encoded, limits: Limits) -> list[Passage]:
    """The best passages in text order.

    A single passage may be longer than the limit: a sentence is never cut.
    """
    found, vectors = article.passages, article.vectors
    titled = vectors @ article.title_vector
    wanted = stems(article.title)
    shares = [len(passage.stems & wanted) / max(1, len(wanted)) for passage in found]
    first = lead(found, titled, shares, limits.chars)
    worth = _worths(article, found[first], titled, shares)
    # What stands before the lead only teases.
    others = sorted(_untold(found, first), key=lambda i: (-worth[i], i))
    contenders = sorted(others[:_CONTENDERS])
    groups = _groups(
        _Group((first,), len(found[first].text), found[first].word_count, 0.0),
        contenders,
        found,
        worth,
        _cosines([first, *contenders], vectors),
        limits,
    )
    aim = limits.chars / _CHARS_A_WORD
    best = max(groups, key=lambda g: (round(g.worth + _length_worth(g.words, aim), 4), g.members))
    return [found[i] for i in best.members]


def _untold(found: Sequence[Passage], first: int) -> list[int]:
    """Those behind the first, each sentence once: nobody wants to read it twice."""
    places: dict[str, int] = {found[first].text: first}
    for i in range(first + 1, len(found)):
        places.setdefault(found[i].text, i)
    return list(places.values())[1:]


def _worths(
    article: Encoded, told: Passage, titled: Vectors, shares: Sequence[float]
) -> list[float]:
    """What each passage is worth beside `told`, the lead.

    Rounded, so that no last bit of a float ever decides.
    """
    middle = article.vectors.mean(axis=0)
    central = article.vectors @ (middle / max(float(np.linalg.norm(middle)), 1e-9))
    return [
        round(
            _worth(passage, told)
            + _CENTRAL * round(float(central[at]), 3)
            + _TITLE_COSINE * round(float(titled[at]), 3)
            + _TITLE_SHARE * shares[at],
            4,
        )
        for at, passage in enumerate(article.passages)
    ]


def _cosines(chosen: Sequence[int], vectors: Vectors) -> dict[tuple[int, int], float]:
    """The cosine of each pair."""
    near = (vectors[chosen] @ vectors[chosen].T).round(3)
    return {(i, j): float(near[a, b]) for a, i in enumerate(chosen) for b, j in enumerate(chosen)}


def _worth(passage: Passage, told: Passage) -> float:
    new = min(len(passage.figures - told.figures), _MOST_FIGURES) / _MOST_FIGURES
    return (
        1 / sqrt(passage.rank + 1)
        + _NEW_FIGURES * new
        + _QUESTION * passage.is_question
        + _SPEECH * passage.is_speech
        + _SCRAP * (passage.word_count < _FEWEST_WORDS)
        + _EARNED
    )


def _length_worth(words: int, aim: float) -> float:
    return _FILLED * min(1.0, words / aim) + _OVER * max(0.0, words - aim) / 10


def _groups(
    group: _Group,
    others: Sequence[int],
    found: Sequence[Passage],
    worth: Sequence[float],
    cosines: Mapping[tuple[int, int], float],
    limits: Limits,
) -> Iterator[_Group]:
    """The group, and all that it grows to by later passages within the limits."""
    yield group
    if len(group.members) == limits.sentences:
        return
    told = {found[i].rank for i in group.members}
    for at, i in enumerate(others):
        passage = found[i]
        chars = group.chars + 1 + len(passage.text)
        if chars > limits.chars:
            continue
        nearest = max(cosines[i, j] for j in group.members)
        leans = bool(passage.leans_on) and told.isdisjoint(passage.leans_on)
        value = worth[i] + _DANGLING * leans + _REPEATS * max(0.0, nearest - _ALIKE)
        grown = _Group(
            (*group.members, i), chars, group.words + passage.word_count, group.worth + value
        )
        yield from _groups(grown, others[at + 1 :], found, worth, cosines, limits)
