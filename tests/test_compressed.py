"""Whatever a producer compresses with is read."""

import json
from pathlib import Path

import pytest
from kafka import KafkaProducer
from mill import mill, wait_until

from streams.broker.embedded import EmbeddedBroker
from streams.broker.tail import tail

CODECS = ("gzip", "lz4", "snappy", "zstd")
TEXT = "\n\n".join(["The council voted on Tuesday to widen the old canal for 40 million."] * 3)

pytestmark = pytest.mark.broker


def test_articles_are_read_in_every_codec(
    broker: EmbeddedBroker, topic_prefix: str, tmp_path: Path
) -> None:
    with mill(broker.bootstrap, topic_prefix, tmp_path / "mill", "clean", partitions=1) as running:
        for codec in CODECS:
            value = json.dumps({"id": codec, "content": TEXT}).encode()
            with KafkaProducer(
                bootstrap_servers=broker.bootstrap, compression_type=codec
            ) as producer:
                producer.send(running.topic("raw"), value, codec.encode()).get(30)
        wait_until(lambda: bool(running.read()) and len(running.on("clean")) == 4, "all cleaned")
        assert {message.key for message in running.on("clean")} == {c.encode() for c in CODECS}
        raw = tail(running.connection, [running.topic("raw")], from_beginning=True, count=4)
        assert {message.key for message in raw} == {c.encode() for c in CODECS}
