"""The named entities of an article, with exact offsets into its clean text."""

from typing import ClassVar, Literal, get_args

from pydantic import Field

from .event import Event, Language, Part, Share, Span, Text
from .summary import Model

EntityType = Literal["PER", "ORG", "LOC", "EVENT", "PRODUCT", "WORK"]
ENTITY_TYPES: tuple[EntityType, ...] = get_args(EntityType)


class Mention(Span):
    """Where a name stands in `CleanArticle.text`, and its form there."""

    text: Text


class Entity(Part):
    """One person, place or thing, and everywhere the article names it."""

    entity_id: Text = Field(description="the same across articles for the same name and type")
    name: Text = Field(description="canonical within the article")
    type: EntityType
    salience: Share = Field(description="1 is what the article is about")
    wikidata: Text | None = Field(None, description="the item's Q number")
    mentions: tuple[Mention, ...] = Field(description="by where they stand")


class Entities(Event):
    """Who and what the article names, most salient first."""

    form: ClassVar[str] = "entities/1"

    language: Language
    model: Model
    entities: tuple[Entity, ...] = Field(description="most salient first")
