"""Faust's consumer, read by the batch.

Faust brings each message from the fetch to the agent by two tasks, a queue and a step of a stream:
that alone costs more than all that we do with a small article. Groups, assignments and commits are
Faust's as before, and so are the rules of its loop:
- nothing is read while the flow is stopped; what waits then is dropped, and before more is read
  all partitions go back to what is committed, or to their beginning where nothing is yet;
- what lies before the position is dropped, and gaps between offsets are told to the committer;
- what was taken is unacknowledged until all of it is done: a rebalance and the end wait for it.
"""

import asyncio
import logging
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from faust.transport.drivers import aiokafka as driver
from faust.types import TP
from mode.utils.futures import notify

from .message import Message
from .records import tolerate_names_in_aiokafka

log = logging.getLogger(__name__)

_LAST_COMMIT_S = 10.0  # a commit takes milliseconds
_LEAVE_S = 20.0  # the group; in a rebalance it takes as long as others need to come back
_WAIT_S = 1.0  # for messages that do not come; as long as Faust waits


@dataclass(eq=False)
class Batch:
    """Messages in hand, 1 or more, in the order of their offsets."""

    messages: list[Message]
    acked: bool = False  # the last two are what Faust asks of a message that is worked on
    refcount: int = 1


class Consumer(driver.Consumer):
    """Holds what has arrived until it is taken."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        tolerate_names_in_aiokafka()
        self._thread.shutdown_timeout = _LEAVE_S
        self._arrived: deque[Message] = deque()
        self._news = asyncio.Event()
        self._room = asyncio.Event()
        self._is_back = False  # at what is committed, after all that was dropped

    async def take(self, limit: int, linger_s: float = 0.0) -> Batch:
        """What has arrived, at most so much; where nothing has, waits for it.

        With `linger_s` a batch that is not full waits that long for more.
        """
        while True:
            while not self._arrived:
                self._news.clear()
                await self._news.wait()
            if linger_s and len(self._arrived) < limit:
                await asyncio.sleep(linger_s)
            if self._arrived:  # the flow may have stopped
                break
        size = min(limit, len(self._arrived))
        batch = Batch([self._arrived.popleft() for _ in range(size)])
        self.unacked.add(batch)
        self._room.set()
        return batch

    def acknowledge(self, batch: Batch) -> None:
        """The batch is done. Batches are acknowledged in the order in which they were taken."""
        offsets: dict[tuple[str, int], list[int]] = {}
        for message in batch.messages:
            offsets.setdefault((message.topic, message.partition), []).append(message.offset)
        for place, done in offsets.items():
            tp = TP(*place)
            known, committed = self._acked_index[tp], self._committed_offset[tp] or 0
            fresh = [offset for offset in done if offset >= committed and offset not in known]
            known.update(fresh)
            self._acked[tp].extend(fresh)
        batch.acked = True
        self.unacked.discard(batch)
        notify(self._waiting_for_ack)

    def stop_flow(self) -> None:
        """Before a rebalance and before the end."""
        super().stop_flow()
        self._is_back = False
        self._arrived.clear()
        self._room.set()

    async def perform_seek(self) -> None:
        """Also where nothing is committed: Faust leaves those partitions where they stand."""
        if not self.assignment():
            return  # aiokafka takes none for an error
        await super().perform_seek()
        new = [tp for tp in self.assignment() if self._committed_offset[tp] is None]
        if new:
            await self._thread.seek_to_beginning(*map(driver.ensure_aiokafka_TP, new))

    async def commit(self, *args: Any, **kwargs: Any) -> bool:
        """Faust's; at the end it waits only so long for brokers that may be gone."""
        if not self.app.should_stop:
            return bool(await super().commit(*args, **kwargs))
        try:
            return bool(await asyncio.wait_for(super().commit(*args, **kwargs), _LAST_COMMIT_S))
        except TimeoutError:
            log.warning("the brokers take no commit: what was done last will come again")
            return False

    def verify_event_path(self, now: float, tp: TP) -> None:
        """Not Faust's watch over its streams, which stand still here: ours is on /healthz."""

    async def _drain_messages(self, fetcher: Any) -> None:
        try:
            while not (self.should_stop or fetcher.should_stop):
                await self._read()
        except (*self.consumer_stopped_errors, asyncio.CancelledError):
            if not self.app.should_stop:
                raise

    async def _read(self) -> None:
        """One fetch, once there is room for it."""
        while len(self._arrived) >= self.app.conf.broker_max_poll_records:
            self._room.clear()
            await self._room.wait()
        if not self.flow_active:
            await self.wait(self.can_resume_flow)
        if not self._is_back:
            await self._go_back()
        records, active = await self._wait_next_records(_WAIT_S)
        for tp, found in (records or {}).items():
            if self._is_back and (
                active is None or tp in active or tp in self._buffered_partitions
            ):
                await self._keep(tp, found)
            else:
                self._is_back = False  # the flow or the partition stopped while this was fetched
        await asyncio.sleep(0)  # a fetch that is ready at once does not wait

    async def _go_back(self) -> None:
        self._is_back = True  # unless the flow stops meanwhile
        try:
            await self.perform_seek()
        except Exception:
            self._is_back = False
            if not self.app.rebalancing:  # after one it is tried again
                raise  # Kafka gives everything again to the next worker

    async def _keep(self, tp: TP, records: Sequence[Any]) -> None:
        """Adds what is new of a partition, unless the flow has stopped since."""
        position = self._read_offset[tp]
        fresh = []
        for record in records:
            offset = record.offset
            if position is not None and offset < position:
                continue
            if position and offset - position > 1:  # compacted, or marks of transactions
                await self._add_gap(tp, position + 1, offset - 1)
            position = offset
            fresh.append(_message(record))
        if self._is_back:
            self._read_offset[tp] = position
            self._arrived.extend(fresh)
            self._news.set()


def _message(record: Any) -> Message:
    """aiokafka's record as our message."""
    return Message(
        record.topic, record.key, record.value, tuple(record.headers),
        record.partition, record.offset, record.timestamp,
    )  # fmt: skip


class Transport(driver.Transport):
    """Faust's, with our consumer."""

    Consumer = Consumer
