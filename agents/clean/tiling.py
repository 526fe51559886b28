"""Blocks to text, segments and removed spans, which together tile the raw text."""

from collections.abc import Iterable, Sequence
from itertools import product
from typing import NamedTuple

from schemas import CleanArticle, RemovalReason, Removed, Segment

from .block import Block, shown
from .decode import repair
from .offsets import Repaired


class _Gap(NamedTuple):
    """A dropped block in the raw text."""

    start: int
    end: int
    reason: RemovalReason
    confidence: float


def tile(
    repaired: Repaired, blocks: Sequence[Block]
) -> tuple[str, tuple[Segment, ...], tuple[Removed, ...]]:
    """The kept blocks' text, its segments, and all else of the raw text as removed spans."""
    text, segments = _segments(repaired, blocks)
    spans = sorted(_removed_spans(repaired, blocks))
    return text, segments, tuple(_between(len(repaired.raw), segments, spans))


def _segments(repaired: Repaired, blocks: Sequence[Block]) -> tuple[str, tuple[Segment, ...]]:
    paragraphs: list[str] = []
    segments: list[Segment] = []
    at = raw_at = 0
    for block in blocks:
        if block.reason is not None or not block.text:
            continue
        paragraphs.append(block.text)
        for run in block.runs:
            raw_start, raw_end = repaired.raw_span(run.start, run.end)
            raw_start = max(raw_start, raw_at)  # two characters may come from one raw run
            length = len(run.text)
            segments.append(
                Segment(
                    start=at, end=at + length, raw_start=raw_start, raw_end=max(raw_end, raw_start)
                )
            )
            at, raw_at = at + length, max(raw_end, raw_start)
        at += 2
    return "\n\n".join(paragraphs), tuple(segments)


def _removed_spans(repaired: Repaired, blocks: Sequence[Block]) -> Iterable[_Gap]:
    for block in blocks:
        if block.reason is not None and block.runs:
            start, end = repaired.raw_span(block.runs[0].start, block.runs[-1].end)
            yield _Gap(start, end, block.reason, block.confidence)


def _between(length: int, segments: Sequence[Segment], spans: Sequence[_Gap]) -> Iterable[Removed]:
    """The raw text outside the segments, cut where the reason changes.

    Markup and white space go with the removed block before them, else with the next.
    """
    edges = [0, *(edge for s in segments for edge in (s.raw_start, s.raw_end)), length]
    at = 0
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        begin, reason, confidence = start, None, 1.0
        while at < len(spans) and spans[at].end <= start:
            at += 1
        while at < len(spans) and spans[at].start < end:
            span = spans[at]
            stop = max(start, span.start)
            if reason and span.reason != reason and stop > begin:
                yield Removed(raw_start=begin, raw_end=stop, reason=reason, confidence=confidence)
                begin = stop
            confidence = (
                min(confidence, span.confidence) if span.reason == reason else span.confidence
            )
            reason = span.reason
            if span.end > end:
                break
            at += 1
        if end > begin:
            yield Removed(
                raw_start=begin, raw_end=end, reason=reason or "other", confidence=confidence
            )


def check_tiling(raw: str, article: CleanArticle) -> None:
    """Raises ValueError unless segments and removed spans cover the raw text once, in order,

    the segments make up the text, and each shows what the raw text shows in its place.
    """
    kept = [(segment.raw_start, segment.raw_end) for segment in article.segments]
    spans = sorted(kept + [(gone.raw_start, gone.raw_end) for gone in article.removed])
    edges = [0, *(edge for span in spans for edge in span), len(raw)]
    if any(a != b for a, b in zip(edges[::2], edges[1::2], strict=True)):
        raise ValueError("the spans do not tile the raw text")
    at = 0
    for segment in article.segments:
        between = article.text[at : segment.start]
        if between not in ("", "\n\n") or segment.end <= segment.start:
            raise ValueError("the segments do not make up the text")
        at = segment.end
    if at != len(article.text):
        raise ValueError("the text goes on after its last segment")
    if not any(_shows(raw, article, *ways) for ways in product((0, 1, 2), (False, True))):
        raise ValueError("a segment's text is not what the raw text shows in its place")


def _shows(raw: str, article: CleanArticle, rounds: int, is_page: bool) -> bool:
    """Whether every segment's raw run, read by itself, gives its text."""
    return all(
        shown(repair(raw[s.raw_start : s.raw_end], rounds=rounds).text, entities=is_page)
        == article.text[s.start : s.end]
        for s in article.segments
    )
