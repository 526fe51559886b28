"""What the pipeline makes of raw articles, gathered into one prediction an article."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from streams.local import run
from streams.message import Message
from streams.stage import Stage
from streams.topics import CLEAN, ENTITIES, JOURNEY, REJECTED, SUMMARIES

_CLEAN_FIELDS = ("language", "title", "author", "published_at")


@dataclass
class Predictions:
    """By article id, in order of arrival; and why articles were rejected."""

    by_id: dict[str, dict[str, Any]] = field(default_factory=dict)
    rejections: dict[str, str] = field(default_factory=dict)


def predict(
    stages: Sequence[Stage],
    messages: Iterable[Message],
    *,
    prefix: str,
    max_bytes: int,
    advance: Callable[[int], None],
) -> Predictions:
    """All articles through all stages; `advance` hears how often a stage is done with one."""
    found, done = Predictions(), 0
    for message in run(stages, messages, prefix=prefix, max_bytes=max_bytes):
        topic = message.topic.removeprefix(prefix)
        if topic == JOURNEY.name:
            done += 1
            advance(done)
        elif topic == REJECTED.name:
            _note_rejection(found, message)
        elif message.value is not None and topic in _READERS:
            fields = json.loads(message.value)
            if fields["schema"].startswith("withdrawal/"):
                continue
            id_ = fields["article_id"]
            found.by_id.setdefault(id_, {"id": id_}).update(_READERS[topic](fields))
    return found


def _note_rejection(found: Predictions, message: Message) -> None:
    said = [message.header(f"newsmill-{name}") for name in ("stage", "reason", "detail")]
    found.rejections[message.header("ce_subject") or ""] = ": ".join(filter(None, said))


def _clean(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {"body": fields["text"], **{name: fields.get(name) for name in _CLEAN_FIELDS}}


def _summary(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {"summary": fields["text"]}


def _entities(fields: Mapping[str, Any]) -> dict[str, Any]:
    each = (
        {
            "name": one["name"],
            "type": one["type"],
            "mentions": list(dict.fromkeys(mention["text"] for mention in one["mentions"])),
        }
        for one in fields["entities"]
    )
    return {"entities": list(each)}


_READERS = {CLEAN.name: _clean, SUMMARIES.name: _summary, ENTITIES.name: _entities}
