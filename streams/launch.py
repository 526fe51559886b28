"""Runs one worker in this process, from its settings to its exit code."""

import asyncio
import errno
import logging
import socket
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Any

from .cpus import cpu_count, limit_threads
from .logs import set_up_logging
from .outgoing import Sender
from .pipeline import Choices, pipeline
from .progress import Progress
from .settings import Settings, SettingsError
from .slots import slot, worker_name
from .stage import Stage
from .topics import JOURNEY, REJECTED
from .warming import warm

SLOT_STRIDE = 10  # ports of the second worker of each stage begin this far above the first's


class StartError(Exception):
    """The worker cannot start; the text says why and what to do."""


def stages(
    settings: Settings, memory_file: Path | None = None, *, may_try: bool = False
) -> tuple[Stage, ...]:
    """The pipeline with the settings' models and limits, on the engines chosen here.

    `may_try` lets a stage find out which engine is fastest where that is not known yet.
    """
    names = Choices.__dataclass_fields__.keys() & type(settings).model_fields.keys()
    fields = {name: getattr(settings, name) for name in sorted(names)}
    return pipeline(
        Choices(
            **fields,
            threads=cpu_count(),
            memory_file=memory_file,
            machine_dir=settings.data_dir / "models",
            may_try=may_try,
        )
    )


def memory_file(settings: Settings) -> Path:
    """Where all workers of `clean` on this machine remember what sources repeat."""
    return settings.data_dir / "memory" / f"{settings.topic_prefix}sources.sqlite"


def find_stages(
    settings: Settings,
    names: Iterable[str],
    memory_file: Path | None = None,
    *,
    may_try: bool = False,
) -> tuple[Stage, ...]:
    """The named stages, all where none is named. Raises SettingsError for an unknown name.

    Without `memory_file` what a stage learns from the stream ends with the process.
    """
    known = {stage.name: stage for stage in stages(settings, memory_file, may_try=may_try)}
    for name in names:
        if name not in known:
            raise SettingsError(f"no stage {name!r}: there are {', '.join(known)}")
    return tuple(known[name] for name in names) or tuple(known.values())


def page_ports(settings: Settings, names: Collection[str] = ()) -> dict[str, int]:
    """The port of each stage's pages, were its worker started now; none where any port will do.

    Of the named stages, else of all. Raises StartError where one is taken: a worker under watch
    would start again for ever.
    """
    if not settings.web_port:
        return {}
    ports = {}
    for index, name in enumerate(known.name for known in stages(settings)):
        if names and name not in names:
            continue
        with slot(settings.data_dir, settings.topic_prefix + name) as number:
            ports[name] = free_port(settings, index + SLOT_STRIDE * number)
    return ports


def run_worker(settings: Settings, stage: Stage) -> int:
    """Works until SIGTERM or SIGINT; returns the exit code. Raises StartError, ModelError."""
    set_up_logging(settings.log_level, stage.name)
    limit_threads(cpu_count())
    asyncio.run(_check_topics(settings, stage))
    with slot(settings.data_dir, settings.topic_prefix + stage.name) as number:
        return _run(settings, stage, number)


def _run(settings: Settings, stage: Stage, number: int) -> int:
    import faust

    from .app import create_app
    from .worker import keep_what_is_loaded

    index = [known.name for known in stages(settings)].index(stage.name)
    port = free_port(settings, index + SLOT_STRIDE * number)
    name = settings.worker_id or worker_name(number)
    sender = make_sender(settings, stage, name)
    app = create_app(settings, sender, Progress(), web_port=port)
    log = logging.getLogger(__name__)
    if engine := sender.prepared.engine:
        log.info("runs on %s", engine)
    if doubt := sender.prepared.doubt:
        log.warning("%s", doubt)
    warm(stage, sender.prepared.function)
    log.info("worker %s, pages on %s:%d", name, settings.web_host, port)
    keep_what_is_loaded()
    worker = faust.Worker(app, override_logging=False, redirect_stdouts=False, quiet=True)
    worker.spinner = None  # it writes to terminals and to pipes alike
    try:
        worker.execute_from_commandline()
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(bool(end.code))
    return 0


def make_sender(settings: Settings, stage: Stage, worker: str) -> Sender:
    """The stage with its models loaded. Raises ModelError."""
    return Sender(stage, stage.prepare(), settings.topic_prefix, worker, settings.max_message_bytes)


def free_port(settings: Settings, above: int = 0) -> int:
    """The port so far above the first; any free one for 0. Raises StartError where it is taken."""
    wanted = settings.web_port + above if settings.web_port else 0
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((settings.web_host, wanted))
        except OverflowError:
            raise StartError(
                f"port {wanted}: there are 65535, and each worker takes its own from"
                " NEWSMILL_WEB_PORT on; set it lower, or to 0 for any"
            ) from None
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                raise StartError(
                    f"port {wanted} on {settings.web_host} is taken: set NEWSMILL_WEB_PORT to"
                    " another one, or to 0 for any"
                ) from None
            raise StartError(f"NEWSMILL_WEB_HOST {settings.web_host}: {error.strerror}") from None
        port: int = probe.getsockname()[1]
        return port


async def _check_topics(settings: Settings, stage: Stage) -> None:
    """Raises StartError where the brokers do not answer or a topic is missing."""
    from aiokafka.errors import KafkaError

    from .producer import Producer

    producer = Producer(settings.connection, max_bytes=settings.max_message_bytes)
    topics = (stage.source, stage.target, REJECTED, JOURNEY)
    try:
        await producer.start()
        missing = await producer.missing(settings.topic_prefix + topic.name for topic in topics)
    except (KafkaError, OSError) as error:
        raise StartError(_unreachable(settings, error)) from None
    finally:
        await producer.stop()
    if missing:
        raise StartError(f"no topic {', '.join(missing)}: run `newsmill topics create`")


def _unreachable(settings: Settings, error: Any) -> str:
    return (
        f"no Kafka broker answers at {settings.bootstrap} ({error}): is it running, and are"
        " NEWSMILL_BOOTSTRAP and the security settings right?"
    )
