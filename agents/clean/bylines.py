"""Bylines in any wording: who the lines around the headline name as the writers.

A name counts where something says so: a word of writing before it, a role or a date beside it, the
producer's markup, or the same name again below the text, where writers are presented.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from .authors import byline_names, is_person
from .cues import book, months, names, words
from .dates import without_times


def _set(line: str) -> frozenset[str]:
    return frozenset(line.split())


_SIGNS = re.compile(r"[|•·;<>(\[{\t]|\s[-–—/]+\s")
_DIGIT = re.compile(r"\d")
_MARKS = re.compile(r"[*_`#]+")
_PIECE = re.compile(r"[^\s,:&+]+|[,:&+]")
_NAME = re.compile(r"(?:[^\W\d_]\.|[^\W\d_]+(?:[-'’.][^\W\d_]+)*)\.?")
_AND = _set("und and et y e en i oraz och og & + mit with avec con")
_MOST_BEFORE = 7  # words before the name in a byline
_LONGEST = 24  # words; what is longer is a sentence
_SURE = 4.0
_LOW = 0.55  # of the page; what is named below for the first time is named as its writer


class _Found(NamedTuple):
    """Names in a part of a line, and what stands before and after them."""

    names: tuple[str, ...]
    before: tuple[str, ...]
    after: str


_Page = Sequence[tuple[str, bool]]


@cache
def _list(kind: str) -> frozenset[str]:
    return frozenset(book()["bylines"][kind])


@cache
def _roles() -> tuple[str, ...]:
    return tuple(book()["bylines"]["roles"])


def writers(
    lines: Sequence[str], texts: Sequence[str], prose: Sequence[bool], source: str
) -> tuple[str, ...]:
    """The persons that the likeliest of the lines names; empty where none is likely.

    `texts` is the page block by block, `prose` says which of them are running text.
    """
    page = list(zip(texts, prose, strict=True))
    plain = [without_times(line) if _DIGIT.search(line) else line for line in lines]
    best: tuple[str, ...] = ()
    most = 0.0
    for at, line in enumerate(plain):
        is_dated = any(plain[near] != lines[near] for near in _near(at, len(lines)))
        for found in _named(line, source):
            weight = _weight(found, page, is_dated)
            if weight > most:
                best, most = found.names, weight
        if most == _SURE:
            break
        if not best and (names_here := byline_names(lines[at], source=source)):
            best, most = names_here, _SURE
    return best


def marked_names(text: str, *, source: str = "") -> tuple[str, ...]:
    """The persons in what the markup calls the byline."""
    found = [one for one in _named(without_times(text), source) if not _is_image(one.before)]
    return found[0].names if found else ()


def _near(at: int, count: int) -> range:
    """The line before and the two after; a date there makes a lone name a byline."""
    return range(max(0, at - 1), min(count, at + 3))


def _named(line: str, source: str) -> Iterator[_Found]:
    """The first names in each part of the line."""
    for part in _SIGNS.split(_MARKS.sub("", line)):
        tokens = _PIECE.findall(part)
        if len(tokens) > _LONGEST:
            continue
        for at in range(len(tokens)):
            found, end = _names_at(tokens, at, source)
            if found:
                yield _Found(found, tuple(map(_plain, tokens[:at])), " ".join(tokens[end:]))
                break


def _names_at(tokens: Sequence[str], at: int, source: str) -> tuple[tuple[str, ...], int]:
    """The names in a row from this token on, and where they end."""
    found: list[str] = []
    end = at
    while (next_end := _name_end(tokens, at)) > at:
        name = " ".join(tokens[at:next_end]).rstrip(".")
        if not is_person(name, source=source):
            break
        found.append(name)
        end = next_end
        if end >= len(tokens) or not (tokens[end] == "," or tokens[end].lower() in _AND):
            break
        at = end + 1
    return tuple(dict.fromkeys(found)), end


def _name_end(tokens: Sequence[str], at: int) -> int:
    """One past the last token that can be of the same name; `at` where none begins there."""
    end = at
    while end < len(tokens) and end - at < 7:
        token = tokens[end]
        is_particle = end > at and token.lower() in names("particles") and token.lower() not in _AND
        if not is_particle and not _may_be_name(token, is_first=end == at):
            break
        end += 1
        if token.endswith(".") and len(token) > 3:  # a sentence's end, not an initial
            break
    while end > at and tokens[end - 1].lower() in names("particles"):
        end -= 1
    return end


def _may_be_name(token: str, *, is_first: bool) -> bool:
    if not token[0].isupper() or not _NAME.fullmatch(token):
        return False
    plain = _plain(token)
    if plain in _list("before") or plain in _list("kinds") or plain in months():
        return False
    if plain in names("desks") or plain in names("platforms") or plain.startswith(_roles()):
        return False
    return not (is_first and plain in _common())


@cache
def _common() -> frozenset[str]:
    """Function words, which begin no name; but for those that do."""
    known = (words("function")[language] for language in ("de", "en", "fr", "es", "it"))
    return frozenset().union(*known) - {"will", "may"}


def _plain(token: str) -> str:
    return token.lower().strip(".'’")


def _is_image(before: Sequence[str]) -> bool:
    return any(token in _images() for token in before)


@cache
def _images() -> frozenset[str]:
    return frozenset(book()["images"]["words"])


def _weight(found: _Found, page: _Page, is_dated: bool) -> float:
    """How likely it is that the line names its writers."""
    before = [token for token in found.before if token not in ",:&+"]
    if _is_image(before) or len(before) > _MOST_BEFORE:
        return 0.0
    if before:
        has_kind = any(t in _list("kinds") or t.startswith(_roles()) for t in before)
        if before[-1] in _list("before") or (has_kind and before[-1] in _list("linking")):
            return _SURE
        if before[-1] in _list("kinds") or before[-1].startswith(_roles()):
            return _SURE
        if has_kind and found.before[-1] in (",", ":"):
            return _SURE
    is_open = not before or found.before[-1] == ":"
    return _weight_alone(found, page, is_dated and is_open)


def _weight_alone(found: _Found, page: _Page, is_dated: bool) -> float:
    """The weight of names with no word of writing before them."""
    low = _LOW * len(page)
    spots = [at for at, (text, _) in enumerate(page) if found.names[0] in text]
    if any(at < low and page[at][1] for at in spots):
        return 0.0  # the text speaks of them
    if any(at >= low for at in spots):
        return 3.0
    if any(_plain(word).startswith(_roles()) for word in found.after.split()[:4]):
        return 2.0
    return 1.0 if is_dated and len(found.after.split()) <= _MOST_BEFORE else 0.0
