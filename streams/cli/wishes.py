"""What `newsmill bench` can be asked to measure, as options."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypedDict, TypeVar

import click

from streams.bench.programs import RIVALS

if TYPE_CHECKING:
    from streams.bench.wanted import Wanted

Function = TypeVar("Function", bound=Callable[..., Any])

STAGES = ("bare", "pass", "clean", "summarize", "recognize")
_BACKLOG = 10_000  # articles, half a minute of work on two cores
_BACKLOG_OF_ALL = 100_000  # some minutes; what grows with a backlog shows
_REPEATS, _ROUNDS = 3, 2


class Wishes(TypedDict):
    """The options' values, by the names that they have here."""

    everything: bool
    names: tuple[str, ...]
    rivals: tuple[str, ...]
    latency: bool
    scaling: bool
    backlog: int | None
    engines: str | None
    articles: int | None
    repeats: int | None


_OPTIONS = (
    click.option("--all", "everything", is_flag=True,
                 help="Everything below in one run, with its usual numbers where none are given:"
                 " half an hour to one. The stages alone are measured without any of these"
                 " options."),
    click.option("--stage", "names", multiple=True, type=click.Choice(STAGES),
                 help="Only this; may be repeated. `pass` does nothing: Kafka's cost. `bare` does"
                 " nothing either, on Faust alone."),
    click.option("--versus", "rivals", multiple=True, type=click.Choice((*RIVALS, "all")),
                 help="Our summaries beside those of this program; may be repeated."),
    click.option("--engines", type=click.Choice(("small", "large")), is_flag=False,
                 flag_value="small", help="Our engines beside plain code, offline; with `large`"
                 " also big models of random weights."),
    click.option("--latency", is_flag=True,
                 help="From article to summary, at 1, 5 and 20 articles a second."),
    click.option("--scaling", is_flag=True,
                 help="1, 2 and 4 workers of a stage; short and long articles."),
    click.option("--backlog", is_flag=False, flag_value=_BACKLOG, metavar="[N]",
                 type=click.IntRange(1000, 10_000_000),
                 help=f"Speed and memory over N small articles, else {_BACKLOG:,};"
                 f" {_BACKLOG_OF_ALL:,} with --all."),
    click.option("--articles", type=click.IntRange(1, 100_000),
                 help="So many in each measurement of --versus, --latency and --scaling."),
    click.option("--repeats", type=click.IntRange(1, 100),
                 help="How often each is measured; the median counts.  [default:"
                 f" {_REPEATS}; {_ROUNDS} for --latency and --scaling]"),
)  # fmt: skip


def wishing_options(function: Function) -> Function:
    """Adds the options; the command finds their values by the names in `Wishes`."""
    for option in reversed(_OPTIONS):
        function = option(function)
    return function


def wanted(wishes: Wishes, is_busy: bool) -> "Wanted":
    """What is to be measured."""
    from streams.bench.wanted import Amounts, Wanted

    amounts, repeats = Amounts(), wishes["repeats"]
    asked = with_all(wishes) if wishes["everything"] else wishes
    works = asked["latency"] or asked["scaling"] or asked["backlog"]
    others = works or asked["rivals"] or asked["engines"]
    return Wanted(
        stages=asked["names"] or (() if others else STAGES),
        rivals=tuple(RIVALS) if "all" in asked["rivals"] else tuple(dict.fromkeys(asked["rivals"])),
        latency=asked["latency"], scaling=asked["scaling"], backlog=asked["backlog"],
        engines=asked["engines"], repeats=repeats or _REPEATS, rounds=repeats or _ROUNDS,
        amounts=amounts.each(asked["articles"]) if asked["articles"] else amounts, is_busy=is_busy,
    )  # fmt: skip


def with_all(wishes: Wishes) -> Wishes:
    """The wishes, and everything else that there is."""
    return {
        **wishes, "latency": True, "scaling": True,
        "names": wishes["names"] or STAGES, "rivals": wishes["rivals"] or ("all",),
        "engines": wishes["engines"] or "large", "backlog": wishes["backlog"] or _BACKLOG_OF_ALL,
    }  # fmt: skip
