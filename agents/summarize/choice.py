"""Which sentences: the news, then those that together tell most of what matters.

News is written as an inverted pyramid, and nothing that we measured beats the lead by much: graph
centrality, coverage of frequent words and a regression on seventeen features of sentences all lost
to it on unseen articles. What does is the worth of words (`importance.py`), each counted once for
the whole summary, so that a sentence is only as good as what it adds to the others.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from agents.models.protocols import Vectors

from .importance import importances
from .lead import lead
from .passages import Passage, stems

# Like the worth of words, in thousandths.
_SPEAKS = -4_200  # a question, or somebody's words
_DANGLING = -3_500
_REPEATS, _ALIKE = -10, 500  # a thousandth of cosine beyond that: two begin to say the same
_OVER = -560  # for each word beyond the aim: to be read costs time
_CHARS_A_WORD = 8.2  # so that 480 characters aim at 58 words
_CONTENDERS = 14  # enough to choose from; keeps the search small for any number of sentences


class Limits(NamedTuple):
    """How long a summary may be."""

    sentences: int
    chars: int


class Encoded(NamedTuple):
    """An article's passages and its title, with their vectors of length 1, one row a passage.

    Without a title, its vector is all zeros.
    """

    passages: Sequence[Passage]
    vectors: Vectors
    title: str
    title_vector: Vectors


class _Group(NamedTuple):
    """Some passages in text order, the lead first; their length, and what they are worth."""

    members: tuple[int, ...]
    chars: int
    words: int
    told: frozenset[str]  # stems
    worth: int


def choose(article: Encoded, limits: Limits) -> list[Passage]:
    """The best passages in text order.

    A single passage may be longer than the limit: a sentence is never cut.
    """
    found, vectors = article.passages, article.vectors
    titled = vectors @ article.title_vector
    wanted = stems(article.title)
    shares = [len(passage.stems & wanted) / max(1, len(wanted)) for passage in found]
    first = lead(found, titled, shares, limits.chars)
    worth = importances(found, article.title)
    # What stands before the lead only teases.
    alone = {i: _told_worth(found[i], found[first].stems, worth) for i in _untold(found, first)}
    contenders = sorted(sorted(alone, key=lambda i: (-alone[i], i))[:_CONTENDERS])
    groups = _groups(
        _start(first, found[first]),
        contenders,
        found,
        worth,
        _cosines([first, *contenders], vectors),
        limits,
    )
    aim = limits.chars / _CHARS_A_WORD
    best = max(groups, key=lambda g: (g.worth + round(_OVER * max(0.0, g.words - aim)), g.members))
    return [found[i] for i in best.members]


def _start(at: int, passage: Passage) -> _Group:
    return _Group((at,), len(passage.text), passage.word_count, passage.stems, 0)


def _untold(found: Sequence[Passage], first: int) -> list[int]:
    """Those behind the first, each sentence once: nobody wants to read it twice."""
    places: dict[str, int] = {found[first].text: first}
    for i in range(first + 1, len(found)):
        places.setdefault(found[i].text, i)
    return list(places.values())[1:]


def _told_worth(passage: Passage, told: frozenset[str], worth: Mapping[str, int]) -> int:
    """What the passage adds to what is told."""
    speaks = passage.is_question or passage.is_speech
    return sum(worth[stem] for stem in passage.stems - told) + _SPEAKS * speaks


def _cosines(chosen: Sequence[int], vectors: Vectors) -> dict[tuple[int, int], int]:
    """The cosine of each pair, in thousandths, so that no last bit of a float ever decides."""
    near = (vectors[chosen] @ vectors[chosen].T * 1_000).round()
    return {(i, j): int(near[a, b]) for a, i in enumerate(chosen) for b, j in enumerate(chosen)}


def _groups(
    group: _Group,
    others: Sequence[int],
    found: Sequence[Passage],
    worth: Mapping[str, int],
    cosines: Mapping[tuple[int, int], int],
    limits: Limits,
) -> Iterator[_Group]:
    """The group, and all that it grows to by later passages within the limits."""
    yield group
    if len(group.members) == limits.sentences:
        return
    told = {found[i].rank for i in group.members}
    for at, i in enumerate(others):
        passage = found[i]
        chars = group.chars + 1 + len(passage.text)
        if chars > limits.chars:
            continue
        nearest = max(cosines[i, j] for j in group.members)
        leans = bool(passage.leans_on) and told.isdisjoint(passage.leans_on)
        value = _told_worth(passage, group.told, worth) + _DANGLING * leans
        grown = _Group(
            (*group.members, i),
            chars,
            group.words + passage.word_count,
            group.told | passage.stems,
            group.worth + value + _REPEATS * max(0, nearest - _ALIKE),
        )
        yield from _groups(grown, others[at + 1 :], found, worth, cosines, limits)
