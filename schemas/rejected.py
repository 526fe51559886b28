"""Dead letters: why an article is left (a closed list), and the headers that say so."""

from typing import ClassVar, Literal, get_args

from pydantic import Field

from .event import Part, Text, Time

Reason = Literal[
    "unreadable",
    "empty-text",
    "not-an-article",
    "too-long",
    "unsupported-language",
    "no-ai",
    "model-failed",
    "bug",
]
REASONS: tuple[Reason, ...] = get_args(Reason)
Outcome = Literal["ok", "held", "duplicate", "withdrawn", Reason]


class Rejected(Part):
    """The headers of a dead letter. Its key and value are the original bytes, untouched."""

    form: ClassVar[str] = "rejected/1"

    stage: Text = Field(alias="newsmill-stage")
    reason: Reason = Field(alias="newsmill-reason")
    detail: str = Field("", alias="newsmill-detail", description="why, in words")
    origin: Text = Field(
        alias="newsmill-origin", description="topic/partition/offset of the raw message"
    )
    at: Time = Field(alias="newsmill-at")
    attempts: int = Field(
        alias="newsmill-attempts", ge=1, description="how often it was rejected so far"
    )
