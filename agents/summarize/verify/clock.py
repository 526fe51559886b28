"""Times of day: half past seven in the evening is 19:30, and not 7:30 a.m."""

import re
from functools import cache
from typing import NamedTuple

from .opposites import listed

_NOON, _DAY = 12 * 60, 24 * 60  # minutes
# "7:30", "7 h 30", "7.30pm", "7.30 Uhr", "7 p.m."; what is none of them is a number.
_HOUR = r"(?<![\d.,:])(?P<hour>[0-2]?\d)"
_MINUTES = r"(?:(?::|\s?h\s?)(?P<minute>[0-5]\d)(?!\d)|\.(?P<point>[0-5]\d)(?!\d))?"
_WORD = r"(?P<word>\s?(?:h|uhr|heures?|horas?|o[’']clock)(?!\w))"


class Time(NamedTuple):
    """A time of day as written and where it stands; it may be one of the minutes of the day."""

    text: str
    minutes: frozenset[int]
    is_halved: bool  # a word tells the half of the day
    is_full: bool  # with minutes
    start: int
    end: int

    def may_be(self, other: "Time") -> bool:
        """Whether both are one: 7:30 is 7:30 p.m. or a.m., 19:30 is 7:30 p.m. alone."""
        is_open = len(self.minutes) == len(other.minutes)
        return bool(self.minutes & other.minutes) and (is_open or self.is_halved or other.is_halved)

    def is_denied(self, given: "list[Time]", known: "list[Time]") -> bool:
        """Whether the evidence has only the same hour in the other half of the day."""
        later = {(minute + _NOON) % _DAY for minute in self.minutes}
        if any(self.may_be(other) for other in known):
            return False
        return any(later == other.minutes for other in given)


def times(text: str, language: str) -> list[Time]:
    """The times of day of the text."""
    pattern = _pattern(language)
    return [_time(m) for m in pattern.finditer(text)] if pattern else []


def clock(sentence: str, evidence: str, elsewhere: str, language: str) -> list[tuple[Time, bool]]:
    """Each time of the sentence, and whether the evidence has it, in this half of the day."""
    said = [time for time in times(sentence, language) if time.is_full or time.is_halved]
    given = _distinct(evidence, language) if said else []
    known = [*given, *_distinct(elsewhere, language)] if said else []
    return [
        (
            time,
            any(time.may_be(other) for other in given)
            if time.is_full
            else not time.is_denied(given, known),
        )
        for time in said
    ]


def _distinct(text: str, language: str) -> list[Time]:
    """One of each: a day has only so many times, whatever the length of the text."""
    found = {(time.minutes, time.is_halved): time for time in times(text, language)}
    return [*found.values()]


@cache
def _pattern(language: str) -> re.Pattern[str] | None:
    half = listed("clock", language, opening=r"\s?")
    if half is None:
        return None
    return re.compile(rf"{_HOUR}{_MINUTES}(?:{half}|{_WORD}|(?<=[:h]\d\d)|(?<=h\s\d\d))", re.I)


def _time(match: re.Match[str]) -> Time:
    hour, half = int(match["hour"]), "pm" if match["pm"] else "am" if match["am"] else ""
    minute = match["minute"] or match["point"]
    at = hour * 60 + int(minute or 0)
    if half and hour <= 12:
        at = at % _NOON + (_NOON if half == "pm" else 0)
    is_open = not half and 0 < hour <= 12
    return Time(
        text=match[0],
        minutes=frozenset({at, (at + _NOON) % _DAY} if is_open else {at}),
        is_halved=bool(half),
        is_full=bool(minute),
        start=match.start(),
        end=match.end(),
    )
