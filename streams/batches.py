"""Natural batching: what arrived while the last batch was worked on, never waiting for a tick."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any


async def batches(stream: Any, limit: int, linger_s: float = 0.0) -> AsyncIterator[list[Any]]:
    """Lists of 1 to `limit` unacknowledged events of a Faust stream, in order.

    Holds at most two batches and one event. Raises what ended the stream. With `linger_s` a batch
    that is not full waits that long for more.
    """
    ready: asyncio.Queue[Any] = asyncio.Queue()
    room = asyncio.Semaphore(limit)

    async def fill() -> None:
        try:
            async for event in stream.noack().events():  # the public way to events without auto-ack
                await room.acquire()
                ready.put_nowait(event)
        finally:
            ready.put_nowait(None)  # the stream ended: say so, never go silent

    filler = asyncio.ensure_future(fill())
    try:
        event = await ready.get()
        while event is not None:
            if linger_s and ready.qsize() + 1 < limit:
                await asyncio.sleep(linger_s)
            batch, event = _take(ready, event, limit)
            for _ in batch:
                room.release()
            yield batch
            if event is not None:
                event = await ready.get()
        await filler
    finally:
        filler.cancel()


def _take(ready: "asyncio.Queue[Any]", first: Any, limit: int) -> tuple[list[Any], Any]:
    """A batch of what is ready, and the last thing seen: None once the stream has ended."""
    batch, event = [first], first
    while len(batch) < limit and not ready.empty():
        event = ready.get_nowait()
        if event is None:
            break
        batch.append(event)
    return batch, event
