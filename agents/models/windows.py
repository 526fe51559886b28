"""Long texts in overlapping windows of tokens, and what the windows say of each word.

Each token is judged in the window where it stands furthest from the edges. A word takes the label
of its first piece, as such models are trained.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

import torch

OVERLAP = 64  # tokens that neighbouring windows share; names are far shorter


class Window(NamedTuple):
    """Some tokens of one text: ids, and for each its offsets and word, None for special ones."""

    text: int
    ids: list[int]
    offsets: list[tuple[int, int]]
    words: list[int | None]


class Judged(NamedTuple):
    """A word: its offsets, label id, the label's share, and how far its piece is from the edges."""

    start: int
    end: int
    label: int
    share: float
    depth: int


def windows_of(text: int, content: str, tokenizer: Any, longest: int) -> Iterator[Window]:
    """The windows of one text, `longest` tokens each but the last."""
    encoded = tokenizer(
        content,
        truncation=True,
        max_length=longest,
        stride=min(OVERLAP, longest // 4),
        return_overflowing_tokens=True,
        return_offsets_mapping=True,
    )
    for i, ids in enumerate(encoded["input_ids"]):
        yield Window(text, ids, encoded["offset_mapping"][i], encoded.word_ids(i))


def keep_deepest(words: dict[int, Judged], window: Window, shares: torch.Tensor) -> None:
    """Adds each word of the window, unless another window has seen more around it.

    `shares` has the shape (tokens, labels).
    """
    certain, labels = shares.max(-1)
    here: dict[int, Judged] = {}
    for i, word in enumerate(window.words):
        if word is None:
            continue
        start, end = window.offsets[i]
        if word in here:  # a later piece only moves the end
            here[word] = here[word]._replace(end=end)
        else:
            depth = min(i, len(window.words) - 1 - i)
            here[word] = Judged(start, end, int(labels[i]), float(certain[i]), depth)
    for word, judged in here.items():
        if word not in words or judged.depth > words[word].depth:
            words[word] = judged
