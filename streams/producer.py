"""Sends messages and waits until the brokers have them."""

import asyncio
import random
from collections.abc import Iterable
from typing import Any

from aiokafka import AIOKafkaProducer
from aiokafka.producer.message_accumulator import BatchBuilder

from .broker.security import Connection, async_token_provider, ssl_context
from .message import Message
from .partitions import partition_of

_Place = tuple[str, int]  # topic and partition

# For one request, and for a topic without a leader. An idempotent producer repeats for ever a
# request that a known leader does not answer: how long a batch may take is the worker's to say.
_REQUEST_TIMEOUT_MS = 60_000


class Producer:
    """An idempotent producer. Faust's own is not: its retries may write a message twice.

    It also costs a task and several awaits a message, where this one costs a few a batch: it packs
    the batches itself.
    """

    def __init__(self, connection: Connection, *, max_bytes: int) -> None:
        self._connection = connection
        self._max_bytes = max_bytes
        self._producer: AIOKafkaProducer | None = None

    async def start(self) -> None:
        """Connects. Raises KafkaConnectionError where no broker answers."""
        producer = AIOKafkaProducer(
            **client_options(self._connection),
            enable_idempotence=True,  # implies acks=all
            max_request_size=self._max_bytes,
            max_batch_size=256 * 1024,
            request_timeout_ms=_REQUEST_TIMEOUT_MS,
        )
        self._producer = producer  # what does not start must be stopped all the same
        await producer.start()

    async def stop(self) -> None:
        """Flushes and disconnects."""
        producer, self._producer = self._producer, None
        if producer is not None:
            await producer.stop()

    async def send(self, messages: Iterable[Message]) -> None:
        """Returns when all are acknowledged by the brokers. Raises KafkaError where one is not."""
        packed = await self._packed(messages)
        await asyncio.gather(*(self._deliver(place, packed[place]) for place in packed))

    async def _packed(self, messages: Iterable[Message]) -> dict[_Place, list[BatchBuilder]]:
        """The messages in batches, in order, by topic and partition."""
        producer = self._started()
        packed: dict[_Place, list[BatchBuilder]] = {}
        counts: dict[str, int] = {}
        for message in messages:
            topic, key = message.topic, _key(message)
            if topic not in counts:
                counts[topic] = len(await producer.partitions_for(topic))
            partition = (
                self._any_partition(topic) if key is None else partition_of(key, counts[topic])
            )
            batches = packed.setdefault((topic, partition), [])
            if not batches or not _fits(batches[-1], key, message):
                batches.append(producer.create_batch())
                _fits(batches[-1], key, message)  # into an empty one everything does
        return packed

    async def _deliver(self, place: _Place, batches: list[BatchBuilder]) -> None:
        topic, partition = place
        send = self._started().send_batch
        await asyncio.gather(*[await send(batch, topic, partition=partition) for batch in batches])

    def _any_partition(self, topic: str) -> int:
        """For messages without a key: one that has a leader, if any has."""
        cluster = self._started().client.cluster
        known = cluster.available_partitions_for_topic(topic) or cluster.partitions_for_topic(topic)
        return int(random.choice(sorted(known)))

    def _started(self) -> AIOKafkaProducer:
        assert self._producer is not None, "not started"
        return self._producer

    async def missing(self, topics: Iterable[str]) -> list[str]:
        """Which of the topics the brokers do not have; never creates one."""
        cluster = await self._started().client.fetch_all_metadata()
        return sorted(set(topics) - cluster.topics())


def _fits(batch: BatchBuilder, key: bytes | None, message: Message) -> bool:
    """Whether the batch had room for the message, and has it now."""
    added = batch.append(
        timestamp=None, key=key, value=message.value, headers=list(message.headers)
    )
    return added is not None


def _key(message: Message) -> bytes | None:
    """The key; empty where there is nothing at all, which Kafka takes and aiokafka refuses."""
    return b"" if message.key is message.value is None else message.key


def client_options(connection: Connection) -> dict[str, Any]:
    """aiokafka's names for a connection."""
    options: dict[str, Any] = {
        "bootstrap_servers": connection.bootstrap,
        "security_protocol": connection.security_protocol,
        "ssl_context": ssl_context(connection),
    }
    if connection.sasl_mechanism == "OAUTHBEARER":
        options["sasl_oauth_token_provider"] = async_token_provider(connection)
    elif connection.uses_sasl:
        options["sasl_plain_username"] = connection.username
        options["sasl_plain_password"] = connection.password
    if connection.uses_sasl:
        options["sasl_mechanism"] = connection.sasl_mechanism
    return options
