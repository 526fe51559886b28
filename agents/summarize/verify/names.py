"""Names: every capitalised word of a summary must be in its evidence, beside the same others."""

from collections.abc import Sequence
from itertools import count, pairwise

from agents.abbreviations import OPENERS

from .words import Word, changes, is_inflection, words

_NEAR = 4  # words between a first and a last name, titles and particles included


_LIST = {"und", "oder", "and", "or", "et", "ou", "y", "o"}


def names(evidence: str, sentence: str, language: str) -> list[tuple[str, bool]]:
    """Each run of capitalised words, and whether the evidence has it."""
    said, given = words(sentence), words(evidence)
    known = _runs(evidence, given, language)
    swapped = _swapped(given, said)
    return [
        (
            " ".join(said[i].text for i in run),
            swapped.isdisjoint(run)
            and _is_known(run, said, given, known)
            and not _is_in_place_of_another(run, said, given, known),
        )
        for run in _runs(sentence, said, language)
    ]


def _runs(sentence: str, said: Sequence[Word], language: str) -> list[range]:
    """Positions of capitalised words that stand side by side with nothing but space between."""
    runs: list[range] = []
    openers = OPENERS.get(language, frozenset())
    for i, word in enumerate(said):
        if not word.text[0].isupper() or (i == 0 and word.text.lower() in openers):
            continue
        between = sentence[said[i - 1].start + len(said[i - 1].text) : word.start] if i else ""
        if runs and runs[-1].stop == i and not between.strip(" -\u00a0"):
            runs[-1] = range(runs[-1].start, i + 1)
        else:
            runs.append(range(i, i + 1))
    return runs


def _is_known(
    run: range, said: Sequence[Word], given: Sequence[Word], known: Sequence[range]
) -> bool:
    """Whether the evidence has all words of the run, near each other and not turned around."""
    places = [
        [k for k, w in enumerate(given) if is_inflection(w.folded, said[i].folded)] for i in run
    ]
    if not all(places):
        return False
    return all(
        any(
            0 < right - left <= _NEAR
            or (-_NEAR <= right - left < 0 and not any(left in r and right in r for r in known))
            for left in lefts
            for right in rights
        )
        for lefts, rights in pairwise(places)
    )


def _is_in_place_of_another(
    run: range, said: Sequence[Word], given: Sequence[Word], known: Sequence[range]
) -> bool:
    """Whether the run has lost both its neighbours and stands between those of another name."""
    name = [said[i].folded for i in run]
    here = _neighbours(run, said)
    own = [
        _neighbours(range(k, k + len(name)), given)
        for k in range(len(given) - len(name) + 1)
        if all(map(is_inflection, name, [w.folded for w in given[k : k + len(name)]]))
    ]
    if not own or any(here[0] == before or here[1] == after for before, after in own):
        return False
    if any(_LIST.intersection(here) & {*around} for around in own):
        return False  # the names of a list may come in any order
    return any(here == _neighbours(other, given) for other in known)


def _neighbours(run: range, found: Sequence[Word]) -> tuple[str, str]:
    before = found[run.start - 1].folded if run.start else ""
    return before, found[run.stop].folded if run.stop < len(found) else ""


def _swapped(given: Sequence[Word], said: Sequence[Word]) -> set[int]:
    """Capitalised words put where the evidence has another name between the same neighbours."""
    found: set[int] = set()
    for old, new in changes([w.folded for w in given], [w.folded for w in said]):
        olds, news = given[old], said[new]
        at_edge = 0 in (old.start, new.start) or old.stop == len(given) or new.stop == len(said)
        if len(olds) != len(news) or len(news) > 3 or at_edge:
            continue
        for position, before, after in zip(count(new.start), olds, news, strict=False):
            both = before.text[0].isupper() and after.text[0].isupper()
            if both and not is_inflection(before.folded, after.folded):
                found.add(position)
    return found
