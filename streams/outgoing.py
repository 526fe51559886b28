"""The messages that a result sends: the event or tombstone, the dead letter, the journey record.

Headers follow CloudEvents 1.0 in Kafka's binary mode
(https://github.com/cloudevents/spec, kafka-protocol-binding).
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache

from schemas import JourneyRecord, event_id

from .journey import journey_record, short_detail
from .message import RECEIVED, Headers, Message
from .result import Result
from .stage import Prepared, Stage, execute
from .topic_specs import HEADROOM_BYTES
from .topics import JOURNEY, REJECTED, topic_of

ORIGIN, ATTEMPTS, TRACE = "newsmill-origin", "newsmill-attempts", "traceparent"
_DETAIL = "newsmill-detail"
_SPECIFICATION = ("ce_specversion", b"1.0")
_CONTENT_TYPE = "content-type"
_JSON = (_CONTENT_TYPE, b"application/json")
_TRACE_LENGTH = 512  # every event repeats it; longer ones are not what they say
_PLACE = re.compile(r"[A-Za-z0-9._-]{1,249}/\d{1,10}/\d{1,19}", re.ASCII)  # topic/partition/offset


@dataclass(frozen=True, slots=True)
class Sender:
    """Who sends: the stage, the worker's name, the prefix of the topics."""

    stage: Stage
    prepared: Prepared
    prefix: str
    worker: str
    max_bytes: int  # of an event's value

    def work(self, batch: Sequence[Message]) -> list[tuple[Result, list[Message]]]:
        """Runs the stage over the batch: a result a message, in order, with what it sends."""
        results = execute(self.stage, self.prepared, batch, max_bytes=self.max_bytes)
        letters = _Letters(self, datetime.now(UTC))
        kept = [_under_embargo(result, letters.now) for result in results]
        return [(result, letters.of(result)) for result in kept]

    def messages(self, result: Result, now: datetime) -> list[Message]:
        """All that the result sends, its journey record last. `now` is an aware time in UTC."""
        return _Letters(self, now).of(result)


class _Letters:
    """The messages of one batch; what they have in common is written once."""

    def __init__(self, sender: Sender, now: datetime) -> None:
        self.now = now
        self._now_ms = now.timestamp() * 1000
        self._sender = sender
        self._name = sender.stage.name
        self._source = ("ce_source", f"newsmill/{self._name}".encode())
        self._time = ("ce_time", rfc3339(now).encode())
        self._journey_topic = sender.prefix + JOURNEY.name
        model = sender.prepared.model
        self._record = {
            "stage": self._name,
            "worker": sender.worker,
            "at": now.isoformat().replace("+00:00", "Z"),  # as pydantic writes it
            **({"model": f"{model.name}@{model.revision}"} if model else {}),
        }

    def of(self, result: Result) -> list[Message]:
        """All that the result sends, its journey record last."""
        source = result.message
        told = _told(source)
        origin = _origin(told) or source.place
        trace = told.get(TRACE, b"").decode("utf-8", "replace")
        trace = trace if len(trace) <= _TRACE_LENGTH else ""
        base = self._event_id(source, told.get("ce_id"))
        ends: Headers = ((ORIGIN, origin.encode()), *(((TRACE, trace.encode()),) if trace else ()))
        key = result.article_id.encode()
        journey = self._journey(result, key, origin, base, ends)
        if result.is_rejected:
            return [self._dead_letter(result, key, base, ends), journey]
        if result.outcome in ("held", "duplicate"):
            return [journey]
        # No event is a tombstone: the article was withdrawn.
        form = result.event_type or self._sender.stage.makes
        headers = self._headers(form.form, key, base, ends)
        return [
            Message(self._sender.prefix + topic_of(form).name, key, result.value, headers),
            journey,
        ]

    def _event_id(self, source: Message, given: bytes | None) -> str:
        """The same incoming event, models and settings give the same id."""
        incoming = given.decode("utf-8", "replace") if given else None
        if not incoming:
            content = () if source.value is None else (source.value,)  # a tombstone: no empty text
            incoming = event_id(source.key or b"", *content)
        return event_id(self._name, incoming, self._sender.prepared.fingerprint)

    def _headers(self, form: str, key: bytes, id_: str, ends: Headers) -> Headers:
        return (
            _SPECIFICATION,
            ("ce_id", id_.encode()),
            self._source,
            _type_header(form),
            ("ce_subject", key),
            self._time,
            _JSON,
            *ends,
        )

    def _dead_letter(self, result: Result, key: bytes, id_: str, ends: Headers) -> Message:
        """The original key, bytes and headers, the cause added.

        Only where they take more room than topics have, as compressed messages can, none of them:
        they stay where they are, and the detail says so.
        """
        source = result.message
        if _size(source) > self._sender.max_bytes + HEADROOM_BYTES:
            stays = f"too large to be copied, {_size(source)} bytes, it stays at {source.place}"
            result = replace(result, detail=f"{stays}: {result.detail}")
            source = replace(source, key=None, value=None, headers=())
        ours = {
            **dict(self._headers("rejected/1", key, event_id(id_, "rejected"), ends)),
            "newsmill-stage": self._name.encode(),
            "newsmill-reason": result.outcome.encode(),
            **({_DETAIL: short_detail(result).encode()} if result.detail else {}),
            "newsmill-at": self._time[1],
            ATTEMPTS: str(_attempts(source) + 1).encode(),
        }
        ours[_CONTENT_TYPE] = b"application/octet-stream"  # unless the producer says what they are
        if source.header(_CONTENT_TYPE):
            del ours[_CONTENT_TYPE]
        # Also the detail of an earlier rejection, where there is none of this one.
        kept = tuple(pair for pair in source.headers if pair[0] not in (*ours, _DETAIL))
        topic = self._sender.prefix + REJECTED.name
        return Message(topic, source.key, source.value, (*kept, *ours.items()))

    def _journey(self, result: Result, key: bytes, origin: str, id_: str, ends: Headers) -> Message:
        record = journey_record(result, origin, self._now_ms, self._record)
        headers = self._headers(JourneyRecord.form, key, event_id(id_, "journey"), ends)
        return Message(self._journey_topic, key, record, headers)


@cache
def _type_header(form: str) -> tuple[str, bytes]:
    name, _, number = form.partition("/")
    return "ce_type", f"newsmill.{name}.v{number}".encode()


def _told(message: Message) -> dict[str, bytes]:
    """The last header of each name; producers in other languages may send null ones."""
    return {name: value for name, value in message.headers if value is not None}


def _origin(told: Mapping[str, bytes]) -> str | None:
    """Where the raw message lay, as a stage before said it; producers may write what they like."""
    found = told.get(ORIGIN, b"").decode("utf-8", "replace")
    return found if _PLACE.fullmatch(found) else None


def _size(message: Message) -> int:
    """Bytes of key, value and headers, about."""
    pairs = ((name.encode(), value) for name, value in message.headers)
    parts = (message.key, message.value, *(part for pair in pairs for part in pair))
    return sum(len(part) for part in parts if part)


def _attempts(source: Message) -> int:
    """How often the message was rejected before; a header that is no number counts for nothing."""
    said = source.header(ATTEMPTS) or ""
    return int(said) if said.isascii() and said.isdigit() and len(said) < 10 else 0


def _under_embargo(result: Result, now: datetime) -> Result:
    """The result, or that it is held: nothing derived leaves before its time."""
    until = result.held_until
    if until is None or until <= now:
        return result
    return replace(
        result, outcome="held", event_type=None, value=None, detail=f"until {rfc3339(until)}"
    )


def with_origin(message: Message) -> Message:
    """The message, fit to be sent again: it says where it lay first, and since when."""
    since = message.received_ms
    kept = tuple(pair for pair in message.headers if pair[0] != RECEIVED)
    origin = () if _origin(_told(message)) else ((ORIGIN, message.place.encode()),)
    received = () if since is None else ((RECEIVED, str(since).encode()),)
    return replace(message, headers=(*kept, *origin, *received))


def rfc3339(moment: datetime) -> str:
    """The time in UTC as RFC 3339, to the millisecond."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
