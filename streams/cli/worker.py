"""`newsmill worker`: one stage in this process, or one process a stage."""

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
    from streams.launch import find_stages, run_worker

    settings = flags.settings()
    found = find_stages(settings, dict.fromkeys(stages))
    code = 0
    with until_stopped():
        if len(found) == 1:
            code = run_worker(settings, found[0])
        else:
            _ = settings.connection  # a fault in it is said once, here
            code = _supervise(flags, [stage.name for stage in found])
    sys.exit(code)


def _supervise(flags: Flags, names: list[str]) -> int:
    from streams.processes import Supervisor

    supervisor = Supervisor(worker_children(names, flags.values), Voices(names))
    try:
        supervisor.start()
        return supervisor.watch()
    finally:
        supervisor.stop()
