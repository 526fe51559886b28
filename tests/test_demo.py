"""`newsmill demo`: the whole program on a real broker, and nothing left behind."""

import json
import os
import signal
import subprocess
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Timer
from typing import Any

import pytest

from streams.processes import newsmill

DEADLINE_S = 400.0

pytestmark = pytest.mark.broker


def descendants(pid: int) -> set[int]:
    """Processes below it, by what /proc says."""
    parents = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text("ascii", "replace").rpartition(")")[2].split()
        except OSError:
            continue
        parents[int(stat.parent.name)] = int(fields[1])
    found, fresh = set(), {pid}
    while fresh:
        found |= fresh
        fresh = {child for child, parent in parents.items() if parent in fresh} - found
    return found - {pid}


def alive(pids: set[int]) -> list[int]:
    """Those that stay; the leash's guards end a moment behind what they guard."""
    deadline = time.monotonic() + 5
    while left := [pid for pid in pids if Path(f"/proc/{pid}").exists()]:
        if time.monotonic() > deadline:
            break
        time.sleep(0.05)
    return left


@contextmanager
def demo(folder: Path, *arguments: str, **environment: str) -> Iterator[subprocess.Popen[str]]:
    """The demo as a process, ended at the end of the test whatever happens."""
    process = subprocess.Popen(
        newsmill("demo", *arguments),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=folder,
        env={**os.environ, "TMPDIR": str(folder), **environment},
    )
    with process:
        try:
            yield process
        finally:
            process.kill()


def test_once_accounts_for_every_article_and_leaves_nothing(tmp_path: Path) -> None:
    # Settings of another broker must not lead the demo there.
    elsewhere = {"NEWSMILL_BOOTSTRAP": "127.0.0.1:1", "NEWSMILL_SECURITY_PROTOCOL": "SSL"}
    with demo(tmp_path, "--once", **elsewhere) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        events: list[dict[str, Any]] = [json.loads(process.stdout.readline())]
        children = descendants(process.pid)
        # Not by `communicate`, which does not know what was read ahead with the first line.
        deadline = Timer(DEADLINE_S, process.kill)
        deadline.start()
        output, errors = process.stdout.read(), process.stderr.read()
        process.wait()
        deadline.cancel()
    assert process.returncode == 0, errors
    events += map(json.loads, output.splitlines())
    kinds = Counter((event["topic"], event["headers"]["ce_subject"]) for event in events)
    for number in range(1, 17):
        name = f"sample-{number:02}"
        summed, named = kinds["news.summaries", name], kinds["news.entities", name]
        assert (summed, named) == (1, 1) or kinds["news.rejected", name] > 0
    assert len(children) >= 4  # Kafka and three workers
    assert alive(children) == []
    assert list(tmp_path.glob("newsmill-*")) == []


def test_a_worker_that_dies_is_quoted_and_the_demo_fails(tmp_path: Path) -> None:
    with demo(tmp_path, "--once", "--set", f"entity_model={tmp_path}") as process:
        _, errors = process.communicate(timeout=DEADLINE_S)
    assert process.returncode == 1
    assert "recognize | newsmill: " in errors
    assert "newsmill: the worker recognize ended with code 1" in errors
    assert list(tmp_path.glob("newsmill-*")) == []


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_everything_in_order(tmp_path: Path, number: int) -> None:
    with demo(tmp_path) as process:
        assert process.stderr is not None
        until_line(process, "creating topics")
        process.send_signal(number)
        _, errors = process.communicate(timeout=DEADLINE_S)
    assert process.returncode == 0, errors
    assert list(tmp_path.glob("newsmill-*")) == []


def until_line(process: subprocess.Popen[str], text: str) -> None:
    assert process.stderr is not None
    deadline = time.monotonic() + DEADLINE_S
    while text not in process.stderr.readline():
        assert time.monotonic() < deadline, "too late"
