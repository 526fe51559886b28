"""The stage that summarises: two or three sentences, each with its evidence in the article."""

from collections.abc import Sequence

from agents.errors import Reject
from agents.models.protocols import Generator, SentenceEncoder
from schemas import EXTRACTIVE_SOURCE, CleanArticle, Summary

from .choice import Limits
from .extract import extract
from .headline import headline
from .passages import Passage, passages


def summarize(
    articles: Sequence[CleanArticle],
    *,
    model: SentenceEncoder,
    generator: Generator | None = None,
    max_sentences: int = 3,
    max_chars: int = 420,
) -> list[Summary | Reject]:
    """One summary an article, in the order given; a Reject where there can be none."""
    del generator
    limits = Limits(max_sentences, max_chars)
    found = [_passages(article) for article in articles]
    vectors = model.encode([p.text for each in found if not isinstance(each, Reject) for p in each])
    summaries: list[Summary | Reject] = []
    row = 0
    for article, each in zip(articles, found, strict=True):
        if isinstance(each, Reject):
            summaries.append(each)
            continue
        sentences = extract(each, vectors[row : row + len(each)], article.language, limits)
        row += len(each)
        summaries.append(
            Summary(
                article_id=article.article_id,
                version=article.version,
                text=" ".join(sentence.text for sentence in sentences),
                language=article.language,
                sentences=sentences,
                headline=headline(article.title),
                method="extractive",
                generative=False,
                digital_source_type=EXTRACTIVE_SOURCE,
                model=model.model,
            )
        )
    return summaries


def _passages(article: CleanArticle) -> list[Passage] | Reject:
    if article.rights and not article.rights.ai_allowed:
        return Reject("no-ai", "the producer forbids it")
    return passages(article.text, article.language) or Reject("empty-text", "no sentence")
