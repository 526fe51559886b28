"""`newsmill run`: files in, events out, no broker."""

import json
import os
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from streams.cli import main
from streams.cli.output import progress
from streams.cli.passage import Passage
from streams.cli.run import needed, show
from streams.cli.run import run as messages_of
from streams.files import Numbering, samples
from streams.launch import find_stages, stages
from streams.loading import load
from streams.message import Message
from streams.processes import newsmill

TEXT = (
    "Angela Merkel opened the new bridge over the Rhine in Cologne on Monday. "
    "The bridge took six years to build and cost 90 million euros. "
    "The city expects forty thousand cars a day."
)


@pytest.fixture(autouse=True)
def _elsewhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)


def run(*arguments: str, text: str | bytes = "") -> list[dict[str, Any]]:
    result = CliRunner().invoke(main, ["run", *arguments], input=text)
    assert result.exit_code == 0, result.stderr
    return [json.loads(line) for line in result.stdout.splitlines()]


def topics(events: list[dict[str, Any]]) -> list[str]:
    return [event["topic"].removeprefix("news.") for event in events]


def test_a_text_gives_a_summary_its_entities_and_a_journey() -> None:
    events = run(text=TEXT)
    assert sorted(topics(events)) == [
        "clean", "entities", "journey", "journey", "journey", "summaries",
    ]  # fmt: skip
    assert all(set(event) == {"topic", "key", "headers", "value"} for event in events)
    by_topic = dict(zip(topics(events), events, strict=True))
    assert by_topic["summaries"]["value"]["schema"] == "summary/1"
    names = {entity["name"] for entity in by_topic["entities"]["value"]["entities"]}
    assert "Angela Merkel" in names
    assert by_topic["entities"]["headers"]["newsmill-origin"] == "news.raw/0/0"


def test_broken_input_is_rejected_with_its_bytes_and_loses_nothing_else() -> None:
    lines = b'{"id": "1", "text": \n' + json.dumps({"id": "2", "text": TEXT}).encode()
    events = run("--stage", "clean", text=lines)
    [rejected] = [event for event in events if event["topic"] == "news.rejected"]
    assert rejected["value"] == '{"id": "1", "text":'
    assert rejected["headers"]["newsmill-reason"] == "unreadable"
    assert [event["key"] for event in events if event["topic"] == "news.clean"] == ["2"]


def test_bytes_that_are_no_text_come_in_base64() -> None:
    lines = json.dumps({"text": TEXT}).encode() + b"\n{\xff\n"
    [rejected] = run("--stage", "clean", "--topic", "rejected", text=lines)
    assert rejected["value"] == {"base64": "e/8="}


def test_topic_shows_only_that_topic() -> None:
    assert topics(run("--topic", "news.summaries", text=TEXT)) == ["summaries"]
    assert topics(run("--topic", "entities", "--topic", "clean", text=TEXT)) == [
        "clean", "entities",
    ]  # fmt: skip


def test_a_stage_brings_those_it_needs() -> None:
    every = stages(load())
    names = [stage.name for stage in needed(every, find_stages(load(), ["recognize"]))]
    assert names == ["clean", "recognize"]


def test_the_samples_pass_with_one_summary_and_one_list_of_entities_each() -> None:
    events = run("--stage", "clean", "--stage", "recognize", str(samples()))
    done = [e["key"] for e in events if e["topic"] in ("news.entities", "news.rejected")]
    assert sorted(done) == [f"sample-{n:02}" for n in range(1, 17)]


def test_equal_input_gives_equal_ids_and_values() -> None:
    def lasting(event: dict[str, Any]) -> tuple[Any, ...]:
        return event["topic"], event["key"], event["headers"]["ce_id"], event["value"]

    first, second = (run("--topic", "clean", "--topic", "entities", text=TEXT) for _ in range(2))
    assert list(map(lasting, first)) == list(map(lasting, second))


def said(*arguments: str, text: str | bytes = "", code: int = 0) -> tuple[str, list[str]]:
    """Standard output, and the lines on standard error."""
    result = CliRunner().invoke(main, ["run", "--stage", "clean", *arguments], input=text)
    assert result.exit_code == code, result.stderr
    return result.stdout, result.stderr.splitlines()


def test_a_rejected_file_is_named_also_where_its_topic_is_not_shown() -> None:
    Path("bin.txt").write_bytes(bytes(range(256)) * 4)
    assert said("bin.txt", "--topic", "clean", code=1) == (
        "",
        [
            "newsmill: bin.txt: unreadable: the content is binary",
            "newsmill: 1 of 1 articles rejected",
        ],
    )


def test_a_rejected_line_is_named_by_its_file_and_number() -> None:
    Path("good.txt").write_text(TEXT)
    Path("lines.jsonl").write_text(json.dumps({"text": TEXT}) + '\n{"id": "1", "text": \n')
    _, lines = said("good.txt", "lines.jsonl")
    assert lines[0].startswith("newsmill: lines.jsonl, article 2: unreadable: ")
    assert lines[1:] == ["newsmill: 1 of 3 articles rejected"]
    _, lines = said(text='{"id": "1", "text": ', code=1)
    assert lines[0].startswith("newsmill: standard input, article 1: unreadable: ")


def test_json_that_is_cut_off_is_said_to_be() -> None:
    Path("cut.json").write_text(json.dumps([{"text": TEXT}], indent=1)[:-20])
    _, lines = said("cut.json", code=1)
    assert lines[0].startswith("newsmill: cut.json is no JSON (")


def test_nothing_to_do_is_said() -> None:
    Path("an-empty.jsonl").touch()
    assert said("an-empty.jsonl", code=1) == ("", ["newsmill: no article in an-empty.jsonl"])
    assert said("an-empty.jsonl", "-", code=1)[1] == [
        "newsmill: no article in an-empty.jsonl, standard input"
    ]


def test_all_went_well_is_not_said() -> None:
    assert said(text=TEXT)[1] == []


def test_on_a_terminal_an_article_is_shown_before_the_next_is_read(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("streams.cli.run.is_terminal", lambda: True)
    some = find_stages(load(), ["clean"])
    numbering = Numbering()
    for name in ("one.txt", "two.txt"):
        Path(name).write_text(f"{name} {TEXT}")
    every = list(messages_of(load(), some, ["one.txt", "two.txt"], numbering))
    shown_before: list[str] = []

    def coming() -> Iterator[Message]:
        for message in every:
            if message.header("newsmill-origin") == "news.raw/0/1":
                shown_before.append(capsys.readouterr().out)
            yield message

    with progress("reading", "articles") as bar:
        show(coming(), Passage(some, numbering, bar, 2), bar, [])
    assert "─ clean" in shown_before[0]


def test_a_terminal_has_a_bar_with_the_count(tmp_path: Path) -> None:
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text(f"{name} {TEXT}")
    arguments = ("run", "--stage", "clean", "--topic", "clean", "one.txt", "two.txt")
    shown = on_a_terminal(*arguments)
    assert "0 of 2 articles" in shown
    assert "two.txt Angela Merkel" in shown


def on_a_terminal(*arguments: str) -> str:
    """What the program writes to a terminal that is both standard output and error."""
    ours, theirs = os.openpty()
    process = subprocess.Popen(
        newsmill(*arguments), stdout=theirs, stderr=theirs, env={**os.environ, "TERM": "xterm"}
    )
    os.close(theirs)
    found = b""
    with process, suppress(OSError):  # what Linux says at the end of a terminal
        while block := os.read(ours, 4096):
            found += block
    os.close(ours)
    assert process.returncode == 0
    return found.decode()
