"""The same articles through one worker of a stage, then through more of them, in turns.

From the broker's stamp on the first article to that on the last result, all sent at once. Where
workers, broker and sender share a few processors, those are what does not scale: the CPU time an
article says whether the workers get in each other's way.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from streams.broker.publish import publish
from streams.message import Message
from streams.settings import Settings
from streams.topics import CLEAN, RAW, SUMMARIES, Topic

from .articles import clean_articles
from .invented import small_articles
from .measure import Figure, figure
from .team import STAMPED, Arrivals, Team, at_work

WORKERS = (1, 2, 4)
CLEAN_ARTICLES, SUMMARIZE_ARTICLES = 4_000, 48  # some seconds each on two cores
_WARM = 8  # articles for each worker
_LAST_S, _ARTICLE_S = 60.0, 5.0  # so patient that only what hangs is given up
_ENDS: Mapping[str, tuple[Topic, Topic]] = {"clean": (RAW, CLEAN), "summarize": (CLEAN, SUMMARIES)}

_Values = Mapping[bytes, bytes]


@dataclass(frozen=True, slots=True)
class Pass:
    """What one number of workers took for the articles."""

    articles_s: float
    cpu_ms: float  # an article


def scaling(
    settings: Settings,
    articles: Mapping[str, int],
    workers: Sequence[int],
    repeats: int,
    run: str,
    models: Path,
    tell: Callable[[str], None] = lambda _what: None,
) -> Iterator[Figure]:
    """Each stage's speed with so many articles, and each number of workers. BenchError."""
    for stage, count in articles.items():
        passes: dict[int, list[Pass]] = {number: [] for number in workers}
        warm = _WARM * max(workers)
        values = _values(settings, stage, warm + count)
        for repeat in range(repeats):
            # There and back again: whatever changes on the machine meets all alike.
            for number in [*workers][:: -1 if repeat % 2 else 1]:
                tell(f"{count} articles through {stage} x {number}, {repeat + 1} of {repeats}")
                prefix = f"bench.{run}.{stage}-{number}.{repeat}."
                config = {topic.name: STAMPED for topic in _ENDS[stage]}
                with at_work(settings, prefix, [stage] * number, models, config) as team:
                    passes[number].append(_pass(team, stage, values, warm))
        yield from _figures(stage, passes)


def _values(settings: Settings, stage: str, count: int) -> _Values:
    """What the stage reads, by key."""
    if stage == "clean":
        return dict(small_articles(count))
    values = clean_articles(settings, count)
    return {json.loads(value)["article_id"].encode(): value for value in values}


def _pass(team: Team, stage: str, values: _Values, warm: int) -> Pass:
    source, target = _ENDS[stage]
    keys = list(values)
    with Arrivals(team, source.name, target.name) as arrivals:
        course = _Course(team, arrivals, source, target)
        course.run(values, keys[:warm])
        before = team.cpu_s
        took_s = course.run(values, keys[warm:])
        count = len(keys) - warm
        return Pass(count / took_s, (team.cpu_s - before) * 1000 / count)


class _Course:
    """Sends articles and times the way from their topic to that of the results."""

    def __init__(self, team: Team, arrivals: Arrivals, source: Topic, target: Topic) -> None:
        self._team = team
        self._arrivals = arrivals
        self._source, self._target = team.topic(source.name), team.topic(target.name)

    def run(self, values: _Values, keys: Sequence[bytes]) -> float:
        """Seconds for the articles of these keys."""
        connection = self._team.settings.connection
        publish(connection, self._source, ((key, values[key], ()) for key in keys))
        stamps: dict[str, dict[bytes, int]] = {
            self._source: dict.fromkeys(keys, 0), self._target: dict.fromkeys(keys, 0)
        }  # fmt: skip
        left = 2 * len(keys)

        def add(message: Message) -> bool:
            nonlocal left
            known = stamps[message.topic]
            if known.get(message.key or b"") == 0:
                known[message.key or b""] = message.timestamp_ms or 1
                left -= 1
            return not left

        self._arrivals.until(add, _LAST_S + _ARTICLE_S * len(keys))
        first, last = min(stamps[self._source].values()), max(stamps[self._target].values())
        return max(last - first, 1) / 1000


def _figures(stage: str, passes: Mapping[int, Sequence[Pass]]) -> Iterator[Figure]:
    least = min(passes)
    for number, done in passes.items():
        yield figure(f"{stage} x {number}", "articles/s", [one.articles_s for one in done])
        yield figure(f"{stage} x {number}: CPU", "ms an article", [one.cpu_ms for one in done])
        if number != least:
            pairs = zip(done, passes[least], strict=True)
            ratios = [one.articles_s / base.articles_s for one, base in pairs]
            yield figure(f"{stage} x {number} beside x {least}", "times", ratios)
