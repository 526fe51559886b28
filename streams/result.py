"""What became of one message."""

from dataclasses import dataclass
from datetime import datetime

from schemas import REASONS, Event, Outcome

from .message import Message


@dataclass(slots=True)  # not frozen, as messages are not
class Result:
    """What became of one message: its outcome, and the event that it gives, if any."""

    message: Message
    article_id: str
    version: int
    outcome: Outcome
    detail: str = ""
    event_type: type[Event] | None = None
    value: bytes | None = None  # the event's bytes
    ignored: tuple[str, ...] = ()
    held_until: datetime | None = None  # its embargo, where it has one
    took_ms: float = 0.0  # its share of the batch

    @property
    def is_rejected(self) -> bool:
        """Whether it goes to the dead letters."""
        return self.outcome in REASONS
