"""Names in one text by its words alone: spans, then kinds."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from agents.models.protocols import LabelledSpan
from schemas import EntityType

from .kinds import kind
from .spans import candidates
from .words import split

PartsOfSpeech = Callable[[Sequence[str], str], list[str]]


class Found(NamedTuple):
    """A named span: half-open code point offsets, its type, and how sure the rules are (0..1)."""

    start: int
    end: int
    type: EntityType
    score: float


def find(text: str, language: str, parts_of_speech: PartsOfSpeech) -> list[LabelledSpan]:
    """The named spans of the text, by start, without overlap."""
    found: list[LabelledSpan] = []
    sentences = split(text, language)
    seen = {w.text for sentence in sentences for w in sentence if w.is_capital and not w.first}
    for sentence in sentences:
        tags = parts_of_speech([word.text for word in sentence], language)
        for first, last in candidates(sentence, tags, language, seen):
            start, end = sentence[first].start, sentence[last].end
            found.append(Found(start, end, kind(text[start:end]), 0.5))
    return found
