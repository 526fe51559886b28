"""Bylines in any wording: who the lines around the headline name as the writers.

A name counts where something says so: a word of writing before it, a role or a date beside it, the
producer's markup, or the same name again below the text, where writers are presented.
"""

import re
from collections.abc import Sequence
from functools import cache

from .authors import PLACE, PLACED, WROTE, byline_names, only_names
from .block import Block
from .cues import book, names
from .dates import without_times
from .persons import PLACING, Found, byline_words, named_in, plain_word, roles
from .tokens import tokens_of

_WITH_AGENCY = re.compile(r"\s*\((?:mit|with|avec|con|com|met)\s[^()]{2,40}\)$")
_HOUSES = re.compile(r"[/,+&]|\s(?:und|and|et|y|e|en)\s")
_MOST_HOUSES = 3
# Beside whom others are named, for the pictures.
_WROTE = re.compile(rf"^([^(),]+)\s{WROTE.pattern}.*", re.I)
_DIGIT = re.compile(r"\d")
_SIGNS = " ,|:–—-"
_MOST_BEFORE = 7  # words before the name in a byline
_SURE = 4.0  # the weight of a name with a word of writing before it
_LOW = 0.55  # of the page; what is named below for the first time is named as its writer


_Page = Sequence[tuple[str, bool]]


def writers(
    lines: Sequence[str], texts: Sequence[str], prose: Sequence[bool], source: str
) -> tuple[str, ...]:
    """The persons that the likeliest of the lines names; empty where none is likely.

    `texts` is the page block by block, `prose` says which of them are running text.
    """
    page = list(zip(texts, prose, strict=True))
    plain = [without_times(line) if _DIGIT.search(line) else line for line in lines]
    plain = [_WROTE.sub(r"\2: \1", line) if "(" in line else line for line in plain]
    plain = [_without_source(PLACED.sub("", line), source) or line for line in plain]
    best: tuple[str, ...] = ()
    most = 0.0
    for at, line in enumerate(plain):
        is_told = any(plain[near] != lines[near] for near in _near(at, len(lines)))
        is_told = is_told or (bool(source) and _holds(line, source))
        for found in named_in(line, source) if line != source else ():
            weight = _weight(found, page, is_told)
            if weight > most:
                best, most = found.names, weight
        if most == _SURE:
            break
        if not best and (names_here := byline_names(lines[at], source=source)):
            best, most = names_here, _SURE
    return best


def _without_source(line: str, source: str) -> str:
    """The line without the source's name before or behind it: Ada Quill Harbour Post."""
    bare = line.strip(_SIGNS).removeprefix(source).lstrip(_SIGNS)
    return bare.removesuffix(f" {source}").rstrip(_SIGNS) if source else bare


def _holds(line: str, words: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", line) is not None


def marked_names(text: str, *, source: str = "") -> tuple[str, ...]:
    """The persons in what the markup calls the byline."""
    text = PLACE.sub("", without_times(text))
    found = [one for one in named_in(text, source) if not _is_image(one.before)]
    return found[0].names if found else ()


def signed(blocks: Sequence[Block], source: str = "") -> tuple[str, ...]:
    """The persons whose names stand alone right below the text, or with their house's name."""
    last = max((at for at, block in enumerate(blocks) if block.reason is None), default=-1)
    below = blocks[last + 1] if 0 <= last < len(blocks) - 1 else None
    if below is None or below.kind != "p":
        return ()
    named = byline_names(below.text)
    if not named and not below.link_share:
        named = only_names(_WITH_AGENCY.sub("", below.text))
        name, _, houses = below.text.partition(",")
        if not named and houses and _are_houses(houses, source):
            named = only_names(name)
    told = any(name in block.text for name in named for block in blocks[: last + 1])
    return () if told else named  # whom the text speaks of, a tag names


def _are_houses(text: str, source: str) -> bool:
    """Whether all parts of the text are the source or agencies: "Harbour Post/agencies"."""
    own, known = set(tokens_of(source)), names("agencies") | names("desks")
    parts = [part.strip(" .") for part in _HOUSES.split(text)]
    return len(parts) <= _MOST_HOUSES and all(
        part.casefold() in known or (part and own.issuperset(tokens_of(part))) for part in parts
    )


def _near(at: int, count: int) -> range:
    """The line before and the two after; a date there makes a lone name a byline."""
    return range(max(0, at - 1), min(count, at + 3))


def _is_image(before: Sequence[str]) -> bool:
    return any(token in _images() for token in before)


@cache
def _images() -> frozenset[str]:
    return frozenset(book()["images"]["words"])


def _weight(found: Found, page: _Page, is_told: bool) -> float:
    """How likely it is that the line names its writers; `is_told`, it has a date or the source."""
    before = [token for token in found.before if token not in ",:&+"]
    if _is_image(before) or len(before) > _MOST_BEFORE:
        return 0.0
    if len(before) > 2 and before[-2] in PLACING:  # a place
        before = before[:-2]
    if before and _tells_of_writing(before, found.before[-1]):
        return _SURE
    is_open = not before or found.before[-1] == ":"
    return _weight_alone(found, page, is_told and is_open)


def _tells_of_writing(before: Sequence[str], last: str) -> bool:
    """Whether the words before a name, the last of them perhaps a sign, make it a writer's."""
    kinds = [t in byline_words("kinds") or t.startswith(roles()) for t in before]
    if before[-1] in byline_words("before") or kinds[-1]:
        return True
    return any(kinds) and (before[-1] in byline_words("linking") or last in (",", ":"))


def _weight_alone(found: Found, page: _Page, is_told: bool) -> float:
    """The weight of names with no word of writing before them."""
    low = _LOW * len(page)
    spots = [at for at, (text, _) in enumerate(page) if found.names[0] in text]
    if any(at < low and page[at][1] for at in spots):
        return 0.0  # the text speaks of them
    if any(at >= low for at in spots):
        return 3.0
    if any(plain_word(word).startswith(roles()) for word in found.after.split()[:4]):
        return 2.0
    return 1.0 if is_told and len(found.after.split()) <= _MOST_BEFORE else 0.0
