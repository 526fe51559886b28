"""`newsmill bench`: the speed of each stage on this machine."""

import tempfile
import uuid
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import click

from streams.bench.programs import RIVALS

from .crew import embedded_broker, own_broker
from .faults import CommandError
from .options import Flags, settings_options
from .output import console, is_terminal, note, progress, waiting, write_object
from .reports import Reports, earlier_runs, this_run
from .stopping import Stop, until_stopped

if TYPE_CHECKING:
    from streams.bench.measure import Figure
    from streams.bench.wanted import Wanted
    from streams.settings import Settings

_STAGES = ("bare", "pass", "clean", "summarize", "recognize")
_BACKLOG = 10_000  # articles, half a minute of work on two cores
_IDLE_LOAD = 0.5  # processes in the mean; an idle machine has fewer
_FILE = click.Path(dir_okay=False, path_type=Path)


@click.command()
@click.option("--stage", "names", multiple=True, type=click.Choice(_STAGES),
              help="Only this; may be repeated. `pass` does nothing: Kafka's cost. `bare` does"
              " nothing either, on Faust alone.")  # fmt: skip
@click.option("--versus", "rivals", multiple=True, type=click.Choice((*RIVALS, "all")),
              help="Our summaries beside those of this program; may be repeated.")  # fmt: skip
@click.option("--latency", is_flag=True,
              help="From article to summary, at 1, 5 and 20 articles a second.")  # fmt: skip
@click.option("--scaling", is_flag=True,
              help="1, 2 and 4 workers of a stage; short and long articles.")  # fmt: skip
@click.option("--backlog", is_flag=False, flag_value=_BACKLOG, metavar="[N]",
              type=click.IntRange(1000, 10_000_000),
              help=f"Speed and memory over N small articles, else {_BACKLOG:,}.")  # fmt: skip
@click.option("--articles", type=click.IntRange(1, 100_000),
              help="So many in each measurement of --versus, --latency and --scaling.")  # fmt: skip
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
    flags: Flags, names: tuple[str, ...], rivals: tuple[str, ...], latency: bool, scaling: bool,
    backlog: int | None, articles: int | None, repeats: int, engines: str | None,
    picture: Path | None, page: Path | None, earlier: tuple[Path, ...],
) -> None:  # fmt: skip
    """Measure the speed of each stage here, alone and on Kafka.

    Every stage works through the same batches twice in each repeat: from a real broker (the
    embedded one, unless NEWSMILL_BOOTSTRAP names yours), and as a plain function in the same
    thread. Their ratio is the streaming efficiency. Takes some minutes; the machine should be idle.

    With --versus, our worker of `summarize` is measured instead beside what one would write without
    it: a loop with kafka-python, batches with confluent-kafka, Quix Streams, Bytewax, plain Faust.
    They are in streams/bench/rivals; what they need is installed in the data folder, from a
    checkout only.

    --latency, --scaling and --backlog run real workers on topics of their own, which are deleted
    after it. --repeats 1 gives a first impression in a third of the time; a backlog is worked off
    once.
    With --engines, the engines that our models run on are measured instead, beside a plain loop,
    batches, and int8 by others, and as a share of what this machine can do at most.

    \b
    Example:
      newsmill bench --stage pass
      newsmill bench > figures.jsonl
      newsmill bench --versus all
      newsmill bench --latency --repeats 1
      newsmill bench --backlog 1000000
      newsmill bench --engines large --picture engines.svg
    """
    reports = Reports(picture, page)
    reports.check()
    if earlier:
        reports.write(earlier_runs(earlier))
        return
    from streams.bench.grouped import Measured
    from streams.bench.wanted import Wanted

    measured_on = this_run()
    if not is_terminal():
        write_object(measured_on.to_dict())
    others = bool(rivals or latency or scaling or backlog or engines)
    chosen = tuple(RIVALS) if "all" in rivals else tuple(dict.fromkeys(rivals))
    wanted = Wanted(
        stages=names if names or others else _STAGES, rivals=chosen, latency=latency,
        scaling=scaling, backlog=backlog, engines=engines, articles=articles, repeats=repeats,
        is_busy=measured_on.load > _IDLE_LOAD,
    )  # fmt: skip
    with ExitStack() as stack:
        stop = stack.enter_context(until_stopped())
        settings = flags.settings()
        machine = settings.data_dir
        if wanted.needs_broker and not settings.bootstrap:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="newsmill-")))
            broker = stack.enter_context(embedded_broker(folder, 0, stop))
            settings = flags.settings(**own_broker(broker.bootstrap), data_dir=folder)
            _share_models(machine, folder)
        figures = _measured(settings, wanted, machine, stop)
    if is_terminal():
        _show(figures)
    reports.write([Measured(measured_on, tuple(figures))])


def _share_models(machine: Path, folder: Path) -> None:
    """Lets the passing folder have the models and choices of engines that this machine keeps."""
    kept = machine / "models"
    kept.mkdir(parents=True, exist_ok=True)
    (folder / "models").symlink_to(kept)


def _measured(settings: "Settings", wanted: "Wanted", machine: Path, stop: Stop) -> "list[Figure]":
    """All figures; each is written at once, where no person waits for the table."""
    from streams.bench.plan import BenchError
    from streams.bench.wanted import Talk, measurements

    def tell(what: str) -> None:
        stop.check()
        note(what)

    figures = []
    with progress("through clean", "articles") as advance:

        def on_progress(done: int, total: int | None) -> None:
            stop.check()
            advance(done, total)

        talk = Talk(tell=tell, waiting=waiting, on_progress=on_progress)
        try:
            for figure in measurements(settings, wanted, uuid.uuid4().hex[:8], machine, talk):
                stop.check()
                if not is_terminal():
                    write_object(figure.to_dict())
                figures.append(figure)
        except BenchError as error:
            raise CommandError(str(error)) from None
    return figures


def _show(figures: "list[Figure]") -> None:
    from rich.table import Table

    table = Table("", "median", "least", "greatest", "unit", box=None, pad_edge=False)
    for one in figures:
        table.add_row(one.name, f"{one.median:g}", f"{one.least:g}", f"{one.greatest:g}", one.unit)
    console().print(table)
