"""Plain Faust: an agent with `async for`, the model called in the loop.

An agent takes one article after the other, so a thread for the model would gain nothing: a call
takes a fraction of a second, and heartbeats allow for many. Each summary is waited for before its
article is acknowledged, which Faust does when the loop comes round.
"""

import asyncio
import json

import faust
from job import Encoder, Meter, arguments, ready, sentences, summary


async def main() -> None:
    """Summarises until the count is reached."""
    options = arguments(__doc__)
    encoder = Encoder()
    meter = Meter(options.count)
    done = asyncio.Event()
    app = faust.App(
        options.group,
        broker=f"kafka://{options.bootstrap}",
        key_serializer="raw",
        value_serializer="raw",
        topic_allow_declare=False,
        topic_disable_leader=True,
        web_enabled=False,
        loop=asyncio.get_running_loop(),
    )
    source, target = app.topic(options.source), app.topic(options.target)

    @app.agent(source)
    async def summarize(stream: faust.StreamT) -> None:
        async for key, value in stream.items():
            meter.received()
            article = json.loads(value)
            found = sentences(article)
            vectors = encoder.encode(found)
            sent = await target.send(key=key, value=summary(article, found, vectors))
            await sent
            meter.delivered()
            if meter.is_done:
                done.set()

    ready()
    await app.start()
    await done.wait()
    await app.stop()


if __name__ == "__main__":
    asyncio.run(main())
