"""What Faust's consumer, read by the batch, hands over, drops and commits. Its broker is a list."""

import asyncio
from collections.abc import Callable
from typing import Any

import faust
import pytest
from aiokafka.structs import ConsumerRecord, TopicPartition
from faust.types import TP
from mode import Service

from streams.consumer import Consumer, Transport
from streams.message import Message

A, B = TP("news.raw", 0), TP("news.raw", 1)
MOST = 4  # messages that wait to be taken, before no more are fetched


class Thread(Service):
    """In place of the one with a loop and connections; notes what begins anew."""

    def __init__(self) -> None:
        super().__init__()
        self.begun: list[Any] = []

    async def seek_to_beginning(self, *partitions: TopicPartition) -> None:
        self.begun += partitions


class Fetching(Consumer):
    """Fetches what it is given, and notes its steps back to what is committed."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fetches: list[dict[Any, list[ConsumerRecord]]] = []
        self.while_fetching: Callable[[], None] = lambda: None
        self.seeks = 0
        self.committed: dict[TP, int | None] = {A: None, B: None}

    def _new_consumer_thread(self) -> Any:
        return Thread()

    async def _wait_next_records(self, _: float) -> Any:
        self.while_fetching()
        return self.fetches.pop(0) if self.fetches else {}, {A, B}

    def assignment(self) -> Any:
        return set(self.committed)

    async def seek_to_committed(self) -> Any:
        self.seeks += 1
        return self.committed


@pytest.fixture
async def consumer() -> Fetching:
    """One that has been assigned two partitions, and has committed nothing."""

    class Near(Transport):
        Consumer = Fetching

    app = faust.App("t", broker="kafka://127.0.0.1:1", broker_max_poll_records=MOST)
    app.transport = Near(app.conf.broker_consumer, app)
    app.topics._acking_topics.add(A.topic)
    return app.consumer


def records(tp: TP, *offsets: int) -> dict[Any, list[ConsumerRecord]]:
    """As aiokafka fetches them."""
    made = [
        ConsumerRecord(
            tp.topic, tp.partition, offset, 1000 + offset, 0, b"k", b"v", None, 1, 1, (("h", b"x"),)
        )
        for offset in offsets
    ]  # fmt: skip
    return {TopicPartition(*tp): made}


async def read(consumer: Fetching, *fetches: dict[Any, list[ConsumerRecord]]) -> None:
    consumer.fetches += fetches
    while consumer.fetches:
        await consumer._read()


def places(messages: list[Message]) -> list[tuple[int, int]]:
    return [(message.partition, message.offset) for message in messages]


def commit(consumer: Fetching) -> dict[TP, int]:
    """What Faust's committer would commit now."""
    offsets: dict[TP, int] = consumer._filter_committable_offsets([A, B])
    consumer._committed_offset.update(offsets)
    return offsets


async def test_a_batch_is_what_has_arrived_up_to_its_limit(consumer: Fetching) -> None:
    await read(consumer, {**records(A, 0, 1), **records(B, 7)})
    assert places((await consumer.take(2)).messages) == [(0, 0), (0, 1)]
    (last,) = (await consumer.take(2)).messages
    assert last == Message("news.raw", b"k", b"v", (("h", b"x"),), 1, 7, 1007)


async def test_who_finds_nothing_waits(consumer: Fetching) -> None:
    taking = asyncio.create_task(consumer.take(2))
    await asyncio.sleep(0)
    assert not taking.done()
    await read(consumer, records(A, 3))
    assert places((await taking).messages) == [(0, 3)]


async def test_who_lingers_gets_what_comes_meanwhile(consumer: Fetching) -> None:
    await read(consumer, records(A, 0))
    taking = asyncio.create_task(consumer.take(9, linger_s=0.05))
    await asyncio.sleep(0)
    await read(consumer, records(A, 1))
    assert places((await taking).messages) == [(0, 0), (0, 1)]


async def test_no_more_is_fetched_than_there_is_room_for(consumer: Fetching) -> None:
    await read(consumer, records(A, *range(MOST)))
    reading = asyncio.create_task(read(consumer, records(A, MOST)))
    await asyncio.sleep(0.01)
    assert not reading.done()
    await consumer.take(1)
    await reading


async def test_what_waits_when_the_flow_stops_is_dropped(consumer: Fetching) -> None:
    await read(consumer, records(A, 0, 1))
    consumer.stop_flow()
    taking = asyncio.create_task(consumer.take(9))
    consumer.resume_flow()
    await read(consumer, records(A, 1))
    assert places((await taking).messages) == [(0, 1)]


async def test_a_fetch_that_a_stop_overtakes_is_dropped_and_read_again(consumer: Fetching) -> None:
    def stop() -> None:
        consumer.stop_flow()
        consumer.resume_flow()
        consumer.while_fetching = lambda: None

    await read(consumer, records(A, 0))
    consumer.while_fetching = stop
    await read(consumer, records(A, 1, 2))
    assert not consumer._arrived
    assert consumer.seeks == 1
    await read(consumer, records(A, 0, 1))
    assert consumer.seeks == 2
    assert places((await consumer.take(9)).messages) == [(0, 0), (0, 1)]


async def test_what_was_fetched_of_a_paused_partition_is_read_again(consumer: Fetching) -> None:
    await read(consumer, records(TP("news.raw", 2), 0))
    assert not consumer._arrived
    await read(consumer, records(A, 0))
    assert consumer.seeks == 2


async def test_partitions_without_a_commit_go_back_to_their_beginning(consumer: Fetching) -> None:
    consumer.committed = {A: 7, B: None}
    await read(consumer, records(A, 7))
    assert consumer._thread.begun == [TopicPartition(*B)]
    consumer.stop_flow()
    consumer.resume_flow()
    await read(consumer, records(B, 0))
    assert consumer._thread.begun == [TopicPartition(*B)] * 2


async def test_who_has_no_partitions_has_nowhere_to_go_back_to(consumer: Fetching) -> None:
    consumer.committed = {}
    await consumer._read()
    assert consumer.seeks == 0


async def test_a_step_back_that_fails_ends_the_reading_but_in_a_rebalance(
    consumer: Fetching,
) -> None:
    async def fail() -> None:
        raise ConnectionError

    consumer.seek_to_committed = fail
    with pytest.raises(ConnectionError):
        await consumer._read()
    consumer.app.rebalancing = True
    await read(consumer, records(A, 0))
    assert not consumer._arrived


async def test_what_lies_before_the_position_is_dropped(consumer: Fetching) -> None:
    consumer.committed = {A: 5, B: None}
    await read(consumer, records(A, 3, 4, 5, 6))
    assert places((await consumer.take(9)).messages) == [(0, 5), (0, 6)]


async def test_a_batch_is_unacknowledged_until_it_is_done(consumer: Fetching) -> None:
    await read(consumer, records(A, 0, 1, 2))
    batch = await consumer.take(2)
    assert set(consumer.unacked) == {batch}
    assert commit(consumer) == {}
    consumer.acknowledge(batch)
    assert not consumer.unacked
    assert commit(consumer) == {A: 2}


async def test_every_partition_is_committed_up_to_what_is_done(consumer: Fetching) -> None:
    consumer.committed = {A: None, B: 4}
    await read(consumer, {**records(A, 0), **records(B, 4, 5)}, records(B, 6))
    consumer.acknowledge(await consumer.take(3))
    assert commit(consumer) == {A: 1, B: 6}
    consumer.acknowledge(await consumer.take(3))
    assert commit(consumer) == {B: 7}


@pytest.mark.parametrize("committed", [None, 1])
async def test_offsets_that_compaction_took_hold_nothing_up(
    consumer: Fetching, committed: int | None
) -> None:
    consumer.committed = {A: committed, B: None}
    await read(consumer, records(A, 2, 5, 6, 9))
    for size, expected in ((1, 3), (2, 7), (1, 10)):
        consumer.acknowledge(await consumer.take(size))
        assert commit(consumer) == {A: expected}
