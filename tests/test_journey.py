"""The journey record's bytes are those of its model."""

from datetime import UTC, datetime
from typing import Any

import pytest

from schemas import JourneyRecord, Model
from streams.bench.articles import passing_stage
from streams.codecs import encode
from streams.message import Message
from streams.outgoing import Sender
from streams.result import Result
from streams.stage import Prepared, each

NOW = datetime(2026, 3, 4, 10, 0, 0, 250_999, tzinfo=UTC)
SENT_MS = 1_772_618_399_000


def record(result: Result, model: Model | None, now: datetime) -> Message:
    prepared = Prepared(each(lambda article: article), model)
    return Sender(passing_stage(1), prepared, "news.", "host-0", 1000).messages(result, now)[-1]


@pytest.mark.parametrize(
    ("fields", "model", "now"),
    [
        ({"outcome": "ok"}, Model(name="größe", revision="1"), NOW),
        ({"outcome": "ok", "took_ms": 1e-9}, None, NOW.replace(microsecond=0)),
        ({"outcome": "bug", "detail": 'a "cause" \ud83d', "version": 0}, None, NOW),
        ({"outcome": "held", "detail": "x" * 1000, "took_ms": 12.34567}, None, NOW),
        ({"outcome": "ok", "took_ms": 5000.0}, None, NOW),
    ],
)
def test_a_record_is_what_its_model_writes(
    fields: dict[str, Any], model: Model | None, now: datetime
) -> None:
    message = Message("news.raw", b"k", b"", partition=1, offset=7, timestamp_ms=SENT_MS)
    result = Result(message, **{"article_id": "ä/1", "version": 2, **fields})
    written = record(result, model, now)
    assert written.value == encode(JourneyRecord.model_validate_json(written.value or b""))
    waited = max(now.timestamp() * 1000 - SENT_MS - result.took_ms, 0)
    assert written.value == encode(
        JourneyRecord(
            article_id="ä/1", version=result.version, stage="pass", outcome=result.outcome,
            detail=result.detail[:500].encode("utf-8", "replace").decode() or None,
            took_ms=round(result.took_ms, 3), waited_ms=round(waited, 3), origin="news.raw/1/7",
            model=f"{model.name}@{model.revision}" if model else None, at=now, worker="host-0",
        )
    )  # fmt: skip
