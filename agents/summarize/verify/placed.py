"""Whether the article says of a name what a sentence in other words says of it."""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from .known import Known, known
from .words import Word

_LONG = 4  # letters of a telling word
_STEM = 5
_WIDE = 25  # words of the article to either side of a name: its paragraph
_NEAR = 14  # its sentence
_ABOUT = 8  # words of the summary to either side, that are to be in it
_BESIDE = 4  # words of the article to either side of a name: its clause
# Fitted by logistic regression on references of labelled articles, true and with a name exchanged.
_WEIGHTS = {"wide": 1.0, "near": 1.5, "beside": 0.75, "joined": -1.25, "late": 1.25}
_DOUBT = 2.05  # from here on seven of ten were exchanged, where half are


Places = np.ndarray[tuple[int], np.dtype[np.intp]]
Worths = np.ndarray[tuple[int], np.dtype[np.float64]]


class _Index(NamedTuple):
    """Where the article has each stem, and how much a stem tells: the rarer, the more."""

    places: Mapping[str, Places]
    worth: Mapping[str, float]
    new: float  # of a stem that the article has nowhere


def is_misplaced(
    run: range, said: Sequence[Word], runs: Sequence[range], article: str, language: str
) -> bool:
    """Whether the words around the name stand together elsewhere, and not around this name."""
    there = known(article, language)
    index = _index(article, language)
    own = [place for i in run for place in there.places_of(said[i].folded)]
    if not own:
        return False
    taken = {i for each in runs for i in each}
    telling = {i: _stem(w) for i, w in enumerate(said) if i not in taken and _tells(w)}
    near = {s for i, s in telling.items() if run.start - _ABOUT <= i < run.stop + _ABOUT}
    last = there.places_of(said[run[-1]].folded)
    found = {
        "wide": _gap(set(telling.values()), own, _WIDE, there, index),
        "near": _gap(near, own, _NEAR, there, index),
        "beside": _is_parted(run, telling, own, index),
        "joined": _is_joined(run, said, own, there),
        "late": min(last, default=len(there.said)) / len(there.said),
    }
    return sum(_WEIGHTS[name] * value for name, value in found.items()) > _DOUBT


def _stem(word: Word) -> str:
    return word.folded[:_STEM]


def _tells(word: Word) -> bool:
    return len(word.folded) >= _LONG or word.folded[0].isdigit()


def _gap(about: set[str], own: Sequence[int], reach: int, there: Known, index: _Index) -> float:
    """How much more of the stems stands around some place of the article than around the own."""
    stems = sorted(about)  # sums of floats depend on their order
    total = sum(index.worth.get(stem, index.new) for stem in stems)
    if not total:
        return 0.0
    around = _around(stems, reach, len(there.said), index)
    return float(around.max() - around[own].max()) / total


def _around(stems: Sequence[str], reach: int, length: int, index: _Index) -> Worths:
    """For each place of the article, what the stems are worth that stand within reach."""
    around = np.zeros(length)
    for stem in stems:
        places = index.places.get(stem)
        if places is None:
            continue
        begins = np.bincount(np.maximum(places - reach, 0), minlength=length + 1)
        ends = np.bincount(np.minimum(places + reach + 1, length), minlength=length + 1)
        around += index.worth[stem] * (np.cumsum(begins - ends)[:length] > 0)
    return around


def _is_parted(run: range, telling: Mapping[int, str], own: Sequence[int], index: _Index) -> bool:
    """Whether the last telling word before the name is the article's, but never beside it."""
    before = [stem for i, stem in telling.items() if i < run.start]
    places = index.places.get(before[-1]) if before else None
    if places is None:
        return False
    beside = {mine + far for mine in own for far in range(-_BESIDE, _BESIDE + 1)}
    return beside.isdisjoint(places.tolist())


def _is_joined(run: range, said: Sequence[Word], own: Sequence[int], there: Known) -> bool:
    """Whether the article has the very word before the name there too: "in", "of", "President"."""
    if not run.start:
        return False
    before = said[run.start - 1].folded
    return any(mine and there.said[mine - 1].folded == before for mine in own)


@lru_cache(maxsize=64)
def _index(article: str, language: str) -> _Index:
    there = known(article, language)
    stems = [_stem(word) for word in there.said]
    places: defaultdict[str, list[int]] = defaultdict(list)
    for i, stem in enumerate(stems):
        places[stem].append(i)
    among = there.sentence_of[-1] + 2 if stems else 2
    spread = Counter(stem for stem, _ in set(zip(stems, there.sentence_of, strict=True)))
    worth = {stem: math.log(among / count) for stem, count in spread.items()}
    return _Index({stem: np.array(at) for stem, at in places.items()}, worth, math.log(among))
