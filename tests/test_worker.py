"""The real worker, a process of its own, on a real Kafka."""

import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from kafka.admin import KafkaAdminClient
from mill import Mill, mill, wait_until
from prometheus_client.parser import text_string_to_metric_families

from schemas import CleanArticle
from streams.broker.admin import create_topics
from streams.broker.embedded import EmbeddedBroker
from streams.launch import StartError, free_port
from streams.settings import Settings
from streams.topic_specs import topic_specs

TEXT = "The council of {} voted on Tuesday to widen the old canal for forty million euros."
pytestmark = pytest.mark.broker


def article(name: str) -> bytes:
    text = "\n\n".join([TEXT.format(name)] * 3)
    return json.dumps({"id": name, "content": text, "source": "x.example"}).encode()


@pytest.fixture
def running(broker: EmbeddedBroker, topic_prefix: str, tmp_path: Path) -> Iterator[Mill]:
    """A mill whose `clean` worker has joined its group."""
    with mill(broker.bootstrap, topic_prefix, tmp_path / "mill", "clean", partitions=1) as started:
        wait_until(lambda: started.workers[-1].is_ready, "the worker ready")
        yield started


@pytest.fixture(scope="module")
def worked(broker: EmbeddedBroker, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Mill]:
    """A mill that has worked on two articles, bad bytes between them and a withdrawal after."""
    folder = tmp_path_factory.mktemp("worked")
    with mill(broker.bootstrap, "worked.", folder, "clean", partitions=1) as started:
        started.publish([article("a"), b"{broken", article("b"), None], key=b"k")
        wait_for(started, "journey", 4)
        yield started


def wait_for(running: Mill, topic: str, count: int) -> None:
    wait_until(lambda: len(running.read() and running.on(topic)) >= count, f"{count} on {topic}")


def test_articles_come_out_clean_with_their_headers(worked: Mill) -> None:
    events = worked.on("clean")
    assert [event.key for event in events] == [b"a", b"b", b"k"]
    first = CleanArticle.from_dict(json.loads(events[0].value or b""))
    assert first.text.startswith("The council of a voted")
    assert events[0].header("ce_type") == "newsmill.clean-article.v1"
    assert events[0].header("newsmill-origin") == "worked.raw/0/0"
    assert events[2].header("ce_type") == "newsmill.withdrawal.v1"


def test_bad_bytes_are_rejected_alone(worked: Mill) -> None:
    (letter,) = worked.on("rejected")
    assert (letter.key, letter.value) == (b"k", b"{broken")
    assert letter.header("newsmill-reason") == "unreadable"
    outcomes = [json.loads(record.value or b"")["outcome"] for record in worked.on("journey")]
    assert outcomes == ["ok", "unreadable", "ok", "withdrawn"]


def test_a_stopped_worker_has_committed_and_its_successor_repeats_nothing(running: Mill) -> None:
    running.publish([article(str(n)) for n in range(50)])
    wait_for(running, "clean", 50)
    assert running.stop() == [0]
    running.start("clean")
    running.publish([article("last")])
    wait_for(running, "clean", 51)
    assert [m.key for m in running.on("clean")].count(b"last") == 1
    assert len({m.key for m in running.on("clean")}) == len(running.on("clean"))
    assert running.stop() == [0]


def test_a_worker_answers_on_its_pages(worked: Mill) -> None:
    assert json.loads(worked.workers[-1].page("healthz"))["status"] == "ok"
    assert json.loads(worked.workers[-1].page("readyz"))["partitions"] == [0]


def test_a_worker_counts_every_article_and_tells_what_is_left(worked: Mill) -> None:
    def told() -> dict[tuple[str, str | None], float]:
        families = text_string_to_metric_families(worked.workers[-1].page("metrics"))
        samples = [sample for family in families for sample in family.samples]
        return {(sample.name, sample.labels.get("outcome")): sample.value for sample in samples}

    wait_until(lambda: told().get(("newsmill_lag", None)) == 0, "nothing left")
    found = told()
    assert found["newsmill_oldest_work_seconds", None] == 0
    assert found["newsmill_batch_articles_sum", None] == 4
    counted = {
        outcome: n for (name, outcome), n in found.items() if name == "newsmill_articles_total"
    }
    assert counted == {"ok": 2, "unreadable": 1, "withdrawn": 1}


def test_the_pages_are_bound_to_the_loopback_address_alone(worked: Mill) -> None:
    assert worked.workers[-1].pages is not None
    host, port = worked.workers[-1].pages
    assert host == "127.0.0.1"
    with pytest.raises(ConnectionRefusedError):  # a server on all addresses would answer here too
        socket.create_connection(("127.0.0.2", port), timeout=5)


def delete(running: Mill, topic: str) -> None:
    admin = KafkaAdminClient(bootstrap_servers=running.connection.bootstrap)
    try:
        admin.delete_topics([running.topic(topic)])
    finally:
        admin.close()


def test_a_missing_topic_is_named_and_ends_the_worker(running: Mill) -> None:
    assert running.stop() == [0]
    delete(running, "clean")
    running.start("clean")
    worker = running.workers[-1]
    wait_until(lambda: worker.process.poll() is not None, "the worker ended")
    assert worker.process.returncode == 1
    said = worker.log.read_text()
    assert f"no topic {running.topic('clean')}: run `newsmill topics create`" in said
    assert "Traceback" not in said


@pytest.mark.slow  # the producer waits a minute for the topic to come back
def test_a_topic_that_vanishes_ends_the_worker(running: Mill) -> None:
    delete(running, "clean")
    running.publish([article("a")])
    worker = running.workers[-1]
    wait_until(lambda: worker.process.poll() is not None, "the worker ended")
    assert worker.process.returncode not in (0, None)
    assert running.topic("clean") in worker.log.read_text()


def test_a_batch_that_cannot_be_delivered_ends_the_worker(
    broker: EmbeddedBroker, topic_prefix: str, tmp_path: Path
) -> None:
    fields = {"partitions": 1, "batch_deadline_s": 3}
    with mill(broker.bootstrap, topic_prefix, tmp_path, "clean", **fields) as running:
        wait_until(lambda: running.workers[-1].is_ready, "the worker ready")
        delete(running, "clean")
        running.publish([article("a")])
        worker = running.workers[-1]
        wait_until(lambda: worker.process.poll() is not None, "the worker ended", 40)
        assert worker.process.returncode == 70
        assert "a batch took longer than 3.0 s" in worker.log.read_text()
        create_topics(running.connection, topic_specs(running.settings))
        running.start("clean")
        wait_for(running, "clean", 1)


def test_a_port_beyond_the_last_is_refused_with_the_setting(tmp_path: Path) -> None:
    settings = Settings(web_port=65_535, data_dir=tmp_path)
    with pytest.raises(StartError, match=r"port 65536: .*NEWSMILL_WEB_PORT"):
        free_port(settings, 1)


def test_a_broker_that_is_not_there_is_named(tmp_path: Path) -> None:
    environment = {
        **{k: v for k, v in os.environ.items() if not k.startswith("NEWSMILL_")},
        "NEWSMILL_BOOTSTRAP": "127.0.0.1:1",
        "NEWSMILL_DATA_DIR": str(tmp_path),
    }
    done = subprocess.run(
        [sys.executable, "-m", "streams.cli", "worker", "clean"],
        env=environment, capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert done.returncode == 1
    assert "no Kafka broker answers at 127.0.0.1:1" in done.stderr
    assert "Traceback" not in done.stderr
    assert "Unclosed" not in done.stderr
    assert done.stdout == ""
