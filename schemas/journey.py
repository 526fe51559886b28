"""What each stage decided about an article, one line a stage."""

from typing import ClassVar

from pydantic import Field

from .event import Event, Text, Time
from .rejected import Outcome


class JourneyRecord(Event):
    """One article's way through one stage. The only event with run-dependent facts in its value."""

    form: ClassVar[str] = "journey-record/1"

    stage: Text
    outcome: Outcome
    detail: Text | None = Field(None, description="why, in words")
    took_ms: float = Field(
        ge=0, description="the article's share of its batch's time, milliseconds"
    )
    waited_ms: float = Field(ge=0, description="from the message's Kafka timestamp to the batch")
    origin: Text = Field(description="topic/partition/offset of the raw message")
    model: Text | None = Field(None, description="name@revision")
    at: Time
    worker: Text
