"""A summary of an article, each sentence with its evidence in the clean text."""

from typing import ClassVar, Literal

from pydantic import Field

from .event import Event, Part, Share, Span

# IPTC digital source types: https://cv.iptc.org/newscodes/digitalsourcetype/
EXTRACTIVE_SOURCE = "http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicallyEnhanced"
GENERATIVE_SOURCE = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"


class Model(Part):
    """Which model wrote it: its name and its pinned revision."""

    name: str
    revision: str


class Evidence(Span):
    """A range of `CleanArticle.text` that a summary sentence rests on, and how well it does."""

    score: Share


class SummarySentence(Part):
    text: str
    evidence: tuple[Evidence, ...] = Field(min_length=1)


class Check(Part):
    """One fact of the summary held against its evidence."""

    kind: Literal["number", "date", "name", "quote", "negation"]
    value: str
    supported: bool


class Summary(Event):
    """What the article says, in two or three sentences."""

    form: ClassVar[str] = "summary/1"

    text: str = Field(min_length=1)
    language: str
    sentences: tuple[SummarySentence, ...] = Field(min_length=1)
    headline: str | None = None
    method: Literal["extractive", "abstractive"]
    generative: bool
    digital_source_type: str
    model: Model
    checks: tuple[Check, ...] = ()
    fallback_reason: str | None = None
    same_as: str | None = None
