"""The arithmetic of latency and backlog, their articles, and workers that cannot start."""

import json
from pathlib import Path

import pytest

from streams.bench.backlog import Curve, Look
from streams.bench.errors import BenchError
from streams.bench.invented import long_articles, raw_articles, small_articles
from streams.bench.measure import percentile
from streams.bench.team import at_work
from streams.bench.trips import Notes, Stop, Trip, add_queues
from streams.broker.embedded import EmbeddedBroker
from streams.message import Message
from streams.settings import Settings


@pytest.mark.broker
def test_a_worker_that_cannot_start_is_an_error(
    broker: EmbeddedBroker, topic_prefix: str, tmp_path: Path
) -> None:
    settings = Settings(bootstrap=broker.bootstrap, data_dir=tmp_path)
    wrong = settings.model_copy(update={"session_timeout_s": 1.0})
    with (
        pytest.raises(BenchError, match="has ended"),
        at_work(wrong, topic_prefix, ["clean"], tmp_path),
    ):
        pass


@pytest.mark.parametrize(("percent", "value"), [(50, 5), (95, 10), (99, 10), (10, 1), (1, 1)])
def test_percentiles_are_values_that_were_measured(percent: float, value: float) -> None:
    assert percentile([7, 3, 1, 10, 2, 9, 4, 8, 6, 5], percent) == value


def test_rates_are_those_between_the_edges_of_the_parts() -> None:
    curve = Curve(parts=2, total=100)
    for at_s, done in ((1.0, -50), (2.0, 50), (4.0, 150)):  # 100 a second, then 50
        curve.add(Look(at_s, at_s / 2, done, 10 * done))
    assert curve.rates == [100.0, 50.0]
    assert curve.cpu_us == [5_000.0, 10_000.0]
    assert curve.memory_bytes == [500, 1500]


def trip(**stops: tuple[float, float, float]) -> Trip:
    return Trip(sent=0, arrived=100, stops={name: Stop(*stop) for name, stop in stops.items()})


def test_a_queue_is_work_on_other_articles() -> None:
    first = trip(clean=(10, 10, 0))
    late = trip(clean=(30, 15, 10))  # came at 5, and the first was done at 10
    both = [trip(clean=(60, 10, 0)), trip(clean=(60, 10, 5))]  # one batch of two
    add_queues([first, late, *both], "clean")
    assert [one.queued for one in (first, late, *both)] == [0, 5, 10, 10]


def test_what_is_added_is_all_but_the_stages_own_time() -> None:
    done = trip(clean=(10, 4, 1), summarize=(90, 60, 5), recognize=(95, 70, 5))
    assert (done.whole, done.added) == (100, 36)
    done.queued = 30
    assert done.overhead == 6


def test_a_trip_is_complete_with_its_summary_and_three_records() -> None:
    notes = Notes("p.", [b"a"])
    record = {"at": "2026-01-01T00:00:00Z", "took_ms": 1.0, "waited_ms": 2.0}
    said = [
        Message("p.raw", b"a", b"{}", timestamp_ms=10),
        Message("p.summaries", b"other", b"{}", timestamp_ms=11),
        Message("p.summaries", b"a", b"{}", timestamp_ms=15),
        *(
            Message("p.journey", b"a", json.dumps({**record, "stage": stage}).encode())
            for stage in ("clean", "summarize", "recognize")
        ),
    ]
    assert [notes.add(message) for message in said] == [False] * 5 + [True]
    assert notes.trips()[0].whole == 5


def test_small_articles_are_different_and_the_same_again() -> None:
    found = list(small_articles(50))
    assert found == list(small_articles(50))
    texts = {json.loads(value)["content"] for _, value in found}
    assert len(texts) == 50
    assert all(55 < len(text.split()) < 100 for text in texts)


def test_long_articles_have_their_words_and_no_sentence_twice() -> None:
    (value,) = long_articles(Settings(), 1, 5_000)
    text = json.loads(value)["content"]
    sentences = [part for line in text.split("\n\n") for part in line.split(". ")]
    assert 5_000 <= len(text.split()) < 5_100
    assert len(set(sentences)) == len(sentences)


def test_raw_articles_are_named_for_their_run() -> None:
    found = [json.loads(value) for value in raw_articles(Settings(), 3, "x")]
    assert [one["id"] for one in found] == ["x-0", "x-1", "x-2"]
