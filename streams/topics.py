"""Which topic carries which event. To add one: its type, its name, its cleanup policy."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from schemas import CleanArticle, Entities, Event, JourneyRecord, RawArticle, Summary, Withdrawal


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic without its prefix. A compacted one keeps the last value of every key."""

    name: str
    carries: tuple[type[Event] | type[RawArticle], ...]
    compacted: bool = False

    @property
    def cleanup_policy(self) -> str:
        """Kafka's `cleanup.policy`."""
        return "compact,delete" if self.compacted else "delete"


RAW = Topic("raw", (RawArticle,))
CLEAN = Topic("clean", (CleanArticle, Withdrawal))
SUMMARIES = Topic("summaries", (Summary,), compacted=True)
ENTITIES = Topic("entities", (Entities,), compacted=True)
REJECTED = Topic("rejected", ())
JOURNEY = Topic("journey", (JourneyRecord,))
TOPICS = (RAW, CLEAN, SUMMARIES, ENTITIES, REJECTED, JOURNEY)


@cache
def topic_of(event_type: type[Event] | type[RawArticle]) -> Topic:
    """The topic that carries the type."""
    return next(topic for topic in TOPICS if event_type in topic.carries)


def named(topics: Iterable[Topic], prefix: str) -> dict[str, Topic]:
    """The topics by their full names."""
    return {prefix + topic.name: topic for topic in topics}
