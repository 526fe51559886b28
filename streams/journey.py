"""The journey record: what a stage decided about an article, as the bytes of a message."""

from collections.abc import Mapping

from schemas import JourneyRecord

from .codecs import encode_fields
from .result import Result

_DETAIL_LENGTH = 500  # characters; a header is for a cause, not for a log


def journey_record(
    result: Result, origin: str, now_ms: float, of_batch: Mapping[str, str]
) -> bytes:
    """What `encode` gives for the JourneyRecord. `of_batch`: the fields that a batch shares.

    The values are ours, and were checked before: a model would cost ten times as much.
    """
    sent_ms = result.message.timestamp_ms or 0  # Kafka has -1 for none
    waited_ms = now_ms - sent_ms - result.took_ms if sent_ms > 0 else 0.0
    fields = {
        **of_batch,
        "article_id": result.article_id,
        "version": result.version,
        "schema": JourneyRecord.form,
        "outcome": result.outcome,
        "origin": origin,
        "took_ms": round(result.took_ms, 3),
        "waited_ms": round(max(waited_ms, 0.0), 3),
    }
    if result.detail:
        fields["detail"] = short_detail(result)
    return encode_fields(fields)


def short_detail(result: Result) -> str:
    """The cause, short, and fit for UTF-8 whatever it quotes."""
    return result.detail[:_DETAIL_LENGTH].encode("utf-8", "replace").decode()
