"""A stage, and what running it over a batch of messages gives. No broker here.

The rules:
- every message gets exactly one outcome, in the order of the batch;
- a message that does not fit, and an article that cannot pass, goes to the dead letters alone, with
  its original bytes; its neighbours pass;
- a batch that fails is run again article by article, to find the one that breaks it;
- an Outage is no article's fault: it escapes, and nothing of the batch counts as done;
- equal input, models and settings give equal ids and equal values.
"""

import logging
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from agents.errors import Reject
from agents.models.errors import ModelError
from schemas import (
    CleanArticle,
    Event,
    Model,
    RawArticle,
    SchemaError,
    Withdrawal,
)

from .codecs import DECODERS, encode, id_of_unreadable
from .message import Message
from .outages import is_of_the_machine
from .result import Result
from .topics import Topic, topic_of

log = logging.getLogger(__name__)

Articles = Sequence[Any]  # RawArticle or CleanArticle: what the stage takes
Function = Callable[[Articles], Sequence[Event | Reject]]


class Outage(Exception):  # noqa: N818 - the name says what is wrong
    """What a stage works with fails, whatever the article; the text says what it is."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A stage's function with its models loaded."""

    function: Function
    model: Model | None = None
    fingerprint: str = ""  # models and settings that shape results: part of every event's id
    engine: str = ""  # what runs the model here, and how that was found out
    doubt: str = ""  # why that engine's results may be worse than fp32's


@dataclass(frozen=True, slots=True)
class Stage:
    """One step of the pipeline. `prepare` loads what it needs; nothing is loaded before."""

    name: str
    takes: type[RawArticle] | type[CleanArticle]
    makes: type[Event]
    prepare: Callable[[], Prepared]
    batch: int = 64  # articles at most in one call

    @property
    def source(self) -> Topic:
        """The topic it reads."""
        return topic_of(self.takes)

    @property
    def target(self) -> Topic:
        """The topic it writes."""
        return topic_of(self.makes)


def each(function: Callable[[Any], Event]) -> Function:
    """A function over one article, lifted to many; what it rejects is returned in its place."""

    def over_all(articles: Articles) -> list[Event | Reject]:
        return [_one(function, article) for article in articles]

    return over_all


def _one(function: Callable[[Any], Event], article: Any) -> Event | Reject:
    try:
        return function(article)
    except Reject as verdict:
        return verdict


def execute(
    stage: Stage, prepared: Prepared, messages: Sequence[Message], *, max_bytes: int
) -> list[Result]:
    """One result a message, in order. Raises Outage, and nothing that an article could cause.

    An event of more than `max_bytes` cannot leave on its topic: its article is `too-long`.
    """
    started = time.perf_counter()
    decode = DECODERS[stage.takes]
    decoded = [_decode(stage, decode, message) for message in messages]
    articles = [article for article in decoded if isinstance(article, stage.takes)]
    verdicts = iter(_run(prepared.function, articles))
    results = [
        _result(message, article, verdicts, max_bytes)
        for message, article in zip(messages, decoded, strict=True)
    ]
    share = (time.perf_counter() - started) * 1000 / max(len(messages), 1)
    for result in results:
        result.took_ms = share  # known only now
    return results


def _decode(stage: Stage, decode: Callable[[Message], Any], message: Message) -> Any:
    """The article, a withdrawal, or why it cannot be read."""
    try:
        return decode(message)
    except SchemaError as error:
        return Reject("unreadable", str(error))
    except Exception as error:
        log.exception("%s: a message that breaks its decoder, at %s", stage.name, message.place)
        return Reject("bug", repr(error))


def _run(function: Function, articles: Articles) -> Sequence[Event | Reject]:
    """A verdict an article. A failing batch is run singly."""
    if not articles:
        return []
    try:
        verdicts = function(articles)
        if len(verdicts) != len(articles):
            raise ValueError(f"{len(verdicts)} results for {len(articles)} articles")
        return verdicts
    except Outage:
        raise
    except Exception as error:
        if is_of_the_machine(error):
            raise Outage(f"this machine fails: {error!r}") from error
        if len(articles) > 1:
            return [verdict for article in articles for verdict in _run(function, [article])]
        if isinstance(error, Reject):
            return [error]
        if isinstance(error, ModelError):
            return [Reject("model-failed", str(error))]
        log.exception("article %r breaks the stage", getattr(articles[0], "article_id", "?"))
        return [Reject("bug", repr(error))]


def _result(
    message: Message, decoded: Any, verdicts: Iterator[Event | Reject], max_bytes: int
) -> Result:
    if isinstance(decoded, Reject):
        return Result(message, *_name(message), decoded.reason, decoded.detail)
    # A withdrawal passes by the stage's function: a tombstone says that nothing stays.
    if isinstance(decoded, Withdrawal):
        return Result(message, decoded.article_id, decoded.version, "withdrawn")
    verdict: Any = next(verdicts)
    value = verdict if isinstance(verdict, Reject) else _value(verdict, max_bytes)
    result = Result(message, decoded.article_id, decoded.version, "ok")
    result.ignored = getattr(decoded, "ignored", ())
    if isinstance(value, Reject):
        result.outcome, result.detail = value.reason, value.detail
        return result
    result.event_type, result.value = type(verdict), value
    if isinstance(verdict, Withdrawal):
        result.outcome = "withdrawn"
    elif isinstance(verdict, CleanArticle):
        result.held_until = verdict.embargoed_until
    return result


def _value(event: Any, max_bytes: int) -> bytes | Reject:
    """The event's bytes, or why it cannot leave."""
    try:
        value = encode(event)
    except Exception as error:
        name = getattr(event, "article_id", "?")
        log.exception("article %r gives an event that cannot be written", name)
        return Reject("bug", repr(error))
    if len(value) <= max_bytes:
        return value
    return Reject("too-long", f"its event takes {len(value)} bytes, {max_bytes} are allowed")


def _name(message: Message) -> tuple[str, int]:
    """Id and version of an article that cannot be read: what it tells, else where it lies."""
    return id_of_unreadable(message) or message.place, 0
