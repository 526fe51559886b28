"""Which sentences of the article a written sentence rests on."""

from collections.abc import Sequence

from agents.models.protocols import Vectors
from agents.text import Range
from schemas import Evidence

from .verify.words import words

_MOST = 3  # sentences that one written sentence may join
_ENOUGH = 0.35  # another one this good counts
_NEAR_BEST = 0.7


def evidence(
    sentence: str,
    vector: Vectors,
    article: Sequence[tuple[Range, str]],
    vectors: Vectors,
) -> tuple[Evidence, ...]:
    """The best one to three sentences of the article, in text order, with their support.

    Support is the mean of the cosine and of the share of the sentence's words found there.
    """
    said = {w.folded for w in words(sentence)}
    cosines = (vectors @ vector).round(3)
    support = [
        round(min(1.0, max(0.0, (float(cosine) + _share(said, text)) / 2)), 3)
        for cosine, (_, text) in zip(cosines, article, strict=True)
    ]
    ranked = sorted(range(len(article)), key=lambda i: (-support[i], i))[:_MOST]
    best = support[ranked[0]]
    kept = [i for i in ranked if i == ranked[0] or support[i] >= max(_ENOUGH, _NEAR_BEST * best)]
    return tuple(
        Evidence(start=article[i][0].start, end=article[i][0].end, score=support[i])
        for i in sorted(kept)
    )


def _share(said: set[str], text: str) -> float:
    there = {w.folded for w in words(text)}
    return len(said & there) / len(said) if said else 0.0
