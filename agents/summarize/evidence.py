"""Which sentences of the article a written sentence rests on."""

from collections.abc import Sequence
from functools import lru_cache

from agents.models.protocols import Vectors
from agents.text import Range
from schemas import Evidence

from .verify.figures import figures, ordinals
from .verify.words import words

_MOST = 4  # sentences that one written sentence may join
_ENOUGH = 0.35  # another one this good counts
_NEAR_BEST = 0.7
_FACT = 1.0  # a number that only this sentence has
_RELATED = 0.2  # support from which on a number may be the same number
_WORTH = 0.9  # what another sentence must add


def evidence(
    sentence: str,
    vector: Vectors,
    article: Sequence[tuple[Range, str]],
    vectors: Vectors,
    language: str = "und",
) -> tuple[Evidence, ...]:
    """The best one to four sentences of the article, in text order, with their support.

    Support is the mean of the cosine and of the share of the sentence's words found there. After
    the best sentence come those that have the numbers which it lacks.
    """
    said = _words(sentence)
    cosines = (vectors @ vector).round(3)
    support = [
        round(min(1.0, max(0.0, (float(cosine) + _share(said, text)) / 2)), 3)
        for cosine, (_, text) in zip(cosines, article, strict=True)
    ]
    kept = [max(range(len(article)), key=lambda i: (support[i], -i))]
    missing = _facts(sentence, language) - _facts(article[kept[0]][1], language)
    while len(kept) < _MOST and len(kept) < len(article):
        worth, _, i = max(
            (_added(missing, text, language, support[i]) + support[i], -i, i)
            for i, (_, text) in enumerate(article)
            if i not in kept
        )
        if worth < _WORTH and support[i] < max(_ENOUGH, _NEAR_BEST * support[kept[0]]):
            break
        kept.append(i)
        missing -= _facts(article[i][1], language)
    return tuple(
        Evidence(start=article[i][0].start, end=article[i][0].end, score=support[i])
        for i in sorted(kept)
    )


def _added(missing: frozenset[str], text: str, language: str, support: float) -> float:
    """What the text adds to the evidence, if it is about the same at all."""
    return _FACT * len(missing & _facts(text, language)) if support >= _RELATED else 0.0


@lru_cache(maxsize=4096)
def _words(text: str) -> frozenset[str]:
    return frozenset(w.folded for w in words(text))


def _share(said: frozenset[str], text: str) -> float:
    return len(said & _words(text)) / len(said) if said else 0.0


@lru_cache(maxsize=4096)
def _facts(text: str, language: str) -> frozenset[str]:
    """The numbers of a sentence by their values.

    Names are left out: a name exchanged for another would bring its own sentence along.
    """
    found = {str(figure.value) for figure in figures(text, language)}
    return frozenset(found.union(ordinals(text, language)))
