"""What the open network sends: each message has exactly one outcome, and no neighbour suffers."""

import asyncio
import json
from collections import Counter
from pathlib import Path

import pytest
from aiokafka import AIOKafkaProducer
from kafka import KafkaProducer
from mill import mill, wait_until

from streams.broker.embedded import EmbeddedBroker
from streams.broker.publish import publish

pytestmark = pytest.mark.broker

PROSE = (
    "The harbour of Lindhaven will stay open through the winter, the town council decided on"
    " Tuesday after a long debate. Ferries to the islands run twice a day, and the fishing boats"
    " keep their berths. Mayor Ingrid Solberg said the decision would cost the town two million"
    " crowns. The opposition had asked for a vote in spring."
)
DEEP = "[" * 100_000 + "]" * 100_000

HOSTILE: dict[str, bytes | None] = {
    "empty": b"",
    "white space": b" \r\n\t ",
    "not UTF-8": b"\xff\xfe\xfd\xfc\xfb" * 50,
    "Latin-1": ("Der Bürgermeister grüßt die Gäste der Stadt. " * 20).encode("latin-1"),
    "UTF-16": PROSE.encode("utf-16"),
    "NUL bytes": b"\0" * 1000,
    "NUL bytes within": PROSE.replace(" ", "\0 ").encode(),
    "5 MB": (PROSE + "\n\n").encode() * 14_000,
    "deeply nested JSON": b'{"content":' + DEEP.encode() + b"}",
    "JSON array": json.dumps([{"content": PROSE}]).encode(),
    "JSON number": b'{"content": 17}',
    "JSON null content": b'{"content": null}',
    "wrong types": b'{"content": {"a": [1]}, "id": [], "title": 5, "author": {"x": 1}}',
    "only boilerplate": b"Home | News | Sport\nSign in\nCookies help us. Accept all\nShare on X",
    "only emoji": "\U0001f600\U0001f680\U0001f30d".encode() * 200,
    "one 200 kB word": b"x" * 200_000,
    "right-to-left text": (
        "قررت بلدية المدينة إبقاء الميناء مفتوحا طوال فصل الشتاء. " * 20
    ).encode(),
    "bidi controls": ("\u202e" + PROSE + "\u202c\u2066").encode(),
    "HTML with scripts": b"<html><script>alert(1)</script><body onload=x()><p>"
    + PROSE.encode()
    + b"</p><script>document.write('<p>')</script></body></html>",
    "HTML never closed": b"<div>" * 50_000 + PROSE.encode(),
    "truncated JSON": b'{"content": "The harbour of Lind',
    "Confluent prefix": b"\0\0\0\0\x07" + json.dumps({"content": PROSE, "id": "avro"}).encode(),
    "tombstone": None,
    "duplicate keys": b'{"content": "x", "content": "' + PROSE.encode() + b'", "id": "twice"}',
    "huge numbers": b'{"content": "' + PROSE.encode() + b'", "version": 1e400, "urgency": 9999999}',
    "long id": json.dumps({"content": PROSE, "id": "i" * 100_000}).encode(),
    "lone surrogate": b'{"content": "\\ud800 ' + PROSE.encode() + b'", "id": "surrogate"}',
    "unreadable embargo": json.dumps({"content": PROSE, "embargoed": "soon"}).encode(),
    "wild dates": json.dumps({"content": PROSE, "date": "99.99.9999", "id": "dates"}).encode(),
}


def neighbour(number: int) -> bytes:
    return json.dumps({"id": f"good-{number}", "content": PROSE}).encode()


def test_each_hostile_message_has_one_outcome_and_neighbours_pass(
    broker: EmbeddedBroker, topic_prefix: str, tmp_path: Path
) -> None:
    with mill(broker.bootstrap, topic_prefix, tmp_path, "clean", partitions=1, batch=8) as running:
        # Two messages with one key, a hostile one between good ones, all on one partition.
        messages = [
            (key, value, ())
            for number, (name, bad) in enumerate(HOSTILE.items())
            for key, value in ((name.encode(), bad), (b"good", neighbour(number)))
        ]
        published = publish(running.connection, running.topic("raw"), messages)
        assert published.count == len(messages)
        wait_until(lambda: len(running.read() and running.on("journey")) >= len(messages), "all")
        assert running.stop() == [0], running.logs()[-3000:]
        running.read()

        records = [json.loads(m.value or b"{}") for m in running.on("journey")]
        origins = Counter(record["origin"] for record in records)
        assert set(origins.values()) == {1}
        assert len(origins) == len(messages)
        passed = {(m.key or b"").decode() for m in running.on("clean")}
        assert {f"good-{number}" for number in range(len(HOSTILE))} <= passed
        assert "bug" not in {record["outcome"] for record in records}, records
        rejected = {m.key: m.value for m in running.on("rejected")}
        assert all(HOSTILE[key.decode()] == value for key, value in rejected.items() if key)
        assert len(running.on("clean")) + len(running.on("rejected")) == len(messages)
        assert len(list(tmp_path.glob("*.log"))) == 1, "the worker was started once"


async def send_nothing(bootstrap: str, topic: str) -> None:
    """Neither key nor value: other clients send it, aiokafka only in a batch made by hand."""
    async with AIOKafkaProducer(bootstrap_servers=bootstrap) as producer:
        batch = producer.create_batch()
        batch.append(key=None, value=None, timestamp=None)
        await (await producer.send_batch(batch, topic, partition=0))


def test_nothing_at_all_is_rejected_and_its_neighbour_passes(
    broker: EmbeddedBroker, topic_prefix: str, tmp_path: Path
) -> None:
    with mill(broker.bootstrap, topic_prefix, tmp_path, "clean", partitions=1) as running:
        asyncio.run(send_nothing(broker.bootstrap, running.topic("raw")))
        running.publish([neighbour(1)])
        wait_until(lambda: len(running.read() and running.on("journey")) == 2, "both outcomes")
        (letter,) = running.on("rejected")
        assert (letter.value, letter.header("newsmill-reason")) == (None, "unreadable")
        assert [m.key for m in running.on("clean")] == [b"good-1"]
        assert running.stop() == [0]


def test_a_message_larger_than_any_topic_takes_is_rejected_and_its_neighbour_passes(
    broker: EmbeddedBroker, topic_prefix: str, tmp_path: Path
) -> None:
    with mill(broker.bootstrap, topic_prefix, tmp_path, "clean", partitions=1) as running:
        producer = KafkaProducer(
            bootstrap_servers=broker.bootstrap, compression_type="gzip", max_request_size=50_000_000
        )
        producer.send(running.topic("raw"), b"a" * 30_000_000).get(60)  # 30 kB on the wire
        producer.close()
        running.publish([neighbour(1)])
        wait_until(lambda: len(running.read() and running.on("journey")) == 2, "both outcomes")
        (letter,) = running.on("rejected")
        assert letter.header("newsmill-reason") == "too-long"
        assert letter.value is None
        assert "30000000 bytes" in (letter.header("newsmill-detail") or "")
        assert [m.key for m in running.on("clean")] == [b"good-1"]
        assert running.stop() == [0]
