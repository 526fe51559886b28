"""`newsmill bench`: the speed of each stage on this machine."""

import sys
import tempfile
import uuid
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click

from .crew import embedded_broker, own_broker
from .faults import CommandError
from .options import Flags, settings_options
from .output import console, is_terminal, note, progress, waiting, write_object
from .reports import Reports, earlier_runs, this_run
from .stopping import INTERRUPTED, Stop, until_stopped
from .wishes import Wishes, wanted, wishing_options

if TYPE_CHECKING:
    from streams.bench.measure import Figure
    from streams.bench.parts import Run, Talk
    from streams.bench.wanted import Wanted

_IDLE_LOAD = 0.5  # processes in the mean; an idle machine has fewer
_FILE = click.Path(dir_okay=False, path_type=Path)
_LINES = click.Path(exists=True, dir_okay=False, readable=True, path_type=Path)


@click.command()
@wishing_options
@click.option("--picture", type=_FILE, help="Draws all figures into this .svg or .png file.")
@click.option("--write-markdown", "page", type=_FILE, help="Writes all figures as tables.")
@click.option("--read", "earlier", multiple=True, type=_LINES,
              help="Measures nothing: the figures are the lines of an earlier run.")  # fmt: skip
@settings_options
@click.pass_obj
def command(
    flags: Flags, picture: Path | None, page: Path | None, earlier: tuple[Path, ...],
    **wishes: Unpack[Wishes],
) -> None:  # fmt: skip
    """Measure the speed of each stage here, alone and on Kafka.

    Every stage works through the same batches twice in each repeat: from a real broker (the
    embedded one, unless NEWSMILL_BOOTSTRAP names yours), and as a plain function in the same
    thread. Their ratio is the streaming efficiency. `summarize` is also a share of what this
    machine does at most; `clean` stands beside bare trafilatura on the same web pages. Takes some
    minutes; the machine should be idle.

    With --versus, our worker of `summarize` is measured instead beside what one would write without
    it: a loop with kafka-python, batches with confluent-kafka, Quix Streams, Bytewax, plain Faust.
    They are in streams/bench/rivals; what they need is installed in the data folder, from a
    checkout only.

    --latency, --scaling and --backlog run real workers on topics of their own, which are deleted
    after it. --repeats 1 gives a first impression in a third of the time; a backlog is worked off
    once.
    With --engines, the engines that our models run on are measured instead, beside a plain loop,
    batches, and int8 by others, and as a share of what this machine can do at most.

    With --all, all of that is measured in one run. A part that cannot be measured is told of, and
    the others go on.

    \b
    Example:
      newsmill bench --stage pass
      newsmill bench > figures.jsonl
      newsmill bench --all --picture all.svg --write-markdown all.md
      newsmill bench --versus all
      newsmill bench --latency --repeats 1
      newsmill bench --backlog 1000000
      newsmill bench --engines large --picture engines.svg
    """
    reports = Reports(picture, page)
    reports.check()
    if earlier:
        runs = earlier_runs(earlier)
        reports.write(runs)
        if not any(reports):
            for measured in runs:
                _show(measured.figures)
        return
    from streams.bench.ending import ending_by
    from streams.bench.grouped import Measured

    measured_on = this_run()
    if not is_terminal():
        write_object(measured_on.to_dict())
    figures: list[Figure] = []
    with until_stopped() as stop, ending_by(stop.check):  # what is measured by then is kept
        asked = wanted(wishes, is_busy=measured_on.load > _IDLE_LOAD)
        with _prepared(flags, asked, stop) as run:
            _measure(run, stop, figures)
    if figures and is_terminal():
        _show(figures)
    if figures:
        reports.write([Measured(measured_on, tuple(figures))])
    if stop.is_requested:
        note(f"interrupted: {len(figures)} figures were found")
        sys.exit(INTERRUPTED)


@contextmanager
def _prepared(flags: Flags, asked: "Wanted", stop: Stop) -> "Iterator[Run]":
    """A broker and a bar for all parts of the run, while entered."""
    from streams.bench.parts import Run

    with ExitStack() as stack:
        settings = flags.settings()
        machine = settings.data_dir
        if asked.needs_broker and not settings.bootstrap:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="newsmill-")))
            broker = stack.enter_context(embedded_broker(folder, 0, stop))
            settings = flags.settings(**own_broker(broker.bootstrap), data_dir=folder)
            _share_models(machine, folder)
        talk = stack.enter_context(_talking(stop))
        yield Run(settings, asked, uuid.uuid4().hex[:8], machine, talk)


def _share_models(machine: Path, folder: Path) -> None:
    """Lets the passing folder have the models and choices of engines that this machine keeps."""
    kept = machine / "models"
    kept.mkdir(parents=True, exist_ok=True)
    (folder / "models").symlink_to(kept)


@contextmanager
def _talking(stop: Stop) -> "Iterator[Talk]":
    """Whatever is said, the moment to stop has come when it has."""
    from streams.bench.parts import Talk

    with progress("through clean", "articles") as advance:

        def tell(what: str) -> None:
            stop.check()
            note(what)

        def on_progress(done: int, total: int | None) -> None:
            stop.check()
            advance(done, total)

        yield Talk(tell=tell, waiting=waiting, on_progress=on_progress)


def _measure(run: "Run", stop: Stop, figures: "list[Figure]") -> None:
    """Adds all figures; each is written at once, where no person waits for the table."""
    from streams.bench.errors import BenchError
    from streams.bench.parts import measurements

    try:
        for figure in measurements(run):
            stop.check()
            if not is_terminal():
                write_object(figure.to_dict())
            figures.append(figure)
    except BenchError as error:
        raise CommandError(str(error)) from None


def _show(figures: "Sequence[Figure]") -> None:
    from rich.table import Table

    table = Table("", "median", "least", "greatest", "unit", box=None, pad_edge=False)
    for one in figures:
        table.add_row(one.name, f"{one.median:g}", f"{one.least:g}", f"{one.greatest:g}", one.unit)
    console().print(table)
