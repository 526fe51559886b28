"""How much is left of a topic, asked of the brokers beside the worker's own consumer.

Asking Faust's consumer blocks its thread in a rebalance, and its own figures stand still while
fetching is paused.
"""

from collections.abc import Iterable

from aiokafka import AIOKafkaConsumer, TopicPartition
from aiokafka.admin import AIOKafkaAdminClient

from .broker.security import Connection
from .producer import client_options


class Offsets:
    """Ends and committed offsets of one consumer group's partitions."""

    def __init__(self, connection: Connection, group: str) -> None:
        self._connection = connection
        self._group = group
        self._consumer: AIOKafkaConsumer | None = None
        self._admin: AIOKafkaAdminClient | None = None

    async def start(self) -> None:
        """Connects. Raises KafkaConnectionError."""
        options = client_options(self._connection)
        self._consumer = AIOKafkaConsumer(group_id=None, **options)
        await self._consumer.start()
        self._admin = AIOKafkaAdminClient(**options)
        await self._admin.start()

    async def stop(self) -> None:
        """Disconnects."""
        if self._consumer is not None:
            await self._consumer.stop()
        if self._admin is not None:
            await self._admin.close()

    async def left(
        self, partitions: Iterable[tuple[str, int]]
    ) -> dict[tuple[str, int], tuple[int, int]]:
        """For each topic and partition: the next offset to work on, and the end. KafkaError."""
        assert self._consumer is not None, "not started"
        assert self._admin is not None, "not started"
        asked = [TopicPartition(*partition) for partition in partitions]
        ends = await self._consumer.end_offsets(asked)
        begins = await self._consumer.beginning_offsets(asked)
        committed = await self._admin.list_consumer_group_offsets(self._group, partitions=asked)
        known = {tp: committed[tp].offset for tp in asked if tp in committed}
        return {
            (tp.topic, tp.partition): (max(known.get(tp, -1), begins[tp]), ends[tp]) for tp in asked
        }
