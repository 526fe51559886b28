"""Names that the world agrees on: places, first names, days and months; read once, when asked."""

import re
from functools import cache

import gender_guesser.detector as gender_guesser
import pycountry
from babel import Locale

LANGUAGES = ("de", "en", "es", "fr", "it", "nl", "pl", "pt")
_BRACKETED = re.compile(r"\s*[\[(].*$")


@cache
def places() -> frozenset[str]:
    """Countries, regions, provinces and large cities, in the forms of several languages."""
    found = {_BRACKETED.sub("", s.name) for s in pycountry.subdivisions}
    for code in LANGUAGES:
        locale = Locale(code)
        found |= set(locale.territories.values())
        found |= {zone["city"] for zone in locale.time_zones.values() if "city" in zone}
    return frozenset(name for name in found if len(name) > 2)


@cache
def calendar(language: str) -> frozenset[str]:
    """Days and months in the language, as they are written there."""
    if language not in LANGUAGES:
        return frozenset()
    locale = Locale(language)
    return frozenset(
        name
        for names in (locale.days, locale.months)
        for context in names.values()
        for width in ("wide", "abbreviated")
        for name in context.get(width, {}).values()
    )


@cache
def first_names() -> frozenset[str]:
    """First names of many countries."""
    return frozenset(gender_guesser.Detector().names)
