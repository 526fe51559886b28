"""A summary in a model's words, each sentence held against the article."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from agents.models.protocols import SentenceEncoder, Vectors
from agents.text import Range, sentences
from schemas import Check, CleanArticle, Evidence, SummarySentence

from .choice import Limits
from .evidence import evidence
from .passages import CLOSED
from .verify import verify

_LEAST_SUPPORT = 0.35  # below it the article says nothing of the kind
_MOST_REPLACED = 0.5  # a share; beyond it the model is not to be trusted with this article


class Draft(NamedTuple):
    """What became of a model's text: sentences, or none where it could not be used."""

    sentences: tuple[SummarySentence, ...]
    checks: tuple[Check, ...]
    fallback_reason: str | None
    reasons: tuple[str | None, ...] = ()  # for each sentence the model wrote, why it cannot stay


def drafts(
    articles: Sequence[CleanArticle], texts: Sequence[str], model: SentenceEncoder, limits: Limits
) -> list[Draft]:
    """One draft for each article and the text a model wrote of it."""
    sources = [_sentences(article.text, article.language) for article in articles]
    written = [
        _whole([s for _, s in _sentences(text, article.language)], source)[: limits.sentences]
        for article, text, source in zip(articles, texts, sources, strict=True)
    ]
    both = [*(s for source in sources for _, s in source), *(s for each in written for s in each)]
    vector_of = dict(zip(both, model.encode(both), strict=True))
    return [
        _draft(article, source, said, vector_of, limits)
        for article, source, said in zip(articles, sources, written, strict=True)
    ]


def _whole(said: list[str], source: Sequence[tuple[Range, str]]) -> list[str]:
    """What the model wrote, without a last sentence that its limit of tokens cut off.

    Where the article's own sentences end without a mark, as in Thai, none can be told.
    """
    is_marked = any(CLOSED.search(sentence) for _, sentence in source)
    return said[:-1] if said and is_marked and not CLOSED.search(said[-1]) else said


def _sentences(text: str, language: str) -> list[tuple[Range, str]]:
    return [(r, " ".join(text[r.start : r.end].split())) for r in sentences(text, language)]


def _draft(
    article: CleanArticle,
    source: Sequence[tuple[Range, str]],
    said: Sequence[str],
    vector_of: Mapping[str, Vectors],
    limits: Limits,
) -> Draft:
    if not source or not said:
        return Draft((), (), "the model wrote no whole sentence")
    vectors = np.stack([vector_of[text] for _, text in source])
    kept: list[SummarySentence] = []
    checks: list[Check] = []
    reasons: list[str | None] = []
    for sentence in said:
        found, held, reason = judged(article, sentence, vector_of[sentence], source, vectors)
        checks += held
        reasons.append(reason)
        if reason:
            kept.append(_verbatim(article.text, found))
        else:
            kept.append(SummarySentence(text=sentence, evidence=found))
    wrong = [reason for reason in reasons if reason]
    why = "; ".join(wrong)
    if len(wrong) > _MOST_REPLACED * len(said):
        return Draft((), tuple(checks), f"unsupported: {why}", tuple(reasons))
    fitting = _fitting(list(dict.fromkeys(kept)), limits)
    return Draft(fitting, tuple(checks), f"replaced: {why}" if wrong else None, tuple(reasons))


def judged(
    article: CleanArticle,
    sentence: str,
    vector: Vectors,
    source: Sequence[tuple[Range, str]],
    vectors: Vectors,
) -> tuple[tuple[Evidence, ...], tuple[Check, ...], str | None]:
    """The sentence's evidence, what was checked against it, and why it cannot stay, if so."""
    found = evidence(sentence, vector, source, vectors, article.language)
    quoted = _quoted(article.text, found)
    held = verify(sentence, quoted, article.language, article.text, article.published_at)
    return found, held, _reason(held, found)


def _reason(checks: Sequence[Check], found: Sequence[Evidence]) -> str | None:
    """Why the sentence cannot stay, if so."""
    wrong = next((check for check in checks if not check.supported), None)
    if wrong:
        return f"{wrong.kind} {wrong.value!r}"
    return "no evidence" if max(e.score for e in found) < _LEAST_SUPPORT else None


def _quoted(text: str, found: Sequence[Evidence]) -> str:
    return "\n".join(" ".join(text[e.start : e.end].split()) for e in found)


def _verbatim(text: str, found: Sequence[Evidence]) -> SummarySentence:
    """The sentence's best evidence in its place."""
    best = max(found, key=lambda e: (e.score, -e.start))
    whole = Evidence(start=best.start, end=best.end, score=1.0)
    return SummarySentence(text=_quoted(text, [best]), evidence=(whole,))


def _fitting(kept: Sequence[SummarySentence], limits: Limits) -> tuple[SummarySentence, ...]:
    """As many sentences as the limit takes; the first in any case."""
    last = 1
    while last < len(kept) and len(" ".join(s.text for s in kept[: last + 1])) <= limits.chars:
        last += 1
    return tuple(kept[:last])
