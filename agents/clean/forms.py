"""The form of a block: running sentences, a line, a menu; whether it ends as sentences do."""

import re
from collections.abc import Sequence
from typing import Literal

Form = Literal["prose", "weak", "short", "junk"]
_STOPS = frozenset(".!?…。！？．｡؟۔।॥။៕።")
_CLOSERS = "\"'“”’»«)]*_」』）》】 "  # what may follow them; in French a space stands before »
_ASKS_IN_GREEK = re.compile(r"[\u0370-\u03ff\u1f00-\u1fff];[\"'“”»)]*$")
# Thai and Lao have no full stop; their headlines are shorter.
_UNSTOPPED, _LONG_UNSTOPPED = re.compile(r"[\u0e00-\u0eff]$"), 80  # characters
_LONGEST_CLOSE = 12  # characters from the stop to the end
_BARS = frozenset("|•·›»>/–—")
_BAR = re.compile(r"\s[|•·›»>/–—]\s|\s\|\s?|[•·›]|\s>\s")
# Told by a sign and what stands around it, so that the search runs from sign to sign.
_ADDRESS = re.compile(
    r"[:.@©)_](?:(?<=http:)//|(?<=https:)//|(?<=www\.)|(?<=\S@)\S+\.\w|(?<=^©)"
    r"|(?<=\(c\)) |(?<=\w_)\w)",
    re.I,
)
LONGEST_SHORT = 16  # words
_SEVERAL = 60  # words; in so many there are sentences, whatever the last line is
LEAST_FUNCTION = 0.15  # of words; news prose has 0.3 to 0.5, headlines and lists less


def is_closed(text: str) -> bool:
    """Whether it ends as sentences do."""
    if text[-_LONGEST_CLOSE:].rstrip(_CLOSERS)[-1:] in _STOPS:
        return True
    if ";" in text[-_LONGEST_CLOSE:] and _ASKS_IN_GREEK.search(text, len(text) - _LONGEST_CLOSE):
        return True
    return len(text) > _LONG_UNSTOPPED and _UNSTOPPED.search(text, len(text) - 1) is not None


def is_junk(text: str, tokens: Sequence[str], count: int, closed: bool) -> bool:
    """Whether a block is an address or a menu."""
    if not count or _ADDRESS.search(text, 0, 300):
        return True
    has_bars = count < 40 and not closed and not _BARS.isdisjoint(tokens)
    return has_bars and len(_BAR.findall(text[:400])) >= 2


def form_of(count: int, closed: bool, function_share: float, listed: bool) -> Form:
    if closed and function_share > LEAST_FUNCTION and count >= 8:
        return "prose"
    if listed and not closed:
        return "junk"
    if count >= 20 and function_share > 0.25:
        return "weak" if count < _SEVERAL else "prose"
    if closed and count >= 3:
        return "weak"
    return "short" if count <= LONGEST_SHORT else "junk"
