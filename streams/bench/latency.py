"""How long an article takes from its producer to its summary, at rates that wait for no answer.

What is added is all of that but the time in the functions of the stages, which the journey tells.
Part of it is a queue: the stages' work on other articles, be it on those before or on those of the
same batch. The rest is overhead: Kafka's, Faust's and ours.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from streams.broker.publish import Outgoing, publish
from streams.settings import Settings
from streams.topics import JOURNEY, RAW, SUMMARIES

from .invented import raw_articles
from .measure import Figure, figure, percentile
from .pages import Pulse
from .team import STAMPED, Arrivals, Team, at_work
from .trips import STAGES, WAY, Notes, Trip

_WARM, BURST = 8, 64  # articles
_ASK_EVERY_S = 0.05
_LAST_S, _ARTICLE_S = 60.0, 5.0  # so patient that only what hangs is given up
_PERCENTS = (50, 95, 99)


@dataclass(frozen=True, slots=True)
class Pace:
    """So many articles at so many a second."""

    rate: float
    articles: int

    def __str__(self) -> str:
        return f"{self.rate:g} articles/s"


PACES = (Pace(1, 30), Pace(5, 60), Pace(20, 100))


def latency(
    settings: Settings,
    paces: Sequence[Pace],
    repeats: int,
    run: str,
    models: Path,
    tell: Callable[[str], None] = lambda _what: None,
    burst: int = BURST,
) -> Iterator[Figure]:
    """The percentiles at each pace, and the slowest answers of /healthz meanwhile. BenchError.

    After all paces come `burst` articles at once, so that the model runs flat out for a while.
    """
    tell("starting the workers")
    with (
        at_work(
            settings, f"bench.{run}.latency.", STAGES, models, {SUMMARIES.name: STAMPED}
        ) as team,
        Arrivals(team, RAW.name, SUMMARIES.name, JOURNEY.name) as arrivals,
    ):
        course = _Course(team, arrivals)
        course.warm_up()
        found: dict[Pace, list[list[Trip]]] = {pace: [] for pace in paces}
        with Pulse([one.pages for one in team.members], "/healthz", _ASK_EVERY_S) as pulse:
            for repeat in range(repeats):
                # There and back again: whatever changes on the machine meets all alike.
                for pace in [*paces][:: -1 if repeat % 2 else 1]:
                    tell(f"{pace.articles} articles at {pace}, {repeat + 1} of {repeats}")
                    found[pace].append(course.trips(pace.articles, pace.rate))
            tell(f"{burst} articles at once")
            course.trips(burst, None)
        team.look()
    for pace, trips in found.items():
        yield from _figures(pace, trips)
    for member, took_s in zip(team.members, pulse.took_s, strict=True):
        yield figure(f"{member.stage}: slowest answer of /healthz", "ms", [max(took_s) * 1000])
        peak = member.watched.peak_bytes / 1e6
        yield figure(f"{member.stage}: memory of the worker at most", "MB", [peak])


class _Course:
    """Sends articles through the workers and notes their trips."""

    def __init__(self, team: Team, arrivals: Arrivals) -> None:
        self._team = team
        self._arrivals = arrivals
        self._runs = 0

    def warm_up(self) -> None:
        """Twice, since a worker puts away what it has loaded after its first batch."""
        self.trips(1, None)
        self.trips(_WARM, None)

    def trips(self, count: int, rate: float | None) -> list[Trip]:
        """So many new articles, all the way. BenchError where one has no summary."""
        self._runs += 1
        values = raw_articles(self._team.settings, count, f"run-{self._runs}")
        articles = {json.loads(value)["id"].encode(): value for value in values}
        notes = Notes(self._team.settings.topic_prefix, list(articles))
        outgoing = self._outgoing(articles)
        publish(self._team.settings.connection, self._team.topic(RAW.name), outgoing, rate)
        self._arrivals.until(notes.add, _LAST_S + _ARTICLE_S * count)
        return notes.trips()

    def _outgoing(self, articles: Mapping[bytes, bytes]) -> Iterator[Outgoing]:
        for key, value in articles.items():
            self._team.look()  # at a slow pace this takes half a minute
            yield key, value, ()


def _figures(pace: Pace, repeats: Sequence[Sequence[Trip]]) -> Iterator[Figure]:
    kinds: dict[str, Callable[[Trip], float]] = {
        "article to summary": lambda trip: trip.whole,
        "added": lambda trip: trip.added,
        "added but for the queue": lambda trip: trip.overhead,
    }
    for what, of in kinds.items():
        for percent in _PERCENTS:
            values = [percentile([of(trip) for trip in trips], percent) for trips in repeats]
            yield figure(f"{pace}: {what}, p{percent}", "ms", values)
    for stage in WAY:
        took = [percentile([trip.stops[stage].took for trip in trips], 50) for trips in repeats]
        yield figure(f"{pace}: in {stage}, p50", "ms", took)
