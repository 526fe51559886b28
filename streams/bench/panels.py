"""What a picture of a run shows: panels of bars, part by part; the tables have the rest."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from .grouped import Column, Grid, Measured, capital, grids
from .measure import Figure

# Ratios and sums of what other bars show.
_DERIVED = ("times the loop's", "times less than the loop", "sentences/s")


class Panel(NamedTuple):
    """What was measured of whom, in one unit."""

    title: str
    rows: list[tuple[str, Figure]]


class Section(NamedTuple):
    """A part of a run."""

    title: str
    panels: list[Panel]


def sections(measured: Sequence[Measured]) -> list[Section]:
    """Everything that can be compared. A single bar is shown only where a part has no other."""
    found = []
    for one in measured:
        for part, figures in one.parts().items():
            panels = [panel for grid in grids(figures) for panel in _panels(grid)]
            more = [panel for panel in panels if len(panel.rows) > 1]
            found.append(Section(part or one.machine.command, more or panels))
    return found


def _panels(grid: Grid) -> Iterator[Panel]:
    """One for columns that tell the same, such as three percentiles, side by side in each row."""
    alike: dict[Column, list[Column]] = {}
    for column in grid.columns:
        if column.unit in _DERIVED:
            continue
        alike.setdefault(column._replace(what=column.what.partition(", ")[0]), []).append(column)
    for stem, columns in alike.items():
        title = str(stem if len(columns) > 1 else columns[0])
        rows = [
            (_label(name, stem, column if len(columns) > 1 else stem), row[column])
            for name, row in grid.rows.items()
            for column in columns
            if column in row
        ]
        yield Panel(f"{capital(grid.title)}: {title}" if grid.title else title, rows)


def _label(contender: str, stem: Column, column: Column) -> str:
    """The contender, and what only this one of several columns tells."""
    own = column.what.removeprefix(stem.what).removeprefix(", ")
    return f"{contender}, {own}" if own else contender
