"""Reading topics of the real broker without a group."""

import gc
import socket
import threading

import pytest
from kafka import KafkaAdminClient

from streams.broker.admin import TopicSpec, create_topics
from streams.broker.embedded import EmbeddedBroker
from streams.broker.publish import publish
from streams.broker.security import Connection
from streams.broker.tail import tail

pytestmark = pytest.mark.broker


@pytest.fixture
def connection(broker):
    return Connection(broker.bootstrap)


@pytest.fixture
def topic(connection, topic_prefix):
    name = topic_prefix + "summaries"
    create_topics(connection, [TopicSpec(name, 1, 1)])
    return name


def put(connection, topic, *values):
    publish(connection, topic, [(None, value.encode(), ()) for value in values])


def values(messages):
    return [message.value.decode() for message in messages]


def test_from_the_beginning_to_the_end(connection, topic):
    put(connection, topic, "a", "b", "c")
    assert values(tail(connection, [topic], from_beginning=True, follow=False)) == ["a", "b", "c"]


def test_a_message_tells_its_place_and_time(connection, topic):
    put(connection, topic, "a", "b")
    _, second = tail(connection, [topic], from_beginning=True, follow=False)
    assert second.place == f"{topic}/0/1"
    assert second.timestamp_ms > 1_700_000_000_000


def test_without_follow_the_end_is_that_of_the_call(connection, topic):
    put(connection, topic, "a", "b")
    messages = tail(connection, [topic], from_beginning=True, follow=False)
    put(connection, topic, "late")
    assert values(messages) == ["a", "b"]


def test_an_empty_topic_ends_at_once(connection, topic):
    assert list(tail(connection, [topic], from_beginning=True, follow=False)) == []


def test_what_was_there_before_is_not_shown(connection, topic):
    put(connection, topic, "before")
    messages = tail(connection, [topic], count=2)
    put(connection, topic, "a", "b", "c")
    assert values(messages) == ["a", "b"]


def test_the_last_messages_are_shown(connection, topic):
    put(connection, topic, "a", "b", "c", "d")
    assert values(tail(connection, [topic], last=2, follow=False)) == ["c", "d"]


def test_more_last_messages_than_there_are_is_all(connection, topic):
    put(connection, topic, "a", "b")
    assert values(tail(connection, [topic], last=10, follow=False)) == ["a", "b"]


def test_following_sees_what_comes_later(connection, topic):
    messages = tail(connection, [topic])
    put(connection, topic, "a")
    assert next(messages).value == b"a"
    put(connection, topic, "b")
    assert next(messages).value == b"b"
    messages.close()


def test_a_count_of_none_left_ends_at_once(connection, topic):
    assert list(tail(connection, [topic], count=0)) == []


def test_stop_ends_a_silent_topic(connection, topic):
    stop = threading.Event()
    timer = threading.Timer(0.3, stop.set)
    timer.start()
    assert list(tail(connection, [topic], stop=stop.is_set)) == []
    timer.join()


def test_stop_ends_a_busy_topic(connection, topic):
    put(connection, topic, "a", "b", "c")
    found = []
    for message in tail(connection, [topic], from_beginning=True, stop=lambda: len(found) == 2):
        found.append(message)
    assert values(found) == ["a", "b"]


def test_several_topics_with_several_partitions_are_read_whole(connection, topic_prefix):
    names = [topic_prefix + "a", topic_prefix + "b"]
    create_topics(connection, [TopicSpec(name, 3, 1) for name in names])
    for name in names:
        publish(connection, name, [(b"%d" % n, name.encode(), ()) for n in range(50)])
    found = list(tail(connection, names, from_beginning=True, follow=False))
    assert sorted((message.topic, message.key) for message in found) == sorted(
        (name, b"%d" % n) for name in names for n in range(50)
    )


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore:Exception ignored in. <socket")  # kafka-python's, refused
def test_following_survives_a_restart_of_the_broker(tmp_path, caplog):
    caplog.set_level("CRITICAL", "kafka")  # a kept record would keep its exception's frames
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with EmbeddedBroker(tmp_path, port) as broker:
        connection = Connection(broker.bootstrap)
        create_topics(connection, [TopicSpec("news.raw", 1, 1)])
        messages = tail(connection, ["news.raw"])
        put(connection, "news.raw", "before")
        assert next(messages).value == b"before"
        broker.stop()
        broker.start()
        put(connection, "news.raw", "after")
        assert next(messages).value == b"after"
        messages.close()
    gc.collect()  # what it left is found here, and not in another test


def test_no_group_is_left_behind(connection, topic):
    put(connection, topic, "a")
    list(tail(connection, [topic], from_beginning=True, follow=False))
    with KafkaAdminClient(bootstrap_servers=connection.bootstrap) as client:
        groups = client.list_groups()
    assert not [group for group in groups if topic in str(group)]
