"""A name of the article in the place of another one: the words around it are about the other."""

from collections.abc import Sequence
from functools import lru_cache

from .known import Known, known
from .proper import names_at
from .words import Word, is_kin

_AROUND = 9  # words to either side of a name in the summary
_WIDE = 16  # and in the article, which says it at greater length,
_FAR = 25  # and goes on to speak of "her" or "the company"
_NARROW = 12
_LONG = 4  # letters of a telling word
_STEM = 5
_FEWEST = 3  # telling words, to tell anything by
_CLEAR = 0.4  # of the telling words must stand around the other name
_MARGIN = 0.25  # more than around the own


def is_misplaced(
    run: range, said: Sequence[Word], runs: Sequence[range], article: str, language: str
) -> bool:
    """Whether the article tells what the sentence tells of this name of another name."""
    there = known(article, language)
    taken = {i for each in runs for i in each}
    around = range(max(0, run.start - _AROUND), min(len(said), run.stop + _AROUND))
    about = {said[i].folded[:_STEM] for i in around if i not in run and _tells(said[i])}
    own = [place for i in run for place in there.places_of(said[i].folded)]
    if len(about) < _FEWEST or not own:
        return False
    best = max(_share(about, place - _WIDE, place + _FAR, there) for place in own)
    names = {said[i].folded for i in taken}
    others = [
        place
        for place in _names(article, language)
        if not any(is_kin(there.said[place].folded, name) for name in names)
        and not any(abs(place - mine) <= _WIDE for mine in own)
    ]
    other = max(
        (_share(about, place - _NARROW, place + _NARROW, there) for place in others), default=0.0
    )
    return other >= _CLEAR and other >= best + _MARGIN


def _tells(word: Word) -> bool:
    return len(word.folded) >= _LONG or word.folded[0].isdigit()


def _share(about: set[str], start: int, end: int, there: Known) -> float:
    near = there.said[max(0, start) : end + 1]
    return len(about & {w.folded[:_STEM] for w in near}) / len(about)


@lru_cache(maxsize=64)
def _names(article: str, language: str) -> tuple[int, ...]:
    """Places of the article's names that open no sentence."""
    there = known(article, language)
    return tuple(i for i in names_at(there.said, language, there) if i not in there.starts)
