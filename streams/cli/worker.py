"""`newsmill worker`: one stage in this process, or one process a stage."""

import signal
import sys

import click

from .crew import Voices, worker_children
from .options import Flags, settings_options
from .stopping import until_stopped


@click.command()
@click.argument("stages", nargs=-1, metavar="[STAGE]...")
@settings_options
@click.pass_obj
def command(flags: Flags, stages: tuple[str, ...]) -> None:
    """Run the workers of some stages, or of all: clean, summarize, recognize.

    One stage runs in this process. Several run in a process each; one that dies is started again.
    Until Ctrl-C or SIGTERM; then each finishes what it holds, commits, and the exit code is 0.
    More workers of a stage share its partitions: start as many as you like.

    \b
    Example:
      newsmill worker summarize --bootstrap kafka:9092
    """
    from streams.data_folder import data_folder
    from streams.launch import find_stages, memory_file, page_ports, run_worker

    settings = flags.settings()
    data_folder(settings)
    found = find_stages(settings, dict.fromkeys(stages), memory_file(settings), may_try=True)
    _ = settings.connection  # a fault in it is said once, here
    if len(found) > 1:
        names = [stage.name for stage in found]
        page_ports(settings, names)
        sys.exit(_supervise(flags, names))
    # Until Faust takes the signals over: nothing was taken from the topic, nothing is left open.
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, signal.default_int_handler)
    try:
        sys.exit(run_worker(settings, found[0]))
    except KeyboardInterrupt:
        sys.exit(0)


def _supervise(flags: Flags, names: list[str]) -> int:
    from streams.processes import Supervisor

    supervisor = Supervisor(worker_children(names, flags.values), Voices(names))
    with until_stopped() as stop:
        try:
            supervisor.start()
            return supervisor.watch(lambda: stop.is_requested)
        finally:
            supervisor.stop()
