"""The named entities of an article, with exact offsets into its clean text."""

from typing import ClassVar, Literal, get_args

from pydantic import Field

from .event import Event, Part, Share, Span
from .summary import Model

EntityType = Literal["PER", "ORG", "LOC", "EVENT", "PRODUCT", "WORK"]
ENTITY_TYPES: tuple[EntityType, ...] = get_args(EntityType)


class Mention(Span):
    """Where a name stands in `CleanArticle.text`, and its form there."""

    text: str


class Entity(Part):
    entity_id: str
    name: str = Field(min_length=1, description="canonical within the article")
    type: EntityType
    salience: Share = Field(description="1 is what the article is about")
    wikidata: str | None = None
    mentions: tuple[Mention, ...]


class Entities(Event):
    """Who and what the article names, most salient first."""

    form: ClassVar[str] = "entities/1"

    language: str
    model: Model
    entities: tuple[Entity, ...]
