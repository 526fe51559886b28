"""The messages that a result sends: the event or tombstone, the dead letter, the journey record.

Headers follow CloudEvents 1.0 in Kafka's binary mode
(https://github.com/cloudevents/spec, kafka-protocol-binding).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from schemas import Event, JourneyRecord, event_id

from .codecs import encode
from .message import Headers, Message
from .stage import Prepared, Result, Stage, execute
from .topic_specs import HEADROOM_BYTES
from .topics import JOURNEY, REJECTED, Topic, topic_of

ORIGIN, ATTEMPTS, TRACE = "newsmill-origin", "newsmill-attempts", "traceparent"
_JSON = b"application/json"
_DETAIL_LENGTH = 500  # characters; a header is for a cause, not for a log
_HANDED_ON_LENGTH = 512  # of a header that every event repeats; longer ones are not what they say


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
        now = datetime.now(UTC)
        kept = [_under_embargo(result, now) for result in results]
        return [(result, list(self.messages(result, now))) for result in kept]

    def messages(self, result: Result, now: datetime) -> Iterator[Message]:
        """All that the result sends, its journey record last. `now` is an aware time in UTC."""
        source = result.message
        origin = _handed_on(source, ORIGIN) or source.place
        base = self._event_id(source)
        if result.is_rejected:
            yield self._dead_letter(result, origin, base, now)
        elif result.outcome != "held":
            # No event is a tombstone: the article was withdrawn.
            type_ = result.event_type or self.stage.makes
            yield self._event(topic_of(type_), result, result.value, type_, origin, base, now)
        yield self._journey(result, origin, base, now)

    def _event_id(self, source: Message) -> str:
        """The same incoming event, models and settings give the same id."""
        content = () if source.value is None else (source.value,)  # a tombstone is no empty text
        incoming = source.header("ce_id") or event_id(source.key or b"", *content)
        return event_id(self.stage.name, incoming, self.prepared.fingerprint)

    def _event(
        self,
        topic: Topic,
        result: Result,
        value: bytes | None,
        form: type[Event],
        origin: str,
        id_: str,
        now: datetime,
    ) -> Message:
        headers = self._headers(form.form, result, origin, id_, now)
        return Message(self.prefix + topic.name, result.article_id.encode(), value, headers)

    def _headers(self, form: str, result: Result, origin: str, id_: str, now: datetime) -> Headers:
        name, _, number = form.partition("/")
        trace = _handed_on(result.message, TRACE)
        return (
            ("ce_specversion", b"1.0"),
            ("ce_id", id_.encode()),
            ("ce_source", f"newsmill/{self.stage.name}".encode()),
            ("ce_type", f"newsmill.{name}.v{number}".encode()),
            ("ce_subject", result.article_id.encode()),
            ("ce_time", rfc3339(now).encode()),
            ("content-type", _JSON),
            (ORIGIN, origin.encode()),
            *(((TRACE, trace.encode()),) if trace else ()),
        )

    def _dead_letter(self, result: Result, origin: str, id_: str, now: datetime) -> Message:
        """The original key, bytes and headers, the cause added.

        Only where they take more room than topics have, as compressed messages can, none of them:
        they stay where they are, and the detail says so.
        """
        source = result.message
        if _size(source) > self.max_bytes + HEADROOM_BYTES:
            stays = f"too large to be copied, {_size(source)} bytes, it stays at {source.place}"
            result = replace(result, detail=f"{stays}: {result.detail}")
            source = replace(source, key=None, value=None, headers=())
        ours = {
            **dict(self._headers("rejected/1", result, origin, event_id(id_, "rejected"), now)),
            "newsmill-stage": self.stage.name.encode(),
            "newsmill-reason": result.outcome.encode(),
            "newsmill-detail": _detail(result).encode(),
            "newsmill-at": rfc3339(now).encode(),
            ATTEMPTS: str(_attempts(source) + 1).encode(),
        }
        del ours["content-type"]  # the bytes are the producer's, and so is what they are
        kept = tuple(pair for pair in source.headers if pair[0] not in ours)
        return Message(
            self.prefix + REJECTED.name, source.key, source.value, (*kept, *ours.items())
        )

    def _journey(self, result: Result, origin: str, id_: str, now: datetime) -> Message:
        source, model = result.message, self.prepared.model
        sent_ms = source.timestamp_ms or 0  # Kafka has -1 for none
        waited = now.timestamp() * 1000 - sent_ms if sent_ms > 0 else 0.0
        record = JourneyRecord(
            article_id=result.article_id,
            version=result.version,
            stage=self.stage.name,
            outcome=result.outcome,
            detail=_detail(result) or None,
            took_ms=round(result.took_ms, 3),
            waited_ms=round(max(waited - result.took_ms, 0), 3),
            origin=origin,
            model=f"{model.name}@{model.revision}" if model else None,
            at=now,
            worker=self.worker,
        )
        id_ = event_id(id_, "journey")
        return self._event(JOURNEY, result, encode(record), JourneyRecord, origin, id_, now)


def _handed_on(source: Message, name: str) -> str | None:
    found = source.header(name)
    return found if found and len(found) <= _HANDED_ON_LENGTH else None


def _size(message: Message) -> int:
    """Bytes of key, value and headers, about."""
    pairs = ((name.encode(), value) for name, value in message.headers)
    parts = (message.key, message.value, *(part for pair in pairs for part in pair))
    return sum(len(part) for part in parts if part)


def _detail(result: Result) -> str:
    """The cause, short, and fit for UTF-8 whatever it quotes."""
    return result.detail[:_DETAIL_LENGTH].encode("utf-8", "replace").decode()


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
    """The message, fit to be sent again: it says where it lay first."""
    if _handed_on(message, ORIGIN):
        return message
    return replace(message, headers=(*message.headers, (ORIGIN, message.place.encode())))


def rfc3339(moment: datetime) -> str:
    """The time in UTC as RFC 3339, to the millisecond."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
