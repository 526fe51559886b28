"""The words of `cues.toml`, ready to be found: cue phrases, and small word lists."""

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, partial
from importlib import resources
from itertools import compress
from typing import Any, Literal, NamedTuple

from schemas import RemovalReason

from .memo import Memo

Where = Literal["label", "start", "whole", "anywhere"]

_PHRASE_TOKEN = re.compile(r"\w+\*?|[^\w\s'’`]")
_MOST_SIGNS = 9  # before a block's first word
_PREFIX = 3  # phrases that begin with an open stem are looked up by so many letters
# Reasons of what is offered among the text of an article.
OFFERS: tuple[RemovalReason, ...] = ("advert", "related", "newsletter")
_LABEL_ENDS = frozenset(":|–—-·•.,/»>(")


class Cue(NamedTuple):
    """A phrase that was found, and what its list says about it."""

    phrase: str
    reason: RemovalReason
    where: Where
    ends: bool
    length: int  # in tokens
    marked: bool  # followed by a colon, dash or bar, or by nothing


class _Phrase(NamedTuple):
    tokens: list[str]
    is_open: bool  # holds a stem, or stands for any number
    text: str
    reason: RemovalReason
    where: Where
    limit: int
    ends: bool


_Candidates = tuple[tuple[int, _Phrase], ...]  # a word's place in phrases
_Index = dict[str, list[tuple[int, _Phrase]]]


@cache
def book() -> Mapping[str, Any]:
    """The data file as it is."""
    return tomllib.loads(resources.files(__package__).joinpath("cues.toml").read_text("utf-8"))


@cache
def words(table: str) -> Mapping[str, frozenset[str]]:
    """Language to words, of the tables `function`, `voice` and `polite`."""
    return {language: frozenset(line.split()) for language, line in book()[table].items()}


@cache
def names(kind: str) -> frozenset[str]:
    """The small lists about names: `agencies`, `desks`, `particles`."""
    return frozenset(book()["names"][kind])


class Cues:
    """Cue phrases: those at a block's start by their first word, others by their longest."""

    def __init__(self, phrases: Iterable[_Phrase]) -> None:
        first: _Index = {}  # of phrases at a block's start
        self._anywhere: _Index = {}
        stems = set[str]()
        for phrase in phrases:
            if phrase.where == "anywhere":
                at = max(range(len(phrase.tokens)), key=lambda at: _telling(phrase.tokens[at]))
                word = phrase.tokens[at]
                self._anywhere.setdefault(_key(word), []).append((at, phrase))
                if _is_open(word):
                    stems.add(word[:-1])
            else:
                first.setdefault(_key(phrase.tokens[0]), []).append((0, phrase))
        self._starting = Memo(partial(_candidates, first))
        self._holding = Memo(partial(_candidates, self._anywhere))
        self._stems = tuple(stems)

    def find(self, tokens: Sequence[str], count: int) -> Cue | None:
        """The most telling cue in a block of so many words; None where there is none."""
        best: Cue | None = None
        for at, phrase in self._spotted(tokens, count):
            if cue := _cue(phrase, tokens, at):
                best = cue if best is None or _weight(cue) > _weight(best) else best
        return best

    def _spotted(self, tokens: Sequence[str], count: int) -> list[tuple[int, _Phrase]]:
        """Where which phrases stand, looked up by one of their words."""
        spotted: list[tuple[int, _Phrase]] = []
        for at, token in enumerate(tokens[: _opening(tokens)]):
            for _, phrase in self._starting[token]:
                if count <= phrase.limit and _is_at(phrase, tokens, at):
                    spotted.append((at, phrase))
        for at in self._telling_spots(tokens):
            for before, phrase in self._holding[tokens[at]]:
                if count <= phrase.limit and before <= at and _is_at(phrase, tokens, at - before):
                    spotted.append((at - before, phrase))
        return spotted

    def _telling_spots(self, tokens: Sequence[str]) -> Iterable[int]:
        """Where the words may stand that phrases are looked up by; hardly any block has one."""
        said = " ".join(tokens)
        if any(map(said.__contains__, self._stems)):
            return range(len(tokens))
        return compress(range(len(tokens)), map(self._anywhere.__contains__, tokens))


def _key(token: str) -> str:
    """What a phrase is looked up by: a word, or the beginning of an open stem."""
    return token[:_PREFIX] + "*" if token.endswith("*") else token


def _is_open(token: str) -> bool:
    """Whether it stands for any number, or for all words that begin so."""
    return token == "#" or token.endswith("*")


def _telling(token: str) -> tuple[bool, int]:
    """What to look a phrase up by: a whole word before a stem, a long one before a short one."""
    return token[0].isalpha() and not token.endswith("*"), len(token)


def _candidates(table: _Index, token: str) -> _Candidates:
    """The phrases that may stand around a token, and how many of their words before it."""
    keys = (token, token[:_PREFIX] + "*", "#")
    known = [candidate for key in keys if key in table for candidate in table[key]]
    return tuple([(before, p) for before, p in known if _fits(p.tokens[before], token)])


def _opening(tokens: Sequence[str]) -> int:
    """How many tokens a block begins with: its first word, and signs before it."""
    for at, token in enumerate(tokens[:_MOST_SIGNS]):
        if token[0].isalpha():
            return at + 1
    return 1


def _is_at(phrase: _Phrase, tokens: Sequence[str], at: int) -> bool:
    """Whether the phrase stands at this place."""
    wanted = phrase.tokens
    here = tokens[at : at + len(wanted)]
    if here == wanted or not phrase.is_open:
        return here == wanted
    return len(here) == len(wanted) and all(map(_fits, wanted, here))


def _fits(part: str, token: str) -> bool:
    if part == token or (part == "#" and token.isdigit()):
        return True
    return part.endswith("*") and token.startswith(part[:-1]) and len(part) > 1


def _cue(phrase: _Phrase, tokens: Sequence[str], at: int) -> Cue | None:
    length = len(phrase.tokens)
    rest = tokens[at + length :]
    marked = not rest or rest[0] in _LABEL_ENDS or phrase.tokens[-1] == ":"
    if phrase.where == "whole" and any(token.isalpha() for token in (*tokens[:at], *rest)):
        return None
    return Cue(phrase.text, phrase.reason, phrase.where, phrase.ends, length, marked)


def _weight(cue: Cue) -> tuple[bool, bool, bool, int]:
    return cue.where == "whole", cue.ends, cue.marked, cue.length


def _phrases() -> Iterable[_Phrase]:
    for group in book()["cue"]:
        for language, texts in group.items():
            if language not in ("reason", "where", "limit", "ends"):
                for text in texts:
                    tokens = _PHRASE_TOKEN.findall(text.lower())
                    is_open = any(map(_is_open, tokens))
                    ends = group.get("ends", False)
                    rest = group["reason"], group["where"], group["limit"], ends
                    yield _Phrase(tokens, is_open, text, *rest)


def load_cues(keep: Callable[[str], bool] = lambda _: True) -> Cues:
    """All cue phrases, or those that `keep` accepts."""
    return Cues(phrase for phrase in _phrases() if keep(phrase.text))


@cache
def all_cues() -> Cues:
    """All cue phrases, read once."""
    return load_cues()
