"""What the stages said about one article, gathered from the messages of all topics."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from streams.message import Message
from streams.outgoing import ORIGIN
from streams.stage import Stage
from streams.topics import JOURNEY, REJECTED

_PASSES_ON = ("ok", "withdrawn")  # the outcomes after which the next stages say something too


@dataclass
class Card:
    """One article: events by their schema's name, outcome and milliseconds by stage."""

    article_id: str
    events: dict[str, Any] = field(default_factory=dict)
    outcomes: dict[str, str] = field(default_factory=dict)
    took_ms: dict[str, float] = field(default_factory=dict)
    rejections: dict[str, str] = field(default_factory=dict)  # reason and detail by stage
    origin: str = ""  # where its raw message lies


class Gathering:
    """Cards in the making, one for every raw message."""

    def __init__(self, stages: Iterable[Stage]) -> None:
        self._stages = tuple(stages)
        self._cards: dict[str, Card] = {}

    def add(self, message: Message) -> Card | None:
        """The article's card, once with this message every stage has said what it has to."""
        origin = message.header(ORIGIN)
        if origin is None:
            return None
        card = self._cards.setdefault(
            origin, Card(message.header("ce_subject") or "", origin=origin)
        )
        _note(card, message)
        return self._cards.pop(origin) if self._is_complete(card) else None

    def rest(self) -> list[Card]:
        """What has been heard of in part."""
        return list(self._cards.values())

    def _is_complete(self, card: Card) -> bool:
        return all(
            card.outcomes.get(stage.name) and self._has_event(card, stage)
            for stage in self._stages
            if self._is_reached(card, stage)
        )

    def _is_reached(self, card: Card, stage: Stage) -> bool:
        """Whether the stage before, if it runs here, passes the article on."""
        before = [one for one in self._stages if one.target == stage.source]
        return all(card.outcomes.get(one.name, "ok") in _PASSES_ON for one in before)

    def _has_event(self, card: Card, stage: Stage) -> bool:
        match card.outcomes[stage.name]:
            case "ok":
                return stage.makes.form.partition("/")[0] in card.events
            case "withdrawn" | "held":
                return True
        return stage.name in card.rejections


def _note(card: Card, message: Message) -> None:
    if message.topic.endswith(REJECTED.name) and (stage := message.header("newsmill-stage")):
        detail = message.header("newsmill-detail")
        reason = message.header("newsmill-reason") or ""
        card.rejections[stage] = f"{reason}: {detail}" if detail else reason
        return
    if message.value is None:
        return
    fields = json.loads(message.value)
    if message.topic.endswith(JOURNEY.name):
        card.outcomes[fields["stage"]] = fields["outcome"]
        card.took_ms[fields["stage"]] = fields["took_ms"]
    else:
        card.events[fields["schema"].partition("/")[0]] = fields
