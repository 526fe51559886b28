"""Quix Streams: a streaming data frame that summarises article by article.

At least once is its default: summaries are flushed before offsets are committed, every five
seconds and at the end.
"""

from typing import Any

from job import Encoder, Meter, arguments, ready, sentences, summary
from quixstreams import Application


def main() -> None:
    """Summarises until the count is reached."""
    options = arguments(__doc__)
    encoder = Encoder()
    meter = Meter(options.count)

    def summarize(article: dict[str, Any]) -> bytes:
        meter.received()
        found = sentences(article)
        return summary(article, found, encoder.encode(found))

    app = Application(
        broker_address=options.bootstrap,
        consumer_group=options.group,
        auto_offset_reset="earliest",
        auto_create_topics=False,
        processing_guarantee="at-least-once",
        loglevel="WARNING",
    )
    source = app.topic(options.source, key_deserializer="bytes", value_deserializer="json")
    target = app.topic(options.target, key_serializer="bytes", value_serializer="bytes")
    frame = app.dataframe(source)
    frame = frame.apply(summarize)
    frame = frame.to_topic(target)
    ready()
    # Comes back when all that was produced is acknowledged and committed.
    app.run(count=options.count, collect=False)
    meter.delivered(options.count)


if __name__ == "__main__":
    main()
