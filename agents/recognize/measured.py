"""Amounts of money and counted nouns, which look like names with numbers, and models of numbers."""

import re
from collections.abc import Sequence
from functools import cache

from babel import Locale

from . import lexicon
from .shapes import is_function
from .words import Sentence

_REGIONAL = ("en", "en_IN", "en_PK", "hi", "id", "cs", "da", "sv", "ms", "sw")  # their symbols
_CODE = 3  # letters of a currency's code, and the least digits behind one
_MODEL = re.compile(r"\d{3}(?:[XF]|ER|LR|NG)$|\d{3}-\d{1,3}(?:ER|LR|X|F)?$")  # 777X, 737-800
_FAMILY = re.compile(r"\d{2,4}s?$|\d{3}-\d{1,3}(?:ER|LR|X|F)?s?$")
_MAKERS = frozenset(("Boeing", "Airbus", "Embraer", "Bombardier", "Antonov", "Tupolev", "Cessna"))
_NEAR = 40  # words between a model and its maker
_VARIANTS = frozenset(
    ("Max", "MAX", "Dreamliner", "Neo", "Freighter", "Jumbo", "Classic", "Turbo", "Spider")
)


def is_amount(sentence: Sentence, i: int, language: str) -> bool:
    """Whether it is a currency or a counted noun before its number: Rs 6.6, Minuto 123."""
    if i + 1 >= len(sentence) or not sentence[i + 1].text[0].isdigit():
        return False
    word = sentence[i]
    counted = lexicon.words("words", "counted", language)
    if (word.first and word.text.lower() in counted) or _is_rank(sentence, i):
        return True
    few = len(word.text) == _CODE and word.text.isupper() and len(sentence[i + 1].text) < _CODE
    return word.text in _symbols() and not few  # COP 28


def _is_rank(sentence: Sentence, i: int) -> bool:
    """World No 1, seeded No 3; not from No 10, where the prime minister lives."""
    before = sentence[i - 1].text if i else ""
    return sentence[i].text == "No" and before.islower() and not is_function(before, "en")


@cache
def _symbols() -> frozenset[str]:
    """The letters that stand for currencies in CLDR; one letter alone may be a road."""
    listed = [Locale.parse(code).currency_symbols.values() for code in _REGIONAL]
    return frozenset(s.rstrip(".") for symbols in listed for s in symbols if len(s) > 1)


def model_end(sentence: Sentence, i: int) -> int | None:
    """The last index of a model that opens with its number at `i`: 737 Max, 777X; or None."""
    text, after = sentence[i].text, sentence[i + 1].text if i + 1 < len(sentence) else ""
    if text.isdecimal() and len(text) == 3 and after in _VARIANTS:
        return None if any(w.is_capital for w in sentence[i + 2 : i + 3]) else i + 1
    if not _MODEL.match(text):
        return None
    return i if any(w.text in _MAKERS for w in sentence[max(0, i - _NEAR) : i + _NEAR]) else None


def is_model(sentence: Sentence, i: int) -> bool:
    """Whether the number at `i` is of what the maker before it makes: Boeing 777s."""
    return sentence[i - 1].text in _MAKERS and bool(_FAMILY.match(sentence[i].text))


def names_model(parts: Sequence[str]) -> bool:
    """Whether the name is a model of a maker of aircraft or a number and its variant."""
    made = len(parts) > 1 and parts[0] in _MAKERS and bool(_FAMILY.match(parts[1]))
    varied = len(parts) == 2 and parts[0].isdecimal() and parts[1] in _VARIANTS
    return made or varied or bool(_MODEL.match(parts[0]))
