"""Names that the world agrees on: places, first names, days and months; read once, when asked."""

import importlib
import pkgutil
import re
from collections.abc import Iterable
from functools import cache

import pycountry
from babel import Locale
from faker.providers import person

LANGUAGES = ("de", "en", "es", "fr", "it", "nl", "pl", "pt")
_LAST_LATIN = 0x24F  # the end of Latin Extended-B
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
    """First names of many countries, in Latin letters.

    Faker's lists are kept up and free to use; larger ones come under the GPL.
    """
    found: set[str] = set()
    for module in pkgutil.iter_modules(person.__path__):
        provider = importlib.import_module(f"{person.__name__}.{module.name}").Provider
        for kind in ("first_names", "first_names_male", "first_names_female"):
            names = getattr(provider, kind, ())
            found |= set(names) if isinstance(names, Iterable) else set()
    return frozenset(name for name in found if max(map(ord, name), default=0) <= _LAST_LATIN)
