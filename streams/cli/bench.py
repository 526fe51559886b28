"""`newsmill bench`: the speed of each stage on this machine."""

import tempfile
import uuid
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import click

from streams.bench.programs import RIVALS

from .crew import embedded_broker, own_broker
from .faults import CommandError
from .options import Flags, settings_options
from .output import console, is_terminal, note, waiting, write_object
from .reports import Reports, earlier_runs, this_run
from .stopping import Stop, until_stopped

if TYPE_CHECKING:
    from streams.bench.contests import Course
    from streams.bench.measure import Figure
    from streams.bench.plan import Measurement
    from streams.settings import Settings

_STAGES = ("bare", "pass", "clean", "summarize", "recognize")
_VERSUS_ARTICLES = 64  # as many as `summarize` is measured with
_ENGINE_ARTICLES = 24  # half a minute a repeat on two cores
_IDLE_LOAD = 0.5  # processes in the mean; an idle machine has fewer
_FILE = click.Path(dir_okay=False, path_type=Path)


@click.command()
@click.option("--stage", "names", multiple=True, type=click.Choice(_STAGES),
              help="Only this; may be repeated. `pass` does nothing: Kafka's cost. `bare` does"
              " nothing either, on Faust alone.")  # fmt: skip
@click.option("--versus", "rivals", multiple=True, type=click.Choice((*RIVALS, "all")),
              help="Our summaries beside those of this program; may be repeated.")  # fmt: skip
@click.option("--repeats", type=click.IntRange(1, 100), default=3, show_default=True,
              help="How often each is measured; the median counts.")  # fmt: skip
@click.option("--engines", type=click.Choice(("small", "large")), is_flag=False,
              flag_value="small", help="Our engines beside plain code, offline; with `large` also"
              " big models of random weights.")  # fmt: skip
@click.option("--picture", type=_FILE, help="Draws all figures into this .svg or .png file.")
@click.option("--write-markdown", "page", type=_FILE, help="Writes all figures as tables.")
@click.option("--read", "earlier", multiple=True, type=_FILE,
              help="Measures nothing: the figures are the lines of an earlier run.")  # fmt: skip
@settings_options
@click.pass_obj
def command(
    flags: Flags, names: tuple[str, ...], rivals: tuple[str, ...], repeats: int,
    engines: str | None, picture: Path | None, page: Path | None, earlier: tuple[Path, ...],
) -> None:  # fmt: skip
    """Measure the speed of each stage here, alone and on Kafka.

    Every stage works through the same batches twice in each repeat: from a real broker (the
    embedded one, unless NEWSMILL_BOOTSTRAP names yours), and as a plain function in the same
    thread. Their ratio is the streaming efficiency. Takes some minutes; the machine should be idle.

    With --versus, our worker of `summarize` is measured instead beside what one would write without
    it: a loop with kafka-python, batches with confluent-kafka, Quix Streams, Bytewax, plain Faust.
    They are in streams/bench/rivals; what they need is installed in the data folder, from a
    checkout only.

    With --engines, the engines that our models run on are measured instead, beside a plain loop,
    batches, and int8 by others, and as a share of what this machine can do at most.

    \b
    Example:
      newsmill bench --stage pass
      newsmill bench > figures.jsonl
      newsmill bench --versus all
      newsmill bench --engines large --picture engines.svg
    """
    reports = Reports(picture, page)
    reports.check()
    if earlier:
        reports.write(earlier_runs(earlier))
        return
    machine = this_run()
    if not is_terminal():
        write_object(machine.to_dict())
    figures: list[Figure] = []
    with ExitStack() as stack:
        stop = stack.enter_context(until_stopped())
        settings = flags.settings()
        environments = settings.data_dir / "rivals"
        needs_broker = names or rivals or not engines
        if needs_broker and not settings.bootstrap:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="newsmill-")))
            broker = stack.enter_context(embedded_broker(folder, 0, stop))
            settings = flags.settings(**own_broker(broker.bootstrap), data_dir=folder)
        run = uuid.uuid4().hex[:8]
        found: list[Iterable[Figure]] = []
        if engines:
            from streams.bench.contests import Course

            is_busy = machine.load > _IDLE_LOAD
            course = Course(repeats, settings.data_dir / "bench", is_busy, _teller(stop))
            found.append(_engines(settings, engines, course))
        if names or not (rivals or engines):
            found.append(_stages(settings, names, repeats, run))
        if rivals:
            chosen = tuple(RIVALS) if "all" in rivals else tuple(dict.fromkeys(rivals))
            found.append(_versus(settings, chosen, repeats, run, environments, _teller(stop)))
        for figure in chain.from_iterable(found):
            stop.check()
            if not is_terminal():
                write_object(figure.to_dict())
            figures.append(figure)
    if is_terminal():
        _show(figures)
    if figures:
        from streams.bench.grouped import Measured

        reports.write([Measured(machine, tuple(figures))])


def _stages(
    settings: "Settings", names: tuple[str, ...], repeats: int, run: str
) -> "Iterator[Figure]":
    from streams.bench.plan import PLAN

    for one in PLAN:
        if not names or one.stage in names:
            with waiting(f"measuring {one.stage}, {repeats + 1} times {one.articles} articles"):
                found = _measured(settings, one, repeats, run)
            yield from found


def _measured(settings: "Settings", one: "Measurement", repeats: int, run: str) -> "list[Figure]":
    from streams.bench.plan import BenchError, measure

    try:
        return list(measure(settings, [one], repeats, run))
    except BenchError as error:
        raise CommandError(str(error)) from None


def _versus(
    settings: "Settings",
    names: tuple[str, ...],
    repeats: int,
    run: str,
    environments: Path,
    tell: Callable[[str], None],
) -> "Iterator[Figure]":
    from streams.bench.plan import BenchError
    from streams.bench.versus import versus

    try:
        yield from versus(settings, names, _VERSUS_ARTICLES, repeats, run, environments, tell)
    except BenchError as error:
        raise CommandError(str(error)) from None


def _engines(settings: "Settings", size: str, course: "Course") -> "Iterator[Figure]":
    from streams.bench import contests
    from streams.bench.plan import BenchError

    try:
        course.tell("measuring the machine's peaks")
        peaks = contests.measured_peaks(course.repeats)
        yield from contests.limits(peaks)
        yield from contests.encoders(settings, _ENGINE_ARTICLES, peaks, course)
        if size == "large":
            yield from contests.generators(course)
            yield from contests.taggers(peaks, course)
    except BenchError as error:
        raise CommandError(str(error)) from None


def _teller(stop: Stop) -> Callable[[str], None]:
    """Says what comes next, unless nothing shall."""

    def tell(what: str) -> None:
        stop.check()
        note(what)

    return tell


def _show(figures: "list[Figure]") -> None:
    from rich.table import Table

    table = Table("", "median", "least", "greatest", "unit", box=None, pad_edge=False)
    for one in figures:
        table.add_row(one.name, f"{one.median:g}", f"{one.least:g}", f"{one.greatest:g}", one.unit)
    console().print(table)
