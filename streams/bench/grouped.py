"""Figures sorted for a reader: what is measured alike stands together, contender by contender.

A figure's name is `contender: what`, or `group, contender: what`, or says all by itself.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from .machine import Machine
from .measure import Figure


class Column(NamedTuple):
    """What was measured, and in which unit."""

    group: str
    what: str
    unit: str

    def __str__(self) -> str:
        return f"{self.what}, {self.unit}" if self.what else self.unit


@dataclass(frozen=True, slots=True)
class Grid:
    """Contenders by what was measured of them; columns that share contenders are together."""

    title: str
    columns: tuple[Column, ...]
    rows: dict[str, dict[Column, Figure]]


@dataclass(frozen=True, slots=True)
class Measured:
    """A run: where, and what came out."""

    machine: Machine
    figures: tuple[Figure, ...]

    def parts(self) -> dict[str, list[Figure]]:
        """The figures by the part of the run, in its order; lines of earlier versions have none."""
        found: dict[str, list[Figure]] = {}
        for figure in self.figures:
            found.setdefault(figure.part, []).append(figure)
        return found


def runs(lines: Iterable[str]) -> list[Measured]:
    """The runs that the JSON lines tell of, each behind its machine. ValueError."""
    found: list[tuple[Machine, list[Figure]]] = []
    for line in filter(str.strip, lines):
        fields = json.loads(line)
        try:
            if "machine" in fields:
                found.append((Machine(**fields["machine"]), []))
            else:
                found[-1][1].append(Figure(**fields))
        except (TypeError, IndexError):
            raise ValueError(f"no line of `newsmill bench`: {line.strip()[:80]}") from None
    return [Measured(machine, tuple(figures)) for machine, figures in found]


def grids(figures: Sequence[Figure]) -> list[Grid]:
    """The figures, those of one kind of contender in one grid, all in the order they came."""
    found: list[tuple[list[Column], dict[str, dict[Column, Figure]]]] = []
    for figure in figures:
        contender, column = _placed(figure.name, figure.unit)
        for columns, rows in found:
            if column in columns or (column.group == columns[0].group and contender in rows):
                break
        else:
            columns, rows = [], {}
            found.append((columns, rows))
        if column not in columns:
            columns.append(column)
        rows.setdefault(contender, {})[column] = figure
    return [Grid(columns[0].group, tuple(columns), rows) for columns, rows in found]


def shown(value: float) -> str:
    """Three digits, as a reader wants them."""
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"


def spread(figure: Figure) -> str:
    """The median, and the least and greatest where they say more."""
    middle = shown(figure.median)
    if figure.least == figure.greatest:
        return middle
    return f"{middle} ({shown(figure.least)}–{shown(figure.greatest)})"


def _placed(name: str, unit: str) -> tuple[str, Column]:
    """The contender, and what was measured of it."""
    label, _, what = name.partition(": ")
    group, _, contender = label.partition(", ")
    return (contender, Column(group, what, unit)) if contender else (label, Column("", what, unit))


def settings_of(machine: Machine) -> list[tuple[str, Any]]:
    """What a reader must know of the machine, line by line."""
    return [
        ("Command", f"`{machine.command}`"),
        ("Processor", f"{machine.processor}, {machine.cores} cores"),
        *([("GPU", ", ".join(machine.gpus))] if machine.gpus else []),
        ("Memory", f"{machine.memory_gb:g} GiB"),
        ("System", machine.system),
        ("Versions", ", ".join(f"{name} {number}" for name, number in machine.versions.items())),
        ("Load at the start", f"{machine.load:g}"),
    ]


def capital(title: str) -> str:
    """As it stands above something."""
    return title[:1].upper() + title[1:]
