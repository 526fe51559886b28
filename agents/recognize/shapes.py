"""What the shape of a word alone tells."""

import re

from .lexicon import (
    calendar,
    cities,
    countries,
    currencies,
    first_names,
    is_known,
    known,
    landmarks,
    regions,
    words,
)
from .words import Word

_ACRONYM = re.compile(r"(?:[^\W\d_]{2,}|[^\W_]*[^\W\d_]{2}[^\W_]*)$")
_INNER_CAPITAL = re.compile(r"[a-zß-ÿ][A-ZÄ-Þ]|^[A-ZÄ-Þ]{2,}[a-z]")
_NUMBERED = re.compile(r"\d{1,3}[A-Z](?![Bb]it)[a-z]?[aeiouy][a-z]{2,}")  # 3Arena; no 5Ghz
_LAW = re.compile(r"(?:-G|\wg)esetz(?:es)?(?: \d{4})?$")
_CODE = re.compile(r"(?=.*\d)(?=.*[^\W\d_])[A-Z]")
_AMOUNT = re.compile(r"[A-Z]{1,3}\d[\d.]*(?:,\d{3})+$")  # R480,000
_PREFIXED = re.compile(r"(?:al|el|ad|an|ar|as|ash|at|az|bin|ben|d|de|von|van)[-'’][A-Z]")  # al-Sisi
_ARTICLES = {
    "en": ("the", "a", "an", "i"),
    "de": ("der", "die", "das", "den", "dem", "des", "ein", "eine"),
    "fr": ("le", "la", "les", "l", "un", "une", "des"),
    "es": ("el", "la", "los", "las", "un", "una"),
    "it": ("il", "lo", "la", "l", "i", "gli", "le", "un", "una"),
}
_SMALL_MONTHS = ("es", "fr", "it", "pt")  # there a capital Julio is a person
# How towns end that no list has.
TOWN = re.compile(
    r"\w{3}(?:heide|burg|berg|dorf|hausen|heim|ingen|stadt|städt|feld|bach|tal|furt|hafen|kirchen|"
    r"brück|walde|rode|leben|stein|au|itz|ow|wasser|argen|büttel|horst|siel|koog|broich|scheid|"
    r"wedel|fleth|hagen|weiler|zell|wörden|münde|sund)$"
)
_NUMBER = re.compile(r"\d{1,4}(?:\.\d)?$")
_COMPASS = re.compile(
    r"(?:Süd|Nord|Ost|West|Mittel|Zentral|Ober|Unter|Nieder|Hoch|Vor)(?:ost|west)?(?=[a-zäöü]{4})"
)
_ROMAN = re.compile(r"[IVX]+$")
_GENITIVE = re.compile(r"(?:['’]?s|['’])$")


def is_acronym(text: str) -> bool:
    """Whether it is all capitals, at least two of them: NATO, G20, U.S."""
    bare = text.replace(".", "").replace("-", "").replace("&", "")
    return bare.isupper() and len(bare) > 1 and bool(_ACRONYM.match(bare))


def is_odd(text: str) -> bool:
    """Whether it has capitals or digits where words have none: iPhone, BioNTech, ID.3."""
    return bool(_INNER_CAPITAL.search(text) or _CODE.match(text) or _NUMBERED.match(text))


def unnumbered(text: str) -> str:
    """The word without a number that opens it: Arena of 3Arena."""
    return text.lstrip("0123456789") if _NUMBERED.match(text) else text


def is_no_model(text: str) -> bool:
    """Whether its digits or capitals tell of no product: 3Arena, CO2-Gesetz, Erbgesetz 2021."""
    return unnumbered(text) != text or bool(_LAW.search(text))


def is_number(text: str) -> bool:
    """Whether it is a short number, as in Ariane 5, or a Roman one."""
    return bool(_NUMBER.match(text)) or is_roman(text)


def is_roman(text: str) -> bool:
    """Whether it is a Roman number, as behind the name of a king."""
    return bool(_ROMAN.match(text))


def is_common(text: str, language: str) -> bool:
    """Whether it is a day, a month or another word that names nothing here."""
    lower = text.lower()
    if is_roman(text.upper()) and not text.isupper():
        return False  # Xi Jinping
    many = lower.endswith("days") and lower[:-1] in calendar(language)  # on Thursdays
    return many or lower in calendar(language) or lower in words("words", "common", language)


def is_month(text: str, language: str) -> bool:
    """Whether it is a day or a month."""
    return text.lower() in calendar(language)


def is_generic(text: str, language: str) -> bool:
    """Whether it is a currency or a common noun, which may be part of a name: Real Madrid."""
    lower = text.lower()
    return lower in currencies(language) or lower in words("words", "alone", language)


def is_function(text: str, language: str) -> bool:
    """Whether it is an article, a preposition or another word of grammar."""
    return text.lower().rstrip("'’") in words("words", "function", language)


def is_place(text: str) -> bool:
    """Whether the gazetteer knows it, or knows it without its side: Südschweden, Oberwallis."""
    if text in countries() or text in regions() or text in cities():
        return True
    part = _COMPASS.match(text)
    rest = text[part.end() :].capitalize() if part else ""
    return rest in countries() or rest in landmarks()


def spelled(text: str) -> str:
    """The everyday spelling of a name that stands with hyphens: Credit-Suisse, Tik-Tok."""
    spellings = (text, text.replace("-", " "), text.replace("-", ""))
    return next(filter(is_known, spellings), text)


def without_genitive(text: str) -> str:
    """The name without an s or an apostrophe at its end, be it a genitive or not."""
    return _GENITIVE.sub("", text)


def nominative(text: str, language: str) -> str:
    """The word without a genitive s where the rest is a known place: Portugals, Frankreichs."""
    bare = without_genitive(text)
    return bare if bare != text and language in ("de", "nl", "en") and is_place(bare) else text


def may_be_name(word: Word, language: str) -> bool:
    """Whether its shape and meaning allow it to stand in a name."""
    text = word.text
    if not (word.is_capital or is_odd(text) or _PREFIXED.match(text)) or not word.is_word:
        return False
    bare = unnumbered(text)
    if _AMOUNT.match(text) or (bare != text and is_generic(bare, language)):
        return False  # R480,000, 20Euro
    if len(text) == 1:
        return text in known("PRODUCT") and not word.first
    person = language in _SMALL_MONTHS and not word.first and text in first_names()
    if is_common(text, language) and not (person and is_month(text, language)):
        return False
    if not word.first:  # inside a sentence only articles are written large without being names
        return text.lower().rstrip("'’") not in _ARTICLES.get(language, ())
    return not is_function(text, language) or is_acronym(text)


def is_article(text: str, language: str) -> bool:
    """Whether it is an article of the language, in any case of letters."""
    return text.lower().rstrip("'’") in _ARTICLES.get(language, ())
