"""Clean articles and withdrawals."""

from typing import ClassVar, Literal

from pydantic import Field

from .event import Event, Language, Offset, Part, Share, Span, Text, Time

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
_MOST_DAYS = 1_000_000  # beyond the last year that a date can have


class Rights(Part):
    """What the producer allows."""

    ai_allowed: bool = Field(True, description="whether models may read it at all")
    expires_at: Time | None = Field(None, description="no use after then")
    retention_days: int | None = Field(None, ge=0, le=_MOST_DAYS, description="to keep it at most")


class Segment(Span):
    """A kept run: `text[start:end]` comes from `raw[raw_start:raw_end]`."""

    raw_start: Offset
    raw_end: Offset


class Removed(Part):
    """A run of the raw text that was left out, why, and how sure that is."""

    raw_start: Offset
    raw_end: Offset
    reason: RemovalReason
    confidence: Share


class CleanArticle(Event):
    """The article itself. `segments` and `removed` together cover the raw text without overlap."""

    form: ClassVar[str] = "clean-article/1"

    url: Text | None = Field(None, description="where it was published")
    source: Text | None = Field(None, description="who published")
    title: Text | None = None
    author: tuple[Text, ...] = Field((), description="the people who wrote it, by name")
    agencies: tuple[Text, ...] = Field(
        (), description="news agencies credited, by their short forms: dpa, AFP, Reuters"
    )
    dateline: Text | None = Field(
        None, description="the place or places it was reported from, as written"
    )
    published_at: Time | None = None
    fetched_at: Time | None = None
    language: Language = "und"
    language_confidence: Share = 0.0
    text: Text = Field(description="paragraphs joined by a blank line; subheads are paragraphs")
    segments: tuple[Segment, ...] = Field(description="every kept run, back to the raw text")
    removed: tuple[Removed, ...] = Field(description="what was left out of the raw text")
    content_hash: Text = Field(description="of the text, blind to letter case and white space")
    urgency: int | None = Field(None, ge=1, le=9, description="1 (flash) to 9")
    embargoed_until: Time | None = Field(None, description="nothing derived leaves before then")
    rights: Rights | None = None
    status: Literal["usable"] = "usable"


class Withdrawal(Event):
    """The producer took the article back: `withheld` for now, or `canceled` for good."""

    form: ClassVar[str] = "withdrawal/1"

    status: Literal["withheld", "canceled"]
    reason: Text | None = None
