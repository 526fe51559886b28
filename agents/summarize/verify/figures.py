"""Numbers as values: digits in the way of each language, number words, scales and units."""

import re
from collections.abc import Iterable, Iterator, Set
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from .number_words import ORDINALS, SCALES, number_word_patterns, number_words

_DIGITS = r"\d{1,3}(?:[ \u00a0\u202f'’]\d{3}(?!\d))+(?:[.,]\d+)?|\d+(?:[.,]\d+)*"
_DATE = re.compile(r"(?<![\d.])(?:\d{1,2}([./])\d{1,2}\1\d{2,4}|\d{4}-\d\d-\d\d)(?!\d)")
_GAP = re.compile(r"[ \u00a0\u202f-]?")
_OF = re.compile(r"[ \u00a0\u202f-]?(?:de |d[’'])?")  # "millones de euros"
_SCALE = re.compile(r"[^\W\d_]+\.?")
_THOUSANDS = {"en": ",", "de": ".", "es": ".", "fr": "."}  # the other one is the decimal mark
_SIGNS = {"$": "dollar", "€": "euro", "£": "pound", "%": "percent"}
_UNITS = (
    (
        "point",
        r"prozentpunkte?n?|percentage points?|points? de pourcentage|puntos? porcentual(?:es)?",
    ),
    ("percent", r"%|prozent|per ?cent\b|pour cent\b|por ciento\b"),
    ("euro", r"€|euros?\b|eur\b"),
    ("dollar", r"\$|(?:us-)?dollars?\b|d[óo]lar(?:es)?\b|usd\b"),
    ("pound", r"£|pfund\b|pounds?\b|livres?\b|libras?\b|gbp\b"),
    ("franc", r"franken\b|francs?\b|francos?\b|chf\b"),
    ("yen", r"¥|yens?\b|yenes\b"),
    ("rouble", r"rubel\b|roubles?\b|rubles?\b|rublos?\b"),
    ("peso", r"pesos?\b"),
    ("second", r"sekunden?\b|seconds?\b|secondes?\b|segundos?\b"),
    ("minute", r"minut(?:en?|es|os?)?\b"),
    ("hour", r"stunden?\b|hours?\b|heures?\b|horas?\b"),
    ("day", r"tagen?\b|tage\b|days?\b|jours?\b|días?\b"),
    ("week", r"wochen?\b|weeks?\b|semaines?\b|semanas?\b"),
    ("month", r"monaten?\b|monate\b|months?\b|mois\b|mes(?:es)?\b"),
    ("year", r"jahren?\b|jahre\b|years?\b|ans?\b|années?\b|años?\b"),
    ("kilometre", r"km\b|kilomet(?:er|ern|res?)\b|kilomètres?\b|kilómetros?\b"),
    ("mile", r"miles?\b|meilen?\b|millas?\b"),
    ("kilogram", r"kg\b|kilos?\b|kilogram(?:m|me|mes|s|mos|os)?\b"),
    ("tonne", r"tonnen?\b|tons?\b|tonnes?\b|toneladas?\b"),
)
_TOLD = frozenset(("percent", "point", "euro", "dollar", "pound", "franc", "yen", "rouble", "peso"))
_UNIT = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in _UNITS), re.I)
_RANGE = re.compile(r"\s?(?:[-–]|bis(?: zu)?|auf|und|oder|to|and|or|à|et|ou|y|o|a(?:l)?)\s?")
_OWNER = re.compile(r"[ \u00a0\u202f-]?([^\W\d_]{3,})")
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

    @property
    def is_told(self) -> bool:
        """Whether its unit makes it another number: 12 of the workers are not 12 percent."""
        return self.unit in _TOLD


def figures(text: str, language: str) -> list[Figure]:
    """The numbers of the text in order."""
    text = _DATE.sub(lambda m: re.sub(r"\D", ";", m[0]), text)  # three numbers, not one
    found: list[Figure] = []
    places: list[tuple[int, int]] = []
    read = 0
    for start, end, value in _numbers(text, language):
        if start < read:
            continue  # a scale word that belongs to the number before
        value, end = _scaled(text, end, value, language)
        unit, behind = _unit(text, start, end)
        read = behind
        owner = _OWNER.match(text, behind)
        name = owner[1].lower()[:_STEM] if owner else None
        found.append(Figure(text[start:behind].strip(), value, unit, name))
        places.append((start, behind))
    for at in reversed(range(len(found) - 1)):  # "from 12 to 15 percent"
        if found[at].unit is None and _RANGE.fullmatch(text, places[at][1], places[at + 1][0]):
            found[at] = found[at]._replace(unit=found[at + 1].unit)
    return found


class Known:
    """The numbers of the evidence, by what they are looked up by: a text may hold thousands."""

    def __init__(self, evidence: Iterable[Figure]) -> None:
        self._owners: dict[Decimal, dict[str | None, set[str | None]]] = {}  # by value and unit
        self._rounded: dict[tuple[int, Decimal], set[Decimal]] = {}
        self._values: dict[str | None, set[Decimal]] = {}  # by owner
        for figure in evidence:
            units = self._owners.setdefault(figure.value, {})
            units.setdefault(figure.unit, set()).add(figure.owner)
            self._values.setdefault(figure.owner, set()).add(figure.value)
        for value in self._owners:
            count = len(value.as_tuple().digits)
            for digits in range(1, count if count >= _EXACT else 0):
                rounded = Decimal(f"{value:.{max(digits, _FEWEST) - 1}e}")
                self._rounded.setdefault((digits, rounded), set()).add(value)

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
        exact = {figure.value} & self._owners.keys()
        if figure.value < _LARGE:
            return exact
        digits = len(figure.value.as_tuple().digits)
        return exact | self._rounded.get((digits, figure.value), set())


def is_figure_word(word: str, language: str) -> bool:
    """Whether the word belongs to a number: "Zwölf", "Mrd", "Euro"."""
    folded = word.lower()
    scales = SCALES.get(language, {})
    return folded in number_words(language) or folded in scales or bool(_UNIT.fullmatch(word))


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


def _unit(text: str, start: int, end: int) -> tuple[str | None, int]:
    if start and text[start - 1] in _SIGNS:
        return _SIGNS[text[start - 1]], end
    gap = _OF.match(text, end)
    unit = _UNIT.match(text, gap.end() if gap else end)
    return (unit.lastgroup, unit.end()) if unit else (None, end)


def ordinals(text: str, language: str) -> list[str]:
    """Ordinal words, in the first letters that their forms share."""
    pattern = ORDINALS.get(language)
    if pattern is None:
        return []
    return [word[:4] for word in _LETTERS.findall(text.lower()) if re.fullmatch(pattern, word)]
