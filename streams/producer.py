"""Sends messages and waits until the brokers have them."""

import asyncio
from collections.abc import Iterable
from typing import Any

from aiokafka import AIOKafkaProducer

from .broker.security import Connection, aiokafka_options
from .message import Message

_REQUEST_TIMEOUT_MS = 60_000  # a broker may be away this long before the worker gives up


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
        options: dict[str, Any] = aiokafka_options(self._connection)
        producer = AIOKafkaProducer(
            **options,
            enable_idempotence=True,  # implies acks=all
            max_request_size=self._max_bytes,
            max_batch_size=256 * 1024,
            request_timeout_ms=_REQUEST_TIMEOUT_MS,
        )
        await producer.start()
        self._producer = producer

    async def stop(self) -> None:
        """Flushes and disconnects."""
        producer, self._producer = self._producer, None
        if producer is not None:
            await producer.stop()

    async def send(self, messages: Iterable[Message]) -> None:
        """Returns when all are acknowledged by the brokers. Raises KafkaError where one is not."""
        assert self._producer is not None, "not started"
        futures = [
            await self._producer.send(m.topic, key=m.key, value=m.value, headers=m.headers)
            for m in messages
        ]
        if futures:
            await asyncio.gather(*futures)

    async def missing(self, topics: Iterable[str]) -> list[str]:
        """Which of the topics the brokers do not have; never creates one."""
        assert self._producer is not None, "not started"
        cluster = await self._producer.client.fetch_all_metadata()
        return sorted(set(topics) - cluster.topics())
