"""A long run of small articles through `clean`: does its speed last, and does its memory stay?

The sender keeps a few thousand articles ahead of the worker, so that both are always at work and
little of the topic is unread; the broker may drop what lies behind.
"""

import re
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from streams.broker.publish import Outgoing, publish
from streams.settings import Settings
from streams.topics import CLEAN, JOURNEY, RAW

from .errors import BenchError
from .invented import small_articles
from .measure import Figure, figure
from .pages import ask
from .team import Team, at_work

ARTICLES = 10_000
PARTS = 10
_WARM = 500  # articles before the first part
_AHEAD = 5_000  # articles that are sent and not yet done
_LOOK_EVERY_S = 0.1
_SILENCE_S = 120.0  # without an article done; longer than any worker takes to come to itself
_COUNT = re.compile(rb'^newsmill_articles_total\{.*outcome="([^"]+)".*\} (\S+)$', re.M)
_BOUNDED = {"retention.bytes": str(64 << 20), "segment.bytes": str(16 << 20)}  # a partition


@dataclass(frozen=True, slots=True)
class Look:
    """What is seen of a worker at one time."""

    at_s: float
    cpu_s: float
    done: int
    memory_bytes: int


@dataclass
class Curve:
    """How the worker stood at the edges of the parts, one more than there are parts."""

    parts: int
    total: int
    edges: list[Look] = field(default_factory=list)
    _last: Look | None = None

    def add(self, look: Look) -> None:
        """Between two looks the speed is taken for even."""
        while len(self.edges) <= self.parts and look.done >= self._next:
            self.edges.append(self._between(self._last or look, look))
        self._last = look

    @property
    def _next(self) -> int:
        return self.total * len(self.edges) // self.parts

    def _between(self, one: Look, other: Look) -> Look:
        gained = other.done - one.done
        share = (self._next - one.done) / gained if gained else 1.0
        at_s = one.at_s + (other.at_s - one.at_s) * share
        cpu_s = one.cpu_s + (other.cpu_s - one.cpu_s) * share
        return Look(at_s, cpu_s, self._next, other.memory_bytes)

    @property
    def rates(self) -> list[float]:
        """Articles a second in each part."""
        return [(b.done - a.done) / (b.at_s - a.at_s) for a, b in pairwise(self.edges)]

    @property
    def cpu_us(self) -> list[float]:
        """CPU time an article in each part, µs: what other work on the machine changes least."""
        return [(b.cpu_s - a.cpu_s) * 1e6 / (b.done - a.done) for a, b in pairwise(self.edges)]

    @property
    def memory_bytes(self) -> list[int]:
        """Resident at the end of each part."""
        return [look.memory_bytes for look in self.edges[1:]]


def backlog(
    settings: Settings,
    count: int,
    run: str,
    models: Path,
    on_progress: Callable[[int, int | None], None] = lambda _done, _total: None,
) -> Iterator[Figure]:
    """The speed and memory in each tenth of so many articles. BenchError."""
    config = {topic.name: _BOUNDED for topic in (RAW, CLEAN, JOURNEY)}
    with at_work(settings, f"bench.{run}.backlog.", ["clean"], models, config) as team:
        supply = _Supply(team, _WARM + count)
        with ThreadPoolExecutor(1) as thread:
            sending = thread.submit(supply.send)
            try:
                curve = _followed(team, supply, count, sending, on_progress)
            finally:
                supply.end()
    yield from _figures(curve)


class _Supply:
    """Articles on their way to the worker, never too many ahead of it."""

    def __init__(self, team: Team, count: int) -> None:
        self._team = team
        self._count = count
        self._done = 0
        self._is_over = False
        self._room = threading.Condition()

    def send(self) -> None:
        """Sends all of them, in a thread of its own."""
        connection = self._team.settings.connection
        publish(connection, self._team.topic(RAW.name), self._outgoing())

    def done(self, count: int) -> None:
        """So many have come through."""
        with self._room:
            self._done = count
            self._room.notify()

    def end(self) -> None:
        """Sends no more."""
        with self._room:
            self._is_over = True
            self._room.notify()

    def _outgoing(self) -> Iterator[Outgoing]:
        for number, (key, value) in enumerate(small_articles(self._count)):
            with self._room:
                while not self._is_over and number - self._done >= _AHEAD:
                    self._room.wait()
                if self._is_over:
                    return
            yield key, value, ()


def _followed(
    team: Team,
    supply: _Supply,
    count: int,
    sending: Future[None],
    on_progress: Callable[[int, int | None], None],
) -> Curve:
    """Looks at the worker until all is done."""
    curve = Curve(PARTS, count)
    (member,) = team.members
    last, heard = -1, time.monotonic()
    while last < _WARM + count:
        if sending.done():
            sending.result()  # raises what went wrong
        done, now = _done(ask(member.pages, "/metrics")), time.monotonic()
        team.look()
        supply.done(done)
        seen = member.watched
        curve.add(Look(now, seen.cpu_s, done - _WARM, seen.resident_bytes))
        on_progress(max(done - _WARM, 0), count)
        if done > last:
            last, heard = done, now
        elif now - heard > _SILENCE_S:
            raise member.watched.failure(f"has done nothing for {_SILENCE_S:g} s, at {done}")
        time.sleep(_LOOK_EVERY_S)
    return curve


def _done(metrics: bytes) -> int:
    """How many articles passed. BenchError where one did not."""
    found = {outcome: int(float(number)) for outcome, number in _COUNT.findall(metrics)}
    if found.keys() - {b"ok"}:
        raise BenchError(f"articles do not pass: {found}")
    return found.get(b"ok", 0)


def _figures(curve: Curve) -> Iterator[Figure]:
    rates, cpu, memory = curve.rates, curve.cpu_us, [size / 1e6 for size in curve.memory_bytes]
    for number, found in enumerate(zip(rates, cpu, memory, strict=True), 1):
        name = f"clean, part {number} of {curve.parts}"
        yield figure(name, "articles/s", found[:1])
        yield figure(f"{name}: CPU", "µs an article", found[1:2])
        yield figure(f"{name}: memory", "MB", found[2:])
    beside = "last part beside the first"
    yield figure(f"clean, {beside}", "times its articles/s", [rates[-1] / rates[0]])
    yield figure(f"clean, {beside}: CPU", "times its time an article", [cpu[-1] / cpu[0]])
    yield figure("clean, memory gained since the first part", "MB", [memory[-1] - memory[0]])
