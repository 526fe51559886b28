"""Repeats and their spread: a single figure from a busy machine says nothing."""

import math
import statistics
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured thing: its median over the repeats, the least and the greatest."""

    name: str
    unit: str
    median: float
    least: float
    greatest: float
    repeats: int
    part: str = ""  # of the run: the heading it stands below

    def to_dict(self) -> dict[str, Any]:
        """JSON-ready."""
        return asdict(self)


def figure(name: str, unit: str, values: Sequence[float]) -> Figure:
    """The values of all repeats as one figure, to four significant digits."""
    median, least, greatest = (
        float(f"{value:.4g}") for value in (statistics.median(values), min(values), max(values))
    )
    return Figure(name, unit, median, least, greatest, len(values))


def percentile(values: Sequence[float], percent: float) -> float:
    """The least of the values that so many percent of them do not exceed (nearest rank)."""
    return sorted(values)[max(math.ceil(len(values) * percent / 100), 1) - 1]
