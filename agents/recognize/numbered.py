"""Numbers and letters that end names: Ariane 5, HD 189733, Kepler-22 b, Mundial sub-17."""

import re
from collections.abc import Sequence

from .breaks import is_head, tail
from .lexicon import countries
from .shapes import is_acronym, is_common, is_number
from .words import Sentence

_LONG_NUMBER = re.compile(r"\d{5,6}$")
_PLANETS = frozenset("bcdfgh")  # a is the star; e is a word in Spanish
_YEAR = 4  # digits
_MONEY = frozenset(("USD", "EUR", "GBP", "CHF", "AUD", "CAD", "NZD", "COP", "CLP", "ARS", "CFA"))
_CATALOGUES = frozenset(
    ("HD", "HIP", "GJ", "Gliese", "TOI", "NGC", "LHS", "LTT", "Ross", "Wolf", "PSR", "TYC", "HR")
)
_YOUTH = re.compile(r"(?:sub|under|u)-?\d\d$")
_ORDINAL = re.compile(r"\d{1,3}(?:st|nd|rd|th)$")
_COUNTED = frozenset(
    ("Airborne", "Infantry", "Brigade", "Division", "Regiment", "Battalion", "Cavalry", "Armored",
     "Armoured", "Mechanized", "Mechanised", "Mountain", "Assault", "Squadron", "Wing", "Fleet",
     "Street", "Avenue", "Precinct", "Amendment", "Circuit")
)  # fmt: skip
_NUMBERED_TEAMS = ("76ers", "49ers")
_NUMERALS = ("número", "nº", "núm", "numéro", "n°")


def number_end(sentence: Sentence, start: int, i: int, language: str) -> int | None:
    """The last index of a number or letter at `i` that belongs to the name from `start` on."""
    text, before = sentence[i].text, sentence[i - 1].text
    if text == "." and before == "No" and language == "en" and i - 1 > start:
        return i + 1 if _is_counted(sentence, i + 1) else None  # Lucky Dragon No. 5
    hour = [w.text for w in sentence[i + 1 : i + 2]] == ["h"]  # Nantes 20 h 45
    plain = hour or is_common(before, language) or _is_scored(sentence, start, i)
    if is_number(text) and not plain and before[-1].isalnum():
        return i
    if _LONG_NUMBER.match(text) and is_acronym(before) and before.isalpha():
        return None if before in _MONEY or i - 1 > start else i
    if text in _PLANETS and before[-1].isdigit():
        return i if _is_catalogued(sentence, start, i) else None
    if text in _NUMBERED_TEAMS:
        return i
    if _YOUTH.match(text):
        return i if _is_headed(sentence, start, i, language) else None
    numbered = text in _NUMERALS and i + 1 < len(sentence) and sentence[i + 1].text.isdecimal()
    return i + 1 if numbered and _is_headed(sentence, start, i, language) else None


def _is_scored(sentence: Sentence, start: int, i: int) -> bool:
    """España 87, Francia 79: behind a country stands a score, unless it is a year."""
    names = {sentence[i - 1].text, " ".join(w.text for w in sentence[max(start, i - 2) : i])}
    return not names.isdisjoint(countries()) and len(sentence[i].text) < _YEAR


def ordinal_end(sentence: Sentence, i: int, language: str) -> int | None:
    """The index of what a number that opens a name counts: 101st Airborne, 21st Century Fox."""
    if language != "en" or not is_ordinal(sentence[i].text) or i + 1 >= len(sentence):
        return None
    counted = sentence[i + 1]
    if counted.text == "Century":
        return i + 2 if any(w.is_capital for w in sentence[i + 2 : i + 3]) else None
    return i + 1 if counted.text in _COUNTED else None


def is_ordinal(text: str) -> bool:
    """Whether it is a number with its ending: 21st."""
    return bool(_ORDINAL.match(text))


def _is_counted(sentence: Sentence, i: int) -> bool:
    return i < len(sentence) and sentence[i].text.isdecimal()


def _is_catalogued(sentence: Sentence, start: int, i: int) -> bool:
    """HD 189733 b, Kepler-22 b; not Nantes 20 h 45."""
    head = sentence[start].text
    return i - start <= 2 and ("-" in sentence[i - 1].text or head.split("-")[0] in _CATALOGUES)


def _is_headed(sentence: Sentence, start: int, i: int, language: str) -> bool:
    return any(is_head(w.text, language) for w in tail(sentence, start, i))


def is_star(parts: Sequence[str]) -> bool:
    """Whether it is a star, a galaxy or a planet of a catalogue: HD 189733, WASP-39 b."""
    catalogue = parts[0].split("-")[0]
    planet = len(parts) > 1 and parts[-1] in _PLANETS and parts[-2][-1].isdigit()
    return planet or (len(parts) > 1 and catalogue in _CATALOGUES and parts[1].isdigit())
