"""`newsmill run`: files in, events out, no broker."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from streams.cli import main
from streams.cli.run import needed
from streams.files import samples
from streams.launch import find_stages, stages
from streams.loading import load

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


def test_what_is_rejected_is_counted_where_it_is_not_shown() -> None:
    lines = b'{"id": "1", "text": \n' + json.dumps({"id": "2", "text": "..."}).encode()
    arguments = ["run", "--stage", "clean", "--topic", "clean"]
    result = CliRunner().invoke(main, arguments, input=lines)
    assert (result.stdout, result.exit_code) == ("", 0)
    assert "2 rejected: 1 empty-text, 1 unreadable" in result.stderr


def test_bytes_that_are_no_text_come_in_base64() -> None:
    [rejected] = run("--stage", "clean", "--topic", "rejected", text=b"{\xff\n")
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
