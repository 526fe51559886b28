"""What the words around a number make of it: a bound, a loss, a rise or a fall."""

import re
from functools import cache
from typing import NamedTuple

from .figures import Figure
from .opposites import listed, sides

_NEAR = 40  # characters before a number that its bound may begin in
_CLAUSE = 160  # characters to either side that its verb may be in
_SIGN = r"[-−–]?(?:us)?[$£€]?\s?$"
_A = r"(?:(?:an?|une?|una|eine[mnr]?)\s)?"  # "more than a million"
_MINUS = r"(?<!\d\s)(?:^|(?<=[\s(\[„“\"«]))[-−–](?:us)?[$£€]?$"
# "At least" and "more or less" are no losses.
_NO_MINUS = r"(?<!au\s)(?<!du\s)(?<!le\s)(?<!ou\s)(?<!al\s)(?<!lo\s)(?<!o\s)(?<!tested\s)"
_EDGE = re.compile(
    r"[,;:.!?](?=\s)|\s[–—-]\s|[()\n]|(?<!\w)(?:and|but|while|whereas|after|when|as|und|aber|während|"
    r"nach|nachdem|et|mais|tandis|après|alors|y|pero|mientras|tras)(?!\w)",
    re.I,
)
_PREPOSITIONS = {
    "level": {"de": "auf|bei", "en": "to|at", "fr": "à", "es": "a|al|hasta|en"},
    "from": {
        "de": "von|vom|zwischen|ab", "en": "from|between", "fr": "depuis|entre",
        "es": "desde|entre",
    },
}  # fmt: skip
_ONWARDS = re.compile(r"\s(?:à|a|al)\s[$£€]?\d")  # "de 3 à 5": the first is where it was
_AMOUNTING = re.compile(r"[A-ZÄÖÜ]\w+ über $")  # "ein Kredit über 600 Millionen Euro"
_OF = re.compile(r"(?<!\w)de\s$", re.I)


class Bearing(NamedTuple):
    """What is said of a number beside its value; None and False where nothing is."""

    bound: str | None  # "over" or "under"
    is_minus: bool
    movement: str | None  # "up" or "down"
    is_level: bool  # what was reached, not by how much
    start: int  # with the bound or the sign


def bearing(text: str, figure: Figure, language: str) -> Bearing:
    """What the text says of one of its numbers."""
    at = max(0, figure.start - _NEAR)
    before, behind = text[at : figure.start], text[figure.end : figure.end + _NEAR].lstrip()
    bounds = sides("bounds", language, rf"\s?{_A}{_SIGN}")
    bound = bounds.search(before) if bounds else None
    if bound and figure.is_told and _AMOUNTING.search(before):
        bound = None
    later = sides("bounds_behind", language)
    after = later.match(behind) if later and not bound else None
    minus = _minus(language).search(before)
    if minus and bound and minus.start() < bound.end() and minus[0].strip()[-1].isalpha():
        minus = None  # "au moins"
    cold = sides("cold", language)
    movement, is_level = _movement(text, before, figure, language)
    opens = min(m.start() for m in (bound, minus) if m) if bound or minus else len(before)
    return Bearing(
        bound=next((m.lastgroup for m in (bound, after) if m), None),
        is_minus=bool(minus or (cold and cold.match(behind))),
        movement=movement,
        is_level=is_level,
        start=at + opens,
    )


@cache
def _minus(language: str) -> re.Pattern[str]:
    word = listed("minus", language)
    return re.compile(rf"{_MINUS}|{_NO_MINUS}{word}\s$" if word else _MINUS, re.I)


def _movement(text: str, before: str, figure: Figure, language: str) -> tuple[str | None, bool]:
    """Whether the number's clause says that something rises or falls, if it says one of them."""
    verbs = sides("movement", language)
    if not verbs or _before("from", language).search(before):
        return None, False
    if _OF.search(before) and _ONWARDS.match(text, figure.end):
        return None, False
    start = max(0, figure.start - _CLAUSE)
    opened = [m.end() for m in _EDGE.finditer(text, start, figure.start)]
    closed = _EDGE.search(text, figure.end, figure.end + _CLAUSE)
    end = closed.start() if closed else figure.end + _CLAUSE
    found = {m.lastgroup for m in verbs.finditer(text, opened[-1] if opened else start, end)}
    is_level = bool(_before("level", language).search(before))
    return (found.pop() if len(found) == 1 else None), is_level


@cache
def _before(words: str, language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_PREPOSITIONS[words][language]})\s(?:\w+\s)?{_SIGN}", re.I)
