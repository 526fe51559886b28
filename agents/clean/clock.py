"""Times of day as pages write them, and their zones."""

import re
from contextlib import suppress
from datetime import UTC, datetime, timedelta, timezone

_ZONES = {
    "z": 0, "utc": 0, "gmt": 0, "mez": 60, "cet": 60, "bst": 60, "mesz": 120, "cest": 120,
    "sast": 120, "hkt": 480, "sgt": 480, "awst": 480, "acst": 570, "aest": 600, "acdt": 630,
    "aedt": 660, "nzst": 720, "nzdt": 780, "edt": -240, "est": -300, "cdt": -300, "cst": -360,
    "mdt": -360, "mst": -420, "pdt": -420, "pst": -480,
}  # fmt: skip
_ZONE = (
    r"(?:UTC|GMT)\s?[+-]\d{1,2}(?::?\d{2})?|[+-]\d{2}:?\d{2}"
    rf"|(?:{'|'.join(sorted(_ZONES, key=len, reverse=True))})\b"
)
_CLOCK = re.compile(
    r"(?<![\d:.])(?P<h>[01]?\d|2[0-4])\s?(?P<sep>[:h.])\s?(?P<m>[0-5]\d)"
    r"(?::(?P<s>[0-5]\d)(?:\.\d+)?)?"
    rf"\s*(?P<half>[ap]\.?m\b\.?)?\s*\(?(?P<zone>{_ZONE})?"
    rf"|(?<!\d)(?P<h2>1[0-2]|[1-9])\s?(?P<half2>[ap]\.?m\b\.?)\s*\(?(?P<zone2>{_ZONE})?",
    re.I,
)
_OFFSET = re.compile(r"(?P<sign>[+-])(?P<h>\d{1,2}):?(?P<m>\d{2})?$")
_CLOCK_SIGN = re.compile(r"\d\s?(?:[:h.]\s?[0-5]\d|[ap]\.?m)", re.I)  # found sooner


def with_clock(day: datetime, rest: str) -> datetime:
    """The day at the first time of day that stands in the text, in UTC; itself where none does."""
    found = _CLOCK.search(rest)
    if not found:
        return day
    hour, minute = int(found["h"] or found["h2"]), int(found["m"] or 0)
    half = (found["half"] or found["half2"] or "").lower()
    if half and hour <= 12:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    with suppress(ValueError, OverflowError):
        zone = timezone(timedelta(minutes=zone_minutes(_zone(found))))
        return day.replace(
            hour=hour % 24, minute=minute, second=int(found["s"] or 0), tzinfo=zone
        ).astimezone(UTC)
    return day


def without_clocks(text: str) -> str:
    """The text with a bar in place of each time of day."""
    return _CLOCK.sub("|", text) if _CLOCK_SIGN.search(text) else text


def is_east(rest: str) -> bool:
    """Whether the first time of day is told in a zone of Europe, Africa, Asia or Oceania.

    UTC is not one: it is told everywhere.
    """
    found = _CLOCK.search(rest)
    zone = _zone(found).lower() if found else ""
    return zone not in ("", "z", "utc") and zone_minutes(zone) >= 0


def _zone(found: re.Match[str]) -> str:
    return found["zone"] or found["zone2"] or ""


def zone_minutes(zone: str) -> int:
    """Minutes east of Greenwich; 0 where the zone is not known."""
    if found := _OFFSET.search(zone):
        minutes = int(found["h"]) * 60 + int(found["m"] or 0)
        return -minutes if found["sign"] == "-" else minutes
    return _ZONES.get(zone.lower(), 0)
