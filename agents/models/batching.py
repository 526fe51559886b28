"""Batches of one fixed shape, so that a text's result never depends on its neighbours.

A matrix product's last bits depend on its shape, not on what its other rows hold. So every text
is padded to the next of a few lengths, and every batch of a length has the same number of rows;
where texts run out, the last one is repeated. Alone or among a thousand, a text meets the same
shapes and comes out with the same bytes.
"""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
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


def fixed_batches(lengths: Sequence[int], rows_of: Mapping[int, int]) -> list[Batch]:
    """Batches that cover every text once, short texts first.

    `rows_of` maps each allowed padded length to its number of rows; no text may be longer.
    """
    allowed = sorted(rows_of)
    buckets: dict[int, list[int]] = {length: [] for length in allowed}
    for position, length in enumerate(lengths):
        buckets[allowed[bisect_left(allowed, length)]].append(position)
    return [
        Batch(tuple(rows), size - len(rows), length)
        for length, positions in buckets.items()
        for size in [rows_of[length]]
        for rows in (positions[i : i + size] for i in range(0, len(positions), size))
    ]


def rows_within(tokens: int, lengths: Iterable[int], most: int | None = None) -> dict[int, int]:
    """For each padded length the rows that hold `tokens` together: at least 1, at most `most`."""
    rows_of = {length: max(1, tokens // length) for length in lengths}
    return {length: min(rows, most or rows) for length, rows in rows_of.items()}
