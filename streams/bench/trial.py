"""One program on topics of its own: started, warmed by one article, then given all at once.

Everything is measured from outside, by the same means for all: time between the broker's stamps
on the first article of the burst and on the last summary.
"""

import json
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from streams.broker.publish import Outgoing, publish
from streams.broker.security import Connection
from streams.broker.tail import tail
from streams.message import Message

from .programs import Program
from .watched import Watched

_START_S = 180.0
_BURST_S, _ARTICLE_S = 60.0, 20.0  # so patient that only a program that hangs is given up
_AFTER_END_S = 5.0  # for what it sent before its end


@dataclass(frozen=True, slots=True)
class Trial:
    """What one program took for so many articles."""

    articles: int
    wall_s: float
    cpu_s: float
    peak_bytes: int
    start_s: float  # from its start to the first summary


def attempt(
    program: Program,
    connection: Connection,
    topics: tuple[str, str],
    articles: Mapping[bytes, bytes],
    folder: Path,
) -> Trial:
    """The program's time for the articles, by key; the first one warms it up. BenchError."""
    source, target = topics
    warm, *rest = articles
    burst = set(rest)
    publish(connection, source, _outgoing(articles, {warm}))
    with Watched(program, folder) as watched:
        started = time.monotonic()
        reading = _Reading(watched)
        messages = tail(connection, [target], from_beginning=True, stop=reading.is_over)
        reading.until({warm}, messages, _START_S)
        start_s = time.monotonic() - started
        before = watched.cpu_s
        publish(connection, source, _outgoing(articles, burst))
        found = reading.until(burst, messages, _BURST_S + _ARTICLE_S * len(burst))
        watched.look()
        cpu_s = watched.cpu_s - before
        watched.end()
    last_ms = max(_stamp(found[key]) for key in burst)
    wall_s = (last_ms - _first_ms(connection, source, burst)) / 1000
    return Trial(len(burst), wall_s, cpu_s, watched.peak_bytes, start_s)


class _Reading:
    """Summaries as they come, by key, the first of each."""

    def __init__(self, watched: Watched) -> None:
        self._watched = watched
        self._found: dict[bytes, Message] = {}
        self._deadline = 0.0

    def is_over(self) -> bool:
        """Whether there is nothing left to hope for; looks at the program."""
        self._watched.look()
        if self._watched.has_ended:
            self._deadline = min(self._deadline, time.monotonic() + _AFTER_END_S)
        return time.monotonic() > self._deadline

    def until(
        self, keys: set[bytes], messages: Iterator[Message], within_s: float
    ) -> Mapping[bytes, Message]:
        """What was read when all the keys are there. BenchError for one that never comes."""
        self._deadline = time.monotonic() + within_s
        for message in messages:
            if message.key is not None and _is_summary(message.value):
                self._found.setdefault(message.key, message)
            if keys <= self._found.keys():
                return self._found
        missing = len(keys - self._found.keys())
        raise self._watched.failure(f"left {missing} of {len(keys)} articles without a summary")


def _is_summary(value: bytes | None) -> bool:
    return bool(value and json.loads(value)["text"].strip())


def _outgoing(articles: Mapping[bytes, bytes], keys: set[bytes]) -> Iterator[Outgoing]:
    return ((key, value, ()) for key, value in articles.items() if key in keys)


def _first_ms(connection: Connection, source: str, keys: set[bytes]) -> int:
    sent = tail(connection, [source], from_beginning=True, follow=False)
    return min(_stamp(message) for message in sent if message.key in keys)


def _stamp(message: Message) -> int:
    assert message.timestamp_ms is not None  # the topics ask the broker for it
    return message.timestamp_ms
