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
SILENCE_S = 5.0  # so long without a message is worth a question to the broker
ANSWER_MS = 2000  # for its answer; so long Ctrl-C may have to wait


def tail(
    connection: Connection,
    topics: Sequence[str],
    from_beginning: bool = False,
    count: int | None = None,
    follow: bool = True,
    stop: Callable[[], bool] = lambda: False,
    last: int = 0,
    tell: Callable[[str], None] = lambda _what: None,
) -> Generator[Message, None, None]:
    """Messages of the topics as they come, each partition in its order. Close it if left early.

    Begins now, or `last` messages of each partition before now, or at the beginning. Ends after
    `count` messages, when `stop` says so, and without `follow` at what was the end at the call.
    Raises BrokerUnreachable and TopicMissing, at the call; while following it waits for a broker
    that went away, and `tell` is told so, once, and when it is back.
    """
    require_topics(connection, topics)
    consumer = _consumer(connection)
    ends = _begin(consumer, topics, from_beginning, last)
    silence = _Silence(consumer, connection, tell)
    return _read(consumer, silence, None if follow else ends, count, stop)


def _consumer(connection: Connection) -> "KafkaConsumer":
    from kafka import KafkaConsumer
    from kafka.consumer import fetcher
    from kafka.record import MemoryRecords, default_records

    batch = default_records.DefaultRecordBatch
    tolerate_names(fetcher, Parsers(MemoryRecords, batch))
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


class _Silence:
    """What is done where no message comes: the broker is asked whether it is there."""

    def __init__(
        self, consumer: "KafkaConsumer", connection: Connection, tell: Callable[[str], None]
    ) -> None:
        self._consumer, self._connection, self._tell = consumer, connection, tell
        self._heard_at = time.monotonic()
        self._is_gone = False

    def heard(self) -> None:
        """The broker has said something."""
        if self._is_gone:
            self._tell(f"the broker at {self._connection.bootstrap} answers again")
        self._heard_at, self._is_gone = time.monotonic(), False

    def must_end(self) -> None:
        """Raises BrokerUnreachable where nobody answers."""
        if time.monotonic() - self._heard_at > SILENCE_S:
            reachable(self._connection)
            self.heard()

    def look(self) -> None:
        """Tells where nobody answers. The consumer itself connects anew as soon as it can."""
        from kafka.errors import KafkaError

        if time.monotonic() - self._heard_at < SILENCE_S:
            return
        try:
            self._consumer.end_offsets(self._consumer.assignment(), timeout_ms=ANSWER_MS)
        except KafkaError:
            if not self._is_gone:
                where = self._connection.bootstrap
                self._tell(f"no broker answers at {where}: waiting until one does; Ctrl-C ends it")
            self._is_gone = True
        else:
            self.heard()


def _read(
    consumer: "KafkaConsumer",
    silence: _Silence,
    ends: dict["TopicPartition", int] | None,
    count: int | None,
    stop: Callable[[], bool],
) -> Generator[Message, None, None]:
    found = 0
    try:
        while not stop() and found != count:
            if ends is None:
                silence.look()
            elif all(consumer.position(one) >= end for one, end in ends.items()):
                return
            else:
                silence.must_end()
            for message in _poll(consumer, ends, None if count is None else count - found):
                silence.heard()
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
