"""The topics as the settings want them on a broker."""

from .broker.admin import TopicSpec
from .settings import Settings
from .topics import REJECTED, TOPICS, Topic

HEADROOM_BYTES = 500_000  # above the largest value: key, headers, the batch's envelope


def topic_specs(settings: Settings) -> list[TopicSpec]:
    """Every topic of the pipeline, in the pipeline's order."""
    return [_spec(topic, settings) for topic in TOPICS]


def _spec(topic: Topic, settings: Settings) -> TopicSpec:
    # A dead letter is the largest raw message and our headers on top: it must always fit.
    headroom = HEADROOM_BYTES * (2 if topic == REJECTED else 1)
    config = {
        "cleanup.policy": topic.cleanup_policy,
        "retention.ms": str(settings.retention_hours * 3_600_000),
        "max.message.bytes": str(settings.max_message_bytes + headroom),
    }
    return TopicSpec(
        settings.topic_prefix + topic.name,
        settings.partitions,
        settings.replication,
        tuple(config.items()),
    )
