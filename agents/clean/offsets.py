"""Text that was edited, and the way back from its offsets to the original's."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import NamedTuple


class Edit(NamedTuple):
    """`text[start:end]` becomes `new`."""

    start: int
    end: int
    new: str


class _Step:
    """One pass of edits: where each begins and ends in the old and in the new text."""

    def __init__(self, edits: Sequence[Edit]) -> None:
        self.old_ends: list[int] = []
        self.old_starts: list[int] = []
        self.new_starts: list[int] = []
        self.new_ends: list[int] = []
        shift = 0
        for edit in edits:
            self.old_starts.append(edit.start)
            self.old_ends.append(edit.end)
            self.new_starts.append(edit.start + shift)
            shift += len(edit.new) - (edit.end - edit.start)
            self.new_ends.append(edit.end + shift)

    def start(self, position: int) -> int:
        """Where the old text of the character at `position` begins."""
        at = bisect_right(self.new_starts, position) - 1
        if at < 0:
            return position
        if position < self.new_ends[at]:
            return self.old_starts[at]
        return position - self.new_ends[at] + self.old_ends[at]

    def end(self, position: int) -> int:
        """Where the old text of the character at `position` ends."""
        at = bisect_right(self.new_starts, position) - 1
        if at < 0:
            return position + 1
        if position < self.new_ends[at]:
            return self.old_ends[at]
        return position + 1 - self.new_ends[at] + self.old_ends[at]


class Repaired:
    """A text after any number of passes; it knows where each character came from."""

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.text = raw
        self._steps: tuple[_Step, ...] = ()

    def edited(self, find: Callable[[str], list[Edit]]) -> "Repaired":
        """This text with the edits that `find` names, in order and without overlap."""
        edits = find(self.text)
        if not edits:
            return self
        pieces: list[str] = []
        at = 0
        for edit in edits:
            pieces += self.text[at : edit.start], edit.new
            at = edit.end
        after = Repaired(self.raw)
        after.text = "".join(pieces) + self.text[at:]
        after._steps = (_Step(edits), *self._steps)
        return after

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """The raw range that the non-empty `text[start:end]` came from."""
        if not self._steps:
            return start, end
        first, last = start, end - 1
        for step in self._steps[:-1]:
            first, last = step.start(first), step.end(last) - 1
        return self._steps[-1].start(first), self._steps[-1].end(last)
