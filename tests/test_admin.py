"""Topics and groups on the real broker."""

import pytest
from kafka import KafkaConsumer, TopicPartition
from kafka.structs import OffsetAndMetadata

from streams.broker.admin import (
    BrokerUnreachable,
    Difference,
    TopicError,
    TopicSpec,
    TopicState,
    check_topics,
    create_topics,
    group_lag,
    list_topics,
    reachable,
)
from streams.broker.publish import publish
from streams.broker.security import Connection

pytestmark = pytest.mark.broker


@pytest.fixture
def connection(broker):
    return Connection(broker.bootstrap)


def test_topics_are_created_once(connection, topic_prefix):
    specs = [TopicSpec(topic_prefix + name, 2, 1) for name in ("raw", "clean")]
    assert create_topics(connection, specs[:1]) == [topic_prefix + "raw"]
    assert create_topics(connection, specs) == [topic_prefix + "clean"]
    assert create_topics(connection, specs) == []


def test_created_topics_are_as_specified(connection, topic_prefix):
    config = (
        ("cleanup.policy", "compact,delete"),
        ("retention.ms", "3600000"),
        ("max.message.bytes", "11534336"),
    )
    spec = TopicSpec(topic_prefix + "articles", 3, 1, config)
    create_topics(connection, [spec])
    assert check_topics(connection, [spec]) == []


def test_a_refused_topic_is_named_and_the_others_are_created(connection, topic_prefix):
    bad = TopicSpec(topic_prefix + "bad", 1, 3)
    good = TopicSpec(topic_prefix + "good", 1, 1)
    with pytest.raises(TopicError, match=rf"{topic_prefix}bad .*replication"):
        create_topics(connection, [bad, good])
    assert [topic.name for topic in list_topics(connection, topic_prefix)] == [good.name]


def test_every_difference_is_told(connection, topic_prefix):
    name, missing = topic_prefix + "raw", topic_prefix + "other"
    create_topics(connection, [TopicSpec(name, 1, 1, (("retention.ms", "1000"),))])
    wanted = TopicSpec(
        name, 4, 2, (("cleanup.policy", "compact,delete"), ("retention.ms", "60000"))
    )
    assert check_topics(connection, [wanted, TopicSpec(missing, 1, 1)]) == [
        Difference(missing, "topic", "present", None),
        Difference(name, "cleanup.policy", "compact,delete", "delete"),
        Difference(name, "partitions", "4", "1"),
        Difference(name, "replication", "2", "1"),
        Difference(name, "retention.ms", "60000", "1000"),
    ]


def test_the_order_of_cleanup_policies_is_no_difference(connection, topic_prefix):
    name = topic_prefix + "raw"
    create_topics(connection, [TopicSpec(name, 1, 1, (("cleanup.policy", "compact,delete"),))])
    turned = TopicSpec(name, 1, 1, (("cleanup.policy", "delete, compact"),))
    assert check_topics(connection, [turned]) == []


def test_a_config_name_unknown_to_the_broker_is_a_difference(connection, topic_prefix):
    name = topic_prefix + "raw"
    create_topics(connection, [TopicSpec(name, 1, 1)])
    found = check_topics(connection, [TopicSpec(name, 1, 1, (("no.such.name", "1"),))])
    assert found == [Difference(name, "no.such.name", "1", "unknown")]


@pytest.mark.parametrize(
    ("difference", "text"),
    [
        (Difference("news.raw", "topic", "present", None), "news.raw is missing"),
        (Difference("news.raw", "partitions", "6", "1"), "news.raw: partitions is 1, wanted 6"),
    ],
)
def test_a_difference_reads_as_a_sentence(difference, text):
    assert str(difference) == text


def test_topics_are_listed_with_their_messages(connection, topic_prefix):
    create_topics(
        connection, [TopicSpec(topic_prefix + "b", 3, 1), TopicSpec(topic_prefix + "a", 1, 1)]
    )
    publish(connection, topic_prefix + "b", [(b"%d" % n, b"x", ()) for n in range(7)])
    assert list_topics(connection, topic_prefix) == [
        TopicState(topic_prefix + "a", 1, 0),
        TopicState(topic_prefix + "b", 3, 7),
    ]


def test_no_topic_has_an_unused_prefix(connection, topic_prefix):
    assert list_topics(connection, topic_prefix) == []


def test_lag_counts_what_a_group_has_not_committed(connection, topic_prefix):
    topic, group = topic_prefix + "raw", topic_prefix + "group"
    create_topics(connection, [TopicSpec(topic, 1, 1)])
    publish(connection, topic, [(None, b"x", ())] * 5)
    with KafkaConsumer(bootstrap_servers=connection.bootstrap, group_id=group) as consumer:
        consumer.commit({TopicPartition(topic, 0): OffsetAndMetadata(2, "", -1)})
    (found,) = group_lag(connection, group)
    assert (found.topic, found.committed, found.end, found.lag) == (topic, 2, 5, 3)


def test_a_new_group_is_behind_by_everything(connection, topic_prefix):
    topic = topic_prefix + "raw"
    create_topics(connection, [TopicSpec(topic, 2, 1)])
    publish(connection, topic, [(None, b"x", ())] * 5)
    found = group_lag(connection, topic_prefix + "new", [topic, topic_prefix + "missing"])
    assert [one.committed for one in found] == [None, None]
    assert sum(one.lag for one in found) == 5


def test_an_unknown_group_without_topics_has_no_lag(connection, topic_prefix):
    assert group_lag(connection, topic_prefix + "nobody") == []


def test_a_running_broker_is_reachable(connection):
    reachable(connection)


def test_one_good_address_is_enough(connection):
    reachable(Connection(f"127.0.0.1:1, {connection.bootstrap}"))


@pytest.mark.parametrize("address", ["127.0.0.1:1", "no-such-host.invalid:9092"])
def test_an_unreachable_broker_is_named_with_advice(address):
    with pytest.raises(BrokerUnreachable, match=rf"{address}.*newsmill up"):
        reachable(Connection(address), timeout_s=0.5)
