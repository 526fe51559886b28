"""How far a worker is: what it holds, what it has done, how much is left."""

import time
from collections.abc import Sequence
from typing import Any

Partition = Any  # Faust's TP: a named tuple of topic and partition


class Progress:
    """Kept by the worker, read by health checks and metrics."""

    def __init__(self) -> None:
        self.is_joined = False  # the group has given us our partitions, be they none
        self.position: dict[Partition, int] = {}  # the next offset to acknowledge
        self.end: dict[Partition, int] = {}  # the offset after the last message, as last asked
        self._held_since_s: float | None = None  # monotonic; when the batch in hand was begun
        self._oldest_held_s: float | None = None  # Kafka's time of the oldest message in hand
        self._oldest_waiting_s: dict[Partition, float] = {}

    def started(self, events: Sequence[Any]) -> None:
        """A batch was taken."""
        self._held_since_s = time.monotonic()
        self._oldest_held_s = min(event.message.timestamp or time.time() for event in events)

    def acknowledged(self, events: Sequence[Any]) -> None:
        """A batch is done."""
        self._held_since_s = self._oldest_held_s = None
        for event in events:
            self.position[event.message.tp] = event.message.offset + 1
            self._oldest_waiting_s[event.message.tp] = event.message.timestamp or time.time()

    def assigned(self, partitions: Sequence[Partition]) -> None:
        """The group gave us these and no others."""
        self.is_joined = True
        for known in (self.position, self.end, self._oldest_waiting_s):
            for gone in set(known) - set(partitions):
                del known[gone]

    def lag(self) -> dict[Partition, int]:
        """Messages not yet acknowledged, by partition."""
        return {
            tp: max(end - self.position[tp], 0)
            for tp, end in self.end.items()
            if tp in self.position
        }

    def batch_age_s(self) -> float:
        """Since when the batch in hand is worked on, seconds; 0 where there is none."""
        return time.monotonic() - self._held_since_s if self._held_since_s is not None else 0.0

    def oldest_age_s(self) -> float:
        """Age of the oldest work, seconds: of the batch in hand, else of what waits behind it."""
        waiting = [self._oldest_waiting_s.get(tp) for tp, lag in self.lag().items() if lag]
        times = [t for t in (self._oldest_held_s, *waiting) if t is not None]
        return max(time.time() - min(times), 0.0) if times else 0.0
