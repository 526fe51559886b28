"""All figures of a run as one picture: bars side by side, with their spread."""

import importlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from .errors import BenchError
from .grouped import Column, Grid, Measured, grids, shown, spread
from .measure import Figure

_OURS, _THEIRS = "#0b6e4f", "#9aa5b1"  # told apart in grey too
_COLUMNS = 2
_WIDTH, _BAR, _AROUND, _HEAD = 16.0, 0.27, 0.65, 1.15  # inches
_FONT = 9
_ROOM = 1.32  # of the longest bar: for the figures behind it
_OUR_NAMES = ("newsmill", "clean", "summarize", "recognize", "pass")

Bars = tuple[str, list[tuple[str, Figure]]]


def draw(measured: Sequence[Measured], file: Path) -> None:
    """Writes the picture; the name's end says which kind. BenchError."""
    plots = _matplotlib()
    bars = [each for one in measured for grid in grids(one.figures) for each in _bars(grid)]
    if not bars:
        raise BenchError("there is nothing to draw")
    lines = [bars[at : at + _COLUMNS] for at in range(0, len(bars), _COLUMNS)]
    tallest = [max(len(rows) for _, rows in line) for line in lines]
    figure, axes = plots.subplots(
        len(lines), _COLUMNS, height_ratios=tallest, squeeze=False, layout="constrained",
        figsize=(_WIDTH, sum(count * _BAR + _AROUND for count in tallest) + _HEAD),
    )  # fmt: skip
    for place in axes.flat[len(bars) :]:
        place.axis("off")
    for place, (title, rows) in zip(axes.flat, bars, strict=False):
        _draw(place, title, rows, tallest[place.get_subplotspec().rowspan.start])
    figure.suptitle(_title(measured), fontsize=_FONT + 1, x=0.01, ha="left", linespacing=1.5)
    # Without the moment it was drawn: equal figures are equal files.
    metadata = {"Date": None} if file.suffix == ".svg" else {}
    try:
        figure.savefig(file, dpi=150, metadata=metadata)
    except ValueError as error:  # a kind of file that it does not know
        raise BenchError(str(error)) from None
    finally:
        plots.close(figure)


def _bars(grid: Grid) -> list[Bars]:
    found = []
    for column in grid.columns:
        rows = [(name, each[column]) for name, each in grid.rows.items() if column in each]
        found.append((_heading(grid, column), rows))
    return found


def _heading(grid: Grid, column: Column) -> str:
    return f"{grid.title}: {column}" if grid.title else str(column)


def _draw(axes: Any, title: str, rows: Sequence[tuple[str, Figure]], room: int) -> None:
    """The bars, as thick as those beside them, which are `room` at most."""
    medians = [one.median for _, one in rows]
    below = [one.median - one.least for _, one in rows]
    above = [one.greatest - one.median for _, one in rows]
    colours = [_OURS if name.startswith(_OUR_NAMES) else _THEIRS for name, _ in rows]
    axes.barh(range(len(rows)), medians, height=0.72, color=colours, xerr=(below, above),
              error_kw={"ecolor": "#333333", "elinewidth": 1, "capsize": 2})  # fmt: skip
    axes.set_yticks(range(len(rows)), [name for name, _ in rows], fontsize=_FONT)
    axes.set_ylim(room - 0.4, -0.6)  # the first on top, as in a table
    furthest = max(one.greatest for _, one in rows) or 1.0
    axes.set_xlim(0, furthest * _ROOM)
    for at, (_, one) in enumerate(rows):
        axes.text(one.greatest + furthest * 0.012, at, spread(one), va="center", fontsize=_FONT)
    axes.set_title(title, loc="left", fontsize=_FONT + 1, fontweight="bold")
    axes.tick_params(axis="x", labelsize=_FONT - 1)
    axes.xaxis.set_major_formatter(lambda value, _: shown(value))
    axes.spines[["top", "right"]].set_visible(False)


def _title(measured: Sequence[Measured]) -> str:
    machine = measured[0].machine
    wanted = ("newsmill", "python", "torch", "onnxruntime", "ctranslate2", "kafka")
    versions = [f"{name} {machine.versions[name]}" for name in wanted if name in machine.versions]
    return "\n".join([
        " · ".join(dict.fromkeys(one.machine.command for one in measured)),
        f"{machine.processor}, {machine.cores} cores, {machine.memory_gb:g} GiB;"
        f" load at the start {machine.load:g}",
        ", ".join(versions),
        "Bars: medians; lines: least to greatest; dark: newsmill",
    ])  # fmt: skip


def _matplotlib() -> Any:
    try:
        library = importlib.import_module("matplotlib")
    except ImportError:
        raise BenchError("matplotlib is missing: install newsmill's extra `bench`") from None
    library.use("Agg")  # without a screen
    library.rcParams["svg.fonttype"] = "none"  # letters stay letters: small, and can be searched
    library.rcParams["svg.hashsalt"] = "newsmill"
    return importlib.import_module("matplotlib.pyplot")
