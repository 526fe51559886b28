"""Names in clean articles: who and what they are about."""

from collections.abc import Sequence

from agents.errors import Reject
from agents.models.protocols import LabelledSpan, Tagger
from schemas import CleanArticle, Entities, Entity, Mention, Model, entity_id

from .names import Group, grouped
from .salience import ranked


def recognize(articles: Sequence[CleanArticle], *, model: Tagger) -> list[Entities | Reject]:
    """The entities of each article, in order; a Reject where its rights forbid it."""
    allowed = [a for a in articles if a.rights is None or a.rights.ai_allowed]
    tagged = model.tag([a.text for a in allowed], [a.language for a in allowed])
    done = iter([_entities(a, s, model.model) for a, s in zip(allowed, tagged, strict=True)])
    return [
        next(done) if a.rights is None or a.rights.ai_allowed else Reject("no-ai") for a in articles
    ]


def _entities(article: CleanArticle, spans: Sequence[LabelledSpan], model: Model) -> Entities:
    groups = ranked(article.text, article.title, grouped(article.text, spans))
    return Entities(
        article_id=article.article_id,
        version=article.version,
        language=article.language,
        model=model,
        entities=tuple(_entity(article.text, group, salience) for group, salience in groups),
    )


def _entity(text: str, group: Group, salience: float) -> Entity:
    return Entity(
        entity_id=entity_id(group.name, group.type),
        name=group.name,
        type=group.type,
        salience=salience,
        mentions=tuple(
            Mention(start=s.start, end=s.end, text=text[s.start : s.end]) for s in group.spans
        ),
    )
