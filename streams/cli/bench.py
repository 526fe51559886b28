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
from .stopping import Stop, until_stopped

if TYPE_CHECKING:
    from streams.bench.measure import Figure
    from streams.bench.plan import Measurement
    from streams.settings import Settings

_STAGES = ("bare", "pass", "clean", "summarize", "recognize")
_VERSUS_ARTICLES = 64  # as many as `summarize` is measured with


@click.command()
@click.option("--stage", "names", multiple=True, type=click.Choice(_STAGES),
              help="Only this; may be repeated. `pass` does nothing: Kafka's cost. `bare` does"
              " nothing either, on Faust alone.")  # fmt: skip
@click.option("--versus", "rivals", multiple=True, type=click.Choice((*RIVALS, "all")),
              help="Our summaries beside those of this program; may be repeated.")  # fmt: skip
@click.option("--repeats", type=click.IntRange(1, 100), default=3, show_default=True,
              help="How often each is measured; the median counts.")  # fmt: skip
@settings_options
@click.pass_obj
def command(flags: Flags, names: tuple[str, ...], rivals: tuple[str, ...], repeats: int) -> None:
    """Measure the speed of each stage here, alone and on Kafka.

    Every stage works through the same batches twice in each repeat: from a real broker (the
    embedded one, unless NEWSMILL_BOOTSTRAP names yours), and as a plain function in the same
    thread. Their ratio is the streaming efficiency. Takes some minutes; the machine should be idle.

    With --versus, our worker of `summarize` is measured instead beside what one would write without
    it: a loop with kafka-python, batches with confluent-kafka, Quix Streams, Bytewax, plain Faust.
    They are in streams/bench/rivals; what they need is installed in the data folder, from a
    checkout only.

    \b
    Example:
      newsmill bench --stage pass
      newsmill bench > figures.jsonl
      newsmill bench --versus all
    """
    figures = []
    with ExitStack() as stack:
        stop = stack.enter_context(until_stopped())
        settings = flags.settings()
        environments = settings.data_dir / "rivals"
        if not settings.bootstrap:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="newsmill-")))
            broker = stack.enter_context(embedded_broker(folder, 0, stop))
            settings = flags.settings(**own_broker(broker.bootstrap), data_dir=folder)
        run = uuid.uuid4().hex[:8]
        found: list[Iterable[Figure]] = []
        if names or not rivals:
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
