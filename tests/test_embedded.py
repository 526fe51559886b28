"""The embedded broker as a process: it starts, keeps what it acknowledged, and leaves nothing."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from streams.broker.admin import TopicSpec, create_topics
from streams.broker.artifacts import default_folder, fetch_jars, pinned_jars
from streams.broker.embedded import EmbeddedBroker
from streams.broker.node import BrokerError, DataDirInUse, PortTaken
from streams.broker.publish import publish
from streams.broker.security import Connection
from streams.broker.startup_cache import cache_path
from streams.broker.tail import tail

pytestmark = pytest.mark.broker

TOPIC = "news.raw"


def is_alive(pid):
    """Whether the process runs; one that ended but was not collected does not."""
    stat = Path(f"/proc/{pid}/stat")
    try:
        return stat.read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def wait_until(condition, timeout_s=20):
    deadline = time.monotonic() + timeout_s
    while not condition():
        assert time.monotonic() < deadline, "it did not happen"
        threading.Event().wait(0.02)


def linked_jars(folder):
    """A jar folder of a test's own."""
    folder.mkdir()
    for jar in fetch_jars(default_folder()):
        (folder / jar.name).symlink_to(jar)
    return folder


def test_messages_survive_a_stop(tmp_path):
    broker = EmbeddedBroker(tmp_path)
    with broker:
        connection = Connection(broker.bootstrap)
        create_topics(connection, [TopicSpec(TOPIC, 1, 1)])
        publish(connection, TOPIC, [(b"1", b"kept", ())])
    with broker:
        found = list(tail(Connection(broker.bootstrap), [TOPIC], from_beginning=True, follow=False))
    assert [message.value for message in found] == [b"kept"]


def test_a_killed_broker_comes_back_with_all_it_acknowledged(tmp_path):
    with EmbeddedBroker(tmp_path) as broker:
        connection = Connection(broker.bootstrap)
        create_topics(connection, [TopicSpec(TOPIC, 1, 1)])
        done = publish(connection, TOPIC, ((b"%d" % n, b"x" * 500, ()) for n in range(3000)))
        pid = broker.pid
        os.kill(pid, signal.SIGKILL)
        wait_until(lambda: not broker.is_running())
        broker.start()
        found = tail(Connection(broker.bootstrap), [TOPIC], from_beginning=True, follow=False)
        keys = [message.key for message in found]
    assert done.count == 3000
    assert keys == [b"%d" % n for n in range(3000)]


def test_a_stop_leaves_no_process(tmp_path):
    broker = EmbeddedBroker(tmp_path, jar_folder=linked_jars(tmp_path / "jars"))
    broker.start()  # a new folder has no startup cache: one is being made meanwhile
    assert str(tmp_path) in commands_of_running_java()
    broker.stop()
    broker.stop()  # does nothing
    left = [line for line in commands_of_running_java().splitlines() if str(tmp_path) in line]
    assert [line for line in left if "leash.py" not in line] == []
    # Who guards a program sees its end, and ends itself, a moment later.
    wait_until(lambda: str(tmp_path) not in commands_of_running_java())
    assert not broker.is_running()


def commands_of_running_java():
    lines = []
    for entry in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            lines.append(entry.read_bytes().replace(b"\0", b" ").decode("utf-8", "replace"))
        except OSError:
            continue
    return "\n".join(line for line in lines if "java" in line)


def test_a_broker_that_was_never_started_can_be_stopped(tmp_path):
    EmbeddedBroker(tmp_path).stop()


def test_a_started_broker_is_started_once(broker):
    pid = broker.pid
    broker.start()
    assert broker.pid == pid


PARENT = """
import sys, threading, time
from pathlib import Path
from streams.broker.embedded import EmbeddedBroker

broker = EmbeddedBroker(Path(sys.argv[1]))
starter = threading.Thread(target=broker.start)
starter.start()
starter.join()
print(broker.pid, flush=True)
time.sleep(600)
"""


def test_the_broker_dies_with_a_killed_parent_but_not_with_the_thread_that_started_it(
    tmp_path, monkeypatch
):
    monkeypatch.setattr("streams.broker.node.LOCK_WAIT_S", 0)
    parent = subprocess.Popen(
        [sys.executable, "-c", PARENT, str(tmp_path)],
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parent.parent,
    )
    with parent:
        pid = int(parent.stdout.readline())
        try:
            assert is_alive(pid)
            # The data folder is taken, by a process that is not our child.
            with pytest.raises(DataDirInUse, match=str(tmp_path)):
                EmbeddedBroker(tmp_path).start()
        finally:
            parent.kill()
    try:
        wait_until(lambda: not is_alive(pid))
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


def test_the_port_can_be_chosen(tmp_path):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with EmbeddedBroker(tmp_path, port) as broker:
        assert broker.bootstrap == f"127.0.0.1:{port}"
        socket.create_connection(("127.0.0.1", port), 1).close()


def test_a_taken_port_is_named(tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(PortTaken, match=f"port {port} "):
            EmbeddedBroker(tmp_path, port).start()


def test_only_the_loopback_is_served(broker):
    port = int(broker.bootstrap.rpartition(":")[2])
    listening = Path("/proc/net/tcp").read_text() + Path("/proc/net/tcp6").read_text()
    addresses = [line.split()[1] for line in listening.splitlines() if f":{port:04X} " in line]
    local = [one.rpartition(":")[0] for one in addresses if one.endswith(f":{port:04X}")]
    assert local
    assert set(local) <= {"0100007F", "0000000000000000FFFF00000100007F"}


def test_a_broker_that_cannot_start_says_why(tmp_path):
    broker = EmbeddedBroker(tmp_path, extra_properties={"log.retention.ms": "soon"})
    with pytest.raises(BrokerError, match=r"(?s)ended while starting.*log\.retention\.ms"):
        broker.start()
    assert not broker.is_running()


def test_a_broker_that_was_never_started_has_no_address(tmp_path):
    with pytest.raises(BrokerError, match="has not been started"):
        _ = EmbeddedBroker(tmp_path).bootstrap
    with pytest.raises(BrokerError, match="is not running"):
        _ = EmbeddedBroker(tmp_path).pid


def test_an_unusable_startup_cache_does_no_harm(tmp_path):
    folder = linked_jars(tmp_path / "jars")
    cache_path(folder, [folder / jar.filename for jar in pinned_jars()]).write_bytes(b"not this")
    with EmbeddedBroker(tmp_path / "data", jar_folder=folder) as broker:
        assert broker.is_running()


@pytest.mark.slow
def test_the_startup_cache_is_made_used_and_replaced_when_damaged(tmp_path):
    folder = linked_jars(tmp_path / "jars")
    cache = cache_path(folder, [folder / jar.filename for jar in pinned_jars()])
    with EmbeddedBroker(tmp_path / "data", jar_folder=folder) as broker:
        assert broker.startup_cache_made(timeout_s=120)
    assert cache.stat().st_size > 10_000_000
    with EmbeddedBroker(tmp_path / "data", jar_folder=folder) as broker:
        assert f"-XX:AOTCache={cache}" in commands_of_running_java()
    assert "[error" not in broker.log_path.read_text()
    with cache.open("r+b") as file:  # Java does not survive this one
        file.seek(5_000_000)
        file.write(bytes(20_000_000))
    with EmbeddedBroker(tmp_path / "data", jar_folder=folder) as broker:
        assert broker.is_running()
    assert not cache.exists()
