"""Number words, scales and ordinals in German, English, French and Spanish."""

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import cache

_ONES = {
    "de": "zwei drei vier fünf sechs sieben acht neun",
    "en": "two three four five six seven eight nine",
    "fr": "deux trois quatre cinq six sept huit neuf",
    "es": "dos tres cuatro cinco seis siete ocho nueve",
}
_TEENS = {
    "de": "zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn",
    "en": "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
    "fr": "dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf",
    "es": "diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve",
}
_TENS = {
    "de": "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig",
    "en": "twenty thirty forty fifty sixty seventy eighty ninety",
    "fr": "vingt trente quarante cinquante soixante soixante-dix quatre-vingts quatre-vingt-dix",
    "es": "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
}
_TWENTIES = (
    "veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve"
)
_HUNDRED = {"de": "hundert", "en": "hundred", "fr": "cent", "es": "cien"}
_T, _M, _G = Decimal(10) ** 3, Decimal(10) ** 6, Decimal(10) ** 9
SCALES: Mapping[str, Mapping[str, Decimal]] = {
    "de": {
        "hundert": Decimal(100), "tausend": _T, "tsd": _T, "million": _M, "millionen": _M,
        "mio": _M, "milliarde": _G, "milliarden": _G, "mrd": _G, "billion": _M * _M,
        "billionen": _M * _M,
    },
    "en": {
        "hundred": Decimal(100), "thousand": _T, "million": _M, "mn": _M, "billion": _G,
        "bn": _G, "trillion": _M * _M, "tn": _M * _M,
    },
    "fr": {
        "cent": Decimal(100), "cents": Decimal(100), "mille": _T, "million": _M, "millions": _M,
        "milliard": _G, "milliards": _G, "billion": _M * _M, "billions": _M * _M,
    },
    "es": {
        "mil": _T, "millón": _M, "millones": _M, "billón": _M * _M, "billones": _M * _M,
    },
}  # fmt: skip
# Letters at the digits of a sum of money; "5m" alone may be a length.
GLUED: Mapping[str, Decimal] = {
    "k": _T, "m": _M, "mn": _M, "mm": _M, "b": _G, "bn": _G, "md": _G, "mds": _G,
    "t": _M * _M, "tn": _M * _M,
}  # fmt: skip
_SECOND = {"de": "und", "en": "-", "fr": "-", "es": " y "}
# Behind a ten, "one" is no article.
_AND_ONE = {
    "de": ("einund{}",), "en": ("{}-one",), "fr": ("{} et un", "{} et une", "{}-et-un", "{}-un"),
    "es": ("{} y un", "{} y uno", "{} y una"),
}  # fmt: skip
# "First" is left out: it is said of what nobody did before.
ORDINALS: Mapping[str, str] = {
    "de": "(?:zweit|dritt|viert|fünft|sechst|siebt|acht|neunt|zehnt|elft)(?:e[nmrs]?|ens)",
    "en": "second|(?:third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)s?",
    "fr": "(?:deuxième|second|seconde|troisième|quatrième|cinquième|sixième|septième|huitième"
    "|neuvième|dixième)s?",
    "es": "(?:segund|tercer|cuart|quint|sext|s[ée]ptim|octav|noven|d[ée]cim)[oa]?s?",
}


@cache
def number_words(language: str) -> Mapping[str, Decimal]:
    """Words and their values; "one" is left out, it is mostly an article or a pronoun."""
    if language not in _ONES:
        return {}
    ones = dict(enumerate(_ONES[language].split(), 2))
    found = {word: value for value, word in ones.items()}
    found |= {word: value for value, word in enumerate(_TEENS[language].split(), 10)}
    for ten, word in enumerate(_TENS[language].split(), 2):
        found[word] = ten * 10
        for one, name in ones.items():
            pair = (name, word) if language == "de" else (word.removesuffix("s"), name)
            found[_SECOND[language].join(pair)] = ten * 10 + one
        found |= {
            form.format(word.removesuffix("s") if language == "fr" else word): ten * 10 + 1
            for form in _AND_ONE[language]
        }
    if language == "es":
        found |= {word: value for value, word in enumerate(_TWENTIES.split(), 22)}
        found |= dict.fromkeys(("veintiún", "veintiuno", "veintiuna"), 21)
    if language == "de":
        below = [*found.items()]
        hundreds = {f"{word}hundert": value * 100 for value, word in ones.items()}
        hundreds |= dict.fromkeys(("hundert", "einhundert"), 100)
        found |= hundreds
        found |= {f"{word}tausend": value * 1000 for word, value in below}
        found |= {
            f"{hundred}{joint}{word}": many + value
            for hundred, many in hundreds.items()
            for word, value in below
            for joint in ("", "und")
        }
    if language == "fr":
        found |= {f"soixante-{word}": 60 + v for word, v in [*found.items()] if 10 <= v <= 19}
        found |= {f"quatre-vingt-{word}": 80 + v for word, v in [*found.items()] if 10 <= v <= 19}
        found["soixante et onze"] = 71
    exact = {word: Decimal(value) for word, value in found.items()}
    exact[_HUNDRED[language]] = Decimal(100)
    return exact | {word: scale for word, scale in SCALES[language].items() if scale >= _T}


def number_word_patterns(language: str) -> list[str]:
    """Patterns for all number words, the longest first; German has too many hundreds to list."""
    words = sorted(number_words(language), key=len, reverse=True)
    if language != "de":
        return [re.escape(word) for word in words]
    listed = [word for word in words if "hundert" not in word]
    below = "|".join(word for word in listed if number_words(language)[word] < 100)
    ones = "|".join(("ein", *_ONES["de"].split()))
    return [rf"(?:{ones})?hundert(?:(?:und)?(?:{below}))?", *listed]
