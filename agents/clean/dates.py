"""Dates as producers and pages write them, read without the clock.

Strict forms first: RFC 3339, RFC 2822, epoch seconds, numeric, month names; dateparser last, and
only for a string that is known to hold a date.
"""

import re
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from functools import cache

from .clock import is_east, with_clock, without_clocks
from .cues import book

_EPOCH = re.compile(r"\d{9,10}(?:\d{3})?(?:\.\d+)?")
_RFC_2822 = re.compile(r"(?:[A-Za-z]{3},\s*)?\d{1,2}\s[A-Za-z]{3}\s\d{2,4}\s\d{2}:\d{2}")
_YEAR_FIRST = r"(?P<y1>(?:19|20)\d\d)[-/.](?P<m1>\d{1,2})[-/.](?P<d1>\d{1,2})(?!\d)"
_YEAR_LAST = (
    r"(?<![\d.])(?P<a2>\d{1,2})(?P<sep>[-/.])\s?(?P<b2>\d{1,2})(?P=sep)"
    r"\s?(?P<y2>(?:19|20)?\d\d)(?![\d.]\d)"
)
_DIGITS = re.compile(r"\d(?:(?<=[12])[09]\d\d|\d?[-/.]\s?\d{1,2}[-/.]\s?\d)")
_LONGEST = 200  # a date is short; what is longer is prose
_CLOCK_REACH = 40  # characters behind a date
_EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)  # before the web, a date on a page is about the news


@cache
def months() -> Mapping[str, int]:
    """Names and short forms of months in all languages, to their number."""
    return {
        name: number for number, forms in enumerate(book()["months"]["names"], 1) for name in forms
    }


@cache
def _weekday() -> re.Pattern[str]:
    """A day of the week before a date's bar, in full or in short: Do., Mon."""
    names = "|".join(book()["months"]["weekdays"])
    before_bar = r"(?=[^\W\d_]+(?:-[^\W\d_]+)?\.?,?\s*\|)"  # sooner told than all names tried
    return re.compile(rf"\b{before_bar}(?:[^\W\d_]{{2,3}}|{names})\.?,?\s*(?=\|)", re.I)


@cache
def _date_pattern() -> re.Pattern[str]:
    month = "|".join(sorted(map(re.escape, months()), key=lambda name: (-len(name), name)))
    year, space = r"(?:19|20)\d\d", r"(?:\s+(?:del?\s+)?|-)"
    # What must follow a month's name is looked for before all the names are tried.
    day_month = (
        r"(?<!\d)(?P<d3>\d{1,2})(?:st|nd|rd|th|er|º|ª|\.)?(?:\s+(?:de|of)|-)?\s*"
        rf"(?=[^\W\d_]++\.?,?{space}{year})(?P<m3>{month})\b\.?,?{space}(?P<y3>{year})"
    )
    month_day = (
        rf"\b(?=[^\W\d_]++\.?\s+\d)(?P<m4>{month})\b\.?\s+"
        rf"(?P<d4>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y4>{year})"
    )
    return re.compile("|".join((_YEAR_FIRST, _YEAR_LAST, day_month, month_day)), re.I)


def read_time(text: str, language: str = "und", base: datetime | None = None) -> datetime | None:
    """The time that a producer's string names, in UTC; None where it cannot be read.

    Naive times are taken as UTC; `base` is what relative dates count from. In `en` months come
    before days, in `en-GB` and all else they do not.
    """
    text = text.strip()[:_LONGEST]
    return (
        _strict(text) or find_time(text, language, base) or _guessed(text, language, base)
        if text
        else None
    )


def _strict(text: str) -> datetime | None:
    if _EPOCH.fullmatch(text):
        number = float(text)
        with suppress(ValueError, OverflowError, OSError):
            return datetime.fromtimestamp(number / 1000 if number > 1e11 else number, UTC)
    with suppress(ValueError, OverflowError):
        return _utc(datetime.fromisoformat(text))
    if _RFC_2822.match(text):
        with suppress(ValueError, TypeError, IndexError, OverflowError):
            return _utc(parsedate_to_datetime(text))
    return None


def find_time(text: str, language: str = "und", base: datetime | None = None) -> datetime | None:
    """The first full date in a line of text, with the clock time next to it."""
    for found in _date_pattern().finditer(text[:_LONGEST]) if _may_hold_date(text) else ():
        rest = text[found.end() : found.end() + _CLOCK_REACH]
        day = _day(found, language, rest, base)
        if day:
            return with_clock(day, rest)
    return None


def has_date(text: str) -> bool:
    """Whether a full date stands in the line."""
    return _may_hold_date(text) and _date_pattern().search(text[:_LONGEST]) is not None


def _may_hold_date(text: str) -> bool:
    """Whether a year or a numeric date is there: most lines have none, and the search is slow."""
    return _DIGITS.search(text, 0, _LONGEST) is not None


def without_times(text: str) -> str:
    """The line with a bar in place of each date, with its day of the week, and time of day."""
    text = text[:_LONGEST]
    text = _weekday().sub("", _date_pattern().sub("|", text)) if _may_hold_date(text) else text
    return without_clocks(text)


def _day(found: re.Match[str], language: str, rest: str, base: datetime | None) -> datetime | None:
    """The day found, given what stands behind it."""
    part = found.groupdict()
    if part["y1"]:
        orders = [(part["y1"], part["m1"], part["d1"])]
    elif part["y2"]:
        day_first = (part["y2"], part["b2"], part["a2"])
        month_first = (part["y2"], part["a2"], part["b2"])
        orders = [day_first, month_first]
        if language == "en" and part["sep"] != "." and not is_east(rest):
            orders.reverse()
    else:
        form = "3" if part["m3"] else "4"
        name, day, year = part["m" + form], part["d" + form], part["y" + form]
        orders = [(year, str(months()[name.lower()]), day)]
    days = [day for order in orders if (day := _made(*order))]
    if base is not None:  # no page tells of a day after it was fetched
        days = [day for day in days if day <= base + timedelta(days=1)] or days
    return days[0] if days else None


def _made(year: str, month: str, day: str) -> datetime | None:
    number = int(year) + (2000 if len(year) == 2 else 0)
    with suppress(ValueError):
        made = datetime(number, int(month), int(day), tzinfo=UTC)
        return made if made >= _EARLIEST else None
    return None


def _guessed(text: str, language: str, base: datetime | None) -> datetime | None:
    import dateparser  # slow to import, and rarely needed

    settings = {
        "RETURN_AS_TIMEZONE_AWARE": True,
        "TIMEZONE": "UTC",
        "TO_TIMEZONE": "UTC",
        "DATE_ORDER": "MDY" if language == "en" else "DMY",
        "REQUIRE_PARTS": ["day", "month"],
        "PARSERS": ["absolute-time"] if base is None else ["relative-time", "absolute-time"],
    }
    if base is not None:
        settings["RELATIVE_BASE"] = base.replace(tzinfo=None)
    elif not re.search(r"\d{4}", text):
        return None  # without a base, the year would be today's
    try:
        found = dateparser.parse(text, settings=settings)
    except Exception:  # hostile text makes dateparser raise all sorts; it is no date then
        return None
    return _utc(found) if found else None


def _utc(time: datetime) -> datetime:
    return time.replace(tzinfo=UTC) if time.tzinfo is None else time.astimezone(UTC)
