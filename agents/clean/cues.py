"""The words of `cues.toml`, ready to be found: cue phrases, and small word lists."""

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from importlib import resources
from typing import Any, Literal, NamedTuple, cast

from schemas import RemovalReason

Where = Literal["label", "start", "whole", "anywhere"]

_TOKEN = re.compile(r"\w+|[^\w\s'’`]")
_PHRASE_TOKEN = re.compile(r"\w+\*?|[^\w\s'’`]")
_PREFIX = 3  # phrases that begin with an open stem are looked up by so many letters
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
    tokens: tuple[str, ...]
    text: str
    reason: RemovalReason
    where: Where
    limit: int
    ends: bool


_Index = dict[str, list[_Phrase]]


def tokens_of(text: str) -> list[str]:
    """Words and signs in lower case; apostrophes only part words."""
    return _TOKEN.findall(text.lower())


@cache
def book() -> Mapping[str, Any]:
    """The data file as it is."""
    return tomllib.loads(resources.files(__package__).joinpath("cues.toml").read_text("utf-8"))


@cache
def element_names() -> Mapping[RemovalReason, tuple[frozenset[str], tuple[str, ...]]]:
    """Reason to the whole words and the beginnings of words in names of such elements."""
    table = tomllib.loads(resources.files(__package__).joinpath("names.toml").read_text("utf-8"))
    return {
        cast(RemovalReason, reason): (
            frozenset(word for word in line.split() if not word.endswith("*")),
            tuple(word[:-1] for word in line.split() if word.endswith("*")),
        )
        for reason, line in table.items()
    }


@cache
def words(table: str) -> Mapping[str, frozenset[str]]:
    """Language to words, of the tables `function`, `voice` and `polite`."""
    return {language: frozenset(line.split()) for language, line in book()[table].items()}


@cache
def names(kind: str) -> frozenset[str]:
    """The small lists about names: `agencies`, `desks`, `particles`."""
    return frozenset(book()["names"][kind])


@cache
def months() -> Mapping[str, int]:
    """Names and short forms of months in all languages, to their number."""
    return {
        name: number for number, forms in enumerate(book()["months"]["names"], 1) for name in forms
    }


class Cues:
    """Cue phrases, looked up by their first word."""

    def __init__(self, phrases: Iterable[_Phrase]) -> None:
        self._first: _Index = {}  # of phrases at a block's start
        self._anywhere: _Index = {}
        for phrase in phrases:
            table = self._anywhere if phrase.where == "anywhere" else self._first
            table.setdefault(_key(phrase.tokens[0]), []).append(phrase)
        self._stems = {key[:-1] for key in self._anywhere if key.endswith("*")}

    def find(self, tokens: Sequence[str]) -> Cue | None:
        """The most telling cue in a block, given as its tokens; None where there is none."""
        first = next((at for at, token in enumerate(tokens[:9]) if token[0].isalpha()), 0)
        spots = [(at, self._first) for at in range(min(first + 1, len(tokens)))]
        exact, stems = self._anywhere, self._stems
        spots += [
            (at, exact)
            for at, token in enumerate(tokens)
            if token in exact or token[:_PREFIX] in stems
        ]
        best: Cue | None = None
        word_count = 0
        for at, table in spots:
            for phrase in _candidates(table, tokens[at]):
                if (end := _matched(phrase.tokens, tokens, at)) < 0:
                    continue
                word_count = word_count or sum(token[0].isalnum() for token in tokens)
                cue = _cue(phrase, tokens, at, end) if word_count <= phrase.limit else None
                if cue and (best is None or _weight(cue) > _weight(best)):
                    best = cue
        return best


def _key(token: str) -> str:
    """What a phrase is looked up by: its first word, or the beginning of an open stem."""
    return token[:_PREFIX] + "*" if token.endswith("*") else token


def _candidates(table: _Index, token: str) -> Iterable[_Phrase]:
    yield from table.get(token, ())
    yield from table.get(token[:_PREFIX] + "*", ())
    if token.isdigit():
        yield from table.get("#", ())


def _matched(phrase: Sequence[str], tokens: Sequence[str], at: int) -> int:
    """One past the last token of the phrase at `at`, or -1."""
    if at + len(phrase) > len(tokens):
        return -1
    for offset, part in enumerate(phrase):
        token = tokens[at + offset]
        if part == token or (part == "#" and token.isdigit()):
            continue
        if not (part.endswith("*") and token.startswith(part[:-1]) and len(part) > 1):
            return -1
    return at + len(phrase)


def _cue(phrase: _Phrase, tokens: Sequence[str], at: int, end: int) -> Cue | None:
    rest = tokens[end:]
    marked = not rest or rest[0] in _LABEL_ENDS or phrase.tokens[-1] == ":"
    if phrase.where == "whole" and any(token.isalpha() for token in (*tokens[:at], *rest)):
        return None
    return Cue(phrase.text, phrase.reason, phrase.where, phrase.ends, end - at, marked)


def _weight(cue: Cue) -> tuple[bool, bool, bool, int]:
    return cue.where == "whole", cue.ends, cue.marked, cue.length


def _phrases() -> Iterable[_Phrase]:
    for group in book()["cue"]:
        for language, texts in group.items():
            if language not in ("reason", "where", "limit", "ends"):
                for text in texts:
                    tokens = tuple(_phrase_tokens(text))
                    ends = group.get("ends", False)
                    yield _Phrase(
                        tokens, text, group["reason"], group["where"], group["limit"], ends
                    )


def _phrase_tokens(text: str) -> Iterable[str]:
    """Tokens of a phrase; a star stays with its stem."""
    return _PHRASE_TOKEN.findall(text.lower())


def load_cues(keep: Callable[[str], bool] = lambda _: True) -> Cues:
    """All cue phrases, or those that `keep` accepts."""
    return Cues(phrase for phrase in _phrases() if keep(phrase.text))


@cache
def all_cues() -> Cues:
    """All cue phrases, read once."""
    return load_cues()
