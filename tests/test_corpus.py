"""The whole corpus through the whole mill, on a real Kafka, twice."""

import json
from pathlib import Path

import pytest
from mill import Mill, mill, wait_until

from streams.broker.embedded import EmbeddedBroker

pytestmark = pytest.mark.broker

RAW = Path("tests/data/corpus/raw.jsonl").read_bytes().splitlines()
IDS = {json.loads(line)["id"] for line in RAW}


def results(running: Mill, topic: str) -> dict[str, set[tuple[str | None, bytes | None]]]:
    """Event ids and values by article id."""
    found: dict[str, set[tuple[str | None, bytes | None]]] = {}
    for message in running.on(topic):
        key = (message.key or b"").decode()
        found.setdefault(key, set()).add((message.header("ce_id"), message.value))
    return found


def test_every_article_is_summarised_and_recognised_and_again_to_the_byte(
    broker: EmbeddedBroker, topic_prefix: str, tmp_path: Path
) -> None:
    stages = ("clean", "summarize", "recognize")
    with mill(broker.bootstrap, topic_prefix, tmp_path, *stages) as running:
        for run in (1, 2):
            running.publish(RAW)
            wait_until(
                lambda run=run: (
                    len(running.read() and running.on("journey")) >= run * len(stages) * len(RAW)
                ),
                f"run {run}: a journey record for every article and stage",
            )
        assert running.stop() == [0, 0, 0], running.logs()[-3000:]
        assert not running.on("rejected")
        for topic in ("clean", "summaries", "entities"):
            found = results(running, topic)
            assert set(found) == IDS
            assert len(running.on(topic)) == 2 * len(RAW)
            assert all(len(same) == 1 for same in found.values()), f"{topic}: runs differ"


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
