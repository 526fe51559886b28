"""Publishing to the real broker: everything arrives, or the caller learns what did not."""

import gc
import os
import signal
import socket
import threading
from itertools import count, islice

import pytest

from streams.broker.admin import TopicSpec, create_topics
from streams.broker.embedded import EmbeddedBroker
from streams.broker.offsets import TopicMissing
from streams.broker.publish import PENDING_COUNT, Failure, PublishError, paced, publish
from streams.broker.reach import BrokerUnreachable
from streams.broker.security import Connection
from streams.broker.tail import tail


@pytest.fixture
def connection(broker):
    return Connection(broker.bootstrap)


@pytest.fixture
def topic(connection, topic_prefix):
    name = topic_prefix + "raw"
    create_topics(connection, [TopicSpec(name, 1, 1, (("max.message.bytes", "11534336"),))])
    return name


def free_port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def everything(connection, topic):
    return list(tail(connection, [topic], from_beginning=True, follow=False))


@pytest.mark.broker
def test_messages_arrive_as_they_were_given(connection, topic):
    headers = (("content-type", b"text/html"), ("traceparent", b"00-1"))
    done = publish(connection, topic, [(b"1", "über".encode(), headers), (b"2", None, ())])
    assert (done.count, done.failures) == (2, ())
    first, second = everything(connection, topic)
    assert (first.key, first.value, first.headers) == (b"1", "über".encode(), headers)
    assert (second.key, second.value, second.headers) == (b"2", None, ())


@pytest.mark.broker
def test_messages_of_one_key_keep_their_order(connection, topic_prefix):
    topic = topic_prefix + "wide"
    create_topics(connection, [TopicSpec(topic, 4, 1)])
    publish(connection, topic, [(b"%d" % (n % 7), b"%d" % n, ()) for n in range(2000)])
    found = everything(connection, topic)
    assert len(found) == 2000
    for key in {message.key for message in found}:
        of_key = [message for message in found if message.key == key]
        assert len({message.partition for message in of_key}) == 1
        assert [int(message.value) for message in of_key] == sorted(int(m.value) for m in of_key)


@pytest.mark.broker
def test_a_message_of_10_mb_arrives(connection, topic):
    value = bytes(range(256)) * (10 * 1024 * 4)
    assert publish(connection, topic, [(b"big", value, ())]).count == 1
    (found,) = everything(connection, topic)
    assert found.value == value


@pytest.mark.broker
def test_a_message_above_our_limit_fails_and_the_others_arrive(connection, topic):
    messages = [(b"1", b"x", ()), (b"2", b"x" * 12_000_000, ()), (b"3", b"x", ())]
    done = publish(connection, topic, messages)
    assert [(failure.position, failure.key) for failure in done.failures] == [(1, b"2")]
    assert "12000" in done.failures[0].reason
    assert [message.key for message in everything(connection, topic)] == [b"1", b"3"]


@pytest.mark.broker
def test_a_message_above_the_topics_limit_fails_and_the_others_arrive(connection, topic_prefix):
    topic = topic_prefix + "narrow"
    create_topics(connection, [TopicSpec(topic, 1, 1, (("max.message.bytes", "5000"),))])
    messages = [(b"1", b"x", ()), (b"2", b"x" * 400_000, ()), (b"3", b"x", ())]
    done = publish(connection, topic, messages)
    assert [failure.key for failure in done.failures] == [b"2"]
    assert "NEWSMILL_MAX_MESSAGE_BYTES" in done.failures[0].reason
    assert [message.key for message in everything(connection, topic)] == [b"1", b"3"]


@pytest.mark.broker
def test_a_message_without_key_and_value_fails(connection, topic):
    done = publish(connection, topic, [(None, None, ())])
    assert done.count == 0
    assert done.failures == (Failure(0, None, "Need at least one: key or value"),)


@pytest.mark.broker
def test_progress_ends_at_the_count(connection, topic):
    seen = []
    publish(connection, topic, [(None, b"x", ())] * 2500, on_progress=seen.append)
    assert seen == sorted(seen)
    assert {1000, 2000} <= set(seen)
    assert seen[-1] == 2500


@pytest.mark.broker
def test_messages_are_taken_from_the_source_as_they_leave(connection, topic):
    delivered, ahead = [0], [0]

    def source():
        for taken in range(PENDING_COUNT + 5000):
            ahead[0] = max(ahead[0], taken - delivered[0])
            yield None, b"x", ()

    publish(connection, topic, source(), on_progress=lambda n: delivered.__setitem__(0, n))
    assert 0 < ahead[0] <= PENDING_COUNT + 1000


@pytest.mark.broker
def test_nothing_to_publish_is_fine(connection, topic):
    assert publish(connection, topic, []).count == 0


@pytest.mark.broker
def test_a_missing_topic_is_named_and_not_made(connection, topic_prefix):
    topic = topic_prefix + "missing"
    with pytest.raises(TopicMissing, match=topic):
        publish(connection, topic, [(b"1", b"x", ())])
    with pytest.raises(TopicMissing, match=topic):
        tail(connection, [topic])


@pytest.mark.broker
@pytest.mark.slow
@pytest.mark.filterwarnings("ignore:Exception ignored in. <socket")  # kafka-python's, refused
def test_a_killed_and_restarted_broker_gets_every_message_once(tmp_path, caplog):
    caplog.set_level("CRITICAL", "kafka")  # a kept record would keep its exception's frames
    with EmbeddedBroker(tmp_path, free_port()) as broker:
        connection = Connection(broker.bootstrap)
        create_topics(connection, [TopicSpec("news.raw", 1, 1)])
        killed = threading.Event()

        def kill_once(delivered):
            if delivered >= 1000 and not killed.is_set():
                killed.set()
                os.kill(broker.pid, signal.SIGKILL)
                while broker.is_running():
                    killed.wait(0.01)
                broker.start()

        messages = [(b"%d" % n, b"x" * 500, ()) for n in range(PENDING_COUNT + 5000)]
        done = publish(connection, "news.raw", messages, on_progress=kill_once, timeout_s=60)
        found = everything(connection, "news.raw")
    assert killed.is_set()
    assert done.count == len(messages)
    assert [message.key for message in found] == [key for key, _, _ in messages]
    gc.collect()  # what it left is found here, and not in another test


@pytest.mark.broker
@pytest.mark.filterwarnings("ignore:Exception ignored in. <socket")  # kafka-python's, refused
def test_a_lost_broker_is_reported_with_what_it_acknowledged(tmp_path, caplog):
    caplog.set_level("CRITICAL", "kafka")  # a kept record would keep its exception's frames
    with EmbeddedBroker(tmp_path) as broker:
        connection = Connection(broker.bootstrap)
        create_topics(connection, [TopicSpec("news.raw", 1, 1)])
        killed = threading.Event()

        def kill_after(delivered):
            if delivered >= 1000 and not killed.is_set():
                killed.set()
                broker.stop()

        with pytest.raises(PublishError, match="the rest may or may not") as caught:
            publish(
                connection,
                "news.raw",
                ((b"%d" % n, b"x", ()) for n in count()),
                on_progress=kill_after,
                timeout_s=3,
            )
        assert caught.value.published.count >= 1000
    del caught
    gc.collect()  # what it left is found here, and not in another test


def test_no_broker_is_an_error(monkeypatch):
    monkeypatch.setattr("streams.broker.reach.REACH_TIMEOUT_S", 0.2)
    with pytest.raises(BrokerUnreachable, match=r"127\.0\.0\.1:1"):
        publish(Connection("127.0.0.1:1"), "news.raw", [(b"1", b"x", ())])


class Clock:
    """Time that passes only by sleeping."""

    def __init__(self):
        self.time_s = 100.0

    def sleep(self, duration_s):
        self.time_s += duration_s


def test_messages_leave_at_the_wanted_rate():
    clock = Clock()
    left = []
    for _ in paced([(None, b"x", ())] * 5, 4.0, lambda: clock.time_s, clock.sleep):
        left.append(clock.time_s)
    assert left == [100.0, 100.25, 100.5, 100.75, 101.0]


def test_a_slow_source_is_not_made_up_for_by_a_burst():
    clock = Clock()

    def source():
        yield None, b"1", ()
        clock.sleep(10)
        yield None, b"2", ()
        yield None, b"3", ()

    left = [clock.time_s for _ in paced(source(), 2.0, lambda: clock.time_s, clock.sleep)]
    assert left == [100.0, 110.0, 110.5]


def test_without_a_rate_nothing_waits():
    messages = ((None, b"x", ()) for _ in count())

    def never(_duration_s):
        raise AssertionError("slept")

    assert len(list(islice(paced(messages, None, sleep=never), 100))) == 100
