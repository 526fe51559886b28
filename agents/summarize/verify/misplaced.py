"""A name of the article in the place of another one: the words around it are about the other."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from .known import Known
from .words import Word, is_kin

_AROUND = 9  # words to either side of a name in the summary
_WIDE = 16  # and in the article, which says it at greater length
_LONG = 4  # letters of a telling word
_STEM = 5
_CLEAR = 0.45  # of the telling words must stand around the other name
_MARGIN = 0.3  # more than around the own


def is_misplaced(
    run: range, said: Sequence[Word], runs: Sequence[range], there: Known
) -> bool:
    """Whether the article tells what the sentence tells of this name of another name."""
    taken = {i for each in runs for i in each}
    about = {
        said[i].folded[:_STEM]
        for i in range(max(0, run.start - _AROUND), min(len(said), run.stop + _AROUND))
        if i not in taken and _tells(said[i])
    }
    own = [place for i in run for place in there.places_of(said[i].folded)]
    if len(about) < 2 or not own:
        return False
    best = max(_share(about, place, there) for place in own)
    names = {said[i].folded for i in taken}
    other = max(
        (_share(about, place, there) for place in _others(there, names)), default=0.0
    )
    return other >= _CLEAR and other >= best + _MARGIN


def _tells(word: Word) -> bool:
    return len(word.folded) >= _LONG or word.folded[0].isdigit()


def _share(about: set[str], place: int, there: Known) -> float:
    near = there.said[max(0, place - _WIDE) : place + _WIDE + 1]
    return len(about & {w.folded[:_STEM] for w in near}) / len(about)


def _others(there: Known, names: set[str]) -> Iterator[int]:
    """Places of names that the sentence does not mention."""
    for i, word in enumerate(there.said):
        if word.text[0].isupper() and i not in there.starts and word.folded not in there.small:
            if not any(is_kin(word.folded, name) for name in names):
                yield i
