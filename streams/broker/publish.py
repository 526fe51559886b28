"""Send messages and wait until the broker has every one of them."""

import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from streams.message import Headers

from .offsets import require_topics
from .properties import MAX_MESSAGE_BYTES
from .reach import admin_client
from .security import Connection, kafka_python_options

if TYPE_CHECKING:
    from kafka import KafkaProducer
    from kafka.producer.future import FutureRecordMetadata

Outgoing = tuple[bytes | None, bytes | None, Headers]
"""Key, value, headers."""

DELIVERY_TIMEOUT_S = 30.0
# kafka-python sets no bound of its own to what waits for the broker.
PENDING_BYTES = 32 * 1024 * 1024
PENDING_COUNT = 10_000
BATCH_BYTES = 256 * 1024  # some thirty articles a request: its default holds two
LINGER_MS = 20
_MORE = "set NEWSMILL_MAX_MESSAGE_BYTES higher, and alter the topic's max.message.bytes"
RECONNECT_MS = 1000  # a restarting broker is found soon: the default waits up to 30 s


@dataclass(frozen=True, slots=True)
class Failure:
    """A message that cannot be sent, whatever one tries; `position` counts from 0."""

    position: int
    key: bytes | None
    reason: str


@dataclass(frozen=True, slots=True)
class Published:
    """How many messages the broker has, and those it will never take."""

    count: int
    failures: tuple[Failure, ...]


class PublishError(Exception):
    """The broker was lost on the way; `published` tells what it acknowledged before."""

    def __init__(self, topic: str, published: Published, error: BaseException) -> None:
        super().__init__(
            f"the broker acknowledged {published.count} messages for {topic}, then no more"
            f" ({type(error).__name__}: {error}): the rest may or may not have arrived"
        )
        self.published = published


def publish(
    connection: Connection,
    topic: str,
    messages: Iterable[Outgoing],
    rate: float | None = None,
    on_progress: Callable[[int], None] | None = None,
    timeout_s: float = DELIVERY_TIMEOUT_S,
) -> Published:
    """Send all messages, at most `rate` a second, and wait for the delivery of each.

    Keeps at most 32 MB of them in memory. `on_progress` is told the number delivered so far.
    With a rate, each leaves at once: it has no company to wait for.
    Raises BrokerUnreachable, TopicMissing, and PublishError when deliveries stop for `timeout_s`.
    """
    require_topics(connection, [topic])
    limit = min(MAX_MESSAGE_BYTES, _topic_limit_bytes(connection, topic))
    pending = _Pending(topic, limit, on_progress or (lambda _count: None))
    linger_ms = 0 if rate is not None else LINGER_MS
    with _producer(connection, limit, timeout_s, linger_ms) as producer:
        for position, message in enumerate(paced(messages, rate)):
            pending.send(producer, position, message)
            pending.settle()
        pending.settle(keep_bytes=0, keep_count=0)
    return pending.published


def _topic_limit_bytes(connection: Connection, topic: str) -> int:
    """The topic's `max.message.bytes`: one message above it would end the producer for good."""
    from kafka.admin import ConfigResource, ConfigResourceType

    with admin_client(connection) as client:
        resource = ConfigResource(ConfigResourceType.TOPIC, topic)
        found = client.describe_configs([resource], config_filter="all")["topic"][topic]
    # Who may write need not be allowed to ask: then the answer is empty.
    return int(found["max.message.bytes"]["value"]) if found else MAX_MESSAGE_BYTES


@contextmanager
def _producer(
    connection: Connection, limit_bytes: int, timeout_s: float, linger_ms: int
) -> Iterator["KafkaProducer"]:
    from kafka import KafkaProducer

    producer = KafkaProducer(
        **kafka_python_options(connection),
        acks="all",
        max_request_size=limit_bytes,
        batch_size=min(BATCH_BYTES, limit_bytes),
        linger_ms=linger_ms,
        delivery_timeout_ms=int(timeout_s * 1000),
        request_timeout_ms=int(timeout_s * 1000) - linger_ms,
        max_block_ms=int(timeout_s * 1000),
        reconnect_backoff_max_ms=RECONNECT_MS,
        allow_auto_create_topics=False,
    )
    try:
        yield producer
    finally:
        producer.close(timeout=1)  # after the last delivery nothing is left to wait for


class _Pending:
    """Messages on their way, oldest first, and the count of those that arrived."""

    def __init__(self, topic: str, limit: int, on_progress: Callable[[int], None]) -> None:
        self._topic, self._limit, self._on_progress = topic, limit, on_progress
        self._waiting: deque[tuple[int, FutureRecordMetadata]] = deque()
        self._bytes = 0
        self._count = 0
        self._failures: list[Failure] = []

    @property
    def published(self) -> Published:
        return Published(self._count, tuple(self._failures))

    def send(self, producer: "KafkaProducer", position: int, message: Outgoing) -> None:
        from kafka.errors import KafkaError, MessageSizeTooLargeError

        key, value, headers = message
        try:
            future = producer.send(self._topic, key=key, value=value, headers=list(headers))
        except MessageSizeTooLargeError:
            reason = f"{len(value or b'')} bytes, where the topic takes {self._limit}: {_MORE}"
            self._failures.append(Failure(position, key, reason))
            return
        except (ValueError, TypeError) as error:
            self._failures.append(Failure(position, key, str(error).rpartition("Error: ")[2]))
            return
        except KafkaError as error:
            raise PublishError(self._topic, self.published, error) from error
        size = len(key or b"") + len(value or b"")
        self._waiting.append((size, future))
        self._bytes += size

    def settle(self, keep_bytes: int = PENDING_BYTES, keep_count: int = PENDING_COUNT) -> None:
        """Count what has arrived, and wait for the oldest while more than that is on its way."""
        before = self._count
        while self._waiting and (
            self._waiting[0][1].is_done
            or self._bytes > keep_bytes
            or len(self._waiting) > keep_count
        ):
            self._settle_oldest()
            if self._count % 1000 == 0:
                self._on_progress(self._count)
        if self._count != before:
            self._on_progress(self._count)

    def _settle_oldest(self) -> None:
        from kafka.errors import KafkaError

        size, future = self._waiting.popleft()
        self._bytes -= size
        try:
            future.get()  # ends by itself, at the latest with the delivery timeout
        except KafkaError as error:
            raise PublishError(self._topic, self.published, error) from error
        else:
            self._count += 1


def paced(
    messages: Iterable[Outgoing],
    rate: float | None,
    now: Callable[[], float] = time.monotonic,
    sleep: Callable[[float], None] = time.sleep,
) -> Iterator[Outgoing]:
    """The same messages, at most `rate` a second; a late one is not made up for by a burst."""
    due = now()
    for message in messages:
        if rate is not None:
            if (wait_s := due - now()) > 0:
                sleep(wait_s)
            due = max(due, now()) + 1 / rate
        yield message
