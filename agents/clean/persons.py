"""Names of persons in a line of text: capitalised words in a row that are nothing else."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from .authors import is_person, without_department
from .cues import book, names, words
from .dates import months


def _set(line: str) -> frozenset[str]:
    return frozenset(line.split())


_SIGNS = re.compile(r"[|•·;<>(\[{\t]|\s[-–—/]+\s")
# A slash between two pairs of capitalised words: First Last / First Last.
_SLASHED = re.compile(
    r"(?<=[a-zà-ÿA-ZÀ-Þ])\s/\s(?=[A-ZÀ-Þ](?:\.|[\w'’-]+)\s[A-ZÀ-Þ][\w'’-]+(?:[.,]|\s\(|$))"
)
_MARKS = re.compile(r"[*_`^]+|#+(?!\w)")
_PIECE = re.compile(r"[^\s,:&+]+|[,:&+]")
_NAME = re.compile(r"(?:[^\W\d_]\.|[^\W\d_]+(?:[-'’.][^\W\d_]+)*)\.?")
_AND = _set("und and et y e en i oraz och og & + mit with avec con")
PLACING = _set(  # words before the place that a report comes from
    "in aus from at à en depuis desde da z uit em"
)
_LONGEST = 24  # words; what is longer is a sentence


class Found(NamedTuple):
    """Names in a part of a line, and what stands before and after them."""

    names: tuple[str, ...]
    before: tuple[str, ...]
    after: str


def named_in(line: str, source: str) -> Iterator[Found]:
    """The first names in each part of the line."""
    for part in _SIGNS.split(_SLASHED.sub(", ", _MARKS.sub("", line))):
        tokens = _PIECE.findall(part)
        if len(tokens) > _LONGEST:
            continue
        for at, token in enumerate(tokens):
            if not token[0].isupper():
                continue  # no name begins so
            if at and tokens[at - 1].lower() in PLACING and _is_pair(tokens, at + 1):
                continue  # a place, then the name
            found, end = _names_at(tokens, at, source)
            if found:
                yield Found(found, tuple(map(plain_word, tokens[:at])), " ".join(tokens[end:]))
                break


def _names_at(tokens: Sequence[str], at: int, source: str) -> tuple[tuple[str, ...], int]:
    """The names in a row from this token on, and where they end."""
    found: list[str] = []
    end = at
    while (next_end := _name_end(tokens, at)) > at:
        words = tokens[at:next_end]
        has_role = _is_role(tokens[next_end : next_end + 1])
        name = " ".join(without_department(words) if has_role else words).rstrip(".")
        if not is_person(name, source=source):
            break
        if found and has_role:
            break  # First Last, World Affairs Editor
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
        if is_particle and token.lower() in byline_words("before") and _is_pair(tokens, end + 1):
            break  # `from the place by First Last`, not a name with a particle
        end += 1
        if token.endswith(".") and len(token) > 3:  # a sentence's end, not an initial
            break
    while end > at and tokens[end - 1].lower() in names("particles"):
        end -= 1
    return end


def _is_role(tokens: Sequence[str]) -> bool:
    return any(plain_word(token).startswith(roles()) for token in tokens)


def _is_pair(tokens: Sequence[str], at: int) -> bool:
    """Whether two words of a name follow, which need no particle before them."""
    pair = tokens[at : at + 2]
    return len(pair) == 2 and all(_may_be_name(token, is_first=True) for token in pair)


def _may_be_name(token: str, *, is_first: bool) -> bool:
    if not token[0].isupper() or not _NAME.fullmatch(token):
        return False
    plain = plain_word(token)
    if plain in _no_names() or plain.startswith(roles()):
        return False
    is_initial = len(token) == 2 and token[1] == "."
    return is_initial or not (is_first and plain in _common())


@cache
def _no_names() -> frozenset[str]:
    """Words of bylines, months, desks and platforms."""
    lists = (byline_words("before"), byline_words("kinds"), names("desks"), names("platforms"))
    return frozenset().union(*lists, months())


@cache
def _common() -> frozenset[str]:
    """Function words and words for images, which begin no name; but for those that do."""
    known = (words("function")[language] for language in ("de", "en", "fr", "es", "it"))
    return frozenset(book()["images"]["words"]).union(*known) - {"will", "may"}


def plain_word(token: str) -> str:
    """A token in lower case without signs around it."""
    return token.lower().strip(".'’")


@cache
def byline_words(kind: str) -> frozenset[str]:
    """The words about bylines of one kind: `before`, `kinds` or `linking`."""
    return frozenset(book()["bylines"][kind])


@cache
def roles() -> tuple[str, ...]:
    """Beginnings of the words for what a writer is."""
    return tuple(book()["bylines"]["roles"])
