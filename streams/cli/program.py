"""A click group that imports its commands late, and turns errors into lines one can act on."""

import os
import sys
import traceback
from collections.abc import Mapping
from importlib import import_module
from typing import Any

import click

from .options import Flags
from .stopping import INTERRUPTED, at_once


class Program(click.Group):
    """`commands_of` maps names to one-line texts; NAME lives in `streams.cli.NAME`."""

    def __init__(self, *args: Any, texts: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._texts = texts

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """In the order in which a newcomer needs them."""
        return list(self._texts)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        """Imports the command's module."""
        if cmd_name not in self._texts:
            return None
        command = import_module(f"streams.cli.{cmd_name}").command
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's signature
        """The list, without importing what it lists."""
        with formatter.section("Commands"):
            formatter.write_dl(list(self._texts.items()))

    def invoke(self, ctx: click.Context) -> Any:
        """Runs the command. What is known to go wrong ends in one line and its exit code."""
        if sys.stdout is None:  # closed by who called: >&-
            sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - open to the end
        try:
            with at_once():  # commands that have something to close say so themselves
                return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise  # click says these well itself
        except KeyboardInterrupt:
            sys.exit(INTERRUPTED)
        except Exception as error:
            from .faults import explain
            from .output import note

            if ctx.ensure_object(Flags).debug:
                traceback.print_exc()
            text, code = explain(error)
            note(text)
            sys.exit(code)
