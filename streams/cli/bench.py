"""`newsmill bench`: the speed of each stage on this machine."""

import tempfile
import uuid
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .crew import embedded_broker, own_broker
from .faults import CommandError
from .options import Flags, settings_options
from .output import console, is_terminal, waiting, write_object
from .stopping import until_stopped

if TYPE_CHECKING:
    from streams.bench.measure import Figure
    from streams.bench.plan import Measurement
    from streams.settings import Settings

_STAGES = ("bare", "pass", "clean", "summarize", "recognize")


@click.command()
@click.option("--stage", "names", multiple=True, type=click.Choice(_STAGES),
              help="Only this; may be repeated. `pass` does nothing: Kafka's cost. `bare` does"
              " nothing either, on Faust alone.")  # fmt: skip
@click.option("--repeats", type=click.IntRange(1, 100), default=3, show_default=True,
              help="How often each is measured; the median counts.")  # fmt: skip
@settings_options
@click.pass_obj
def command(flags: Flags, names: tuple[str, ...], repeats: int) -> None:
    """Measure the speed of each stage here, alone and on Kafka.

    Every stage works through the same batches twice in each repeat: from a real broker (the
    embedded one, unless NEWSMILL_BOOTSTRAP names yours), and as a plain function in the same
    thread. Their ratio is the streaming efficiency. Takes some minutes; the machine should be idle.

    \b
    Example:
      newsmill bench --stage pass
      newsmill bench > figures.jsonl
    """
    from streams.bench.plan import PLAN

    plan = [one for one in PLAN if not names or one.stage in names]
    figures = []
    with ExitStack() as stack:
        stop = stack.enter_context(until_stopped())
        settings = flags.settings()
        if not settings.bootstrap:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="newsmill-")))
            broker = stack.enter_context(embedded_broker(folder, 0, stop))
            settings = flags.settings(**own_broker(broker.bootstrap), data_dir=folder)
        run = uuid.uuid4().hex[:8]
        for one in plan:
            with waiting(f"measuring {one.stage}, {repeats + 1} times {one.articles} articles"):
                found = _measured(settings, one, repeats, run)
            for figure in found:
                stop.check()
                if not is_terminal():
                    write_object(figure.to_dict())
            figures += found
    if is_terminal():
        _show(figures)


def _measured(settings: "Settings", one: "Measurement", repeats: int, run: str) -> "list[Figure]":
    from streams.bench.plan import BenchError, measure

    try:
        return list(measure(settings, [one], repeats, run))
    except BenchError as error:
        raise CommandError(str(error)) from None


def _show(figures: "list[Figure]") -> None:
    from rich.table import Table

    table = Table("", "median", "least", "greatest", "unit", box=None, pad_edge=False)
    for one in figures:
        table.add_row(one.name, f"{one.median:g}", f"{one.least:g}", f"{one.greatest:g}", one.unit)
    console().print(table)
