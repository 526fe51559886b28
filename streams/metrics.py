"""What a worker counts, in Prometheus form."""

from collections import Counter as Counted
from collections.abc import Iterable, Sequence

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily

from .progress import Progress
from .result import Result

# Seconds: from a batch that only passes on to one that a large model works on.
_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120)
_SIZES = (1, 2, 4, 8, 16, 32, 64, 128, 256, 512)


class Metrics:
    """The registry of one worker. Every article is counted exactly once."""

    def __init__(self, stage: str, progress: Progress) -> None:
        self._registry = CollectorRegistry()
        self._stage = stage
        self._articles = Counter(
            "newsmill_articles",
            "Articles by outcome",
            ["stage", "outcome"],
            registry=self._registry,
        )
        self._ignored = Counter(
            "newsmill_ignored_fields", "Fields of raw articles that were unknown or unusable",
            ["stage"], registry=self._registry,
        )  # fmt: skip
        self._size = self._histogram("newsmill_batch_articles", "Articles in a batch", _SIZES)
        self._took = self._histogram("newsmill_batch_seconds", "A batch in the stage", _SECONDS)
        self._sending = self._histogram("newsmill_send_seconds", "A batch's delivery", _SECONDS)
        self._registry.register(_Standing(stage, progress))

    def batch(self, results: Sequence[Result], *, took_s: float, sending_s: float) -> None:
        """Counts a delivered batch."""
        for outcome, count in Counted(result.outcome for result in results).items():
            self._articles.labels(self._stage, outcome).inc(count)
        if ignored := sum(len(result.ignored) for result in results):
            self._ignored.labels(self._stage).inc(ignored)
        self._size.observe(len(results))
        self._took.observe(took_s)
        self._sending.observe(sending_s)

    def text(self) -> bytes:
        """The exposition format."""
        return generate_latest(self._registry)

    def _histogram(self, name: str, meaning: str, buckets: Sequence[float]) -> Histogram:
        histogram = Histogram(name, meaning, ["stage"], buckets=buckets, registry=self._registry)
        return histogram.labels(self._stage)


class _Standing:
    """Gauges read when asked for."""

    def __init__(self, stage: str, progress: Progress) -> None:
        self._stage = stage
        self._progress = progress

    def collect(self) -> Iterable[GaugeMetricFamily]:
        lag = GaugeMetricFamily(
            "newsmill_lag", "Messages not yet acknowledged", labels=["stage", "topic", "partition"]
        )
        for (topic, partition), messages in sorted(self._progress.lag().items()):
            lag.add_metric([self._stage, topic, str(partition)], messages)
        age = GaugeMetricFamily(
            "newsmill_oldest_work_seconds", "Age of the oldest work", labels=["stage"]
        )
        age.add_metric([self._stage], self._progress.oldest_age_s())
        yield from (lag, age)
