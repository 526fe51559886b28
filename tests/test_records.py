r"""A header's name in bytes that are no UTF-8 stops neither a worker nor `tail`."""

import json
from pathlib import Path
from typing import Any

import pytest
from kafka import KafkaProducer
from mill import mill, wait_until

from streams.broker.embedded import EmbeddedBroker
from streams.broker.tail import tail

TEXT = "\n\n".join(["The council voted on Tuesday to widen the old canal for 40 million."] * 3)

pytestmark = pytest.mark.broker


class _Bytes(str):
    """A header's name as the producers of other languages write it: as it is."""

    def encode(self, *_: Any) -> bytes:
        return b"canal-\xff\xfe"


@pytest.mark.parametrize("codec", [None, "zstd"])
def test_names_of_headers_are_read_whatever_they_are(
    broker: EmbeddedBroker, topic_prefix: str, tmp_path: Path, codec: str | None
) -> None:
    keys = [b"a", b"b", b"c"]  # the odd one in the middle of a batch
    with mill(broker.bootstrap, topic_prefix, tmp_path / "mill", "clean", partitions=1) as running:
        with KafkaProducer(
            bootstrap_servers=broker.bootstrap, compression_type=codec, linger_ms=500
        ) as producer:
            for key in keys:
                value = json.dumps({"id": key.decode(), "content": TEXT}).encode()
                headers = [(_Bytes("canal"), b"old")] if key == b"b" else []
                producer.send(running.topic("raw"), value, key, headers)
        wait_until(lambda: bool(running.read()) and len(running.on("clean")) == 3, "all cleaned")
        assert [message.key for message in running.on("clean")] == keys
        raw = list(tail(running.connection, [running.topic("raw")], True, count=3))
        assert [message.key for message in raw] == keys
        assert raw[1].headers == ((r"canal-\xff\xfe", b"old"),)
