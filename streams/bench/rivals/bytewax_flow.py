"""Bytewax: a dataflow that summarises whatever a poll has brought, up to 32 articles.

At least once comes from its recovery store, which keeps the offsets of what has gone through.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import bytewax.operators as op
from bytewax.connectors.kafka import KafkaSink, KafkaSinkMessage, KafkaSource
from bytewax.dataflow import Dataflow
from bytewax.inputs import StatefulSourcePartition
from bytewax.outputs import StatelessSinkPartition
from bytewax.recovery import RecoveryConfig, init_db_dir
from bytewax.run import cli_main
from job import Encoder, Meter, arguments, ready, summaries

BATCH = 32


class UntilDone(KafkaSource):
    """A source that ends when the count is reached: by itself it follows the topic for ever."""

    def __init__(self, meter: Meter, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.meter = meter

    def build_part(self, *args: Any) -> StatefulSourcePartition:
        """The partition, watched."""
        part = super().build_part(*args)
        poll = part.next_batch

        def next_batch() -> list[Any]:
            if self.meter.is_done:
                raise StopIteration
            return poll()

        part.next_batch = next_batch
        return part


class Counting(KafkaSink):
    """A sink that counts what was acknowledged: it flushes every batch it writes."""

    def __init__(self, meter: Meter, *args: Any) -> None:
        super().__init__(*args)
        self.meter = meter

    def build(self, *args: Any) -> StatelessSinkPartition:
        """The partition, watched."""
        part = super().build(*args)
        write = part.write_batch

        def write_batch(items: list[Any]) -> None:
            write(items)
            self.meter.delivered(len(items))

        part.write_batch = write_batch
        return part


def main() -> None:
    """Summarises until the count is reached."""
    options = arguments(__doc__)
    encoder = Encoder()
    meter = Meter(options.count)

    def summarize(messages: list[Any]) -> Iterator[KafkaSinkMessage]:
        meter.received()
        articles = [json.loads(message.value) for message in messages]
        for message, value in zip(messages, summaries(encoder, articles), strict=True):
            yield KafkaSinkMessage(message.key, value)

    brokers = [options.bootstrap]
    flow = Dataflow("summarize")
    source = UntilDone(meter, brokers, [options.source], batch_size=BATCH)
    articles = op.input("articles", flow, source)
    written = op.flat_map_batch("summarize", articles, summarize)
    op.output("summaries", written, Counting(meter, brokers, options.target))
    folder = Path(f"{options.group}.recovery")
    folder.mkdir(exist_ok=True)
    init_db_dir(folder, 1)
    ready()
    cli_main(flow, recovery_config=RecoveryConfig(folder))


if __name__ == "__main__":
    main()
