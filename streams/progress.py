"""How far a worker is: what it holds, what it has done, how much is left."""

import time
from collections import deque
from collections.abc import Iterable, Sequence

from .message import Message

Partition = tuple[str, int]  # topic and number


class Progress:
    """Kept by the worker, read by health checks and metrics."""

    def __init__(self) -> None:
        self.is_joined = False  # the group has given us our partitions, be they none
        self.partitions: tuple[Partition, ...] = ()
        self.done_count = 0  # messages acknowledged since the start
        self._heard_at = time.monotonic()
        self.left: dict[Partition, tuple[int, int]] = {}  # committed and end, as last asked
        self._position: dict[Partition, int] = {}  # the next offset to acknowledge
        # Of each batch in hand: when it was begun, monotonic, and Kafka's time of its oldest.
        self._held: deque[tuple[float, float]] = deque()
        self._last_done: dict[Partition, float] = {}  # Kafka's time of the last message done

    def assigned(self, partitions: Iterable[Partition]) -> None:
        """The group gave us these and no others."""
        self.is_joined = True
        self.heard()
        self.partitions = tuple(sorted(partitions))
        for known in (self._position, self._last_done):
            for gone in set(known) - set(self.partitions):
                del known[gone]

    def heard(self) -> None:
        """The brokers have answered."""
        self._heard_at = time.monotonic()

    def silence_s(self) -> float:
        """Since when no broker has answered, seconds; 0 where the worker has nothing to ask."""
        return time.monotonic() - self._heard_at if self.partitions else 0.0

    def started(self, messages: Sequence[Message]) -> None:
        """A batch was taken."""
        oldest = min(message.timestamp_ms or 0 for message in messages)
        self._held.append((time.monotonic(), _seconds(oldest)))

    def acknowledged(self, messages: Sequence[Message]) -> None:
        """The oldest batch in hand is done."""
        self._held.popleft()
        self.done_count += len(messages)
        last = {(message.topic, message.partition): message for message in messages}
        for partition, message in last.items():
            self._position[partition] = message.offset + 1
            self._last_done[partition] = _seconds(message.timestamp_ms or 0)

    def lag(self) -> dict[Partition, int]:
        """Messages not yet acknowledged, by partition."""
        return {
            partition: max(end - max(committed, self._position.get(partition, 0)), 0)
            for partition, (committed, end) in self.left.items()
            if partition in self.partitions
        }

    def batch_age_s(self) -> float:
        """Since when the oldest batch in hand is worked on, seconds; 0 where there is none."""
        return time.monotonic() - self._held[0][0] if self._held else 0.0

    def oldest_age_s(self) -> float:
        """Age of the oldest work, seconds: of the batches in hand, or of what waits behind them."""
        waiting = [self._last_done.get(partition) for partition, lag in self.lag().items() if lag]
        times = [t for t in (*(oldest for _, oldest in self._held), *waiting) if t is not None]
        return max(time.time() - min(times), 0.0) if times else 0.0


def _seconds(timestamp_ms: int) -> float:
    """Kafka's time in seconds; now where there is none, which Kafka writes as -1."""
    return timestamp_ms / 1000 if timestamp_ms > 0 else time.time()
