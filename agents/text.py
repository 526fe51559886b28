"""Paragraphs and sentences of an article, as offsets: what stages share.

A text is paragraphs between blank lines; no sentence crosses one. Every character that is not
white space belongs to exactly one sentence.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from .abbreviations import NUMBERED, OPEN, OPENERS, ORDINAL_STOP, TITLES, TITLES_IN

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
_CLOSERS = r"[\"'”“’‘»«›‹)\]]"
# A stop, what closes behind it (also French " »"), and white space; CJK stops need no space. After
# a Greek letter a semicolon asks.
_STOP = re.compile(
    rf"(?:(?<![.!?…])(?P<stop>[.!?…]+)(?:{_CLOSERS}|[ \u00a0\u202f]»(?!\w))*(?P<gap>\s+)"
    rf"|(?<=[\u0370-\u03ff\u1f00-\u1fff]);{_CLOSERS}*\s+"
    r"|[。！？｡؟۔।॥።။។]+(?P<quote>[」』”’）]*)\s*)"
)
_QUOTES = {"」": "「", "』": "『", "”": "“"}
_OPENING = re.compile(r"[\"'“”„‚‘«»‹›(\[¿¡–—-]*[ \u00a0\u202f]?")
_TOKEN = re.compile(r"[^\s\"“”„‚‘«»‹›(\[/]+$")
_WORD = re.compile(r"[^\W\d_]+")
_SMALL_NUMBER = re.compile(r"(?:\d{1,3}|[IVXL]{1,6})$")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*-?[^\W\d_]$|[A-ZÄÖÜÉ][a-z]?\.-?[A-ZÄÖÜÉ][a-z]?$")
_UNSPACED = ("zh", "ja", "yue")
_LONGEST_TOKEN = 40  # looking further back for an abbreviation would only cost time
_LONGEST_QUOTE = 400  # characters; so is looking for where a quotation began
_ALL_OPENERS = frozenset().union(*OPENERS.values())


class Range(NamedTuple):
    """A half-open range of code points."""

    start: int
    end: int


def paragraphs(text: str) -> list[Range]:
    """The paragraphs of the text, without the white space around them."""
    return list(_pieces(text, 0, len(text), _BLANK_LINE.finditer(text)))


def sentences(text: str, language: str = "und") -> list[Range]:
    """The sentences of the text in order; a heading counts as one. `language` is ISO 639-1."""
    found: list[Range] = []
    for start, end in paragraphs(text):
        ends = (m for m in _STOP.finditer(text, start, end) if _ends(text, start, m, language))
        found.extend(_pieces(text, start, end, ends))
    return found


def joined(told: Iterable[str], language: str) -> str:
    """The sentences as running text: Chinese and Japanese set no space between them."""
    return ("" if language in _UNSPACED else " ").join(told)


def _pieces(text: str, start: int, end: int, cuts: Iterator[re.Match[str]]) -> Iterator[Range]:
    """What lies between the cuts, each cut's own visible characters counted to the left."""
    for cut in cuts:
        yield from _stripped(text, start, cut.end())
        start = cut.end()
    yield from _stripped(text, start, end)


def _stripped(text: str, start: int, end: int) -> Iterator[Range]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield Range(start, end)


def _ends(text: str, start: int, stop: re.Match[str], language: str) -> bool:
    """Whether a sentence ends at this stop of a paragraph that begins at `start`."""
    if stop["stop"] is None:
        return not (stop["quote"] and _goes_on(text, start, stop))
    following = stop.end()
    if opening := _OPENING.match(text, following):
        following = opening.end()
    after = text[following : following + 1]
    if not after or after.islower() or not (after.isalnum() or after in "$€£#@%§"):
        return False
    if stop["stop"] != "." or stop["gap"] != text[stop.end("stop") : stop.end()]:
        return True  # only a bare full stop can be an abbreviation's
    return _is_full_stop(text, start, stop.start(), following, language)


def _goes_on(text: str, start: int, stop: re.Match[str]) -> bool:
    """Whether a quotation that opens a sentence is followed by who said it: 「行く。」と語った。"""
    following = text[stop.end() : stop.end() + 1]
    far = max(start, stop.start() - _LONGEST_QUOTE)
    opened = text.rfind(_QUOTES.get(stop["quote"][0], "“"), far, stop.start())
    if following == "と":
        return True
    is_first = opened == start or (opened > start and text[opened - 1] in "。！？」』”")
    return is_first and following.isalpha() and not text[stop.end() - 1].isspace()


def _is_full_stop(text: str, start: int, dot: int, following: int, language: str) -> bool:
    """Whether the dot ends a sentence rather than an abbreviation, initial or ordinal."""
    token = _TOKEN.search(text, max(start, dot - _LONGEST_TOKEN), dot)
    if token is None:
        return True
    word, folded = token[0], token[0].lower()
    if folded in TITLES or folded in TITLES_IN.get(language, ()):
        return False
    if folded in NUMBERED and text[following].isdigit():
        return False
    if token.start() == start and _SMALL_NUMBER.match(word):
        return False  # "1. " opens an item of a list
    if _INITIALS.match(word) and word.islower() and folded not in OPEN:
        return False  # "z. B.", "i. d. R."
    if _is_ordinal(word, language) or folded in OPEN or _INITIALS.match(word):
        return _opens(text, following, language)
    return True


def _is_ordinal(word: str, language: str) -> bool:
    # Where months and nouns are written small, a capital after "15." opens a sentence.
    has_ordinals = language == "de" or not word.isdigit()
    return language in ORDINAL_STOP and has_ordinals and _SMALL_NUMBER.match(word) is not None


def _opens(text: str, position: int, language: str) -> bool:
    """Whether the word at the position is one that opens sentences."""
    word = _WORD.match(text, position)
    return word is not None and word[0].lower() in OPENERS.get(language, _ALL_OPENERS)
