"""confluent-kafka in batches of 32: consume, encode all sentences together, produce, flush, commit.

The offsets of a batch are committed when all its summaries are acknowledged, so that nothing is
lost when the program dies.
"""

import json
from typing import Any

from confluent_kafka import Consumer, KafkaException, Producer
from job import Encoder, Meter, arguments, ready, summaries

BATCH = 32
# consume() waits this long for a full batch: enough for a fetch, too little to be felt.
FULL_BATCH_S = 0.1
DELIVERY_S = 60


def raise_failure(error: Any, _message: Any) -> None:
    """Ends the program where a summary was not delivered."""
    if error is not None:
        raise KafkaException(error)


def main() -> None:
    """Summarises until the count is reached."""
    options = arguments(__doc__)
    encoder = Encoder()
    ready()
    producer = Producer({"bootstrap.servers": options.bootstrap, "acks": "all"})
    consumer = Consumer(
        {
            "bootstrap.servers": options.bootstrap,
            "group.id": options.group,
            "auto.offset.reset": "earliest",
            "enable.auto.commit": False,
        }
    )
    consumer.subscribe([options.source])
    meter = Meter(options.count)
    while not meter.is_done:
        messages = consumer.consume(num_messages=BATCH, timeout=FULL_BATCH_S)
        if not messages:
            continue
        meter.received()
        for message in messages:
            raise_failure(message.error(), message)
        articles = [json.loads(message.value()) for message in messages]
        for message, value in zip(messages, summaries(encoder, articles), strict=True):
            producer.produce(options.target, value, message.key(), on_delivery=raise_failure)
        if producer.flush(DELIVERY_S):
            raise TimeoutError("the broker acknowledges no more")
        consumer.commit(asynchronous=False)
        meter.delivered(len(messages))
    consumer.close()


if __name__ == "__main__":
    main()
