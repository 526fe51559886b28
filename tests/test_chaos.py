"""Workers are killed in the middle of their work, and nothing is lost."""

import json
import random
from collections import defaultdict
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from threading import Event

import pytest
from mill import Mill, mill, wait_until

from streams.broker.embedded import EmbeddedBroker
from streams.outgoing import rfc3339

SAMPLES = Path("streams/samples/articles.jsonl")
MOST = 2000  # articles, whatever happens
RATE = 5  # articles a second, so that work goes on while workers die
pytestmark = pytest.mark.broker


def articles(count: int) -> list[bytes]:
    """So many articles with ids of their own, made of the samples."""
    samples = [json.loads(line) for line in SAMPLES.read_text(encoding="utf-8").splitlines()]
    return [
        json.dumps({**samples[n % len(samples)], "id": f"article-{n}", "url": None}).encode()
        for n in range(count)
    ]


def journeys(running: Mill, stage: str) -> list[dict[str, str]]:
    """The journey records of a stage, read so far."""
    records = (json.loads(m.value or b"{}") for m in running.on("journey"))
    return [record for record in records if record["stage"] == stage]


def is_done(running: Mill, topics: tuple[str, ...], count: int) -> bool:
    running.read()
    return all(len({m.key for m in running.on(topic)}) == count for topic in topics)


def assert_nothing_lost_and_repeats_equal(
    running: Mill, topics: tuple[str, ...], count: int
) -> int:
    """Every article on every topic; a repeat has the same id and the same bytes. Counts repeats."""
    assert not running.on("rejected"), running.on("rejected")[0].headers
    repeats = 0
    for topic in topics:
        by_key = defaultdict(list)
        for message in running.on(topic):
            by_key[message.key].append((message.header("ce_id"), message.value))
        assert len(by_key) == count, f"{topic}: {len(by_key)} of {count}"
        assert all(len(set(same)) == 1 for same in by_key.values()), f"{topic}: unlike repeats"
        repeats += sum(len(same) - 1 for same in by_key.values())
    return repeats


def kill_and_restart(running: Mill, chance: random.Random) -> float:
    """Kills any worker and starts it anew; after how many seconds it was at work again."""
    lost = running.kill(chance.randrange(len(running.workers)))
    killed_at = rfc3339(datetime.now(UTC))
    running.start(lost.stage)

    def is_back() -> bool:
        running.read()
        mine = (r for r in journeys(running, lost.stage) if r["worker"] == lost.name)
        return any(record["at"] > killed_at for record in mine)

    return wait_until(is_back, f"{lost.stage} {lost.name} at work again")


def run_with_kills(
    running: Mill, topics: tuple[str, ...], *, kills: int, least: int, rate: float = RATE
) -> None:
    """Articles arrive all the while, `least` of them and until the last killed one is back."""
    wait_until(lambda: all(worker.name for worker in running.workers), "all workers")
    all_back, sent, chance = Event(), list[bytes](), random.Random(7)

    def arriving() -> Iterator[bytes]:
        for article in articles(MOST):
            if all_back.is_set() and len(sent) >= least:
                return
            sent.append(article)
            yield article

    with ThreadPoolExecutor(1) as thread:
        publishing = thread.submit(running.publish, arriving(), rate=rate)
        try:
            wait_until(lambda: bool(running.read() and running.on(topics[-1])), "the first event")
            for _ in range(kills):
                print(f"at work again after {kill_and_restart(running, chance):.1f} s")
        finally:
            all_back.set()
        publishing.result()
    wait_until(lambda: is_done(running, topics, len(sent)), "all articles on all topics", 300)
    assert set(running.stop()) == {0}, running.logs()[-3000:]
    running.read()
    repeats = assert_nothing_lost_and_repeats_equal(running, topics, len(sent))
    print(f"{len(sent)} articles, {kills} kills: 0 lost, {repeats} repeats with equal ids")


def test_killed_workers_lose_nothing(
    broker: EmbeddedBroker, topic_prefix: str, tmp_path: Path
) -> None:
    twice = ("clean", "recognize") * 2
    with mill(broker.bootstrap, topic_prefix, tmp_path, *twice, batch=8) as running:
        run_with_kills(running, ("clean", "entities"), kills=2, least=60)


@pytest.mark.slow
def test_five_kills_of_any_stage_lose_nothing(
    broker: EmbeddedBroker, topic_prefix: str, tmp_path: Path
) -> None:
    twice = ("clean", "recognize", "summarize") * 2
    with mill(broker.bootstrap, topic_prefix, tmp_path, *twice, batch=8) as running:
        run_with_kills(running, ("clean", "entities", "summaries"), kills=5, least=300, rate=2.5)


def test_a_survivor_takes_over_alone(
    broker: EmbeddedBroker, topic_prefix: str, tmp_path: Path
) -> None:
    with mill(broker.bootstrap, topic_prefix, tmp_path, "clean", "clean") as running:
        running.publish(articles(40))
        wait_until(lambda: is_done(running, ("clean",), 40), "the first articles")
        workers = {record["worker"] for record in journeys(running, "clean")}
        running.kill(0)
        # Keyless messages spread over all partitions, so the dead worker's are among them.
        running.publish(value.replace(b'"article-', b'"later-') for value in articles(40))
        waited = wait_until(lambda: is_done(running, ("clean",), 80), "the survivor's work")
        print(f"a survivor of {sorted(workers)} has all partitions after {waited:.1f} s")
        assert running.stop() == [0]
