"""A worker answers while its model works, and no stage waits for another; on a real Kafka."""

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest
from mill import Mill, Worker, mill, wait_until
from test_worker import article

from streams.broker.embedded import EmbeddedBroker
from streams.leash import leashed

pytestmark = pytest.mark.broker


# A worker whose model keeps a processor busy with an article that has an id, until it is let go.
BUSY = """
import sys, time
from dataclasses import replace
from pathlib import Path
from streams.launch import find_stages, run_worker
from streams.loading import load
from streams.stage import Prepared

called, let_go = (Path(sys.argv[1]) / name for name in ("called", "let_go"))
[stage] = find_stages(load(), ["clean"])
clean = stage.prepare().function

def busy(articles):
    if not any(article.id for article in articles):  # before the worker is ready
        return clean(articles)
    called.touch()
    until = time.monotonic() + 60
    while not let_go.exists():
        sum(range(100_000))  # in Python: it takes the interpreter's lock, too
        if time.monotonic() > until:
            raise TimeoutError("nobody was answered while the model worked")
    return clean(articles)

sys.exit(run_worker(load(), replace(stage, prepare=lambda: Prepared(busy))))
"""


@pytest.fixture
def busy(broker: EmbeddedBroker, topic_prefix: str, tmp_path: Path) -> Iterator[Mill]:
    """A mill whose only worker is busy with an article until there is a file `let_go`."""
    with mill(broker.bootstrap, topic_prefix, tmp_path, partitions=1) as started:
        log = tmp_path / "busy.log"
        with log.open("wb") as out:
            process = subprocess.Popen(
                leashed([sys.executable, "-c", BUSY, str(tmp_path)]), env=started.environment,
                stdout=out, stderr=out,
            )  # fmt: skip
        started.workers.append(Worker("clean", process, log))
        wait_until(lambda: started.workers[-1].is_ready, "the worker ready")
        started.publish([article("a")])
        wait_until((tmp_path / "called").exists, "the model at work")
        yield started
        (tmp_path / "let_go").touch()


@pytest.mark.parametrize("name", ["healthz", "readyz", "metrics"])
def test_pages_are_answered_while_a_model_works(busy: Mill, name: str) -> None:
    assert busy.workers[-1].page(name) != "{}"  # the model is let go only after this
    assert not has(busy, "journey", 1)
    (busy.folder / "let_go").touch()
    wait_until(partial(has, busy, "journey", 1), "the article done")
    assert b'"outcome":"ok"' in (busy.on("journey")[0].value or b"")


@contextmanager
def halted(running: Mill, stage: str) -> Iterator[None]:
    """The stage's worker stands still, as one does whose processors others have taken."""
    [process] = [worker.process for worker in running.workers if worker.stage == stage]
    process.send_signal(signal.SIGSTOP)
    try:
        yield
    finally:
        process.send_signal(signal.SIGCONT)


def has(running: Mill, topic: str, count: int) -> bool:
    running.read()
    return len(running.on(topic)) >= count


def test_a_stage_goes_on_while_the_next_one_stands_still(
    broker: EmbeddedBroker, topic_prefix: str, tmp_path: Path
) -> None:
    with mill(
        broker.bootstrap, topic_prefix, tmp_path, "clean", "recognize", partitions=1
    ) as started:
        started.publish([article("first")])
        wait_until(partial(has, started, "entities", 1), "the first article's names")
        with halted(started, "recognize"):
            started.publish([article(f"number-{n}") for n in range(200)])
            wait_until(partial(has, started, "clean", 201), "all articles clean")
            assert len(started.on("entities")) == 1
        wait_until(partial(has, started, "entities", 201), "the names of all articles")
        ids = [json.loads(message.value or b"")["article_id"] for message in started.on("clean")]
        assert len(set(ids)) == 201
