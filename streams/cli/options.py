"""The options that every command has: where the brokers are, any setting, tracebacks."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:  # pydantic takes longer to import than --help may take
    from streams.settings import Settings

Function = TypeVar("Function", bound=Callable[..., Any])


class Flags:
    """What the options say, wherever on the line they stand."""

    def __init__(self) -> None:
        self.values: dict[str, str] = {}
        self.debug = False

    def settings(self, **more: object) -> "Settings":
        """The settings in force; `more` wins over what the user said. Raises SettingsError."""
        from streams.loading import load

        return load({**self.values, **more})


def settings_options(function: Function) -> Function:
    """Adds --bootstrap, --set and --debug; the command finds them in its `Flags` object."""
    for option in (
        click.option(
            "--debug", is_flag=True, expose_value=False, callback=_debug,
            help="Show tracebacks of errors.",
        ),
        click.option(
            "--set", "changes", metavar="NAME=VALUE", multiple=True, expose_value=False,
            callback=_set, help="Any setting, such as partitions=8; may be repeated.",
        ),
        click.option(
            "--bootstrap", metavar="HOST:PORT", expose_value=False, callback=_bootstrap,
            help="Kafka brokers, with commas between.",
        ),
    ):  # fmt: skip
        function = option(function)
    return function


def _debug(ctx: click.Context, _: click.Parameter, value: bool) -> None:
    flags = ctx.ensure_object(Flags)
    flags.debug = flags.debug or value


def _bootstrap(ctx: click.Context, _: click.Parameter, value: str | None) -> None:
    flags = ctx.ensure_object(Flags)
    if value is not None:
        flags.values["bootstrap"] = value


def _set(ctx: click.Context, _: click.Parameter, value: tuple[str, ...]) -> None:
    flags = ctx.ensure_object(Flags)
    for change in value:
        name, sign, wanted = change.partition("=")
        if not sign:
            raise click.BadParameter(f"{change!r} is not NAME=VALUE")
        flags.values[_setting(name)] = wanted


def _setting(name: str) -> str:
    """The setting's name, also from its variable's or with dashes."""
    return name.strip().lower().removeprefix("newsmill_").replace("-", "_")
