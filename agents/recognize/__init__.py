"""Names in clean articles: who and what they are about."""

from collections import defaultdict
from collections.abc import Sequence

from agents.errors import Reject
from agents.models.protocols import LabelledSpan, Tagger
from schemas import CleanArticle, Entities, Entity, EntityType, Mention, Model, entity_id

from .names import grouped
from .salience import Named, ranked


def recognize(articles: Sequence[CleanArticle], *, model: Tagger) -> list[Entities | Reject]:
    """The entities of each article, in order; a Reject where its rights forbid it."""
    allowed = [a for a in articles if a.rights is None or a.rights.ai_allowed]
    tagged = model.tag([a.text for a in allowed], [a.language for a in allowed])
    done = iter([_entities(a, s, model.model) for a, s in zip(allowed, tagged, strict=True)])
    return [
        next(done)
        if a.rights is None or a.rights.ai_allowed
        else Reject("no-ai", "the producer forbids it")
        for a in articles
    ]


def _entities(article: CleanArticle, spans: Sequence[LabelledSpan], model: Model) -> Entities:
    named = _named(article.text, spans, article.language)
    return Entities(
        article_id=article.article_id,
        version=article.version,
        language=article.language,
        model=model,
        entities=tuple(
            _entity(article.text, entity, salience)
            for entity, salience in ranked(article.text, article.title, named, article.language)
        ),
    )


def _named(text: str, spans: Sequence[LabelledSpan], language: str) -> list[Named]:
    """The spans as entities; the type is the one that most of the score speaks for."""
    named = []
    for name, members in grouped(text, spans, language):
        scores: dict[EntityType, float] = defaultdict(float)
        for i in members:
            scores[spans[i].type] += spans[i].score
        places = tuple((spans[i].start, spans[i].end) for i in members)
        named.append(Named(name, max(scores, key=lambda t: (scores[t], t)), places))
    return named


def _entity(text: str, entity: Named, salience: float) -> Entity:
    return Entity(
        entity_id=entity_id(entity.name, entity.type),
        name=entity.name,
        type=entity.type,
        salience=salience,
        mentions=tuple(Mention(start=s, end=e, text=text[s:e]) for s, e in entity.spans),
    )
