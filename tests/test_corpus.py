"""The whole corpus through the whole mill, on a real Kafka, twice."""

import json
from pathlib import Path

import pytest
from mill import Mill, mill, wait_until

from streams.broker.embedded import EmbeddedBroker
from streams.launch import stages
from streams.local import run
from streams.message import Message
from streams.settings import Settings

RAW = Path("tests/data/corpus/raw.jsonl").read_bytes().splitlines()
IDS = {json.loads(line)["id"] for line in RAW}


def results(running: Mill, topic: str) -> dict[str, set[tuple[str | None, bytes | None]]]:
    """Event ids and values by article id."""
    found: dict[str, set[tuple[str | None, bytes | None]]] = {}
    for message in running.on(topic):
        key = (message.key or b"").decode()
        found.setdefault(key, set()).add((message.header("ce_id"), message.value))
    return found


@pytest.mark.broker
def test_every_article_is_summarised_and_recognised_and_again_to_the_byte(
    broker: EmbeddedBroker, topic_prefix: str, tmp_path: Path
) -> None:
    names = ("clean", "summarize", "recognize")
    with mill(broker.bootstrap, topic_prefix, tmp_path, *names) as running:
        for turn in (1, 2):
            running.publish(RAW)
            wait_until(
                lambda turn=turn: (
                    len(running.read() and running.on("journey")) >= turn * len(names) * len(RAW)
                ),
                f"turn {turn}: a journey record for every article and stage",
            )
        assert running.stop() == [0, 0, 0], running.logs()[-3000:]
        assert not running.on("rejected")
        for topic in ("clean", "summaries", "entities"):
            # One poll need not bring all topics: the journey may be read before the events.
            wait_until(
                lambda topic=topic: len(running.read() and running.on(topic)) >= 2 * len(RAW), topic
            )
            found = results(running, topic)
            assert set(found) == IDS
            assert len(running.on(topic)) == 2 * len(RAW)
            assert all(len(same) == 1 for same in found.values()), f"{topic}: runs differ"


@pytest.mark.broker
def test_every_mention_stands_at_its_offsets(
    broker: EmbeddedBroker, topic_prefix: str, tmp_path: Path
) -> None:
    with mill(broker.bootstrap, topic_prefix, tmp_path, "clean", "recognize") as running:
        running.publish(RAW)
        wait_until(lambda: len(running.read() and running.on("entities")) >= len(RAW), "entities")
        texts = {m.key: json.loads(m.value or b"{}")["text"] for m in running.on("clean")}
        for message in running.on("entities"):
            for entity in json.loads(message.value or b"{}")["entities"]:
                for mention in entity["mentions"]:
                    text = texts[message.key][mention["start"] : mention["end"]]
                    assert text == mention["text"]


def in_memory(batch: int) -> list[tuple[str, bytes | None, bytes | None]]:
    """Topic, key and value of every event that has one value for good, in order of article."""
    settings = Settings(batch=batch, engine="torch", precision="fp32", topic_prefix="n.")
    messages = (Message("n.raw", None, line, offset=at) for at, line in enumerate(RAW[:16]))
    sent = run(stages(settings), messages, prefix="n.", max_bytes=settings.max_message_bytes)
    events = [(m.topic, m.key, m.value) for m in sent if not m.topic.endswith("journey")]
    return sorted(events, key=lambda event: (event[1] or b"", event[0]))


def test_the_size_of_batches_shows_in_no_byte() -> None:
    alone, together = in_memory(1), in_memory(64)
    assert len(alone) == 3 * 16
    assert alone == together
