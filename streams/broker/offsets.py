"""How much lies on topics, and how far groups are behind."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .reach import admin_client
from .security import Connection

if TYPE_CHECKING:
    from kafka import KafkaAdminClient, TopicPartition


class TopicMissing(Exception):  # noqa: N818 - the name says what is wrong
    """Topics do not exist; the text names them."""


@dataclass(frozen=True, slots=True)
class TopicState:
    """A topic as it is. Compaction leaves holes, so `message_count` is then an upper bound."""

    name: str
    partition_count: int
    message_count: int


@dataclass(frozen=True, slots=True)
class PartitionLag:
    """How far a group is behind: `committed` is None where it has committed nothing yet."""

    topic: str
    partition: int
    committed: int | None
    begin: int
    end: int

    @property
    def lag(self) -> int:
        """Messages that are still there and that the group has not done."""
        return self.end - max(self.begin, self.committed or 0)


def require_topics(connection: Connection, topics: Iterable[str]) -> None:
    """Return when all of them exist; raises TopicMissing, BrokerUnreachable."""
    with admin_client(connection) as client:
        missing = sorted(set(topics) - set(client.list_topics()))
    if missing:
        raise TopicMissing(
            f"no topic {', '.join(missing)} at {connection.bootstrap}:"
            " create topics with `newsmill topics create`"
        )


def list_topics(connection: Connection, prefix: str = "") -> list[TopicState]:
    """The topics whose names begin with `prefix`, by name; raises BrokerUnreachable."""
    with admin_client(connection) as client:
        names = sorted(name for name in client.list_topics() if name.startswith(prefix))
        partitions = _partitions(client, names)
        begin, end = _begin_and_end(client, partitions)
    sizes: dict[str, list[int]] = {name: [] for name in names}
    for one in partitions:
        sizes[one.topic].append(end[one] - begin[one])
    return [TopicState(name, len(found), sum(found)) for name, found in sizes.items()]


def group_lag(connection: Connection, group: str, topics: Iterable[str] = ()) -> list[PartitionLag]:
    """How far a consumer group is behind on what it has committed, and on `topics`, in order.

    Topics that do not exist are left out; an unknown group has committed nothing.
    """
    with admin_client(connection) as client:
        committed = client.list_group_offsets({group: None}).get(group, {})
        names = {one.topic for one in committed} | set(topics)
        partitions = _partitions(client, sorted(names & set(client.list_topics())))
        begin, end = _begin_and_end(client, partitions)
    return [
        PartitionLag(
            one.topic,
            one.partition,
            committed[one].offset if one in committed else None,
            begin[one],
            end[one],
        )
        for one in sorted(partitions)
    ]


def _partitions(client: "KafkaAdminClient", names: Sequence[str]) -> list["TopicPartition"]:
    from kafka import TopicPartition

    if not names:  # to the broker, none would mean all
        return []
    return [
        TopicPartition(topic["name"], partition["partition_index"])
        for topic in client.describe_topics(list(names))
        for partition in topic["partitions"]
    ]


def _begin_and_end(
    client: "KafkaAdminClient", partitions: Sequence["TopicPartition"]
) -> tuple[dict["TopicPartition", int], dict["TopicPartition", int]]:
    """The first offset, and the one after the last, of each partition."""
    from kafka import OffsetSpec

    begin, end = (
        client.list_partition_offsets(dict.fromkeys(partitions, spec))
        for spec in (OffsetSpec.EARLIEST, OffsetSpec.LATEST)
    )
    return (
        {one: found.offset for one, found in begin.items()},
        {one: found.offset for one, found in end.items()},
    )
