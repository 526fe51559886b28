"""A stage on a real broker against the same batches offline, in one process and one thread.

Run as a process of its own by `newsmill bench`; prints one JSON object a repeat.
"""

import asyncio
import json
import sys
import threading
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from typing import Any

from streams.app import create_app
from streams.cpus import cpu_count, limit_threads
from streams.launch import find_stages, free_port, make_sender
from streams.loading import load
from streams.logs import set_up_logging
from streams.message import Message
from streams.outgoing import Sender
from streams.producer import Producer
from streams.progress import Progress
from streams.result import Result
from streams.settings import Settings
from streams.stage import Prepared, Stage
from streams.worker import keep_what_is_loaded

from .articles import cleaned, passing_stage, samples, short_articles
from .encoded import Counted, counted, engine_of
from .finish import Finish, cpu_s, running


@dataclass
class Recording:
    """A sender that waits for its gate, and remembers its batches and when the first began."""

    sender: Sender
    gate: threading.Event = field(default_factory=threading.Event)
    batches: list[Sequence[Message]] = field(default_factory=list)
    begun: float = 0.0

    @property
    def stage(self) -> Stage:
        """The sender's."""
        return self.sender.stage

    @property
    def prepared(self) -> Any:
        """The sender's."""
        return self.sender.prepared

    @property
    def worker(self) -> str:
        """The sender's."""
        return self.sender.worker

    def work(self, batch: Sequence[Message]) -> list[tuple[Result, list[Message]]]:
        """The sender's, and the batch is remembered."""
        self.gate.wait()  # until all articles are on the topic: what is measured is the backlog
        self.begun = self.begun or time.perf_counter()
        self.batches.append(batch)
        return self.sender.work(batch)

    def take(self) -> tuple[list[Sequence[Message]], float]:
        """The batches since the last call, and when the first of them began."""
        taken = self.batches, self.begun
        self.batches, self.begun = [], 0.0
        return taken


class Counting(Progress):
    """Progress that adds to a finish."""

    def __init__(self, finish: Finish) -> None:
        super().__init__()
        self._finish = finish

    def acknowledged(self, messages: Sequence[Message]) -> None:
        """The oldest batch in hand is done."""
        super().acknowledged(messages)
        self._finish.add(len(messages))


def main(stage_name: str, count: int, repeats: int) -> None:
    """Measures the stage with so many articles, so often; settings from the environment."""
    settings = load()
    set_up_logging(settings.log_level, stage_name)
    limit_threads(cpu_count())
    is_pass = stage_name == "pass"
    stage = (
        passing_stage(settings.batch)
        if is_pass
        else find_stages(settings, [stage_name], may_try=True)[0]
    )
    prepared, encoder = counted(stage.prepare())
    stage = replace(stage, prepare=lambda: prepared)
    recording = Recording(make_sender(settings, stage, "bench"))
    values = short_articles(count) if is_pass else _inputs(settings, stage, count)
    finish = Finish()
    progress = Counting(finish)
    app = create_app(settings, recording, progress, web_port=free_port(settings))  # type: ignore[arg-type] # all that the app asks of a sender

    async def measure() -> None:
        producer = Producer(settings.connection, max_bytes=settings.max_message_bytes)
        await producer.start()
        while not progress.is_joined:
            await asyncio.sleep(0.05)
        for number in range(repeats + 1):  # the first one warms up
            figures = await _repeat(settings, recording, finish, producer, values)
            figures |= _work(prepared, encoder)
            if number:
                print(json.dumps(figures), flush=True)
            else:  # what counts the work is no worker's, and is no garbage to look through
                keep_what_is_loaded()
        await producer.stop()

    asyncio.run(running(app, measure))


def _inputs(settings: Settings, stage: Stage, count: int) -> list[bytes]:
    """What the stage reads: raw articles, or what `clean` makes of them."""
    raw = samples(count)
    return raw if stage.name == "clean" else cleaned(settings, raw)


def _work(prepared: Prepared, encoder: Counted | None) -> dict[str, Any]:
    """What the encoder had to compute in one of the passes, both of which read the same."""
    engine = engine_of(prepared)
    if encoder is None or engine is None:
        return {}
    from .yardsticks.operations import encoder_work

    return {"operations": encoder_work(encoder.take()) / 2, "engine": engine}


async def _repeat(
    settings: Settings,
    recording: Recording,
    finish: Finish,
    producer: Producer,
    values: list[bytes],
) -> dict[str, Any]:
    """One pass over the broker, then the same batches offline."""
    recording.gate.clear()
    finish.set_goal(len(values))
    topic = settings.topic_prefix + recording.stage.source.name
    await producer.send(Message(topic, str(n).encode(), value) for n, value in enumerate(values))
    cpu = cpu_s()
    recording.gate.set()
    await finish.reached()
    ended, cpu = time.perf_counter(), cpu_s() - cpu
    batches, begun = recording.take()
    streamed = ended - begun
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(1) as thread:
        started = time.perf_counter()
        for batch in batches:
            await loop.run_in_executor(thread, recording.sender.work, batch)
        offline = time.perf_counter() - started
    return {
        "streamed_articles_s": len(values) / streamed,
        "offline_articles_s": len(values) / offline,
        "offline_s": offline,
        "efficiency": offline / streamed,
        "cpu_us_an_article": cpu * 1e6 / len(values),
        "batches": len(batches),
    }


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
