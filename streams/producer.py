"""Sends messages and waits until the brokers have them."""

import asyncio
from collections.abc import Iterable
from typing import Any

from aiokafka import AIOKafkaProducer

from .broker.security import Connection, async_token_provider, ssl_context
from .message import Message

# For one request, and for a topic without a leader. An idempotent producer repeats for ever a
# request that a known leader does not answer: how long a batch may take is the worker's to say.
_REQUEST_TIMEOUT_MS = 60_000


class Producer:
    """An idempotent producer. Faust's own is not: its retries may write a message twice.

    It also costs a task and several awaits a message, where this one costs a future.
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
        assert self._producer is not None, "not started"
        futures = [
            await self._producer.send(m.topic, key=_key(m), value=m.value, headers=list(m.headers))
            for m in messages
        ]
        if futures:
            await asyncio.gather(*futures)

    async def missing(self, topics: Iterable[str]) -> list[str]:
        """Which of the topics the brokers do not have; never creates one."""
        assert self._producer is not None, "not started"
        cluster = await self._producer.client.fetch_all_metadata()
        return sorted(set(topics) - cluster.topics())


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
