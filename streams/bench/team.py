"""Several of our workers, each a process, on topics of their own: started, joined, ended."""

import json
import re
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import Self

from streams.broker.admin import TopicSpec, create_topics, delete_topics
from streams.broker.tail import tail
from streams.message import Message
from streams.settings import Settings, variable
from streams.topic_specs import topic_specs

from .errors import BenchError
from .pages import Address, ask
from .programs import worker
from .watched import Watched

# Stamped by the broker: when a message was there for others to read.
STAMPED = MappingProxyType({"message.timestamp.type": "LogAppendTime"})

_START_S = 300.0  # a first start on a machine tries engines
_LOOK_EVERY_S = 0.1
_PAGES = re.compile(r"pages on (\S+):(\d+)$", re.M)
_Config = Mapping[str, Mapping[str, str]]  # by the topic's name, Kafka's settings for it


@dataclass(frozen=True, slots=True)
class Member:
    """One worker, and where its pages are."""

    stage: str
    watched: Watched
    pages: Address


@dataclass(frozen=True, slots=True)
class Team:
    """The workers at work."""

    settings: Settings
    members: tuple[Member, ...]

    def topic(self, name: str) -> str:
        """The team's topic of that name."""
        return self.settings.topic_prefix + name

    def look(self) -> None:
        """Brings the figures of all up to date. BenchError where one has ended."""
        for member in self.members:
            member.watched.look()
            if member.watched.has_ended:
                raise member.watched.failure("has ended")

    @property
    def cpu_s(self) -> float:
        """Of all together, now."""
        self.look()
        return sum(member.watched.cpu_s for member in self.members)


class Arrivals:
    """What comes on topics of a team, from their beginnings, while entered."""

    def __init__(self, team: Team, *names: str) -> None:
        self._team = team
        self._topics = [team.topic(name) for name in names]
        self._deadline = 0.0

    def __enter__(self) -> Self:
        connection = self._team.settings.connection
        self._messages = tail(connection, self._topics, from_beginning=True, stop=self._is_late)
        return self

    def __exit__(self, *_: object) -> None:
        # Its consumer closes here: at the end of the process, without a broker, it would hang.
        self._messages.close()

    def until(self, is_last: Callable[[Message], bool], within_s: float) -> None:
        """Gives on message by message until one was the last. BenchError where it never comes."""
        self._deadline = time.monotonic() + within_s
        for message in self._messages:
            if is_last(message):
                return
        raise BenchError(f"articles are missing {within_s:g} s after the last one was sent")

    def _is_late(self) -> bool:
        self._team.look()
        return time.monotonic() > self._deadline


@contextmanager
def at_work(
    settings: Settings,
    prefix: str,
    stages: Sequence[str],
    models: Path,
    config: _Config = MappingProxyType({}),
) -> Iterator[Team]:
    """A worker for each of the stages, be they the same; joined, on new topics, deleted after it.

    `models` is where this machine's choice of engines is kept. BenchError.
    """
    changed = {"topic_prefix": prefix, "web_port": 0, "log_level": "INFO", "remembered_texts": 0}
    own = settings.model_copy(update=changed)
    specs = list(_specs(own, config))
    with tempfile.TemporaryDirectory(prefix="newsmill-") as folder, ExitStack() as stack:
        place = Path(folder)
        environment = {**own.given(), "data_dir": data_folder(place, models)}
        stack.callback(delete_topics, own.connection, [spec.name for spec in specs])
        create_topics(own.connection, specs)
        started = [
            (stage, stack.enter_context(_started(stage, environment, place / str(number))))
            for number, stage in enumerate(stages)
        ]
        team = Team(own, _joined(started, own.partitions))
        yield team
        for member in team.members:
            member.watched.end()


def _specs(settings: Settings, config: _Config) -> Iterator[TopicSpec]:
    for spec in topic_specs(settings):
        more = config.get(spec.name.removeprefix(settings.topic_prefix), {})
        yield replace(spec, config=(*spec.config, *more.items()))


def data_folder(folder: Path, models: Path) -> Path:
    """A data folder that is new but for the models."""
    models.mkdir(parents=True, exist_ok=True)
    data = folder / "data"
    data.mkdir()
    (data / "models").symlink_to(models.absolute(), target_is_directory=True)
    return data


def _started(stage: str, environment: Mapping[str, object], folder: Path) -> Watched:
    folder.mkdir()
    return Watched(
        worker(environment, {name: variable(name) for name in environment}, stage), folder
    )


def _joined(started: Sequence[tuple[str, Watched]], partitions: int) -> tuple[Member, ...]:
    """The workers as members, when each has its share of the partitions."""
    deadline = time.monotonic() + _START_S
    members = tuple(Member(stage, one, _pages(one, deadline)) for stage, one in started)
    while True:
        counts: dict[str, list[int]] = {stage: [] for stage, _ in started}
        for member in members:
            counts[member.stage].append(len(_partitions(member)))
        if all(is_shared(partitions, shares) for shares in counts.values()):
            return members
        _pause(started[0][1], deadline)


def is_shared(partitions: int, shares: Sequence[int]) -> bool:
    """Whether all partitions have their workers, and no worker is idle that need not be.

    The first to join has all of them, until a rebalance in the middle of the measurement.
    """
    busy = sum(1 for share in shares if share)
    return sum(shares) == partitions and busy == min(partitions, len(shares))


def _partitions(member: Member) -> list[int]:
    """What it has; nothing before it is ready."""
    said = json.loads(ask(member.pages, "/readyz"))
    return list(said["partitions"]) if said.get("status") == "ok" else []


def _pages(watched: Watched, deadline: float) -> Address:
    while not (found := _PAGES.search(watched.said)):
        _pause(watched, deadline)
    return found[1], int(found[2])


def _pause(watched: Watched, deadline: float) -> None:
    """A little time until the next look. BenchError where none is left, or the worker ended."""
    watched.look()
    if watched.has_ended:
        raise watched.failure("has ended")
    if time.monotonic() > deadline:
        raise watched.failure(f"is not ready after {_START_S:g} s")
    time.sleep(_LOOK_EVERY_S)
