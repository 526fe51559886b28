"""What each stage decided about an article, one line a stage."""

from typing import ClassVar

from pydantic import Field

from .event import Event, Time
from .rejected import Outcome


class JourneyRecord(Event):
    """One article's way through one stage. The only event with run-dependent facts in its value."""

    form: ClassVar[str] = "journey-record/1"

    stage: str
    outcome: Outcome
    detail: str | None = None
    took_ms: float = Field(
        ge=0, description="the article's share of its batch's time, milliseconds"
    )
    waited_ms: float = Field(ge=0, description="from the message's Kafka timestamp to the batch")
    origin: str = Field(description="topic/partition/offset of the raw message")
    model: str | None = None
    at: Time
    worker: str
