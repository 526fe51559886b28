"""Names: every capitalised word of a summary must be in its evidence, beside the same others."""

from collections.abc import Iterable, Sequence
from itertools import count, pairwise

from .known import Known, known
from .placed import is_misplaced
from .proper import capitals_at, names_at
from .words import COPY, NEAR_COPY, Word, changes, is_inflection, is_kin, worded_after, words

_NEAR = 4  # words between a first and a last name, titles and particles included


_LIST = {"und", "oder", "and", "or", "et", "ou", "y", "o"}


def names(evidence: str, sentence: str, language: str, article: str = "") -> list[tuple[str, bool]]:
    """Each run of names, and whether the article has it and the evidence does not gainsay it."""
    there = known(article or evidence, language)
    said = words(sentence)
    line, share = worded_after(evidence, said)
    given = words(line) if share >= NEAR_COPY else []
    # In a copy any other word with a capital is a change, name or not.
    at = capitals_at(said, language) if share >= COPY else _told(said, language, there)
    runs = _runs(sentence, said, at)
    if [w.folded for w in given] == [w.folded for w in said]:  # word for word: all is in its place
        return [(" ".join(said[i].text for i in run), True) for run in runs]
    swapped = _swapped(given, said)
    others = _runs(line, given, range(len(given)))
    lost = _lost(given, said, language, there)
    return [
        (
            " ".join(said[i].text for i in run),
            swapped.isdisjoint(run)
            and _is_known(run, said, there)
            and not _is_in_place_of_another(run, said, given, others)
            and not _is_exchanged(run, said, given, lost)
            and (share >= COPY or not is_misplaced(run, said, runs, article or evidence, language)),
        )
        for run in runs
    ]


def _told(said: Sequence[Word], language: str, there: Known) -> list[int]:
    """Positions of names; a German noun that the tagger has seen is none."""
    from agents.models.hanta import parts_of_speech  # imported late: extracts do without

    at = names_at(said, language, there)
    tags = parts_of_speech([word.text for word in said], language) if language == "de" else ()
    return [i for i in at if not tags or tags[i] != "NN"]


def _lost(given: Sequence[Word], said: Sequence[Word], language: str, there: Known) -> list[str]:
    """Names of the line that the sentence is worded after and does without."""
    return [
        given[i].folded
        for i in names_at(given, language, there)
        if not any(is_kin(given[i].folded, w.folded) for w in said)
    ]


def _is_exchanged(
    run: range, said: Sequence[Word], given: Sequence[Word], lost: Sequence[str]
) -> bool:
    """Whether the line knows nothing of the name and has lost one of its own."""
    return bool(lost) and not any(is_kin(said[run[-1]].folded, w.folded) for w in given)


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
    breaks = sum(
        bool(lefts and rights) and not _are_near(lefts, rights, there)
        for (i, lefts), (_, rights) in pairwise(zip(run, places, strict=True))
        if not said[i].text.isupper()
    )
    return breaks <= (len(run) > 2)  # two names may stand side by side: "Alaska Airlines Boeing"


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
