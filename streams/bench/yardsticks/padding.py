"""Batches as most programs make them: of texts of like length, filled up to the longest."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor
from typing import Any

import numpy as np
from numpy.typing import NDArray

Ids = Sequence[Sequence[int]]
Array = NDArray[Any]


def by_length(texts: Ids, size: int) -> Iterator[list[int]]:
    """The texts' positions, longest first, so many a batch."""
    order = sorted(range(len(texts)), key=lambda at: -len(texts[at]))
    return (order[at : at + size] for at in range(0, len(order), size))


def padded(texts: Ids) -> tuple[Array, Array]:
    """Ids and mask, each of shape (texts, the longest's tokens)."""
    ids = np.zeros((len(texts), max(map(len, texts))), dtype=np.int64)
    mask = np.zeros_like(ids)
    for row, text in enumerate(texts):
        ids[row, : len(text)] = text
        mask[row, : len(text)] = 1
    return ids, mask


def averaged(states: Array, mask: Array) -> Array:
    """Unit vectors, the means of the states that the mask does not hide."""
    weights = mask[..., None].astype(np.float32)
    means = (states * weights).sum(axis=1) / weights.sum(axis=1)
    found: Array = means / np.linalg.norm(means, axis=1, keepdims=True)
    return found


def in_batches(
    texts: Ids, size: int, run: Callable[[Ids], Array], pool: Executor | None = None
) -> Array:
    """A row a text in the order given; several batches at once where there is a pool."""
    batches = list(by_length(texts, size))
    given = [[texts[at] for at in batch] for batch in batches]
    found = list((pool.map if pool else map)(run, given))
    rows = np.concatenate(found)
    places = np.argsort([at for batch in batches for at in batch])
    ordered: Array = rows[places]
    return ordered
