"""Topics and groups of a Kafka: create, compare with what is wanted, count."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tenacity import Retrying, retry_if_exception_type, stop_after_delay, wait_exponential

from .offsets import PartitionLag, TopicState, group_lag, list_topics
from .reach import BrokerUnreachable, admin_client, reachable
from .security import Connection

if TYPE_CHECKING:
    from kafka import KafkaAdminClient

__all__ = [
    "BrokerUnreachable",
    "Difference",
    "PartitionLag",
    "TopicError",
    "TopicSpec",
    "TopicState",
    "check_topics",
    "create_topics",
    "delete_topics",
    "group_lag",
    "list_topics",
    "reachable",
]

RETRY_S = 30.0  # a broker that just started, or moved its controller, needs a few of them


class TopicError(Exception):
    """A topic cannot be created as wanted; the text names it and what to change."""


@dataclass(frozen=True, slots=True)
class TopicSpec:
    """A topic as it should be. `config` has Kafka's own names and values as text."""

    name: str
    partitions: int
    replication: int
    config: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing in which a topic is not as wanted; `found` is None when the topic is missing."""

    topic: str
    what: str
    wanted: str
    found: str | None

    def __str__(self) -> str:
        if self.found is None:
            return f"{self.topic} is missing"
        return f"{self.topic}: {self.what} is {self.found}, wanted {self.wanted}"


def create_topics(connection: Connection, specs: Iterable[TopicSpec]) -> list[str]:
    """Create those that do not exist, and wait until they have leaders; the names created.

    Existing topics stay as they are (see `check_topics`). Raises TopicError for the first that
    the broker refuses, after creating the others, and BrokerUnreachable.
    """
    with admin_client(connection) as client:
        existing = set(client.list_topics())
        missing = [spec for spec in specs if spec.name not in existing]
        if not missing:
            return []
        answers = _create(client, missing)
        created = [name for name, (error, _) in answers.items() if error == 0]
        client.wait_for_topics(created)
    for spec in missing:
        _raise_refusal(spec, *answers[spec.name])
    return created


def _create(client: "KafkaAdminClient", specs: Sequence[TopicSpec]) -> dict[str, tuple[int, str]]:
    """The broker's answer for each topic: an error code (0 is created) and its message."""
    wanted = {
        spec.name: {
            "num_partitions": spec.partitions,
            "replication_factor": spec.replication,
            "configs": dict(spec.config),
        }
        for spec in specs
    }
    response = _retries()(client.create_topics, wanted, raise_errors=False)
    return {
        topic["name"]: (topic["error_code"], topic.get("error_message") or "")
        for topic in response["topics"]
    }


def _retries() -> Retrying:
    from kafka.errors import RetriableError

    return Retrying(
        retry=retry_if_exception_type(RetriableError),
        stop=stop_after_delay(RETRY_S),
        wait=wait_exponential(0.1, max=2),
        reraise=True,
    )


def _raise_refusal(spec: TopicSpec, code: int, message: str) -> None:
    from kafka.errors import TopicAlreadyExistsError, for_code

    if code in (0, TopicAlreadyExistsError.errno):  # another process was faster
        return
    raise TopicError(
        f"the broker refuses the topic {spec.name} ({spec.partitions} partitions, replication"
        f" {spec.replication}): {message or for_code(code).description}"
    )


def check_topics(connection: Connection, specs: Iterable[TopicSpec]) -> list[Difference]:
    """Everything in which the broker's topics are not as specified; only named config counts."""
    wanted = list(specs)
    with admin_client(connection) as client:
        existing = set(client.list_topics())
        present = [spec for spec in wanted if spec.name in existing]
        differences = [
            Difference(spec.name, "topic", "present", None)
            for spec in wanted
            if spec.name not in existing
        ]
        if present:
            differences += _layout_differences(client, present)
            differences += _config_differences(client, present)
    return sorted(differences, key=lambda difference: (difference.topic, difference.what))


def _layout_differences(
    client: "KafkaAdminClient", specs: Sequence[TopicSpec]
) -> Iterator[Difference]:
    found = {topic["name"]: topic for topic in client.describe_topics([s.name for s in specs])}
    for spec in specs:
        partitions = found[spec.name]["partitions"]
        if len(partitions) != spec.partitions:
            yield Difference(spec.name, "partitions", str(spec.partitions), str(len(partitions)))
        replication = min(len(partition["replica_nodes"]) for partition in partitions)
        if replication != spec.replication:
            yield Difference(spec.name, "replication", str(spec.replication), str(replication))


def _config_differences(
    client: "KafkaAdminClient", specs: Sequence[TopicSpec]
) -> Iterator[Difference]:
    from kafka.admin import ConfigResource, ConfigResourceType

    resources = [ConfigResource(ConfigResourceType.TOPIC, spec.name) for spec in specs]
    found = client.describe_configs(resources, config_filter="all")["topic"]
    for spec in specs:
        for name, value in spec.config:
            actual = found[spec.name].get(name, {}).get("value")
            if actual is None or _values(actual) != _values(value):
                yield Difference(spec.name, name, value, actual or "unknown")


def _values(text: str) -> frozenset[str]:
    """Lists such as `compact,delete` have no order."""
    return frozenset(part.strip() for part in text.split(","))


def delete_topics(connection: Connection, names: Iterable[str]) -> None:
    """Delete those of the topics that exist. Raises BrokerUnreachable."""
    with admin_client(connection) as client:
        existing = set(client.list_topics())
        if present := [name for name in names if name in existing]:
            client.delete_topics(present)
