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
    """The windows of one text, `longest` tokens each but the last, special ones around each.

    Tokenisers can make windows too, but some versions (tokenizers 0.23.1 and 0.23.2) give the first
    one only.
    """
    encoded = tokenizer(content, return_offsets_mapping=True, verbose=False)
    ids, offsets, words = encoded["input_ids"], encoded["offset_mapping"], encoded.word_ids()
    if len(ids) <= longest:
        yield Window(text, ids, offsets, words)
        return
    ours = [i for i, word in enumerate(words) if word is not None]
    first, last = ours[0], ours[-1] + 1
    size = longest - first - (len(ids) - last)
    for start in range(first, last, size - min(OVERLAP, longest // 4)):
        end = min(start + size, last)
        kept = [*range(first), *range(start, end), *range(last, len(ids))]
        yield Window(text, *([each[i] for i in kept] for each in (ids, offsets, words)))
        if end == last:
            return


def keep_deepest(words: dict[int, Judged], window: Window, shares: torch.Tensor) -> None:
    """Adds each word of the window, unless another window has seen more around it.

    `shares` has the shape (tokens, labels).
    """
    certain, labels = (each.tolist() for each in shares.max(-1))
    here: dict[int, Judged] = {}
    for i, word in enumerate(window.words):
        if word is None:
            continue
        start, end = window.offsets[i]
        if word in here:  # a later piece only moves the end
            here[word] = here[word]._replace(end=end)
        else:
            depth = min(i, len(window.words) - 1 - i)
            here[word] = Judged(start, end, labels[i], certain[i], depth)
    for word, judged in here.items():
        if word not in words or judged.depth > words[word].depth:
            words[word] = judged
