"""What a source prints again and again: blocks seen in several of its reports.

A report is an article with all its versions, updates and copies: they share text because they
tell the same thing, so they count once. Nothing is shared across sources, or wire copy would go.
"""

import hashlib
import re
from collections import Counter, OrderedDict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple, Protocol

from .memo import LONGEST_LINE, MOST_LINES

_MOST_REPORTS = 6  # remembered for each block; enough to tell an update from a new report
_SAME_REPORT = 0.5  # of the kept words shared with one other report
_WIDESPREAD = 3  # a block in so many reports says nothing about which report this is
_NO_LETTERS = re.compile(r"[\W_]+")
_ZEROS = bytes.maketrans(b"123456789", b"000000000")
_ASCII_SIGNS = bytes(code for code in range(128) if not chr(code).isalnum())


class Sample(NamedTuple):
    """A block's fingerprint, and its words where it looks like the article itself, else 0."""

    fingerprint: int
    weight: int


class Seen(NamedTuple):
    """In how many other reports of the source a block was before, and in what share of them."""

    times: int
    share: float


NEVER_SEEN = Seen(0, 0.0)


class Trace(NamedTuple):
    """What is kept of a block: its first report, how many had it, and the last few of them."""

    since: int
    times: int
    reports: tuple[int, ...]


class SourceMemory(Protocol):
    """Remembers the blocks of each source; one call for each article.

    `article` names the report, `version` the exact content: asked again about the same version,
    it gives the same answer, whatever came in between.
    """

    def sight(
        self, source: str, article: str, version: str, samples: Sequence[Sample]
    ) -> tuple[Seen, ...]:
        """For each sample where it was seen before; then remembers this article."""
        ...


def fingerprint(text: str) -> int:
    """A number for a block's text, blind to case, digits, signs and space; fits 63 bits."""
    return _of_line(text) if len(text) <= LONGEST_LINE else _of_text(text)


def _of_text(text: str) -> int:
    letters = text.lower().encode("utf-8", "replace").translate(_ZEROS, _ASCII_SIGNS)
    if not letters.isascii() and not (plain := letters.decode()).isalnum():
        letters = _NO_LETTERS.sub("", plain).encode()
    return hashed(letters)


_of_line = lru_cache(maxsize=MOST_LINES)(_of_text)


def hashed(content: bytes) -> int:
    """A number of 63 bits for the content, the same in every process."""
    return int.from_bytes(hashlib.blake2b(content, digest_size=8).digest(), "big") >> 1


def own_report(samples: Sequence[Sample], traces: Mapping[int, Trace]) -> int | None:
    """The report that this article is an update or a copy of; None where it is a new one."""
    shared: Counter[int] = Counter()
    total = 0
    for sample in samples:
        trace = traces.get(sample.fingerprint)
        if not sample.weight or (trace and trace.times >= _WIDESPREAD):
            continue
        total += sample.weight
        for report in trace.reports if trace else ():
            shared[report] += sample.weight
    if not shared:
        return None
    report, most = max(shared.items(), key=lambda item: (item[1], item[0]))
    return report if most >= _SAME_REPORT * total else None


def seen_before(
    samples: Sequence[Sample], traces: Mapping[int, Trace], report: int, newest: int
) -> tuple[Seen, ...]:
    """What to answer: sightings in other reports than this one."""
    answer = []
    for sample in samples:
        trace = traces.get(sample.fingerprint)
        if trace is None:
            answer.append(NEVER_SEEN)
            continue
        times = trace.times - (report in trace.reports)
        if not times:
            answer.append(NEVER_SEEN)
            continue
        since = newest - trace.since + (newest != report)
        answer.append(Seen(times, round(times / since, 3) if times < since else 1.0))
    return tuple(answer)


def with_report(trace: Trace | None, report: int) -> Trace:
    """The trace after one more report."""
    if trace is None:
        return Trace(report, 1, (report,))
    if report in trace.reports:
        return trace
    return Trace(trace.since, trace.times + 1, (*trace.reports, report)[-_MOST_REPORTS:])


class _Source:
    """One source's blocks and reports, the oldest first."""

    def __init__(self) -> None:
        self.newest = 0
        self.traces: OrderedDict[int, Trace] = OrderedDict()
        self.reports: OrderedDict[str, int] = OrderedDict()


class ProcessMemory:
    """A SourceMemory that lives as long as its process. Bounded: the longest unseen goes first."""

    def __init__(
        self, *, most_sources: int = 2_000, most_blocks: int = 5_000, most_articles: int = 50_000
    ) -> None:
        self._most_sources = most_sources
        self._most_blocks = most_blocks
        self._most_articles = most_articles
        self._sources: OrderedDict[str, _Source] = OrderedDict()
        self._answers: OrderedDict[tuple[str, str], tuple[Seen, ...]] = OrderedDict()

    def sight(
        self, source: str, article: str, version: str, samples: Sequence[Sample]
    ) -> tuple[Seen, ...]:
        """For each sample where it was seen before; then remembers this article."""
        if (source, version) in self._answers:
            return self._answers[source, version]
        here = self._sources.setdefault(source, _Source())
        self._sources.move_to_end(source)
        _bound(self._sources, self._most_sources)
        report = here.reports.get(article) or own_report(samples, here.traces)
        if report is None:
            here.newest += 1
            report = here.newest
        answer = seen_before(samples, here.traces, report, here.newest)
        for sample in samples:
            trace = with_report(here.traces.get(sample.fingerprint), report)
            here.traces[sample.fingerprint] = trace
            here.traces.move_to_end(sample.fingerprint)
        here.reports[article] = report
        self._answers[source, version] = answer
        _bound(here.traces, self._most_blocks)
        _bound(here.reports, self._most_blocks)
        _bound(self._answers, self._most_articles)
        return answer


def _bound(entries: OrderedDict[Any, Any], most: int) -> None:
    while len(entries) > most:
        entries.popitem(last=False)
