"""The labels of token classifiers: their schemes, our types for them, and spans from words."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from schemas import EntityType

from .protocols import LabelledSpan
from .windows import Judged

# What training sets call our types. Whatever else a model knows (dates, amounts) is dropped.
TYPES: Mapping[str, EntityType] = {
    **dict.fromkeys(("PER", "PERS", "PERSON"), "PER"),
    **dict.fromkeys(("ORG", "ORGANIZATION", "ORGANISATION", "CORPORATION", "COMPANY"), "ORG"),
    **dict.fromkeys(("LOC", "LOCATION", "GPE", "FAC", "FACILITY", "GEO", "PLACE"), "LOC"),
    **dict.fromkeys(("EVENT", "EVE", "MISC"), "EVENT"),  # MISC is mostly peoples, then events
    **dict.fromkeys(("PRODUCT", "PROD", "VEHICLE", "VEHI", "SOFTWARE"), "PRODUCT"),
    **dict.fromkeys(("WORK", "WORK_OF_ART", "CREATIVE-WORK", "LAW", "MEDIA"), "WORK"),
}
_LABEL = re.compile(r"(?:([BILUSE])[-_])?(.+)")

Label = tuple[str, EntityType | None]  # the prefix, I where there is none, and our type


class Span(NamedTuple):
    """A named span: half-open code point offsets, its type, and the mean share of its words."""

    start: int
    end: int
    type: EntityType
    score: float


def parsed(label: str, types: Mapping[str, EntityType]) -> Label:
    """The prefix and our type of a label such as B-PER."""
    found = _LABEL.fullmatch(label)
    return (found[1] or "I", types.get(found[2].upper())) if found else ("I", None)


def spans_of(text: str, words: Iterable[Judged], labels: Mapping[int, Label]) -> list[LabelledSpan]:
    """Runs of words of one type; B, S and U open a span, E, L, S and U close it."""
    spans: list[LabelledSpan] = []
    run: list[Judged] = []
    kind: EntityType | None = None
    for word in sorted(words):
        prefix, found = labels[word.label]
        if run and (found != kind or prefix in "BSU"):
            spans.append(_span(text, run, kind))
            run = []
        kind = found
        if kind:
            run.append(word)
        if run and prefix in "LESU":
            spans.append(_span(text, run, kind))
            run = []
    if run:
        spans.append(_span(text, run, kind))
    return spans


def _span(text: str, run: Sequence[Judged], kind: EntityType | None) -> Span:
    assert kind is not None
    start, end = run[0].start, run[-1].end
    bare = text[start:end]
    start += len(bare) - len(bare.lstrip())  # byte-level tokenizers count the space before a word
    share = sum(word.share for word in run) / len(run)
    return Span(start, end - (len(bare) - len(bare.rstrip())), kind, round(share, 3))
