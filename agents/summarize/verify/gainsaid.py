"""Numbers that the evidence has, and of which it says the opposite."""

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cached_property, lru_cache

from .bearings import Bearing, bearing
from .figures import Figure, Roundings, figures, is_year
from .opposites import sides

_NEAR = 30  # characters that the word before a number may begin in
_WORD = re.compile(r"\w+")
_OTHER = {"over": "under", "under": "over", "up": "down", "down": "up"}


class Text:
    """A text with its numbers, which may be thousands; what it says of one is read when asked."""

    def __init__(self, text: str, language: str) -> None:
        self.text, self.language = text, language
        self.figures = figures(text, language)
        self._of_value: dict[Decimal, list[Figure]] = {}
        for figure in self.figures:
            self._of_value.setdefault(figure.value, []).append(figure)
        self._bearings: dict[Figure, Bearing] = {}

    def bearing(self, figure: Figure) -> Bearing:
        """What the text says of one of its numbers."""
        if figure not in self._bearings:
            self._bearings[figure] = bearing(self.text, figure, self.language)
        return self._bearings[figure]

    def same(self, figure: Figure) -> list[Bearing]:
        """What it says of the same number; where that counts the same, if it does anywhere."""
        found = [f for f in self._of_value.get(figure.value, ()) if _may_be_one(f, figure)]
        own = [f for f in found if f.owner == figure.owner] if figure.owner else []
        return [self.bearing(f) for f in own or found]

    def rounded(self, figure: Figure) -> list[Decimal]:
        """The values of which this one may be told for short."""
        exact = self._roundings.of(figure.value)
        return [v for v in exact if any(_may_be_one(f, figure) for f in self._of_value[v])]

    @cached_property
    def _roundings(self) -> Roundings:
        return Roundings(self._of_value)

    def word_before(self, told: Bearing) -> str:
        """The word before the number and all that is said of it; none at the beginning."""
        near = _WORD.findall(self.text[max(0, told.start - _NEAR) : told.start])
        return near[-1].lower() if near else ""


@lru_cache(maxsize=16)
def numbered(text: str, language: str) -> Text:
    """The text with its numbers: the same article is asked about each sentence."""
    return Text(text, language)


def gainsaid(sentence: Text, evidence: Text, elsewhere: Text) -> dict[int, str]:
    """Numbers of the sentence whose bound, sign or movement the evidence has the other way round.

    They come by their places, with their words. What any place of the article bears out, stands.
    """
    found: dict[int, str] = {}
    verdicts: dict[tuple[object, ...], bool] = {}  # a text may have one number a thousand times
    for figure in sentence.figures:
        said = sentence.bearing(figure)
        before = sentence.word_before(said)
        key = (figure.value, figure.unit, figure.owner, *said[:-1], before)
        if key not in verdicts:
            verdicts[key] = _is_denied(figure, said, before, sentence, evidence, elsewhere)
        if verdicts[key]:
            found[figure.start] = sentence.text[said.start : figure.end].strip()
    return found


def _is_denied(
    figure: Figure, said: Bearing, before: str, sentence: Text, evidence: Text, elsewhere: Text
) -> bool:
    given = evidence.same(figure)
    if not given:  # it is told for short, if it is known at all
        exact = [*evidence.rounded(figure), *elsewhere.rounded(figure)] if said.bound else []
        return _is_out_of_bound(figure, said, exact)
    known = [*given, *elsewhere.same(figure)]
    return (
        _is_bound_denied(said, given, known)
        or (_is_bound_put(said, known) and before in map(evidence.word_before, given))
        or _is_sign_denied(said, known, sentence)
        # In one year many things rise and fall.
        or (not is_year(figure) and _is_movement_denied(said, given, known))
    )


def _may_be_one(one: Figure, other: Figure) -> bool:
    return one.unit == other.unit or None in (one.unit, other.unit)


def _is_bound_denied(said: Bearing, given: Sequence[Bearing], known: Sequence[Bearing]) -> bool:
    if said.bound is None or any(each.bound == said.bound for each in known):
        return False
    return any(each.bound == _OTHER[said.bound] for each in given)


def _is_bound_put(said: Bearing, known: Sequence[Bearing]) -> bool:
    """Whether it has a bound and is bare everywhere else; told otherwise it may be true."""
    return said.bound is not None and all(each.bound is None for each in known)


def _is_out_of_bound(figure: Figure, said: Bearing, exact: Sequence[Decimal]) -> bool:
    """Whether all that it may be short for lies on the other side: 12,345 is not under 12,000."""
    sign = 1 if said.bound == "over" else -1
    return bool(exact) and all((each - figure.value) * sign < 0 for each in exact)


def _is_sign_denied(said: Bearing, known: Sequence[Bearing], sentence: Text) -> bool:
    if said.is_minus:
        fell = any(each.movement == "down" and not each.is_level for each in known)
        return not (any(each.is_minus for each in known) or (fell and not said.is_level))
    if said.movement == "down" or not all(each.is_minus for each in known):
        return False
    told = (sides(table, sentence.language) for table in ("movement", "losses"))
    found = [m.lastgroup for pattern in told if pattern for m in pattern.finditer(sentence.text)]
    return not {"down", "losses"} & {*found}


def _is_movement_denied(said: Bearing, given: Sequence[Bearing], known: Sequence[Bearing]) -> bool:
    if said.movement is None or any(_moves(each, said.movement) for each in known):
        return False
    other = _OTHER[said.movement]
    return any(_moves(each, other) and each.is_level == said.is_level for each in given)


def _moves(told: Bearing, movement: str) -> bool:
    return told.movement == movement or (told.is_minus and movement == "down")
