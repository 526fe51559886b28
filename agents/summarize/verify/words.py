"""Words of a sentence, folded for comparison, and how two sentences' words line up."""

import re
import unicodedata
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from typing import NamedTuple

_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:[’'](?:s|t|re|ve|ll|d|m)\b)?|[^\W_]+")
_ELIDED = re.compile(r"\b([cdjlmnst]|qu|jusqu|lorsqu|puisqu)[’'](?=\w)", re.I)
_GAP = re.compile(r"\s+")


COPY = 0.8  # share of a sentence's words in one line of the evidence that makes it a copy
NEAR_COPY = 0.7  # share from which on the order of the words tells


class Word(NamedTuple):
    """A word as written, folded (no case, no accents), and where it begins."""

    text: str
    folded: str
    start: int


@lru_cache(maxsize=4096)
def fold(word: str) -> str:
    """Lower case, no accents, straight apostrophes."""
    plain = unicodedata.normalize("NFD", word.replace("’", "'").casefold())
    return "".join(c for c in plain if not unicodedata.combining(c))


@lru_cache(maxsize=256)
def words(text: str) -> tuple[Word, ...]:
    """The words of the text in order; elided articles stand apart from their nouns."""
    apart = _ELIDED.sub(lambda m: m[0][:-1] + " ", text)
    return tuple(Word(m[0], fold(m[0]), m.start()) for m in _WORD.finditer(apart))


@lru_cache(maxsize=256)
def worded_after(evidence: str, said: Sequence[Word]) -> tuple[str, float]:
    """The line of the evidence that has most of the words, and the share of them it has."""
    own = {w.folded for w in said}

    def share(line: str) -> float:
        return len(own & {w.folded for w in words(line)}) / max(1, len(own))

    best = max(evidence.splitlines() or [""], key=share)
    return best, share(best)


def is_inflection(one: str, other: str) -> bool:
    """Whether two folded words are forms of one: a shared stem and short, regular endings."""
    if one == other:
        return True
    stem = 0
    while stem < min(len(one), len(other)) and one[stem] == other[stem]:
        stem += 1
    endings = {one[stem:], other[stem:]}
    return stem >= 3 and endings <= {"", "s", "'s", "es", "e", "n", "en", "er", "em", "'"}


def is_kin(one: str, other: str) -> bool:
    """Whether two folded words are forms or derivations of one: Paris, Pariser."""
    if is_inflection(one, other):
        return True
    shared = 0
    while shared < min(len(one), len(other)) and one[shared] == other[shared]:
        shared += 1
    return shared >= 4 and shared >= max(
        0.75 * min(len(one), len(other)), 0.45 * max(len(one), len(other))
    )


def changes(evidence: Sequence[str], sentence: Sequence[str]) -> list[tuple[slice, slice]]:
    """Where the sentence has other words than the evidence, between words that are the same."""
    matcher = SequenceMatcher(None, evidence, sentence, autojunk=False)
    return [
        (slice(a, b), slice(c, d))
        for operation, a, b, c, d in matcher.get_opcodes()
        if operation != "equal"
    ]
