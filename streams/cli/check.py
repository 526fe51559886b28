"""`newsmill check`: what is wrong here, and what to do."""

from typing import TYPE_CHECKING

import click

from .options import Flags, settings_options
from .output import console, is_terminal, waiting, write_object
from .visible import visible

if TYPE_CHECKING:
    from rich.table import Table

    from .findings import Finding


@click.command()
@settings_options
@click.pass_context
def command(ctx: click.Context) -> None:
    """Say what is wrong here, and what to do.

    Looks at the settings, the broker (or what the embedded one needs), the topics, the models,
    which it loads, and the memory. Exit code 1 if something is wrong.

    \b
    Example:
      newsmill check
      newsmill check | jq -r 'select(.ok | not) | .what + ": " + .do'
    """
    from .findings import findings

    with waiting("looking, and loading models"):
        found = list(findings(ctx.ensure_object(Flags)))
    if is_terminal():
        console().print(_table(found))
    else:
        for one in found:
            write_object({"what": one.what, "ok": one.ok, "found": one.found, "do": one.do})
    if not all(one.ok for one in found):
        ctx.exit(1)


def _table(found: "list[Finding]") -> "Table":
    from rich.table import Table
    from rich.text import Text

    table = Table.grid(padding=(0, 2))
    for one in found:
        sign = Text("ok", "green") if one.ok else Text("wrong", "bold red")
        says = Text(visible(one.found))
        if one.do:
            says.append(f"\n→ {one.do}", "yellow")
        table.add_row(sign, Text(one.what, "bold"), says)
    return table
