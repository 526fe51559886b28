"""Names in one text by its words alone: candidates, groups of them, then kinds."""

from collections.abc import Sequence
from typing import NamedTuple

from agents.models.protocols import LabelledSpan
from schemas import EntityType

from .across import across
from .english.spoken import spoken
from .evidence import evidence
from .kinds import kind
from .mentions import Mention, PartsOfSpeech, mentions
from .names import grouped
from .teams import with_teams


class Found(NamedTuple):
    """A named span: half-open code point offsets, its type, and how sure the rules are (0..1)."""

    start: int
    end: int
    type: EntityType
    score: float


class _Untyped(NamedTuple):
    start: int
    end: int
    type: None = None


def find(text: str, language: str, parts_of_speech: PartsOfSpeech) -> list[LabelledSpan]:
    """The named spans of the text, by start, without overlap."""
    found: list[LabelledSpan] = []
    found_groups = groups(text, language, parts_of_speech)
    for group, seen in zip(found_groups, weighed(found_groups, language), strict=True):
        if verdict := kind(seen):
            found.extend(Found(m.start, m.end, *verdict) for m in group)
    return sorted(found, key=lambda span: span.start)


def weighed(found: Sequence[Sequence[Mention]], language: str) -> list[dict[str, float]]:
    """The evidence of each group."""
    own = [evidence(group, language) for group in found]
    return across(found, spoken(found, with_teams(found, own, language), language))


def groups(text: str, language: str, parts_of_speech: PartsOfSpeech) -> list[Sequence[Mention]]:
    """The candidates of the text, those of one name together."""
    candidates = mentions(text, language, parts_of_speech)
    spans = [_Untyped(m.start, m.end) for m in candidates]
    return [[candidates[i] for i in group.members] for group in grouped(text, spans, language)]
