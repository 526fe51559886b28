"""Name lists and word lists: CLDR, ISO 3166-2, first names, and `data/`; each is read once."""

import importlib
import pkgutil
import re
import tomllib
from collections import Counter
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any

import pycountry
from babel import Locale

LANGUAGES = ("de", "en", "es", "fr", "it", "nl", "pl", "pt")
KINDS = ("ORG", "LOC", "EVENT", "PRODUCT", "WORK")  # all but persons, which have no head word
HEAD_FIRST = ("fr", "es", "it", "pt", "pl")  # the head word opens the name: Ministerio de …
_BRACKETED = re.compile(r"\s*[\[(,].*$")
_DEMONYM_ENDINGS = re.compile(r"(?:ans?|ese|ish|[^aeiou]is?)$")
_NO_PLACES = ("001", "EU", "UN", "EA", "ZZ", "XA", "XB")  # CLDR lists them beside the countries
_FRENCH_PEOPLE = re.compile(r"(?:ien|ienne|ais|aise|ois|oise|ain|aine|éen|éenne)s?$")
_LANDMARKS = ("parts", "states", "water", "rivers", "heights", "sky", "buildings", "exonyms")
_LAST_LATIN, _STEM = 0x24F, 4  # Latin Extended-B ends; letters that Egypt and Egyptian share


@cache
def _lists(name: str) -> dict[str, dict[str, Any]]:
    return tomllib.loads(files(__package__).joinpath("data", f"{name}.toml").read_text("utf-8"))


@cache
def words(name: str, key: str, language: str) -> frozenset[str]:
    """The list `key` of `data/name.toml` in the language, lower case; empty where there is none."""
    by_language = _lists(name).get(key, {})
    return frozenset((by_language.get(language, "") + " " + by_language.get("all", "")).split())


@cache
def heads() -> frozenset[str]:
    """All words of `data/heads.toml`: those that name no person."""
    return frozenset(
        word
        for by_language in _lists("heads").values()
        for listed in by_language.values()
        for word in listed.split()
    )


@cache
def countries() -> frozenset[str]:
    """Countries and continents in the forms of several languages."""
    territories = [Locale(code).territories.items() for code in LANGUAGES]
    found = {name for listed in territories for code, name in listed if code not in _NO_PLACES}
    return geography("countries").union(_BRACKETED.sub("", n) for n in found if len(n) > 2)


@cache
def regions() -> frozenset[str]:
    """States, provinces and other first divisions of countries; seas, mountains, planets."""
    return landmarks() | _subdivisions()


@cache
def landmarks() -> frozenset[str]:
    """Parts of the world, seas, rivers, mountains, planets and buildings that news names."""
    return frozenset().union(*map(geography, _LANDMARKS))


@cache
def _subdivisions() -> frozenset[str]:
    names = {_BRACKETED.sub("", s.name) for s in pycountry.subdivisions}
    return frozenset(n for n in names if len(n) > 3)


@cache
def cities() -> frozenset[str]:
    """Large cities, and those that name time zones, in several languages."""
    zones = [zone for code in LANGUAGES for zone in Locale(code).time_zones.values()]
    return frozenset(zone["city"] for zone in zones if "city" in zone) | geography("cities")


@cache
def known(kind: str) -> frozenset[str]:
    """Everyday names of a type whose form does not tell it."""
    return _printed(_lists("known")[kind]["names"]) if kind in _lists("known") else frozenset()


@cache
def is_known(name: str) -> bool:
    """Whether it is an everyday name of any type."""
    return any(name in known(kind) for kind in ("ORG", "PRODUCT", "EVENT", "WORK"))


@cache
def geography(kind: str) -> frozenset[str]:
    """Names of places of a kind that news writes of."""
    return _printed(_lists("geography")[kind]["names"])


def _printed(names: Sequence[str]) -> frozenset[str]:
    """The names, with printers' apostrophes too: King's Cross, King’s Cross."""
    return frozenset(names).union(name.replace("'", "’") for name in names)


@cache
def calendar(language: str) -> frozenset[str]:
    """Days and months in the language, lower case, short ones too."""
    if language not in LANGUAGES:
        return frozenset()
    locale = Locale(language)
    contexts = [c for names in (locale.days, locale.months) for c in names.values()]
    wide = {name for context in contexts for name in context["wide"].values()}
    short = {name for context in contexts for name in context["abbreviated"].values()}
    short -= {name for name in short if name.capitalize() in first_names()}  # Jan is a person
    return frozenset(name.lower() for name in wide | short)


@cache
def currencies(language: str) -> frozenset[str]:
    """Currencies in the language, lower case, as one word: dollar, euro, yuan."""
    if language not in LANGUAGES:
        return frozenset()
    named = Locale(language).currencies.items()
    noun = 0 if language in ("fr", "es", "it", "pt", "pl") else -1  # US dollar, dollar américain
    found = {name.split()[noun] for code, name in named if code[0] != "X"}
    return frozenset(name.lower() for name in found - countries())  # Mark der DDR, Sucre Ecuador


@cache
def first_names() -> frozenset[str]:
    """First names in Latin letters; Faker is free to use, larger lists are under the GPL."""
    return _faked("person", "first_names") | _printed(_lists("given")["africa"]["names"])


@cache
def rare_first_names() -> frozenset[str]:
    """First names that only one of Faker's countries lists: Royal and Ever beside real ones."""
    counted: Counter[str] = Counter()
    package = importlib.import_module("faker.providers.person")
    for module in pkgutil.iter_modules(package.__path__):
        counted.update(_faked("person", "first_names", (module.name,)))
    return frozenset(name for name, countries in counted.items() if countries == 1)


@cache
def last_names() -> frozenset[str]:
    """Last names of many countries, in Latin letters."""
    return _faked("person", "last_names")


@cache
def towns() -> frozenset[str]:
    """Towns of those European countries that Faker lists in full."""
    return _faked("address", "cities", ("de", "cs", "da", "fi", "nl", "pl", "pt", "sv", "hr", "ro"))


def _faked(provider: str, attribute: str, languages: tuple[str, ...] = ()) -> frozenset[str]:
    """What Faker lists under attributes that begin so, for the languages or for all."""
    found: set[str] = set()
    package = importlib.import_module(f"faker.providers.{provider}")
    for module in pkgutil.iter_modules(package.__path__):
        if languages and not module.name.startswith(languages):
            continue
        listed = vars(importlib.import_module(f"{package.__name__}.{module.name}").Provider)
        for key, names in listed.items():
            if key.startswith(attribute) and isinstance(names, list | tuple | set | dict):
                found.update(n for n in names if isinstance(n, str))
    return frozenset(n for n in found if len(n) > 2 and max(map(ord, n)) <= _LAST_LATIN)


@cache
def is_nationality(word: str, language: str) -> bool:
    """Whether the word is a people, a nationality or a language: Dutch, Egyptians, Libanais."""
    lower = word.lower()
    if lower in words("words", "nationality", language):
        return True
    if "-" in word.strip("-"):  # British-Pakistani
        return all(is_nationality(part, language) for part in word.split("-"))
    if language not in LANGUAGES or not word.isalpha():
        return False
    if language in ("en", "nl") and lower in _languages(language):
        return True
    if language == "fr":
        return bool(_FRENCH_PEOPLE.search(word)) and _shares_stem(word, "fr")
    return language == "en" and bool(_DEMONYM_ENDINGS.search(word)) and _shares_stem(word, "en")


@cache
def _languages(language: str) -> frozenset[str]:
    names = set(Locale(language).languages.values()) - regions()  # Alabama is a state first
    return frozenset(name.lower() for name in names)


def _shares_stem(word: str, language: str) -> bool:
    """Whether it begins like a country without being one: Egyptian, Autrichien."""
    if len(word) <= _STEM or word in countries() | known("ORG"):
        return False
    names = Locale(language).territories.values()
    return any(name[:_STEM] == word[:_STEM] and len(word) <= len(name) + 4 for name in names)
