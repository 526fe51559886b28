"""Next week and last year: which way a sentence looks from the day it is told."""

import re
from functools import cache

from .opposites import listed
from .words import fold

_NOUN_FIRST = ("fr", "es")  # "semana pasada"
_ENDINGS = "enms"  # by which the forms of a noun differ
# "It will last two weeks", "il a passé deux semaines", "ha pasado tres semanas".
_AUXILIARIES = (
    "will", "would", "could", "should", "may", "might", "can", "to", "not", "a", "ont", "avait",
    "ha", "han", "había",
)  # fmt: skip
_NO_VERB = "".join(rf"(?<!\b{word}\s)" for word in _AUXILIARIES)
_OTHER = {"next": "last", "last": "next"}


def periods(sentence: str, evidence: str, elsewhere: str, language: str) -> list[tuple[str, bool]]:
    """Each period of the sentence, with whether the evidence has not only its opposite."""
    said = _found(sentence, language)
    given = {key for _, key in _found(evidence, language)} if said else set()
    against = [(side, noun) for _, (side, noun) in said if (_OTHER[side], noun) in given]
    known = given | {key for _, key in _found(elsewhere, language)} if against else given
    return [(text, key in known or key not in against) for text, key in said]


def _found(text: str, language: str) -> list[tuple[str, tuple[str, str]]]:
    """Each period as written, its side and its noun without endings."""
    return [
        (m[0], ("next" if m["next"] else "last", fold(m["period_nouns"]).rstrip(_ENDINGS)))
        for pattern in _patterns(language)
        for m in pattern.finditer(text)
    ]


@cache
def _patterns(language: str) -> list[re.Pattern[str]]:
    side, noun = listed("period", language), listed("period_nouns", language)
    if side is None or noun is None:
        return []
    orders = [rf"{side}\s{noun}", rf"{_NO_VERB}{side}\s\w+\s{noun}"]
    if language in _NOUN_FIRST:
        orders.append(rf"{noun}\s{side}")
    return [re.compile(order, re.I) for order in orders]
