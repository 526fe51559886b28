"""A Faust app that only passes messages on, with Faust's own streams and sends: a yardstick.

It sends one message an article where `pass` sends two, and no headers. Run and read as
`streams.bench.streaming` is.
"""

import asyncio
import json
import sys
import time
from typing import Any

import faust

from streams.loading import load
from streams.message import Message
from streams.producer import Producer
from streams.settings import Settings

from .articles import short_articles
from .finish import Finish, cpu_s, running

_WITHIN_S = 0.05  # for a batch that is not full


def main(count: int, repeats: int) -> None:
    """Measures so many articles, so often; settings from the environment."""
    settings = load()
    finish, gate = Finish(), asyncio.Event()
    app, joined = _app(settings, finish, gate)
    values = short_articles(count)

    async def measure() -> None:
        producer = Producer(settings.connection, max_bytes=settings.max_message_bytes)
        await producer.start()
        await joined.wait()
        for number in range(repeats + 1):  # the first one warms up
            gate.clear()
            finish.set_goal(count)
            topic = f"{settings.topic_prefix}clean"
            await producer.send(Message(topic, str(n).encode(), v) for n, v in enumerate(values))
            started, cpu = time.perf_counter(), cpu_s()
            gate.set()
            await finish.reached()
            took_s, cpu = time.perf_counter() - started, cpu_s() - cpu
            if number:
                figures = {
                    "streamed_articles_s": count / took_s, "cpu_us_an_article": cpu * 1e6 / count
                }  # fmt: skip
                print(json.dumps(figures), flush=True)
        await producer.stop()

    asyncio.run(running(app, measure))


def _app(settings: Settings, finish: Finish, gate: asyncio.Event) -> tuple[Any, asyncio.Event]:
    """The app, and what is set once it has its partitions. It waits for the gate."""
    folder = settings.data_dir / "faust"
    folder.mkdir(parents=True, exist_ok=True)
    app = faust.App(
        f"{settings.topic_prefix}bare",
        broker=[f"kafka://{address}" for address in settings.connection.bootstrap.split(",")],
        stream_buffer_maxsize=4 * settings.batch,
        broker_max_poll_records=2 * settings.batch,
        broker_commit_interval=settings.commit_interval_s,
        consumer_auto_offset_reset="earliest",
        topic_allow_declare=False, topic_disable_leader=True,
        web_enabled=False, datadir=str(folder),
    )  # fmt: skip
    raw_bytes = {
        "key_type": bytes, "value_type": bytes, "key_serializer": "raw", "value_serializer": "raw",
    }  # fmt: skip
    source, target = (
        app.topic(settings.topic_prefix + name, **raw_bytes) for name in ("clean", "summaries")
    )
    joined = asyncio.Event()

    @app.on_partitions_assigned.connect  # type: ignore[untyped-decorator] # Faust has no types here
    async def assigned(*_: Any, **__: Any) -> None:
        joined.set()

    @app.agent(source)  # type: ignore[untyped-decorator] # Faust has no types here
    async def pass_on(stream: Any) -> None:
        async for events in stream.noack_take(settings.batch, within=_WITHIN_S):
            await gate.wait()
            sends = [await target.send(key=e.message.key, value=e.value) for e in events]
            await asyncio.gather(*sends)
            for event in events:
                await stream.ack(event)
            finish.add(len(events))

    return app, joined


if __name__ == "__main__":
    main(int(sys.argv[2]), int(sys.argv[3]))
