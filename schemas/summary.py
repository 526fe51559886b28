"""A summary of an article, each sentence with its evidence in the clean text."""

from typing import ClassVar, Literal

from pydantic import Field

from .event import Event, Language, Part, Share, Span, Text

# IPTC digital source types: https://cv.iptc.org/newscodes/digitalsourcetype/
EXTRACTIVE_SOURCE = "http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicallyEnhanced"
GENERATIVE_SOURCE = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"


class Model(Part):
    """Which model wrote it: its name and its pinned revision."""

    name: Text
    revision: Text


class Evidence(Span):
    """A range of `CleanArticle.text` that a summary sentence rests on, and how well it does."""

    score: Share


class SummarySentence(Part):
    """A sentence of the summary, and what it rests on."""

    text: Text
    evidence: tuple[Evidence, ...] = Field(min_length=1, description="ranges of the clean text")


class Check(Part):
    """One fact of the summary held against its evidence."""

    kind: Literal["number", "date", "name", "quote", "negation"]
    value: Text = Field(description="the fact as the summary has it")
    supported: bool = Field(description="whether the evidence says so too")


class Summary(Event):
    """What the article says, in a few sentences."""

    form: ClassVar[str] = "summary/1"

    text: Text
    language: Language
    sentences: tuple[SummarySentence, ...] = Field(min_length=1)
    headline: Text | None = None
    method: Literal["extractive", "abstractive"]
    generative: bool = Field(description="whether a model wrote it, word by word")
    digital_source_type: Text = Field(description="IPTC's term for how it came about")
    model: Model
    checks: tuple[Check, ...] = ()
    fallback_reason: Text | None = Field(None, description="why the wanted model did not write it")
    same_as: Text | None = Field(None, description="the original whose summary a copy reuses")
