"""Who wrote it: persons out of bylines; agencies and desks are not persons."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from .cues import book, names
from .memo import MOST_LINES

_AND = re.compile(
    r"\s*(?:,|;|&|\+|/|\s(?:und|and|et|y|e|en|i|oraz|och|og|a|with|avec|con|mit)\s)\s*"
)
_STOP = re.compile(r"\s*(?:\||•|·|–|—|\s-\s|\(|\[|<|\d|:|\t|@|https?:)")
# What a writer is, or where: "Ann Lee (in Ostby) and Bo Holm", "Ann Lee, correspondent in Ostby".
PLACE = re.compile(r"\s*\([^()]{2,40}\)")
PLACED = re.compile(rf"{PLACE.pattern}(?=\s*(?:,|&|(?:und|and|et|y|e|en)\s))")
_ROLE = re.compile(r",\s+(?!(?:und|and|et|y|e|en|i|with|avec|con|mit)\s)[a-zà-ÿ].*", re.S)
_WORD = re.compile(r"(?:[^\W\d_]\.?)+(?:[-'’][^\W\d_]+)*\.?")
_MARKS = re.compile(r"[*_`]+|#+(?!\w)")  # of Markdown; before a word, # is a keyword's
_MAIL = re.compile(r"\S+@\S+")
_DEGREE = re.compile(r"(?:(?:Dr|Prof|Dra|Ing|Mag)\.?\s+)+")
_ACRONYM = 3  # letters; a longer word in capitals is a surname
_NUMERAL = re.compile(r"[IVX]{1,4}")
_FIRST = re.compile(r"\W{0,4}(\w+)")
_SHORTEST = 2  # words of a name
_LONGEST, _LONGEST_PLACE = 200, 30
WROTE = re.compile(r"\((text|texte|texto|testo|tekst|words)\)", re.I)  # beside: (photos)


@cache
def _byline() -> re.Pattern[str]:
    begins = "|".join(sorted(map(re.escape, book()["bylines"]["words"]), key=len, reverse=True))
    return re.compile(rf"\W{{0,4}}(?:{begins})\s*:?\s+", re.I)


@cache
def _byline_firsts() -> frozenset[str]:
    """The first words of what bylines begin with: looked up sooner than the pattern fails."""
    return frozenset(words.split()[0].strip(":") for words in book()["bylines"]["words"])


def names_in(text: str, *, source: str = "") -> tuple[str, ...]:
    """The persons a producer's or a page's author string names, in order."""
    text = _MAIL.sub("", _MARKS.sub("", text))[:_LONGEST].strip()
    if text.startswith("("):  # RSS 2.0: mail@host (First Last)
        text = text.strip("()")
    begins = _byline().match(text)
    text = _ROLE.sub("", PLACED.sub("", text[begins.end() :] if begins else text))
    cut = _STOP.search(text, 1)
    parts = _AND.split(text[: cut.start()] if cut else text)
    found = (" ".join(_name_words(part)) for part in parts)
    return tuple(dict.fromkeys(name for name in found if is_person(name, source=source)))


def only_names(line: str, *, source: str = "") -> tuple[str, ...]:
    """The persons of a line that holds nothing else; empty where it does."""
    parts = _AND.split(_MARKS.sub("", line).strip())
    return tuple(parts) if all(is_person(part, source=source) for part in parts) else ()


def is_reporter(line: str) -> bool:
    """Whether a line is a person's name with a place: "Ada Quill in Ostby"."""
    name, _, place = line.partition(" in ")
    return place[:1].isupper() and len(place) <= _LONGEST_PLACE and is_person(name)


def as_written(name: str) -> str:
    """The name in small letters where a byline shouts it, or the surname as French ones do."""
    words = name.split()
    shouted = [word for word in words if word.isupper() and not _NUMERAL.fullmatch(word)]
    if len(words) < 2 or not (name.isupper() or max(map(len, shouted), default=0) > _ACRONYM):
        return name
    return " ".join(word.title() if word in shouted else word for word in words)


def _name_words(text: str) -> list[str]:
    """The first words of the text that can be a name's."""
    words = _DEGREE.sub("", text.strip(" .,;")).split()
    for at, word in enumerate(words):
        if word.casefold().strip(".") in names("desks") and word[0].isupper():
            return without_department(words[:at])
    return words


def without_department(words: Sequence[str]) -> list[str]:
    """The name before what its bearer edits: Ada Quill, of Ada Quill Consumer Affairs (Editor)."""
    end = len(words)
    while end and words[end - 1].casefold() in names("departments"):
        end -= 1
    return list(words[: max(end, _SHORTEST)] if end else ())


def byline_names(line: str, *, source: str = "") -> tuple[str, ...]:
    """The persons of a line that begins like a byline; empty where it does not."""
    return _names_after_byline(line[:_LONGEST], source)


@lru_cache(maxsize=MOST_LINES)  # each rule about heads asks about the same lines
def _names_after_byline(line: str, source: str) -> tuple[str, ...]:
    line = _MARKS.sub("", line).strip()
    first = _FIRST.match(line)
    found = _byline().match(line) if first and first[1].lower() in _byline_firsts() else None
    return names_in(line[found.end() :], source=source) if found else ()


def is_person(name: str, *, source: str = "") -> bool:
    """Two to five names written as a person's are, and none of an agency or desk."""
    words = name.split()
    if not 2 <= len(words) <= 7 or len(name) > 60:
        return False
    folded = [word.casefold() for word in words]
    particles, capitals = names("particles"), 0
    for word, small in zip(words, folded, strict=True):  # most lines have a word in small letters
        if small in particles and _WORD.fullmatch(word):
            continue
        if not word[0].isupper() or not _WORD.fullmatch(word):
            return False
        capitals += 1
    return 2 <= capitals <= 5 and not _is_newsroom(name.casefold(), folded, source)


def _is_newsroom(name: str, words: Sequence[str], source: str) -> bool:
    """Whether a name, word by word, is the source's own, or an agency's or desk's."""
    agencies, desks = names("agencies"), names("desks")
    if name == source.casefold() or name in agencies or not agencies.isdisjoint(words):
        return True
    return any(word.strip(".") in desks for word in words)
