"""A worker whose broker is gone says so, and ends when it is told to."""

import json
import signal
from pathlib import Path

import pytest
from mill import Mill, mill, wait_until

from streams.broker.embedded import EmbeddedBroker
from streams.progress import Progress

TEXT = "The council voted on Tuesday to widen the old canal for forty million euros. " * 4


def status(running: Mill) -> str | None:
    """What /readyz says; None where nobody answers yet."""
    return json.loads(running.workers[0].page("readyz")).get("status")


@pytest.mark.slow
@pytest.mark.broker
def test_a_worker_without_its_broker_is_not_ready_and_ends(tmp_path: Path) -> None:
    broker = EmbeddedBroker(tmp_path / "broker")
    broker.start()
    try:
        with mill(broker.bootstrap, "alone.", tmp_path / "mill", "clean", partitions=1) as running:
            wait_until(lambda: status(running) == "ok", "the worker ready")
            running.publish([json.dumps({"id": "a", "content": TEXT}).encode()])
            wait_until(lambda: bool(running.read() and running.on("clean")), "the article cleaned")
            assert running.reader is not None
            running.reader.close()  # without a broker it would leave its sockets open
            running.reader = None
            broker.stop()  # before the offset is committed: the end must not wait for that
            wait_until(lambda: status(running) == "without a broker", "not ready")
            worker = running.workers[0].process
            worker.send_signal(signal.SIGTERM)
            assert worker.wait(90) == 0
    finally:
        broker.stop()


def test_silence_counts_from_the_last_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 100.0
    monkeypatch.setattr("streams.progress.time.monotonic", lambda: now)
    progress = Progress()
    progress.assigned([("news.raw", 0)])
    now += 30
    assert progress.silence_s() == 30
    progress.heard()
    assert progress.silence_s() == 0
    now += 5
    progress.assigned([])
    now += 30
    assert progress.silence_s() == 0, "a worker without partitions asks nothing"
