"""The stage that summarises: two or three sentences, each with its evidence in the article."""

from collections.abc import Sequence

from schemas import EXTRACTIVE_SOURCE, CleanArticle, Evidence, Summary, SummarySentence

from ..errors import Reject
from ..models.protocols import Generator, SentenceEncoder
from ..text import sentences


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
    return [_summary(article, model, max_sentences, max_chars) for article in articles]


def _summary(
    article: CleanArticle, model: SentenceEncoder, max_sentences: int, max_chars: int
) -> Summary | Reject:
    if article.rights and not article.rights.ai_allowed:
        return Reject("no-ai")
    ranges = sentences(article.text, article.language)[:max_sentences]
    if not ranges:
        return Reject("empty-text")
    kept = [r for r in ranges if r.end - ranges[0].start <= max_chars] or ranges[:1]
    chosen = tuple(
        SummarySentence(
            text=" ".join(article.text[start:end].split()),
            evidence=(Evidence(start=start, end=end, score=1.0),),
        )
        for start, end in kept
    )
    return Summary(
        article_id=article.article_id,
        version=article.version,
        text=" ".join(sentence.text for sentence in chosen),
        language=article.language,
        sentences=chosen,
        headline=article.title,
        method="extractive",
        generative=False,
        digital_source_type=EXTRACTIVE_SOURCE,
        model=model.model,
    )
