"""Which English a page is written in: 3/5 is the third of May but in America."""

from functools import cache
from urllib.parse import urlsplit

_COUNTRIES = {"uk": "GB"}  # domains that are no code of ISO 3166
# Domains that are chosen for how they read, by sites of any country.
_VANITY = frozenset(("ai", "cc", "co", "fm", "gg", "io", "la", "ly", "me", "to", "tv", "ws"))


def dialect(language: str, tag: str, url: str | None) -> str:
    """The language; for English with the country, such as en-GB, where days come before months.

    `tag` is what the page says of its language (BCP 47, or with an underscore); else the URL's
    domain tells. Unknown countries count as American, as most English pages are.
    """
    if language != "en":
        return language
    for country in (_of_tag(tag), _of_host(url)):
        order = _order(country)
        if order in ("M", "d"):
            return "en" if order == "M" else f"en-{country}"
    return "en"


def _of_tag(tag: str) -> str:
    name, _, country = tag.replace("_", "-").partition("-")
    return country.upper() if name.lower() == "en" else ""


def host_of(url: str | None) -> str:
    """The host that the URL names, without `www.`; empty where it names none."""
    try:
        return (urlsplit(url or "").hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _of_host(url: str | None) -> str:
    domain = host_of(url).rpartition(".")[2]
    return "" if domain in _VANITY else _COUNTRIES.get(domain, domain.upper())


@cache
def _order(country: str) -> str:
    """The first field of a short date there, as CLDR has it: M, d or y; empty where unknown."""
    if len(country) != 2 or not country.isalpha():
        return ""
    from babel import Locale, UnknownLocaleError  # loads CLDR, which few pages need

    try:
        return str(Locale("en", country).date_formats["short"].pattern)[0]
    except UnknownLocaleError:
        return ""
