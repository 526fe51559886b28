"""The commands that talk to a broker, on a real one."""

import json
import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from streams.broker.embedded import EmbeddedBroker
from streams.cli import main
from streams.processes import newsmill

DEADLINE_S = 240.0

pytestmark = pytest.mark.broker


class Program:
    """The program on the tests' broker, with a prefix of its own."""

    def __init__(self, bootstrap: str, prefix: str, folder: Path) -> None:
        self.folder = folder
        self.settings = {
            "NEWSMILL_BOOTSTRAP": bootstrap,
            "NEWSMILL_TOPIC_PREFIX": prefix,
            "NEWSMILL_PARTITIONS": "2",
            "NEWSMILL_WEB_PORT": "0",
            "NEWSMILL_DATA_DIR": str(folder / "data"),
        }

    def __call__(self, *arguments: str, text: str = "") -> Result:
        return CliRunner(env=self.settings).invoke(main, arguments, input=text)

    def lines(self, *arguments: str, text: str = "") -> list[dict[str, Any]]:
        result = self(*arguments, text=text)
        assert result.exit_code == 0, result.stderr
        return [json.loads(line) for line in result.stdout.splitlines()]

    @contextmanager
    def started(self, *arguments: str, **more: str) -> Iterator[subprocess.Popen[str]]:
        """As a process of its own, ended at the end of the test whatever happens."""
        process = subprocess.Popen(
            newsmill(*arguments),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            cwd=self.folder,
            env={**os.environ, **self.settings, **more},
        )
        with process:
            try:
                yield process
            finally:
                process.kill()


@pytest.fixture
def program(broker: EmbeddedBroker, topic_prefix: str, tmp_path: Path) -> Program:
    return Program(broker.bootstrap, topic_prefix, tmp_path)


def until(condition: Callable[[], object]) -> None:
    deadline = time.monotonic() + DEADLINE_S
    while not condition():
        assert time.monotonic() < deadline, "too late"


def ended(process: subprocess.Popen[str]) -> tuple[int, str]:
    """Exit code and errors after a SIGTERM."""
    process.send_signal(signal.SIGTERM)
    _, errors = process.communicate(timeout=DEADLINE_S)
    return process.returncode, errors


def test_topics_are_created_once_and_listed(program: Program) -> None:
    first, second = program.lines("topics", "create"), program.lines("topics", "create")
    assert {one["state"] for one in first} == {"created"}
    assert {one["state"] for one in second} == {"exists"}
    listed = program.lines("topics", "list")
    assert {one["topic"] for one in listed} == {one["topic"] for one in first}
    assert {(one["partitions"], one["messages"]) for one in listed} == {(2, 0)}


def test_topics_check_says_what_differs_and_what_to_do(program: Program) -> None:
    missing = program("topics", "check")
    assert missing.exit_code == 1
    assert "newsmill topics create" in missing.stdout
    program("topics", "create")
    assert program("topics", "check").exit_code == 0
    differing = program("topics", "check", "--set", "partitions=3", "--set", "retention_hours=1")
    found = {one["what"]: one for one in map(json.loads, differing.stdout.splitlines())}
    assert differing.exit_code == 1
    assert (found["partitions"]["wanted"], found["partitions"]["found"]) == ("3", "2")
    assert found["retention.ms"]["wanted"] == "3600000"
    assert all(one["do"] for one in found.values())


def test_check_sees_the_broker_and_its_topics(program: Program) -> None:
    before = {one["what"]: one for one in map(json.loads, program("check").stdout.splitlines())}
    assert before["broker"]["ok"]
    assert not before["topics"]["ok"]
    program("topics", "create")
    after = {one["what"]: one for one in map(json.loads, program("check").stdout.splitlines())}
    assert after["topics"]["ok"]


def test_what_is_published_can_be_seen_again(program: Program) -> None:
    program("topics", "create")
    article = {"id": "1", "text": "Eins"}
    [said] = program.lines("publish", "--rate", "100", text=json.dumps(article))
    assert said == {"topic": f"{program.settings['NEWSMILL_TOPIC_PREFIX']}raw", "published": 1,
                    "failed": 0}  # fmt: skip
    for arguments in (("raw",), (said["topic"], "--from-beginning", "--count", "1", "--follow")):
        [seen] = program.lines("tail", *arguments)
        assert (seen["topic"], seen["key"], seen["value"]) == (said["topic"], "1", article)
    assert program.lines("tail") == []


def test_an_article_that_cannot_be_sent_is_named_by_its_file(program: Program) -> None:
    program("topics", "create", "--set", "max_message_bytes=100000")
    (program.folder / "good.txt").write_text("Eins")
    (program.folder / "big.txt").write_text("x" * 2_000_000)
    names = [str(program.folder / name) for name in ("good.txt", "big.txt")]
    result = program("publish", *names)
    assert result.stderr.startswith(f"newsmill: {names[1]} cannot be sent: 2000000 bytes, where")
    assert (result.exit_code, json.loads(result.stdout)["published"]) == (1, 1)


def test_without_topics_the_user_hears_how_to_create_them(program: Program) -> None:
    for arguments in (("publish",), ("tail",), ("worker", "clean")):
        result = program(*arguments, text='{"id": "1", "text": "Eins"}')
        assert "newsmill topics create" in result.stderr
        assert result.exit_code == 1


def test_tail_follows_until_it_is_told_to_stop(program: Program) -> None:
    program("topics", "create")
    with program.started("tail", "raw", "--follow", "--from-beginning") as process:
        program("publish", text='{"id": "1", "text": "Eins"}')
        assert process.stdout is not None
        assert json.loads(process.stdout.readline())["key"] == "1"
        assert ended(process) == (0, "")


def test_workers_of_several_stages_run_in_processes_of_their_own(program: Program) -> None:
    program("topics", "create")
    text = "Angela Merkel opened a bridge over the Rhine in Cologne on Monday."
    program("publish", text=json.dumps({"id": "1", "text": text}))
    with program.started("worker", "clean", "recognize") as process:
        until(lambda: program.lines("tail", "entities", "--from-beginning"))
        code, errors = ended(process)
    assert code == 0, errors
    assert "clean     | " in errors
    assert "recognize | " in errors
    [entities] = program.lines("tail", "entities", "--from-beginning")
    assert entities["key"] == "1"


def test_up_creates_topics_and_works_on_the_configured_broker(program: Program) -> None:
    with program.started("up") as process:
        assert process.stdout is not None
        where = json.loads(process.stdout.readline())
        assert where["bootstrap"] == program.settings["NEWSMILL_BOOTSTRAP"]
        text = "Angela Merkel opened a bridge over the Rhine in Cologne on Monday."
        program("publish", text=json.dumps({"id": "1", "text": text}))
        until(lambda: program.lines("tail", "summaries", "--from-beginning"))
        code, errors = ended(process)
    assert code == 0, errors
    assert "newsmill: ending workers\n" in errors


def test_an_interrupted_publish_says_how_many_were_sent(program: Program) -> None:
    program("topics", "create")
    lines = "".join(f'{{"id": "{n}", "text": "Eins"}}\n' for n in range(1000))
    (program.folder / "many.jsonl").write_text(lines)
    with program.started("publish", "--rate", "5", "many.jsonl") as process:
        until(lambda: program.lines("tail", "raw", "--from-beginning"))
        process.send_signal(signal.SIGINT)
        said, errors = process.communicate(timeout=DEADLINE_S)
    sent = json.loads(said)["published"]
    assert process.returncode == 130
    assert errors == f"newsmill: interrupted: {sent} published, the rest was not sent\n"
    assert len(program.lines("tail", "raw", "--from-beginning")) == sent


def test_an_interrupted_bench_ends_soon_and_says_what_it_found(program: Program) -> None:
    with program.started("bench", "--stage", "pass") as process:
        assert process.stderr is not None
        assert any("measuring pass" in line for line in process.stderr)
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=15)  # alone on the machine, half a second
    assert process.returncode == 130
    assert errors == "newsmill: interrupted: 0 figures were found\n"


def test_the_broker_alone_says_where_it_listens_and_ends_in_order(program: Program) -> None:
    with program.started("broker", "--port", "0", NEWSMILL_BOOTSTRAP="") as process:
        assert process.stdout is not None
        bootstrap = json.loads(process.stdout.readline())["bootstrap"]
        assert program.lines("topics", "list", "--bootstrap", bootstrap) == []
        assert ended(process)[0] == 0
    assert program("topics", "list", "--bootstrap", bootstrap).exit_code == 1


def test_a_taken_port_is_said_in_one_line(program: Program, broker: EmbeddedBroker) -> None:
    port = broker.bootstrap.rpartition(":")[2]
    result = program("broker", "--port", port)
    assert result.exit_code == 1
    assert f"newsmill: port {port} cannot be had" in result.stderr
