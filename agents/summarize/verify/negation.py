"""Negations: one dropped or added turns a sentence into its opposite."""

import re
from collections.abc import Sequence

from .words import Word, fold, words

_NEGATORS = {
    "de": r"nicht|kein(?:e[nmrs]?)?|nie|niemals|weder|niemand\w*|nichts|ohne|keinesfalls|"
    r"keineswegs|keinerlei|kaum|nirgend\w*|mitnichten",
    "en": r"not|no|never|none|without|neither|nor|nobody|nothing|nowhere|hardly|barely|scarcely|"
    r"cannot|\w+n't",
    "fr": r"ne|n|pas|jamais|aucun(?:e)?|rien|personne|sans|ni|nul(?:le)?|guere",
    "es": r"no|nunca|jamas|ningun[oa]?|nada|nadie|sin|ni|tampoco",
}
# "No fewer than ten" is ten or more; what became of such a bound, the number tells.
_BOUND = re.compile(
    r"\b(?:no|not|nicht|pas) (?:fewer|less|more|weniger|mehr|über|unter|moins|plus|menos|más) "
    r"(?:than |als |de |d[’'])?(?=[$£€]?\d)",
    re.I,
)
# What stands in for a negator when it goes: "kein" -> "ein", "hasn't" -> "has".
_REACH = 3  # words to either side that tell where in a sentence we are
_SHARED = 0.6  # of them that must be there for it to be the same place
_WON_T = {"won't": "will", "can't": "can", "cannot": "can", "shan't": "shall"}


def negations(evidence: str, sentence: str, language: str) -> list[tuple[str, bool]]:
    """Each negation of the sentence, and each it dropped, with whether the evidence agrees."""
    pattern = _NEGATORS.get(language)
    if pattern is None:
        return []
    said, given = (words(_BOUND.sub("", text)) for text in (sentence, evidence))
    negator = re.compile(pattern)
    kept = [(w.text, _has_place(i, said, given, negator)) for i, w in _at(said, negator)]
    dropped = [
        (w.text, False)
        for i, w in _at(given, negator)
        if _is_same_place(i, given, said) and not _has_place(i, given, said, negator)
    ]
    return kept + dropped


def _at(found: Sequence[Word], negator: re.Pattern[str]) -> list[tuple[int, Word]]:
    return [(i, w) for i, w in enumerate(found) if negator.fullmatch(w.folded)]


def _around(position: int, found: Sequence[Word]) -> tuple[list[str], list[str]]:
    """The nearest words before and behind, nearest first."""
    before = [w.folded for w in found[max(0, position - _REACH) : position]][::-1]
    own = _WON_T.get(found[position].folded, found[position].folded.removesuffix("n't"))
    if own != found[position].folded:
        before = [own, *before][:_REACH]
    return before, [w.folded for w in found[position + 1 : position + 1 + _REACH]]


def _places(position: int, found: Sequence[Word], other: Sequence[Word]) -> list[int]:
    """Where in the other sentence the words around this position stand together."""
    before, behind = _around(position, found)
    around = before + behind
    if not around:
        return []
    places = []
    for middle in range(len(other) + 1):
        left = [w.folded for w in other[max(0, middle - _REACH - 1) : middle]]
        right = [w.folded for w in other[middle : middle + _REACH + 1]]
        shared = sum(w in left for w in before) + sum(w in right for w in behind)
        beside = bool(set(before[:1]) & set(left[-2:])) or bool(set(behind[:1]) & set(right[:2]))
        if beside and shared >= _SHARED * len(around):
            places.append(middle)
    return places


def _is_same_place(position: int, found: Sequence[Word], other: Sequence[Word]) -> bool:
    return bool(_places(position, found, other))


def _has_place(
    position: int, found: Sequence[Word], other: Sequence[Word], negator: re.Pattern[str]
) -> bool:
    """Whether the other sentence negates where these words stand, or anywhere if they are gone."""
    places = _places(position, found, other)
    if not places:
        return any(negator.fullmatch(w.folded) for w in other)
    return any(
        negator.fullmatch(w.folded)
        for place in places
        for w in other[max(0, place - 2) : place + 2]
    )


__all__ = ["fold", "negations"]
