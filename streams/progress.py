"""How far a worker is: what it holds, what it has done, how much is left."""

import time
from collections.abc import Iterable, Sequence
from typing import Any

Partition = tuple[str, int]  # topic and number


class Progress:
    """Kept by the worker, read by health checks and metrics."""

    def __init__(self) -> None:
        self.is_joined = False  # the group has given us our partitions, be they none
        self.partitions: tuple[Partition, ...] = ()
        self.done_count = 0  # messages acknowledged since the start
        self.left: dict[Partition, tuple[int, int]] = {}  # committed and end, as last asked
        self._position: dict[Partition, int] = {}  # the next offset to acknowledge
        self._held_since: float | None = None  # monotonic; when the batch in hand was begun
        self._oldest_held: float | None = None  # Kafka's time of the oldest message in hand
        self._last_done: dict[Partition, float] = {}  # Kafka's time of the last message done

    def assigned(self, partitions: Iterable[Partition]) -> None:
        """The group gave us these and no others."""
        self.is_joined = True
        self.partitions = tuple(sorted(partitions))
        for known in (self._position, self._last_done):
            for gone in set(known) - set(self.partitions):
                del known[gone]

    def started(self, events: Sequence[Any]) -> None:
        """A batch was taken."""
        self._held_since = time.monotonic()
        self._oldest_held = min(event.message.timestamp or time.time() for event in events)

    def acknowledged(self, events: Sequence[Any]) -> None:
        """A batch is done."""
        self._held_since = self._oldest_held = None
        self.done_count += len(events)
        for event in events:
            message = event.message
            self._position[message.topic, message.partition] = message.offset + 1
            self._last_done[message.topic, message.partition] = message.timestamp or time.time()

    def lag(self) -> dict[Partition, int]:
        """Messages not yet acknowledged, by partition."""
        return {
            partition: max(end - max(committed, self._position.get(partition, 0)), 0)
            for partition, (committed, end) in self.left.items()
            if partition in self.partitions
        }

    def batch_age_s(self) -> float:
        """Since when the batch in hand is worked on, seconds; 0 where there is none."""
        return time.monotonic() - self._held_since if self._held_since is not None else 0.0

    def oldest_age_s(self) -> float:
        """Age of the oldest work, seconds: of the batch in hand, else of what waits behind it."""
        waiting = [self._last_done.get(partition) for partition, lag in self.lag().items() if lag]
        times = [t for t in (self._oldest_held, *waiting) if t is not None]
        return max(time.time() - min(times), 0.0) if times else 0.0
