"""One Faust app a stage: its consumer group, its limits, its agent, its pages."""

import logging
import ssl
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import faust
from aiokafka.errors import KafkaError
from faust.auth import OAuthCredentials
from mode import Service

from schemas import RawArticle

from .broker.security import Connection, async_token_provider, ssl_context
from .consumer import Transport
from .health import serve
from .held import Held
from .lag import Offsets
from .metrics import Metrics
from .outgoing import Sender
from .producer import Producer
from .progress import Progress
from .settings import Settings
from .stage import Stage
from .topic_specs import HEADROOM_BYTES
from .worker import Worker

log = logging.getLogger(__name__)

MARGIN_BYTES = 2 * HEADROOM_BYTES  # of a request: as much as the topic of dead letters has
_ASK_FOR_LAG_EVERY_S = 5.0
_RELEASE_EVERY_S = 1.0  # how late an article may be after its embargo
_FOREVER_S = 86_400  # aiokafka leaves the group for good past its poll interval (aiokafka#1187)


class _Boot(faust.App.BootStrategy):
    """Starts our producer in the place of Faust's: before the consumer, stopped after it."""

    def kafka_producer(self) -> list[Service]:
        return [self.app.ours]


class _App(faust.App):
    BootStrategy = _Boot
    ours: "_Ours"


class _Ours(Service):
    """Our producer and our look at the lag, in the app's life cycle."""

    def __init__(
        self, producer: Producer, offsets: Offsets, progress: Progress, held: Held | None
    ) -> None:
        super().__init__()
        self._held = held
        self._producer = producer
        self._offsets = offsets
        self._progress = progress

    async def on_start(self) -> None:
        await self._producer.start()
        await self._offsets.start()

    async def on_stop(self) -> None:
        await self._offsets.stop()
        await self._producer.stop()

    @Service.task  # type: ignore[untyped-decorator] # mode has no types here
    async def _ask_for_lag(self) -> None:
        while not self.should_stop:
            if self._progress.partitions:  # before the group has met, it has no coordinator
                await self._ask_once()
            await self.sleep(_ASK_FOR_LAG_EVERY_S)

    @Service.task  # type: ignore[untyped-decorator] # mode has no types here
    async def _release_held(self) -> None:
        while self._held is not None and not self.should_stop:
            due = self._held.due(datetime.now(UTC))
            await self._producer.send(message for _, message in due)
            self._held.release([number for number, _ in due])
            await self.sleep(_RELEASE_EVERY_S)

    async def _ask_once(self) -> None:
        try:
            self._progress.left = await self._offsets.left(self._progress.partitions)
            self._progress.heard()
        except (KafkaError, OSError, TimeoutError) as error:  # the work goes on without
            log.warning("cannot ask for the lag: %r", error)


def create_app(settings: Settings, sender: Sender, progress: Progress, *, web_port: int) -> _App:
    """The app that runs the sender's stage, its models loaded: a ready worker is a warm one."""
    stage = sender.stage
    app = _app(settings, stage, worker_id=sender.worker, web_port=web_port)
    max_bytes = settings.max_message_bytes + MARGIN_BYTES
    producer = Producer(settings.connection, max_bytes=max_bytes)
    offsets = Offsets(settings.connection, app.conf.id)
    held = Held(held_file(settings)) if stage.takes is RawArticle else None
    app.transport = Transport(app.conf.broker_consumer, app)
    app.ours = _Ours(producer, offsets, progress, held)
    metrics = Metrics(stage.name, progress)
    worker = Worker(
        sender, producer, metrics, progress, held=held,
        linger_s=settings.linger_s, deadline_s=settings.batch_deadline_s,
    )  # fmt: skip
    raw_bytes = {
        "key_type": bytes, "value_type": bytes, "key_serializer": "raw", "value_serializer": "raw",
    }  # fmt: skip
    topic = app.topic(settings.topic_prefix + stage.source.name, **raw_bytes)

    async def agent(_: Any) -> None:
        await worker.run(app.consumer)  # the stream stands for the topic; it is not read from

    agent.__doc__ = f"{stage.source.name} ─ {stage.name} ─ {stage.target.name}"
    app.agent(topic, name=stage.name)(agent)
    serve(
        app, stage.name, progress, metrics, deadline_s=settings.batch_deadline_s,
        silence_s=settings.session_timeout_s + 2 * _ASK_FOR_LAG_EVERY_S,
    )  # fmt: skip
    _follow(app, progress)
    return app


def held_file(settings: Settings) -> Path:
    """Where all workers of this machine keep what is under embargo."""
    return settings.data_dir / "memory" / f"{settings.topic_prefix}held.sqlite"


def _app(settings: Settings, stage: Stage, *, worker_id: str, web_port: int) -> _App:
    group = f"{settings.topic_prefix}{stage.name}"
    folder = settings.data_dir / "faust"  # asked for by Faust, and left empty
    folder.mkdir(parents=True, exist_ok=True)
    addresses = settings.connection.bootstrap.split(",")
    return _App(
        group,
        broker=[f"kafka://{address.strip()}" for address in addresses],
        broker_credentials=_credentials(settings.connection),
        agent_supervisor="mode.CrashingSupervisor",  # end on an unhandled error, never skip
        broker_max_poll_records=2 * stage.batch,  # and twice as many at most wait to be taken
        broker_commit_interval=settings.commit_interval_s,  # bounds repeats after a rebalance
        broker_max_poll_interval=_FOREVER_S,
        broker_rebalance_timeout=max(300, settings.batch_deadline_s + 60),
        broker_session_timeout=settings.session_timeout_s,
        broker_heartbeat_interval=settings.session_timeout_s / 5,
        broker_request_timeout=max(90, settings.session_timeout_s),
        consumer_group_instance_id=f"{group}-{worker_id}" if settings.static_membership else None,
        consumer_max_fetch_size=settings.max_message_bytes + MARGIN_BYTES,
        consumer_auto_offset_reset="earliest",
        producer_request_timeout=60,
        topic_allow_declare=False,
        topic_disable_leader=True,
        table_standby_replicas=0,
        web_enabled=True,
        web_bind=settings.web_host,
        web_port=web_port,
        web_tables_enabled=False,
        web_router_enabled=False,
        worker_redirect_stdouts=False,
        datadir=str(folder),
    )


def _credentials(connection: Connection) -> Any:
    """Faust's form of the connection's security; None for plain text."""
    context: ssl.SSLContext | None = ssl_context(connection)
    if not connection.uses_sasl:
        return context
    if connection.sasl_mechanism == "OAUTHBEARER":
        return OAuthCredentials(oauth_cb=async_token_provider(connection), ssl_context=context)
    return faust.SASLCredentials(
        username=connection.username,
        password=connection.password,
        mechanism=connection.sasl_mechanism,
        ssl_context=context,
    )


def _follow(app: Any, progress: Progress) -> None:
    """Keeps track of the app's partitions."""

    @app.on_partitions_assigned.connect  # type: ignore[untyped-decorator] # Faust has no types here
    async def assigned(_: Any, partitions: set[Any], **__: Any) -> None:
        progress.assigned((tp.topic, tp.partition) for tp in partitions)
