"""A summary in the article's own sentences."""

from collections.abc import Sequence

from schemas import Evidence, SummarySentence

from .choice import Encoded, Limits, choose
from .passages import Passage
from .trim import trimmed
from .verify import verify


def extract(article: Encoded, language: str, limits: Limits) -> tuple[SummarySentence, ...]:
    """The chosen sentences in text order, each with the whole sentence as its evidence."""
    chosen = choose(article, limits)
    return tuple(
        SummarySentence(
            text=_safely_trimmed(passage.text, language, _others(chosen, passage)),
            evidence=(Evidence(start=passage.place.start, end=passage.place.end, score=1.0),),
        )
        for passage in chosen
    )


def _others(chosen: Sequence[Passage], passage: Passage) -> str:
    return " ".join(other.text for other in chosen if other is not passage)


def _safely_trimmed(sentence: str, language: str, context: str) -> str:
    """The trimmed sentence where something is left and the gate lets it pass, else the whole."""
    short = trimmed(sentence, language, context)
    is_true = short == sentence or all(c.supported for c in verify(short, sentence, language))
    return short if short and is_true else sentence
