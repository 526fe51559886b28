"""What a worker does with its topic: take, work, send, await delivery, acknowledge in order.

The rules, each bought with a lost article somewhere:
- Faust's own acknowledgements are never used: they come also when the work has failed.
- One agent, one task, one batch at a time; acknowledged in the order of offsets, after delivery.
- The stage runs in a thread of its own, so that heartbeats, commits and /healthz go on.
- Whatever is not an article's fault escapes: the worker ends non-zero, Kafka gives the batch again.
- A batch that never ends is ended by force; nothing of it was acknowledged.
"""

import asyncio
import logging
import os
import threading
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any

from .batches import batches
from .held import Held
from .message import Message
from .metrics import Metrics
from .outgoing import Sender, with_origin
from .producer import Producer
from .progress import Progress
from .result import Result

log = logging.getLogger(__name__)

_OVERDUE = 70  # exit code of a worker whose batch never ended (EX_SOFTWARE)


class Worker:
    """One stage at work on one stream."""

    def __init__(
        self,
        sender: Sender,
        producer: Producer,
        metrics: Metrics,
        progress: Progress,
        *,
        held: Held | None,
        linger_s: float,
        deadline_s: float,
    ) -> None:
        """`held` keeps what is under embargo; only the stage that reads raw articles has it."""
        self._sender = sender
        self._held = held
        self._producer = producer
        self._metrics = metrics
        self._progress = progress
        self._linger_s = linger_s
        self._deadline_s = deadline_s
        self._thread = ThreadPoolExecutor(1, thread_name_prefix=sender.stage.name)

    async def run(self, stream: Any) -> None:
        """Works until the stream ends. Raises what an article did not cause."""
        async for events in batches(stream, self._sender.stage.batch, self._linger_s):
            await self._work(events)
            for event in events:
                await stream.ack(event)  # in order; it awaits nothing, so no batch comes between
            self._progress.acknowledged(events)

    async def _work(self, events: list[Any]) -> None:
        self._progress.started(events)
        started = time.perf_counter()
        messages = [to_message(event.message) for event in events]
        with _overdue_after(self._deadline_s):
            done = await asyncio.get_running_loop().run_in_executor(
                self._thread, self._sender.work, messages
            )
            worked = time.perf_counter()
            # Nor may this last: the producer tries again for as long as no broker answers.
            await self._producer.send(sent for _, sends in done for sent in sends)
        results = [result for result, _ in done]
        if self._held is not None:
            put_aside(self._held, results)
        self._metrics.batch(
            results,
            took_s=worked - started,
            sending_s=time.perf_counter() - worked,
        )


def put_aside(held: Held, results: Sequence[Result]) -> None:
    """Keeps the messages under embargo, and nothing older of the articles that were read.

    A rejected message replaces nothing: what waits for its article stays.
    """
    last = {result.article_id: result for result in results if not result.is_rejected}
    held.forget(list(last))
    for result in last.values():
        if result.outcome == "held" and result.held_until is not None:
            held.put(result.article_id, with_origin(result.message), result.held_until)


def to_message(message: Any) -> Message:
    """Faust's message as ours."""
    return Message(
        topic=message.topic,
        key=message.key,
        value=message.value,
        headers=_pairs(message.headers),
        partition=message.partition,
        offset=message.offset,
        timestamp_ms=round(message.timestamp * 1000) if message.timestamp else None,
    )


def _pairs(headers: Any) -> tuple[tuple[str, bytes], ...]:
    """Headers as pairs: Faust gives a mapping, a list of pairs, or nothing."""
    if not headers:
        return ()
    return tuple(headers.items() if hasattr(headers, "items") else headers)


@contextmanager
def _overdue_after(seconds: float) -> Iterator[None]:
    """Ends the process if the body takes longer: a stuck thread cannot be stopped otherwise,
    nor a producer without a broker, which flushes before it stops.
    """

    def end() -> None:
        log.critical("a batch took longer than %s s: the worker ends", seconds)
        os._exit(_OVERDUE)

    timer = threading.Timer(seconds, end)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
