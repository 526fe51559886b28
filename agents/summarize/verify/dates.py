"""Days and months, in words and in digits."""

import re
from collections.abc import Set
from datetime import datetime, timedelta
from functools import cache
from typing import NamedTuple

_MONTHS = {
    "de": "januar|"
    "jänner februar märz april mai juni juli august september oktober november dezember",
    "en": "january|jan february|feb march april|apr may june july august|aug september|sept "
    "october|oct november|nov december|dec",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre|setiembre octubre "
    "noviembre diciembre",
}
_DAYS = {
    "de": "montag dienstag mittwoch donnerstag freitag samstag|sonnabend sonntag",
    "en": "monday tuesday wednesday thursday friday saturday sunday",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "es": "lunes martes miércoles jueves viernes sábado domingo",
}
_RELATIVE = {
    "de": "vorgestern gestern heute übermorgen",
    "en": "yesterday today tomorrow",
    "fr": "hier aujourd demain",
    "es": "anteayer ayer hoy",
}
# Tomorrow, which behind other words is the morning.
_TOMORROW = {
    "de": r"(?<!heute )(?<!gestern )(?<!tag )(?<!woch )(?<!guten )(?-i:morgen)",
    "es": r"(?<!la )(?<!el )(?<!una )(?<!esta )(?<!cada )(?<!media )(?<!misma )mañana",
}
_DAY = r"(?<![\d.,:])(?P<day>[0-3]?\d)(?:st|nd|rd|th|er|\.)?"
_NUMERIC = re.compile(
    r"(?<![\d.])(?P<d>[0-3]?\d)[./](?P<m>[01]?\d)[./](?:(?:19|20)?\d\d)?(?!\d)"
    r"|(?:19|20)\d\d-(?P<m2>[01]\d)-(?P<d2>[0-3]\d)"
)
_WEEK = 6  # days before or after, that a weekday names without saying which week
_AMBIGUOUS = {"may", "march", "mars"}  # verbs and a planet: months only beside a number or "in"


class When(NamedTuple):
    """A point in time as the text puts it; what it leaves open is None."""

    text: str
    key: str


def dates(text: str, language: str) -> list[When]:
    """Weekdays, months and days of months, in order of kind."""
    if language not in _MONTHS:
        return []
    found = [
        When(m[0], f"weekday {_index(_DAYS, language, m[1])}")
        for m in _days(language).finditer(text)
    ]
    found += [When(m[0], m[0].lower()) for m in _relative(language).finditer(text)]
    found += [w for m in _months(language).finditer(text) for w in _month(text, m, language)]
    for m in _NUMERIC.finditer(text):
        day, month = int(m["d"] or m["d2"]), int(m["m"] or m["m2"])
        found += [When(m[0], f"month {month}"), When(m[0], f"day {day}.{month}")]
    return found


def days_meant(given: Set[str], today: datetime | None) -> set[str]:
    """The days that an article names or means by its weekdays, and what it means by "today"."""
    found = {key for key in given if key.startswith("day")}
    if today:
        around = (today + timedelta(days=far) for far in range(-_WEEK, _WEEK + 1))
        meant = [day for day in around if day == today or f"weekday {day.isoweekday()}" in given]
        found |= {f"day {day.day}.{day.month}" for day in meant}
    found |= {f"month {key.rpartition('.')[2]}" for key in found}
    return found | ({f"weekday {today.isoweekday()}"} if today else set())


def is_calendar_word(word: str, language: str) -> bool:
    """Whether the word is a weekday or a month, whatever its case."""
    return language in _MONTHS and bool(
        _days(language).fullmatch(word) or _months(language).fullmatch(word)
    )


def _index(names: dict[str, str], language: str, word: str) -> int:
    forms = [name.split("|") for name in names[language].split()]
    return next(i for i, form in enumerate(forms, 1) if word.lower() in form)


def _any(names: str) -> str:
    return "|".join(names.replace("|", " ").split())


@cache
def _days(language: str) -> re.Pattern[str]:
    tail = r"(?:s|nacht|abend|morgen|mittag|nachmittag|vormittag)*" if language == "de" else "s?"
    return re.compile(rf"(?<!\w)({_any(_DAYS[language])}){tail}(?!\w)", re.I)


@cache
def _relative(language: str) -> re.Pattern[str]:
    words = "|".join(filter(None, (_any(_RELATIVE[language]), _TOMORROW.get(language))))
    return re.compile(rf"(?<!\w)({words})(?!\w)", re.I)


@cache
def _months(language: str) -> re.Pattern[str]:
    month = rf"(?P<month>{_any(_MONTHS[language])})s?(?!\w)"
    behind = rf"(?:{_DAY}\s+(?:de\s+)?)?(?<![\w-]){month}"
    after = (
        r"(?:\.?\s+(?P<after>[0-3]?\d)(?:st|nd|rd|th)?(?![\d:.]\d|\d))?" if language == "en" else ""
    )
    return re.compile(behind + after, re.I)


def _month(text: str, match: re.Match[str], language: str) -> list[When]:
    name, day = match["month"], match["day"]
    after = match.groupdict().get("after")
    number = _index(_MONTHS, language, name)
    beside = day or after or re.match(r"\.?,? \d", text[match.end() :])
    before = re.search(
        r"(?:in|of|since|until|by|last|next|en|de|fin|début) $", text[: match.start()], re.I
    )
    if (
        name.lower() in _AMBIGUOUS
        and not beside
        and not (before and (name[0].isupper() or language == "fr"))
    ):
        return []
    found = [When(match[0].strip(), f"month {number}")]
    if day or after:
        found.append(When(match[0].strip(), f"day {int(day or after or 0)}.{number}"))
    return found
