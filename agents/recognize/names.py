"""Which mentions are one entity, and what it is called."""

from collections.abc import Sequence
from typing import NamedTuple

from agents.models.protocols import LabelledSpan
from schemas import EntityType


class Group(NamedTuple):
    """One entity of an article: its name, type and mentions in order of the text."""

    name: str
    type: EntityType
    spans: tuple[LabelledSpan, ...]


def grouped(text: str, spans: Sequence[LabelledSpan]) -> list[Group]:
    """The spans as entities, by first mention; a last name joins the full name seen before."""
    groups: dict[str, list[LabelledSpan]] = {}
    for span in spans:
        form = text[span.start : span.end]
        longer = next((name for name in groups if name.split()[-1] == form), form)
        groups.setdefault(longer, []).append(span)
    return [Group(name, found[0].type, tuple(found)) for name, found in groups.items()]
