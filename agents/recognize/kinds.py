"""What a name names, or that it is no name: a weighted vote of its evidence.

The weights in `data/weights.json` are fitted by `tools/fit_names.py` (multinomial logistic
regression, strongly regularised); each says how much a piece of evidence speaks for a type.
"""

import json
import math
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from schemas import ENTITY_TYPES, EntityType

LABELS: tuple[EntityType | None, ...] = (*ENTITY_TYPES, None)
THRESHOLD = 0.5  # above this share of the vote for "no name", a candidate is dropped


@cache
def _weights() -> dict[str, list[float]]:
    loaded: dict[str, list[float]] = json.loads(
        files(__package__).joinpath("data", "weights.json").read_text("utf-8")
    )
    return loaded


def votes(found: Mapping[str, float], weights: Mapping[str, list[float]]) -> list[float]:
    """The share of the vote for each of LABELS; the shares add up to 1."""
    sums = [0.0] * len(LABELS)
    for feature, value in found.items():
        for i, weight in enumerate(weights.get(feature, ())):
            sums[i] += weight * value
    most = max(sums)
    powers = [math.exp(s - most) for s in sums]
    total = math.fsum(powers)
    return [power / total for power in powers]


def kind(found: Mapping[str, float]) -> tuple[EntityType, float] | None:
    """The likeliest type and its share among the types, or None where it is likely no name."""
    shares = votes(found, _weights())
    if shares[-1] > THRESHOLD:
        return None
    best = max(range(len(ENTITY_TYPES)), key=lambda i: shares[i])
    return ENTITY_TYPES[best], shares[best] / (1 - shares[-1])
