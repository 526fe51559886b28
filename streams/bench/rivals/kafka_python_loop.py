"""kafka-python in the loop that the tutorials have: one article, one sentence a call.

Each summary is waited for and its article committed before the next one is looked at, so that
nothing is lost when the program dies.
"""

import json

import torch
from job import Encoder, Meter, arguments, ready, sentences, summary
from kafka import KafkaConsumer, KafkaProducer

DELIVERY_S = 60


def main() -> None:
    """Summarises until the count is reached."""
    options = arguments(__doc__)
    encoder = Encoder()
    ready()
    producer = KafkaProducer(bootstrap_servers=options.bootstrap, acks="all")
    consumer = KafkaConsumer(
        options.source,
        bootstrap_servers=options.bootstrap,
        group_id=options.group,
        auto_offset_reset="earliest",
        enable_auto_commit=False,
    )
    meter = Meter(options.count)
    for message in consumer:
        meter.received()
        article = json.loads(message.value)
        found = sentences(article)
        vectors = torch.cat([encoder.encode([sentence]) for sentence in found])
        value = summary(article, found, vectors)
        producer.send(options.target, key=message.key, value=value).get(timeout=DELIVERY_S)
        consumer.commit()
        meter.delivered()
        if meter.is_done:
            break
    consumer.close()
    producer.close()


if __name__ == "__main__":
    main()
