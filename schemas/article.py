"""Clean articles and withdrawals."""

from typing import ClassVar, Literal

from pydantic import Field

from .event import Event, Part, Share, Span, Time

RemovalReason = Literal[
    "caption",
    "byline",
    "advert",
    "jobs",
    "related",
    "bio",
    "comments",
    "navigation",
    "cookie",
    "newsletter",
    "credit",
    "repeated",
    "other",
]
Status = Literal["usable", "withheld", "canceled"]


class Rights(Part):
    """What the producer allows."""

    ai_allowed: bool = True
    expires_at: Time | None = None
    retention_days: int | None = Field(None, ge=0)


class Segment(Span):
    """A kept run: `text[start:end]` comes from `raw[raw_start:raw_end]`."""

    raw_start: int = Field(ge=0)
    raw_end: int = Field(ge=0)


class Removed(Part):
    """A run of the raw text that was left out, why, and how sure that is."""

    raw_start: int = Field(ge=0)
    raw_end: int = Field(ge=0)
    reason: RemovalReason
    confidence: Share


class CleanArticle(Event):
    """The article itself. `segments` and `removed` together cover the raw text without overlap."""

    form: ClassVar[str] = "clean-article/1"

    url: str | None = None
    source: str | None = None
    title: str | None = None
    author: tuple[str, ...] = ()
    published_at: Time | None = None
    fetched_at: Time | None = None
    language: str = Field("und", description="ISO 639-1, or und")
    language_confidence: Share = 0.0
    text: str = Field(min_length=1, description="paragraphs joined by a blank line")
    segments: tuple[Segment, ...]
    removed: tuple[Removed, ...]
    content_hash: str
    urgency: int | None = Field(None, ge=1, le=9)
    embargoed_until: Time | None = None
    rights: Rights | None = None
    status: Literal["usable"] = "usable"


class Withdrawal(Event):
    """The producer took the article back: `withheld` for now, or `canceled` for good."""

    form: ClassVar[str] = "withdrawal/1"

    status: Literal["withheld", "canceled"]
    reason: str | None = None
