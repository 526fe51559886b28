"""Nothing derived of an article leaves before its embargo ends, and then all of it does."""

import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from mill import mill, wait_until

from schemas import Outcome
from streams.broker.embedded import EmbeddedBroker
from streams.codecs import decode_raw
from streams.held import Held
from streams.message import Headers, Message
from streams.outgoing import Sender, rfc3339
from streams.result import Result
from streams.worker import put_aside, without_overtaken

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
    assert (kept.topic, kept.key, kept.value) == ("news.raw", b"k", b"x")
    assert kept.headers[:2] == message().headers
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


@pytest.mark.parametrize("invented", [(), (("newsmill-received", b"yesterday"),)])
def test_what_comes_back_says_when_it_came_first(held: Held, invented: Headers) -> None:
    first = replace(message(b'{"id": "a", "text": "A"}'), timestamp_ms=1_000, headers=invented)
    put_aside(held, [Result(first, "a", 1, "held", held_until=NOON)])
    back = replace(anew(held), timestamp_ms=9_000)
    assert decode_raw(back).received_at == decode_raw(first).received_at
    put_aside(held, [Result(back, "a", 1, "held", held_until=NOON)])
    assert decode_raw(anew(held)).received_at == decode_raw(first).received_at


def test_an_article_that_came_again_or_was_withdrawn_no_longer_waits(held: Held) -> None:
    for outcome in ("ok", "withdrawn"):
        put_aside(held, [Result(message(), "a", 1, "held", held_until=NOON)])
        put_aside(held, [Result(message(), "a", 2, outcome)])
        assert held.due(NOON) == []


def anew(held: Held) -> Message:
    """What waits, sent to its topic again."""
    ((number, sent),) = held.due(NOON)
    held.release([number])
    return sent


def passed(held: Held, *results: Result) -> list[str]:
    """What becomes of a batch, in order; what it leaves behind is kept."""
    sender = SimpleNamespace(messages=lambda result, _now: [result.message])
    done = without_overtaken(held, cast(Sender, sender), [(one, []) for one in results])
    put_aside(held, [result for result, _ in done])
    return [result.outcome for result, _ in done]


def test_what_comes_back_from_an_embargo_passes_also_in_a_replay(held: Held) -> None:
    held.put("a", message(), NOON)
    sent = anew(held)
    assert held.due(NOON) == [], "it is not sent twice"
    assert passed(held, Result(sent, "a", 1, "ok")) == ["ok"]
    assert passed(held, Result(sent, "a", 1, "ok")) == ["ok"]
    assert held.due(NOON) == []
    assert passed(held, Result(message(b"n"), "a", 2, "ok")) == ["ok"]
    assert passed(held, Result(sent, "a", 1, "ok")) == ["duplicate"]


@pytest.mark.parametrize("number", ["9" * 40, "-1", "x", ""])
def test_a_number_that_is_none_costs_nothing(held: Held, number: str) -> None:
    held.put("a", message(), NOON)
    name, value = anew(held).headers[-1]
    forged = (value or b"").partition(b"/")[0] + b"/" + number.encode()
    sent = Message("news.raw", b"k", b"x", ((name, forged),))
    assert passed(held, Result(sent, "b", 1, "ok")) == ["ok"]


@pytest.mark.parametrize("outcome", ["withdrawn", "ok"])
@pytest.mark.parametrize("is_one_batch", [True, False])
def test_what_comes_back_behind_something_newer_gives_nothing(
    held: Held, outcome: Outcome, is_one_batch: bool
) -> None:
    held.put("a", message(), NOON)
    newer, late = Result(message(b"n"), "a", 2, outcome), Result(anew(held), "a", 1, "ok")
    if is_one_batch:
        assert passed(held, newer, late) == [outcome, "duplicate"]
    else:
        assert [*passed(held, newer), *passed(held, late)] == [outcome, "duplicate"]


def test_what_comes_back_late_leaves_a_newer_one_waiting(held: Held) -> None:
    held.put("a", message(b"old"), NOON)
    late = Result(anew(held), "a", 1, "ok")
    newer = Result(message(b"new"), "a", 2, "held", held_until=NOON + timedelta(days=1))
    assert passed(held, newer, late) == ["held", "duplicate"]
    assert [kept.value for _, kept in held.due(NOON + timedelta(days=1))] == [b"new"]


def test_what_waited_on_another_machine_passes(held: Held, tmp_path: Path) -> None:
    elsewhere = Held(tmp_path / "elsewhere.sqlite")
    elsewhere.put("a", message(), NOON)
    assert passed(held, Result(anew(elsewhere), "a", 1, "ok")) == ["ok"]
    elsewhere.close()


def test_a_file_of_an_earlier_version_is_read_on(tmp_path: Path) -> None:
    path = tmp_path / "held.sqlite"
    with closing(sqlite3.connect(path)) as database:
        database.execute(
            "create table held (number integer primary key autoincrement, article text not null,"
            " due real not null, topic text not null, key blob, value blob, headers text not null)"
        )
        row = ("a", NOON.timestamp(), "news.raw", b"k", b"x", "[]")
        database.execute("insert into held (article, due, topic, key, value, headers)"
                         " values (?, ?, ?, ?, ?, ?)", row)  # fmt: skip
        database.commit()
    kept = Held(path)
    assert anew(kept).value == b"x"
    kept.close()


@pytest.mark.broker
def test_an_article_withdrawn_in_the_backlog_does_not_leave_when_its_embargo_ends(
    broker: EmbeddedBroker, topic_prefix: str, tmp_path: Path
) -> None:
    until = datetime.now(UTC) + timedelta(seconds=8)
    fields = {"id": "a", "content": PROSE, "embargoed_until": rfc3339(until)}
    with mill(broker.bootstrap, topic_prefix, tmp_path, "clean", partitions=1) as running:
        running.publish([json.dumps(fields).encode()], key=b"a")
        wait_until(lambda: bool(running.read() and running.on("journey")), "the article held")
        assert running.stop() == [0]
        running.publish([None], key=b"a")
        running.publish([json.dumps({"id": "b", "content": PROSE}).encode()], key=b"b")
        wait_until(lambda: datetime.now(UTC) > until, "the end of the embargo")
        running.start("clean")
        wait_until(lambda: len(running.read() and running.on("clean")) == 2, "both read")
        last = json.dumps({"id": "c", "content": PROSE}).encode()
        running.publish([last], key=b"c")  # behind whatever was sent anew
        wait_until(lambda: {m.key for m in running.read()} >= {b"c"}, "the last one read")
        said = [(m.key, json.loads(m.value or b"{}")["schema"]) for m in running.on("clean")]
        assert said == [
            (b"a", "withdrawal/1"), (b"b", "clean-article/1"), (b"c", "clean-article/1"),
        ]  # fmt: skip


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
