"""Batches of one fixed shape, so that a text's result never depends on its neighbours.

A matrix product's last bits depend on its shape, not on what its other rows hold. So every text
is padded to the next of a few lengths, and every batch of a length has the same number of rows;
where texts run out, the last one is repeated. Alone or among a thousand, a text meets the same
shapes and comes out with the same bytes.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple


class Batch(NamedTuple):
    """Which texts to run together: `rows` are their positions, `filler` repeats of the last."""

    rows: tuple[int, ...]
    filler: int
    length: int

    @property
    def filled(self) -> list[int]:
        """The position of the text in every row, filler included."""
        return [*self.rows, *[self.rows[-1]] * self.filler]


def fixed_batches(lengths: Iterable[int], rows_of: Mapping[int, int]) -> Iterator[Batch]:
    """Batches that cover every text once: each as soon as it is full, the others at the end.

    So the first can run before the last lengths are known. `rows_of` maps each allowed padded
    length to its number of rows; no text may be longer.
    """
    allowed = sorted(rows_of)
    waiting: dict[int, list[int]] = {length: [] for length in allowed}
    for position, tokens in enumerate(lengths):
        length = allowed[bisect_left(allowed, tokens)]
        waiting[length].append(position)
        if len(waiting[length]) == rows_of[length]:
            yield Batch(tuple(waiting[length]), 0, length)
            waiting[length] = []
    for length, rows in waiting.items():
        if rows:
            yield Batch(tuple(rows), rows_of[length] - len(rows), length)


def rows_within(tokens: int, lengths: Iterable[int], most: int | None = None) -> dict[int, int]:
    """For each padded length the rows that hold `tokens` together: at least 1, at most `most`."""
    rows_of = {length: max(1, tokens // length) for length in lengths}
    return {length: min(rows, most or rows) for length, rows in rows_of.items()}
