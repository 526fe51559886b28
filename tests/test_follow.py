"""`newsmill tail --follow` past a broker's end and its new start."""

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from streams.broker.admin import TopicSpec, create_topics
from streams.broker.embedded import EmbeddedBroker
from streams.broker.publish import publish
from streams.broker.security import Connection
from streams.leash import leashed

DEADLINE_S = 60.0
# It asks several times before a broker has started.
FOLLOWS = """
import sys
from streams.broker import tail
from streams.cli import main
tail.SILENCE_S, tail.ANSWER_MS = 0.2, 300
main(["tail", "raw", "--from-beginning", "--follow", "--count", "2", "--bootstrap", sys.argv[1]])
"""


@pytest.mark.broker
def test_a_broker_that_goes_and_comes_back_is_told_of_once_each(tmp_path: Path) -> None:
    with EmbeddedBroker(tmp_path / "broker") as broker:
        where = broker.bootstrap
        connection = Connection(where)
        create_topics(connection, [TopicSpec("news.raw", 1, 1)])
        publish(connection, "news.raw", [(b"1", b"x", ())])
        process = subprocess.Popen(
            leashed([sys.executable, "-c", FOLLOWS, where]), cwd=tmp_path, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )  # fmt: skip
        late = threading.Timer(DEADLINE_S, process.kill)  # whoever waits for a line then gets none
        late.start()
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline()
        broker.stop()
        told = process.stderr.readline()
        with EmbeddedBroker(tmp_path / "broker", int(where.rpartition(":")[2])):
            publish(connection, "news.raw", [(b"2", b"y", ())])
            said, more = process.communicate()
        late.cancel()
    assert process.returncode == 0, more
    assert len(said.splitlines()) == 1
    assert told + more == (
        f"newsmill: no broker answers at {where}: waiting until one does; Ctrl-C ends it\n"
        f"newsmill: the broker at {where} answers again\n"
    )
