"""Which measurements are wanted, and all of them one after the other."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from pathlib import Path

from streams.settings import Settings

from . import contests
from .backlog import backlog
from .latency import PACES, latency
from .measure import Figure
from .plan import PLAN, measure
from .scaling import CLEAN_ARTICLES, SUMMARIZE_ARTICLES, WORKERS, scaling
from .sizes import TOTAL_WORDS, WORDS, sizes
from .versus import versus

_VERSUS_ARTICLES = 64  # as many as `summarize` is measured with


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to measure, how often, and with how many articles where not with the usual number."""

    stages: tuple[str, ...] = ()
    rivals: tuple[str, ...] = ()
    latency: bool = False
    scaling: bool = False
    backlog: int | None = None  # articles
    engines: str | None = None  # small, or large: models of the sizes in use as well
    articles: int | None = None
    repeats: int = 3
    is_busy: bool = False  # whether other programs run here: then what waits sleeps

    @property
    def needs_broker(self) -> bool:
        """Whether anything but what runs offline is wanted."""
        return bool(self.stages or self.rivals or self.latency or self.scaling or self.backlog)


@dataclass(frozen=True, slots=True)
class Talk:
    """How those who wait are kept informed."""

    tell: Callable[[str], None]
    waiting: Callable[[str], AbstractContextManager[None]]
    on_progress: Callable[[int, int | None], None]


def measurements(
    settings: Settings, wanted: Wanted, run: str, machine: Path, talk: Talk
) -> Iterator[Figure]:
    """The figures as they are found. `run` makes topics its own. BenchError.

    `machine` keeps what measurements of another day can use: environments, choices of engines.
    """
    models, repeats = machine / "models", wanted.repeats
    for one in PLAN:
        if one.stage in wanted.stages:
            with talk.waiting(
                f"measuring {one.stage}, {repeats + 1} times {one.articles} articles"
            ):
                found = list(measure(settings, [one], repeats, run))
            yield from found
    if wanted.engines:
        course = contests.Course(repeats, machine / "bench", wanted.is_busy, talk.tell)
        yield from contests.engines(settings, wanted.engines, course)
    if wanted.rivals:
        count = wanted.articles or _VERSUS_ARTICLES
        environments = machine / "rivals"
        yield from versus(settings, wanted.rivals, count, repeats, run, environments, talk.tell)
    if wanted.latency:
        paces = [replace(pace, articles=wanted.articles or pace.articles) for pace in PACES]
        yield from latency(settings, paces, repeats, run, models, talk.tell)
    if wanted.scaling:
        few = wanted.articles
        counts = {"clean": few or CLEAN_ARTICLES, "summarize": few or SUMMARIZE_ARTICLES}
        yield from scaling(settings, counts, WORKERS, repeats, run, models, talk.tell)
        yield from sizes(settings, WORDS, TOTAL_WORDS, repeats, machine, talk.tell)
    if wanted.backlog:
        talk.tell(f"{wanted.backlog:,} articles through clean")
        yield from backlog(settings, wanted.backlog, run, models, talk.on_progress)
