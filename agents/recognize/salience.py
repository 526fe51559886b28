"""How much an article is about each of its entities."""

import math
from collections.abc import Sequence

from .names import Group


def ranked(text: str, title: str | None, groups: Sequence[Group]) -> list[tuple[Group, float]]:
    """The groups by salience, highest first; the most salient has 1."""
    weights = [_weight(group, len(text), title or "") for group in groups]
    most = max(weights, default=1.0)
    order = sorted(range(len(groups)), key=lambda i: (-weights[i], groups[i].spans[0].start))
    return [(groups[i], round(weights[i] / most, 3)) for i in order]


def _weight(group: Group, length: int, title: str) -> float:
    earliness = 1 - group.spans[0].start / max(length, 1)
    return math.sqrt(len(group.spans)) * (0.2 + earliness) * (2 if group.name in title else 1)
