"""What a worker does with its topic: take, work, send, await delivery, acknowledge in order.

The rules, each bought with a lost article somewhere:
- Faust's own acknowledgements are never used: they come also when the work has failed.
- One batch at a time is worked on, and one is sent; acknowledged in their order, after delivery.
- The stage runs in a thread of its own, so that heartbeats, commits and /healthz go on.
- Whatever is not an article's fault escapes: the worker ends non-zero, Kafka gives the batch again.
- A batch that never ends is ended by force; nothing of it was acknowledged.
"""

import asyncio
import gc
import logging
import os
import threading
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from .held import Held, is_sent_anew
from .message import Message
from .metrics import Metrics
from .outgoing import Sender, with_origin
from .producer import Producer
from .progress import Progress
from .result import Result

log = logging.getLogger(__name__)

Worked = list[tuple[Result, list[Message]]]  # what became of each message, and what it sends
_LOOK_EVERY_S = 0.5  # whether a batch is overdue
_OVERDUE = 70  # exit code of a worker whose batch never ended (EX_SOFTWARE)


class Worker:
    """One stage at work on what one consumer takes."""

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

    async def run(self, consumer: Any) -> None:
        """Works until it is cancelled. Raises what an article did not cause.

        While a batch is sent the next one is worked on; it is sent when the one before is done.
        """
        delivery: asyncio.Task[None] | None = None
        with _watched(self._progress, self._deadline_s):
            async with asyncio.TaskGroup() as group:  # a delivery that fails ends the waiting here
                while True:
                    batch = await consumer.take(self._sender.stage.batch, self._linger_s)
                    self._progress.started(batch.messages)
                    worked = await self._work(batch.messages)
                    if delivery is None:
                        keep_what_is_loaded()
                    else:
                        await asyncio.wait([delivery])
                    delivery = group.create_task(self._deliver(consumer, batch, *worked))

    async def _work(self, messages: list[Message]) -> tuple[Worked, float]:
        """What the stage makes of the messages, and the seconds that it took."""
        started = time.perf_counter()
        loop = asyncio.get_running_loop()
        done = await loop.run_in_executor(self._thread, self._sender.work, messages)
        return done, time.perf_counter() - started

    async def _deliver(self, consumer: Any, batch: Any, done: Worked, took_s: float) -> None:
        """Sends what a batch gave, awaits its delivery, and acknowledges it."""
        started = time.perf_counter()
        if self._held is not None:
            done = without_overtaken(self._held, self._sender, done)
        await self._producer.send(sent for _, sends in done for sent in sends)
        results = [result for result, _ in done]
        if self._held is not None:
            put_aside(self._held, results)
        self._metrics.batch(results, took_s=took_s, sending_s=time.perf_counter() - started)
        consumer.acknowledge(batch)
        self._progress.acknowledged(batch.messages)


def without_overtaken(held: Held, sender: Sender, done: Worked) -> Worked:
    """The batch, in which what comes back from an embargo too late gives no event.

    Too late is what a newer message of the article, or a withdrawal, was read before.
    """
    checked: Worked = []
    newer: set[str] = set()
    for result, sends in done:
        if not is_sent_anew(result.message):
            newer.update(() if result.is_rejected else (result.article_id,))
        elif result.article_id in newer or not held.is_current(result.message):
            result = replace(
                result, outcome="duplicate", event_type=None, value=None,
                detail="something newer of the article came first",
            )  # fmt: skip
            sends = sender.messages(result, datetime.now(UTC))
        checked.append((result, sends))
    return checked


def put_aside(held: Held, results: Sequence[Result]) -> None:
    """Keeps the messages under embargo, and nothing older of the articles that were read.

    A rejected message replaces nothing, nor does one that came too late: what waits stays.
    """
    replacing = (r for r in results if not r.is_rejected and r.outcome != "duplicate")
    last = {result.article_id: result for result in replacing}
    back = [id_ for id_, result in last.items() if is_sent_anew(result.message)]
    if back:  # as in few batches
        held.passed(back)
    held.forget([id_ for id_ in last if id_ not in back])
    for result in last.values():
        if result.outcome == "held" and result.held_until is not None:
            held.put(result.article_id, with_origin(result.message), result.held_until)


def keep_what_is_loaded() -> None:
    """Takes models and modules out of the collector's sight: before the start, and once the first
    batch has loaded the rest.

    To look through them takes a tenth of a second, in which all threads stand still.
    """
    gc.collect()
    gc.freeze()


@contextmanager
def _watched(progress: Progress, deadline_s: float) -> Iterator[None]:
    """Ends the process if a batch in hand is too old: a stuck thread cannot be stopped otherwise,
    nor a producer without a broker, which tries again for ever.
    """
    is_over = threading.Event()

    def watch() -> None:
        while not is_over.wait(_LOOK_EVERY_S):
            if progress.batch_age_s() > deadline_s:
                log.critical("a batch took longer than %s s: the worker ends", deadline_s)
                os._exit(_OVERDUE)

    threading.Thread(target=watch, name="deadline", daemon=True).start()
    try:
        yield
    finally:
        if not progress.batch_age_s():  # what is in hand may hang while the worker ends, too
            is_over.set()
