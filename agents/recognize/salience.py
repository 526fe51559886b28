"""How much an article is about each of its entities."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from schemas import EntityType

# The order of the first few hardly depends on either; between 0.2 and 2, and 2 and 6, it stays.
_LATE = 0.5  # what the end of the text still counts, the beginning counting one more
_TITLED = 3  # what a place in the headline multiplies by


class Named(NamedTuple):
    """An entity before it is ranked: its name, type and mentions as offsets."""

    name: str
    type: EntityType
    spans: tuple[tuple[int, int], ...]


def ranked(text: str, title: str | None, entities: Sequence[Named]) -> list[tuple[Named, float]]:
    """The entities by salience, highest first; the most salient has 1."""
    weights = [_weight(entity, text, title or "") for entity in entities]
    most = max(weights, default=1.0)
    order = sorted(range(len(weights)), key=lambda i: (-weights[i], entities[i].spans[0]))
    return [(entities[i], round(weights[i] / most, 3)) for i in order]


def _weight(entity: Named, text: str, title: str) -> float:
    """Frequent, early and in the headline; a headline names what the article is about."""
    earliness = 1 - entity.spans[0][0] / len(text)
    forms = {entity.name, *(text[start:end] for start, end in entity.spans)}
    in_title = any(form in title for form in forms)
    return math.sqrt(len(entity.spans)) * (_LATE + earliness) * (_TITLED if in_title else 1)
