"""All that is wanted, part by part, in one run: on one broker, beside one set of peaks."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import NamedTuple

from streams.settings import Settings

from .backlog import backlog
from .cleaning import cleaning
from .contests import Course, encoders, generators, taggers
from .errors import BenchError
from .latency import latency
from .limits import limits, measured_peaks
from .measure import Figure
from .plan import Measurement, measure
from .scaling import scaling
from .sizes import sizes
from .versus import versus
from .wanted import Wanted

MACHINE = "The machine at most"


@dataclass(frozen=True, slots=True)
class Talk:
    """How those who wait are kept informed."""

    tell: Callable[[str], None]
    waiting: Callable[[str], AbstractContextManager[None]]
    on_progress: Callable[[int, int | None], None]


@dataclass(frozen=True, slots=True)
class Run:
    """What all parts share. `name` makes topics the run's own.

    `machine` keeps what measurements of another day can use: environments, choices of engines.
    """

    settings: Settings
    wanted: Wanted
    name: str
    machine: Path
    talk: Talk
    peaks: dict[str, list[float]] = field(default_factory=dict)

    @property
    def models(self) -> Path:
        """Where converted models are, and which engines are best."""
        return self.machine / "models"

    @property
    def course(self) -> Course:
        """How contenders run."""
        wanted = self.wanted
        return Course(wanted.repeats, self.machine / "bench", wanted.is_busy, self.talk.tell)


class Part(NamedTuple):
    """A heading, and what is measured below it."""

    title: str
    measure: Callable[[Run], Iterator[Figure]]


def measurements(run: Run) -> Iterator[Figure]:
    """The figures as they are found. BenchError where there are none.

    A part that fails is told of, and the others go on: an hour's work is not lost to one of them.
    """
    errors, is_any = [], False
    parts = list(_parts(run.wanted))
    for number, part in enumerate(parts, 1):
        if len(parts) > 1:
            run.talk.tell(f"part {number} of {len(parts)}: {part.title}")
        try:
            for figure in part.measure(run):
                is_any = is_any or part.title != MACHINE
                yield replace(figure, part=part.title)
        except BenchError as error:
            errors.append(str(error))
            if len(parts) > 1:
                run.talk.tell(f"left out: {part.title}: {error}")
    if not is_any:
        raise BenchError("\n".join(errors))


def _parts(wanted: Wanted) -> Iterator[Part]:
    if wanted.needs_peaks:
        yield Part(MACHINE, _machine)
    for one in wanted.amounts.plan:
        if one.stage in wanted.stages:
            yield Part("Stages", partial(_stage, one))
    if "clean" in wanted.stages:
        yield Part("Clean on web pages", _cleaning)
    if wanted.rivals:
        yield Part("Beside other programs", _versus)
    yield from _engines(wanted.engines)
    if wanted.latency:
        yield Part("From article to summary", _latency)
    if wanted.scaling:
        yield Part("More workers", _scaling)
        yield Part("Longer articles", _sizes)
    if wanted.backlog:
        yield Part("A long backlog", _backlog)


def _engines(size: str | None) -> Sequence[Part]:
    """Each kind of model is a part of its own: what is measured stays if a later one fails."""
    kinds = {None: (), "small": (_encoder,), "large": (_encoder, _generator, _tagger)}[size]
    return [Part("Engines", kind) for kind in kinds]


def _machine(run: Run) -> Iterator[Figure]:
    with run.talk.waiting("measuring what the machine does at most"):
        run.peaks.update(measured_peaks(run.wanted.repeats))
    yield from limits(run.peaks)


def _stage(one: Measurement, run: Run) -> Iterator[Figure]:
    repeats = run.wanted.repeats
    with run.talk.waiting(f"measuring {one.stage}, {repeats + 1} times {one.articles} articles"):
        found = list(measure(run.settings, [one], repeats, run.name, run.peaks))
    yield from found


def _cleaning(run: Run) -> Iterator[Figure]:
    pages, repeats = run.wanted.amounts.pages, run.wanted.repeats
    with run.talk.waiting(f"measuring clean beside trafilatura, {repeats + 1} times {pages} pages"):
        found = list(cleaning(pages, repeats))
    yield from found


def _versus(run: Run) -> Iterator[Figure]:
    wanted = run.wanted
    yield from versus(
        run.settings, wanted.rivals, wanted.amounts.raced, wanted.repeats, run.name,
        run.machine / "rivals", run.talk.tell,
    )  # fmt: skip


def _encoder(run: Run) -> Iterator[Figure]:
    yield from encoders(run.settings, run.wanted.amounts.encoded, run.peaks, run.course)


def _generator(run: Run) -> Iterator[Figure]:
    yield from generators(run.course)


def _tagger(run: Run) -> Iterator[Figure]:
    yield from taggers(run.peaks, run.course)


def _latency(run: Run) -> Iterator[Figure]:
    amounts, rounds = run.wanted.amounts, run.wanted.rounds
    yield from latency(
        run.settings, amounts.paces, rounds, run.name, run.models, run.talk.tell, amounts.burst
    )


def _scaling(run: Run) -> Iterator[Figure]:
    amounts, rounds = run.wanted.amounts, run.wanted.rounds
    yield from scaling(
        run.settings, amounts.scaled, amounts.workers, rounds, run.name, run.models, run.talk.tell
    )


def _sizes(run: Run) -> Iterator[Figure]:
    amounts, rounds = run.wanted.amounts, run.wanted.rounds
    yield from sizes(
        run.settings, amounts.words, amounts.total_words, rounds, run.machine, run.talk.tell
    )


def _backlog(run: Run) -> Iterator[Figure]:
    count = run.wanted.backlog or 0
    run.talk.tell(f"{count:,} articles through clean")
    yield from backlog(run.settings, count, run.name, run.models, run.talk.on_progress)
