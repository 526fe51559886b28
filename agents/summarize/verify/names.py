"""Names: every capitalised word of a summary must be in its evidence, beside the same others."""

from collections.abc import Iterable, Sequence
from itertools import count, pairwise

from .known import Known, known
from .misplaced import is_misplaced
from .proper import names_at
from .words import Word, changes, is_inflection, words

_COPIED = 0.7  # share of the sentence's words from which on their order tells
_NEAR = 4  # words between a first and a last name, titles and particles included


_LIST = {"und", "oder", "and", "or", "et", "ou", "y", "o"}


def names(
    evidence: str, sentence: str, language: str, article: str = ""
) -> list[tuple[str, bool]]:
    """Each run of names, and whether the article has it and the evidence does not gainsay it."""
    there = known(article or evidence, language)
    said = words(sentence)
    at = names_at(said, language, there)
    source = _copied(evidence, said)
    given = words(source)
    swapped = _swapped(given, said)
    others = _runs(source, given, range(len(given)))
    runs = _runs(sentence, said, at)
    return [
        (
            " ".join(said[i].text for i in run),
            swapped.isdisjoint(run)
            and _is_known(run, said, there)
            and not _is_in_place_of_another(run, said, given, others)
            and (bool(source) or not is_misplaced(run, said, runs, there)),
        )
        for run in runs
    ]


def _copied(evidence: str, said: Sequence[Word]) -> str:
    """The line of the evidence that the sentence is worded after, if there is one."""
    own = {w.folded for w in said}

    def share(line: str) -> float:
        return len(own & {w.folded for w in words(line)}) / max(1, len(own))

    best = max(evidence.splitlines() or [""], key=share)
    return best if share(best) >= _COPIED else ""


def _runs(text: str, found: Sequence[Word], at: Iterable[int]) -> list[range]:
    """Those of the places with a capital, side by side with nothing but space between."""
    runs: list[range] = []
    for i in at:
        if not found[i].text[0].isupper():
            continue
        between = text[found[i - 1].start + len(found[i - 1].text) : found[i].start] if i else ""
        if runs and runs[-1].stop == i and not between.strip(" -\u00a0"):
            runs[-1] = range(runs[-1].start, i + 1)
        else:
            runs.append(range(i, i + 1))
    return runs


def _is_known(run: range, said: Sequence[Word], there: Known) -> bool:
    """Whether the article has all words of the run, near each other and not turned around."""
    places = [there.places_of(said[i].folded) for i in run]
    for i, found in zip(run, places, strict=True):
        if not found and not (said[i].text.isupper() and there.has_long_form(said[i].text)):
            return False
    return all(
        not lefts or not rights or _are_near(lefts, rights, there)
        for (i, lefts), (_, rights) in pairwise(zip(run, places, strict=True))
        if not said[i].text.isupper()
    )


def _are_near(lefts: Sequence[int], rights: Sequence[int], there: Known) -> bool:
    return any(
        0 < right - left <= _NEAR
        or (-_NEAR <= right - left < 0 and not _are_one_name(right, left, there))
        for left in lefts
        for right in rights
    )


def _are_one_name(first: int, last: int, there: Known) -> bool:
    return all(there.said[i].text[0].isupper() for i in range(first, last + 1))


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
