"""Nothing derived of an article leaves before its embargo ends, and then all of it does."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from mill import mill, wait_until

from streams.broker.embedded import EmbeddedBroker
from streams.held import Held
from streams.message import Message
from streams.outgoing import rfc3339
from streams.result import Result
from streams.worker import put_aside

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
PROSE = (
    "The harbour of Lindhaven will stay open through the winter, the town council decided on"
    " Tuesday after a long debate. Ferries to the islands run twice a day, and the fishing boats"
    " keep their berths. Mayor Ingrid Solberg said the decision would cost two million crowns."
)


@pytest.fixture
def held(tmp_path: Path):
    kept = Held(tmp_path / "memory" / "held.sqlite")
    yield kept
    kept.close()


def message(value: bytes = b"x") -> Message:
    return Message("news.raw", b"k", value, (("a", b"\xff\x00"), ("empty", None)))


def test_a_message_waits_for_its_time_and_comes_back_as_it_was(held: Held) -> None:
    held.put("a", message(), NOON)
    assert held.due(NOON - timedelta(seconds=1)) == []
    ((number, kept),) = held.due(NOON)
    assert kept == message()
    held.release([number])
    assert held.due(NOON) == []


def test_a_newer_message_takes_the_place_of_the_one_that_waits(held: Held) -> None:
    held.put("a", message(b"old"), NOON)
    held.put("a", message(b"new"), NOON)
    assert [kept.value for _, kept in held.due(NOON)] == [b"new"]


def test_what_was_withdrawn_is_forgotten(held: Held) -> None:
    held.put("a", message(), NOON)
    held.forget(["a", "b"])
    assert held.due(NOON) == []


def test_a_rejected_message_of_the_same_article_costs_nothing_that_waits(held: Held) -> None:
    waits = Result(message(), "a", 1, "held", held_until=NOON)
    put_aside(held, [waits, Result(message(b"{"), "a", 0, "unreadable")])
    put_aside(held, [Result(message(b"{"), "a", 0, "unreadable")])
    assert [kept.value for _, kept in held.due(NOON)] == [b"x"]


def test_an_article_that_came_again_or_was_withdrawn_no_longer_waits(held: Held) -> None:
    for outcome in ("ok", "withdrawn"):
        put_aside(held, [Result(message(), "a", 1, "held", held_until=NOON)])
        put_aside(held, [Result(message(), "a", 2, outcome)])
        assert held.due(NOON) == []


@pytest.mark.broker
def test_an_embargoed_article_leaves_when_its_time_has_come_not_before(
    broker: EmbeddedBroker, topic_prefix: str, tmp_path: Path
) -> None:
    until = datetime.now(UTC) + timedelta(seconds=12)
    far = datetime.now(UTC) + timedelta(days=900)
    with mill(broker.bootstrap, topic_prefix, tmp_path, "clean") as running:
        for id_, ends in (("soon", until), ("late", far), ("free", None)):
            fields = {"id": id_, "content": PROSE, "embargoed_until": ends and rfc3339(ends)}
            running.publish([json.dumps(fields).encode()], key=id_.encode())
        wait_until(lambda: len(running.read() and running.on("clean")) == 2, "two articles")
        passed = {(m.key or b"").decode(): m for m in running.on("clean")}
        assert set(passed) == {"free", "soon"}
        assert (passed["soon"].timestamp_ms or 0) >= until.timestamp() * 1000
        outcomes = [
            (record["article_id"], record["outcome"])
            for record in (json.loads(m.value or b"{}") for m in running.on("journey"))
        ]
        assert sorted(outcomes) == [
            ("free", "ok"), ("late", "held"), ("soon", "held"), ("soon", "ok"),
        ]  # fmt: skip
        origins = {json.loads(m.value or b"{}")["origin"] for m in running.on("journey")}
        assert len(origins) == 3, "a released article keeps its origin"
        assert running.stop() == [0]
