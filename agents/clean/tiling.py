"""Blocks to text, segments and removed spans, which together tile the raw text."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from schemas import CleanArticle, RemovalReason, Removed, Segment

from .block import Block
from .offsets import Repaired

_Gap = tuple[int, int, RemovalReason, float]


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
                Segment(start=at, end=at + length, raw_start=raw_start, raw_end=max(raw_end, raw_start))
            )
            at, raw_at = at + length, max(raw_end, raw_start)
        at += 2
    return "\n\n".join(paragraphs), tuple(segments)


def _removed_spans(repaired: Repaired, blocks: Sequence[Block]) -> Iterable[_Gap]:
    for block in blocks:
        if block.reason is not None and block.runs:
            start, end = repaired.raw_span(block.runs[0].start, block.runs[-1].end)
            yield start, end, block.reason, block.confidence


def _between(
    length: int, segments: Sequence[Segment], spans: Sequence[_Gap]
) -> Iterable[Removed]:
    """The raw text outside the segments, cut where the reason changes."""
    edges = [0, *(edge for s in segments for edge in (s.raw_start, s.raw_end)), length]
    gaps = [(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if b > a]
    at = 0
    for start, end in gaps:
        while at < len(spans) and spans[at][1] <= start:
            at += 1
        inside: list[_Gap] = []
        while at < len(spans) and spans[at][0] < end:
            inside.append(spans[at])
            if spans[at][1] > end:
                break
            at += 1
        yield from _cut_gap(start, end, inside)


def _cut_gap(start: int, end: int, inside: Sequence[_Gap]) -> Iterable[Removed]:
    """Markup and white space go with the removed block before them, else with the next."""
    if not inside:
        yield Removed(raw_start=start, raw_end=end, reason="other", confidence=1.0)
        return
    merged: list[list[object]] = []
    at = start
    for (_, _, reason, confidence), following in pairwise([*inside, None]):  # type: ignore[misc]
        stop = end if following is None else max(at, following[0])
        if merged and merged[-1][2] == reason:
            merged[-1][1], merged[-1][3] = stop, min(merged[-1][3], confidence)  # type: ignore[type-var]
        elif stop > at:
            merged.append([at, stop, reason, confidence])
        at = stop
    for first, last, reason, confidence in merged:
        yield Removed(raw_start=first, raw_end=last, reason=reason, confidence=confidence)  # type: ignore[arg-type]
