"""Read messages without a group: nothing is committed, nobody is disturbed."""

import time
from collections.abc import Callable, Generator, Iterator, Sequence
from typing import TYPE_CHECKING

from streams.message import Message
from streams.records import Parsers, tolerate_names

from .offsets import require_topics
from .properties import MAX_MESSAGE_BYTES
from .reach import reachable
from .security import Connection, kafka_python_options

if TYPE_CHECKING:
    from kafka import KafkaConsumer, TopicPartition
    from kafka.consumer.fetcher import ConsumerRecord

POLL_MS = 200  # how soon `stop` is heard
RECONNECT_MS = 1000  # a restarting broker is found soon: the default waits up to 30 s
SILENCE_S = 10.0  # before the end, this long without a message is worth a look at the broker


def tail(
    connection: Connection,
    topics: Sequence[str],
    from_beginning: bool = False,
    count: int | None = None,
    follow: bool = True,
    stop: Callable[[], bool] = lambda: False,
    last: int = 0,
) -> Generator[Message, None, None]:
    """Messages of the topics as they come, each partition in its order. Close it if left early.

    Begins now, or `last` messages of each partition before now, or at the beginning. Ends after
    `count` messages, when `stop` says so, and without `follow` at what was the end at the call.
    Raises BrokerUnreachable and TopicMissing, at the call; while following it waits for a broker
    that went away.
    """
    require_topics(connection, topics)
    consumer = _consumer(connection)
    ends = _begin(consumer, topics, from_beginning, last)
    return _read(consumer, connection, None if follow else ends, count, stop)


def _consumer(connection: Connection) -> "KafkaConsumer":
    from kafka import KafkaConsumer
    from kafka.consumer import fetcher
    from kafka.record import MemoryRecords, default_records

    batch = default_records.DefaultRecordBatch
    tolerate_names(fetcher, Parsers(MemoryRecords, MemoryRecords, batch))
    return KafkaConsumer(
        **kafka_python_options(connection),
        enable_auto_commit=False,
        auto_offset_reset="earliest",  # where retention has overtaken us
        max_partition_fetch_bytes=MAX_MESSAGE_BYTES,
        fetch_max_wait_ms=POLL_MS,
        reconnect_backoff_max_ms=RECONNECT_MS,
        allow_auto_create_topics=False,
    )


def _begin(
    consumer: "KafkaConsumer", topics: Sequence[str], from_beginning: bool, last: int
) -> dict["TopicPartition", int]:
    """Place the consumer; the offset after the last message of each partition."""
    from kafka import TopicPartition

    partitions = [
        TopicPartition(topic, number)
        for topic in topics
        for number in sorted(consumer.partitions_for_topic(topic))
    ]
    consumer.assign(partitions)
    first, ends = consumer.beginning_offsets(partitions), consumer.end_offsets(partitions)
    for one in partitions:
        offset = first[one] if from_beginning else max(first[one], ends[one] - last)
        consumer.seek(one, offset)
    return dict(ends)


def _read(
    consumer: "KafkaConsumer",
    connection: Connection,
    ends: dict["TopicPartition", int] | None,
    count: int | None,
    stop: Callable[[], bool],
) -> Generator[Message, None, None]:
    found, heard_at = 0, time.monotonic()
    try:
        while not stop() and found != count:
            if ends is not None:
                if all(consumer.position(one) >= end for one, end in ends.items()):
                    return
                if time.monotonic() - heard_at > SILENCE_S:
                    reachable(connection)
                    heard_at = time.monotonic()
            for message in _poll(consumer, ends, None if count is None else count - found):
                heard_at = time.monotonic()
                found += 1
                yield message
                if stop():
                    return
    finally:
        consumer.close()


def _poll(
    consumer: "KafkaConsumer", ends: dict["TopicPartition", int] | None, most: int | None
) -> Iterator[Message]:
    polled = consumer.poll(timeout_ms=POLL_MS, max_records=most)
    for partition, records in polled.items():
        for record in records:
            if ends is None or record.offset < ends[partition]:
                yield _message(record)


def _message(record: "ConsumerRecord") -> Message:
    return Message(
        topic=record.topic,
        key=record.key,
        value=record.value,
        headers=tuple(record.headers or ()),
        partition=record.partition,
        offset=record.offset,
        timestamp_ms=record.timestamp,
    )
