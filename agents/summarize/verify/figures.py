"""Numbers as values: digits in the way of each language, number words, scales and units."""

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from .number_words import GLUED, ORDINALS, SCALES, number_word_patterns, number_words
from .units import SIGNS, UNIT, unit_at

_DIGITS = r"\d{1,3}(?:[ \u00a0\u202f'’]\d{3}(?!\d))+(?:[.,]\d+)?|\d+(?:[.,]\d+)*"
_DATE = re.compile(r"(?<![\d.])(?:\d{1,2}([./])\d{1,2}\1\d{2,4}|\d{4}-\d\d-\d\d)(?!\d)")
_GAP = re.compile(r"[ \u00a0\u202f-]?")
_SCALE = re.compile(r"[^\W\d_]+\.?")
_PRICED = re.compile(r"[ \u00a0]?(k|mn?|mm|bn?|tn?)(?!\w)", re.I)  # £5m
_PRICE = re.compile(r"[ \u00a0\u202f]?([kKM]|[Mm]ds?)[ \u00a0\u202f]?(?=[€$£])")  # 5 M€
_THOUSAND = re.compile(r"(k)(?!\w)")
_THOUSANDS = {"en": ",", "de": ".", "es": ".", "fr": "."}  # the other one is the decimal mark
_TOLD = frozenset(("percent", "point", "euro", "dollar", "pound", "franc", "yen", "rouble", "peso"))
_RANGE = re.compile(r"\s?(?:[-–]|bis(?: zu)?|auf|und|oder|to|and|or|à|et|ou|y|o|a(?:l)?)\s?")
_OWNER = re.compile(r"[ \u00a0\u202f-]?([^\W\d_]{3,})")
_YEAR = re.compile(r"(?:19|20)\d\d")
_LETTERS = re.compile(r"[^\W\d_]+")
_LARGE = 1000  # numbers from here on are rounded in telling
_EXACT = 3  # digits of a number that leaves something to round
_FEWEST = 2  # digits of what is rounded
_STEM = 5  # letters that inflected forms of an owner share


class Figure(NamedTuple):
    """A number of the text: what it is worth, its unit where known, and the word behind it."""

    text: str
    value: Decimal
    unit: str | None
    owner: str | None
    start: int
    end: int

    @property
    def is_told(self) -> bool:
        """Whether its unit makes it another number: 12 of the workers are not 12 percent."""
        return self.unit in _TOLD


def figures(text: str, language: str) -> list[Figure]:
    """The numbers of the text in order."""
    text = _DATE.sub(lambda m: re.sub(r"\D", ";", m[0]), text)  # three numbers, not one
    found: list[Figure] = []
    read = 0
    for start, end, value in _numbers(text, language):
        if start < read:
            continue  # a scale word that belongs to the number before
        value, end = _glued(text, start, end, value)
        value, end = _scaled(text, end, value, language)
        unit, behind = unit_at(text, start, end)
        read = behind
        owner = _OWNER.match(text, behind)
        name = owner[1].lower()[:_STEM] if owner else None
        found.append(Figure(text[start:behind].strip(), value, unit, name, start, behind))
    for at in reversed(range(len(found) - 1)):  # "from 12 to 15 percent"
        if found[at].unit is None and _RANGE.fullmatch(text, found[at].end, found[at + 1].start):
            found[at] = found[at]._replace(unit=found[at + 1].unit)
    return found


class Known:
    """The numbers of the evidence, by what they are looked up by: a text may hold thousands."""

    def __init__(self, evidence: Iterable[Figure]) -> None:
        self._owners: dict[Decimal, dict[str | None, set[str | None]]] = {}  # by value and unit
        self._values: dict[str | None, set[Decimal]] = {}  # by owner
        for figure in evidence:
            units = self._owners.setdefault(figure.value, {})
            units.setdefault(figure.unit, set()).add(figure.owner)
            self._values.setdefault(figure.owner, set()).add(figure.value)
        self._rounded = Roundings(self._owners)

    def supports(self, figure: Figure) -> bool:
        """Whether the value is known in no other unit, and not as another word's number."""
        same = [
            owners
            for value in self._like(figure)
            for unit, owners in self._owners[value].items()
            if unit == figure.unit or figure.unit is None or (unit is None and not figure.is_told)
        ]
        if not same:
            return False
        if figure.unit or figure.owner is None:
            return True  # what it counts is said by the unit, or not at all
        if any(figure.owner in owners for owners in same):
            return True
        return self._values.get(figure.owner, {figure.value}) == {figure.value}

    def _like(self, figure: Figure) -> Set[Decimal]:
        """The value, and those that it is, said with two or three digits fewer."""
        return {figure.value} & self._owners.keys() | set(self._rounded.of(figure.value))


class Roundings:
    """Values, by what they are when they are told with fewer digits."""

    def __init__(self, values: Iterable[Decimal]) -> None:
        self._values: dict[tuple[int, Decimal], list[Decimal]] = {}
        for value in values:
            count = len(value.as_tuple().digits)
            for digits in range(1, count if count >= _EXACT else 0):
                self._values.setdefault((digits, _short(value, digits)), []).append(value)

    def of(self, short: Decimal) -> Sequence[Decimal]:
        """The values that this one may stand for; small ones are told as they are."""
        if short < _LARGE:
            return ()
        return self._values.get((len(short.as_tuple().digits), short), ())


def is_year(figure: Figure) -> bool:
    """Whether it may be one: 2025, but neither 2,025 jobs nor 2025 euros."""
    return figure.unit is None and _YEAR.fullmatch(figure.text) is not None


def _short(value: Decimal, digits: int) -> Decimal:
    return Decimal(f"{value:.{max(digits, _FEWEST) - 1}e}")


def is_figure_word(word: str, language: str) -> bool:
    """Whether the word belongs to a number: "Zwölf", "Mrd", "Euro"."""
    folded = word.lower()
    scales = SCALES.get(language, {})
    return folded in number_words(language) or folded in scales or bool(UNIT.fullmatch(word))


def _numbers(text: str, language: str) -> Iterator[tuple[int, int, Decimal]]:
    words = number_words(language)
    for match in _pattern(language).finditer(text):
        known = words.get(match[0].lower())
        yield match.start(), match.end(), known if known is not None else _read(match[0], language)


@cache
def _pattern(language: str) -> re.Pattern[str]:
    words = number_word_patterns(language)
    if not words:
        return re.compile(_DIGITS)
    return re.compile(rf"{_DIGITS}|(?<!\w)(?:{'|'.join(words)})(?!\w)", re.I)


def _read(digits: str, language: str) -> Decimal:
    """The value of a number in digits; a lone mark before three digits is the language's own."""
    digits = re.sub(r"[ \u00a0\u202f'’]", "", digits)
    marks = [c for c in digits if c in ".,"]
    if not marks:
        return Decimal(digits)
    decimal = marks[-1]
    grouped = digits.rpartition(decimal)[2]
    is_thousands = len(set(marks)) == 1 and (
        len(marks) > 1 or (len(grouped) == 3 and _THOUSANDS.get(language, decimal) == decimal)
    )
    if is_thousands:
        return Decimal(re.sub("[.,]", "", digits))
    whole, _, rest = digits.rpartition(decimal)
    return Decimal(f"{re.sub('[.,]', '', whole)}.{rest}").normalize()


def _glued(text: str, start: int, end: int, value: Decimal) -> tuple[Decimal, int]:
    """The value with the letters at its digits, where a currency or nothing else tells them."""
    is_sum = start > 0 and text[start - 1] in SIGNS
    found = _PRICED.match(text, end) if is_sum else None
    found = found or _PRICE.match(text, end) or _THOUSAND.match(text, end)
    return (value * GLUED[found[1].lower()], found.end()) if found else (value, end)


def _scaled(text: str, end: int, value: Decimal, language: str) -> tuple[Decimal, int]:
    """The value with the scale words behind it: "3 mil millones", "2,5 Mrd."."""
    scales = SCALES.get(language, {})
    while True:
        gap = _GAP.match(text, end)
        word = _SCALE.match(text, gap.end() if gap else end)
        scale = scales.get(word[0].lower().rstrip(".")) if word else None
        if scale is None or word is None:
            return value.normalize(), end
        has_stop = word[0].endswith(".") and not word[0].lower().startswith(("mio", "mrd", "tsd"))
        value, end = value * scale, word.end() - has_stop


def ordinals(text: str, language: str) -> list[str]:
    """Ordinal words, in the first letters that their forms share."""
    pattern = ORDINALS.get(language)
    if pattern is None:
        return []
    return [word[:4] for word in _LETTERS.findall(text.lower()) if re.fullmatch(pattern, word)]
