"""The stage that summarises: a few sentences, each with its evidence in the article."""

from collections.abc import Iterator, Sequence

import numpy as np

from agents.errors import Reject
from agents.models.protocols import Generator, SentenceEncoder
from agents.text import joined
from schemas import (
    EXTRACTIVE_SOURCE,
    GENERATIVE_SOURCE,
    Check,
    CleanArticle,
    Model,
    Summary,
    SummarySentence,
)

from .abstract import Draft, drafts
from .choice import Encoded, Limits
from .extract import extract
from .headline import headline
from .passages import Passage, passages
from .verify import verify
from .windows import shortened

_NO_DRAFT = Draft((), (), None)


def summarize(
    articles: Sequence[CleanArticle],
    *,
    model: SentenceEncoder,
    generator: Generator | None = None,
    max_sentences: int = 4,
    max_chars: int = 480,
) -> list[Summary | Reject]:
    """One summary an article, in the order given; a Reject where there can be none.

    Without a `generator` the summary is made of the article's own sentences; with one it is in
    the model's words as far as the article supports them. A single sentence longer than
    `max_chars` stays whole.
    """
    limits = Limits(max_sentences, max_chars)
    found = [_passages(article) for article in articles]
    usable = [a for a, each in zip(articles, found, strict=True) if not isinstance(each, Reject)]
    written = iter(_drafts(usable, model, generator, limits))
    encoded = _encoded(usable, [each for each in found if not isinstance(each, Reject)], model)
    return [
        each
        if isinstance(each, Reject)
        else _summary(article, next(encoded), next(written), model, generator, limits)
        for article, each in zip(articles, found, strict=True)
    ]


def _passages(article: CleanArticle) -> list[Passage] | Reject:
    if article.rights and not article.rights.ai_allowed:
        return Reject("no-ai", "the producer forbids it")
    return passages(article.text, article.language) or Reject("empty-text", "no sentence")


def _encoded(
    articles: Sequence[CleanArticle],
    found: Sequence[Sequence[Passage]],
    model: SentenceEncoder,
) -> Iterator[Encoded]:
    """Each article with its passages and their vectors, all encoded in one call."""
    titles = [article.title or "" for article in articles]
    vectors = model.encode([*titles, *(passage.text for each in found for passage in each)])
    row = len(titles)
    for at, (title, each) in enumerate(zip(titles, found, strict=True)):
        about = vectors[at] if title else np.zeros_like(vectors[at])
        yield Encoded(each, vectors[row : row + len(each)], title, about)
        row += len(each)


def _drafts(
    articles: Sequence[CleanArticle],
    model: SentenceEncoder,
    generator: Generator | None,
    limits: Limits,
) -> list[Draft]:
    if generator is None:
        return [_NO_DRAFT] * len(articles)
    texts = shortened([(article.text, article.language) for article in articles], generator)
    return drafts(articles, texts, model, limits)


def _summary(
    article: CleanArticle,
    encoded: Encoded,
    draft: Draft,
    model: SentenceEncoder,
    generator: Generator | None,
    limits: Limits,
) -> Summary:
    if generator is not None and draft.sentences:
        return _event(article, draft.sentences, draft.checks, generator.model, draft, True)
    sentences = extract(encoded, article.language, limits)
    checks = tuple(
        check
        for sentence in sentences
        for check in verify(
            sentence.text,
            " ".join(article.text[e.start : e.end] for e in sentence.evidence),
            article.language,
        )
    )
    return _event(article, sentences, draft.checks + checks, model.model, draft, False)


def _event(
    article: CleanArticle,
    sentences: tuple[SummarySentence, ...],
    checks: tuple[Check, ...],
    author: Model,
    draft: Draft,
    is_generated: bool,
) -> Summary:
    return Summary(
        article_id=article.article_id,
        version=article.version,
        text=joined((sentence.text for sentence in sentences), article.language),
        language=article.language,
        sentences=sentences,
        headline=headline(article.title),
        method="abstractive" if is_generated else "extractive",
        generative=is_generated,
        digital_source_type=GENERATIVE_SOURCE if is_generated else EXTRACTIVE_SOURCE,
        model=author,
        checks=checks,
        fallback_reason=draft.fallback_reason,
    )
