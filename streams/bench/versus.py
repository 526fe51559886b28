"""Our worker beside what a user would write instead: the same articles, in turns, on one broker."""

import json
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from streams.broker.admin import TopicSpec, create_topics
from streams.settings import Settings, variable
from streams.topic_specs import topic_specs
from streams.topics import CLEAN, SUMMARIES

from .articles import clean_articles
from .environments import python_for
from .errors import BenchError
from .measure import Figure, figure
from .programs import OURS, Program, rival, worker
from .team import data_folder
from .trial import Trial, attempt

# Stamped by the broker, so that no program's own clock or client counts.
_STAMPED = ("message.timestamp.type", "LogAppendTime")


def versus(
    settings: Settings,
    names: Sequence[str],
    articles: int,
    repeats: int,
    run: str,
    environments: Path | None = None,
    tell: Callable[[str], None] = lambda _what: None,
) -> Iterator[Figure]:
    """The figures of our worker and of the named rivals, over so many articles a repeat.

    `run` makes its topics its own; `environments` keeps what rivals need; `tell` is told what
    comes next, and which rivals are left out since they cannot be installed. BenchError where a
    program fails or leaves an article without its summary, or no rival is left.
    """
    if settings.security_protocol != "PLAINTEXT":
        raise BenchError("the other programs speak to a broker without TLS and SASL only")
    folder = environments or settings.data_dir / "rivals"
    pythons = _pythons(names, folder, tell)
    given = _given(settings, articles)
    trials: dict[str, list[Trial]] = {name: [] for name in (OURS, *pythons)}
    for repeat in range(repeats):
        # There and back again: whatever changes on the machine meets all alike.
        for name in [*trials][:: -1 if repeat % 2 else 1]:
            tell(f"measuring {name}, {repeat + 1} of {repeats}")
            prefix = f"bench.{run}.{name}.{repeat}."
            trials[name].append(_trial(settings, name, pythons.get(name), prefix, given))
    yield from _figures(trials)


def _pythons(names: Sequence[str], folder: Path, tell: Callable[[str], None]) -> Mapping[str, Path]:
    """What runs each of them. BenchError where none can be installed."""
    found, errors = {}, []
    for name in names:
        tell(f"preparing {name}")
        try:
            found[name] = python_for(name, folder)
        except BenchError as error:
            errors.append(f"{name}: {error}")
            tell(f"left out: {errors[-1]}")
    if not found:
        raise BenchError("\n".join(errors))
    return found


def _given(settings: Settings, count: int) -> Mapping[bytes, bytes]:
    """One article to warm up, then so many, by article id: the key that our worker writes."""
    values = clean_articles(settings, count + 1)
    return {json.loads(value)["article_id"].encode(): value for value in values}


def _trial(
    settings: Settings,
    name: str,
    python: Path | None,
    prefix: str,
    given: Mapping[bytes, bytes],
) -> Trial:
    topics = (prefix + CLEAN.name, prefix + SUMMARIES.name)
    with tempfile.TemporaryDirectory(prefix="newsmill-") as folder:
        own = {
            **settings.given(),
            "bootstrap": settings.connection.bootstrap,
            "topic_prefix": prefix,
            "web_port": 0,
            "data_dir": data_folder(Path(folder), settings.data_dir / "models"),
            "log_level": "ERROR",
            "remembered_texts": 0,  # repeats would measure nothing
        }
        create_topics(settings.connection, _specs(settings.model_copy(update=own), python, topics))
        program = _program(name, python, own, topics, len(given))
        return attempt(program, settings.connection, topics, given, Path(folder))


def _specs(settings: Settings, python: Path | None, topics: tuple[str, str]) -> Iterator[TopicSpec]:
    """All topics for our worker, the two that they use for the others."""
    for spec in topic_specs(settings):
        if python is None or spec.name in topics:
            yield replace(spec, config=(*spec.config, _STAMPED))


def _program(
    name: str,
    python: Path | None,
    own: Mapping[str, object],
    topics: tuple[str, str],
    count: int,
) -> Program:
    if python is None:
        return worker(own, {setting: variable(setting) for setting in own})
    source, target = topics
    return rival(
        name, python, bootstrap=own["bootstrap"], source=source, target=target,
        group=f"{own['topic_prefix']}group", count=count,
    )  # fmt: skip


def _figures(trials: Mapping[str, Sequence[Trial]]) -> Iterator[Figure]:
    for name, done in trials.items():
        yield figure(f"{name}: summaries", "articles/s", [t.articles / t.wall_s for t in done])
        cpu = [t.cpu_s / t.articles * 1000 for t in done]
        yield figure(f"{name}: CPU", "s per 1,000 articles", cpu)
        yield figure(f"{name}: memory at most", "MB", [t.peak_bytes / 1e6 for t in done])
        yield figure(f"{name}: start to first summary", "s", [t.start_s for t in done])
    for name, done in trials.items():
        if name != OURS:
            pairs = zip(trials[OURS], done, strict=True)
            ratios = [theirs.wall_s / ours.wall_s for ours, theirs in pairs]
            yield figure(f"{OURS} beside {name}", "times its articles/s", ratios)
