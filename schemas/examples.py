"""One article's way through the topics: the examples in the published documents."""

from datetime import UTC, datetime
from typing import Any

from .article import CleanArticle, Removed, Rights, Segment, Withdrawal
from .entities import Entities, Entity, Mention
from .event import Event
from .ids import content_hash, entity_id
from .journey import JourneyRecord
from .summary import EXTRACTIVE_SOURCE, Check, Evidence, Model, Summary, SummarySentence

_ID = "https://news.example/a/17"
_TEXT = (
    "Mara Lindt leads the Harbour Council.\n\n"
    "The council voted on Tuesday to widen the canal for 40 million euros."
)
_FIRST, _SECOND = _TEXT.split("\n\n")
_CUT = len(_FIRST) + 2  # where the second paragraph starts
_AT = datetime(2026, 3, 4, 9, 30, tzinfo=UTC)

RAW: dict[str, Any] = {
    "id": _ID,
    "content": f"{_TEXT}\n\nSubscribe to our newsletter",
    "source": "news.example",
    "title": "Canal to be widened",
    "author": ["Jo Reed"],
    "published_at": "2026-03-04T10:00:00+01:00",
    "rights": {"ai_allowed": True, "retention_days": 30},
}
EVENTS: tuple[Event, ...] = (
    CleanArticle(
        article_id=_ID,
        url=_ID,
        source="news.example",
        title="Canal to be widened",
        author=("Jo Reed",),
        agencies=("AFP",),
        dateline="Ostby",
        published_at=datetime(2026, 3, 4, 9, 0, tzinfo=UTC),
        fetched_at=_AT,
        language="en",
        language_confidence=0.99,
        text=_TEXT,
        segments=(Segment(start=0, end=len(_TEXT), raw_start=0, raw_end=len(_TEXT)),),
        removed=(
            Removed(
                raw_start=len(_TEXT) + 2,
                raw_end=len(RAW["content"]),
                reason="newsletter",
                confidence=0.9,
            ),
        ),
        content_hash=content_hash(_TEXT),
        rights=Rights(ai_allowed=True, retention_days=30),
    ),
    Withdrawal(article_id=_ID, version=2, status="canceled", reason="published by mistake"),
    Summary(
        article_id=_ID,
        text=_SECOND,
        language="en",
        sentences=(
            SummarySentence(
                text=_SECOND, evidence=(Evidence(start=_CUT, end=len(_TEXT), score=1.0),)
            ),
        ),
        method="extractive",
        generative=False,
        digital_source_type=EXTRACTIVE_SOURCE,
        model=Model(name="minilm", revision="0.1.0"),
        checks=(Check(kind="number", value="40 million", supported=True),),
    ),
    Entities(
        article_id=_ID,
        language="en",
        model=Model(name="hanta", revision="1.1.0"),
        entities=(
            Entity(
                entity_id=entity_id("Mara Lindt", "PER"),
                name="Mara Lindt",
                type="PER",
                salience=1.0,
                mentions=(Mention(start=0, end=10, text="Mara Lindt"),),
            ),
        ),
    ),
    JourneyRecord(
        article_id=_ID,
        stage="clean",
        outcome="ok",
        took_ms=1.5,
        waited_ms=12.0,
        origin="news.raw/0/4711",
        at=_AT,
        worker="host-0",
    ),
)
REJECTED: dict[str, str] = {
    "newsmill-stage": "clean",
    "newsmill-reason": "empty-text",
    "newsmill-detail": "no running text",
    "newsmill-origin": "news.raw/0/4711",
    "newsmill-at": "2026-03-04T09:30:00.000Z",
    "newsmill-attempts": "1",
}
