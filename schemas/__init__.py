"""The message contract: every event that crosses a topic."""

from .article import CleanArticle, RemovalReason, Removed, Rights, Segment, Status, Withdrawal
from .entities import ENTITY_TYPES, Entities, Entity, EntityType, Mention
from .event import Event, SchemaError, Span
from .ids import article_id, canonical_url, clean_id, content_hash, entity_id, event_id
from .journey import JourneyRecord
from .raw import CONTENT_FIELDS, RawArticle, aliases, id_in
from .rejected import REASONS, Outcome, Reason, Rejected
from .summary import (
    EXTRACTIVE_SOURCE,
    GENERATIVE_SOURCE,
    Check,
    Evidence,
    Model,
    Summary,
    SummarySentence,
)

__all__ = [
    "CONTENT_FIELDS",
    "ENTITY_TYPES",
    "EXTRACTIVE_SOURCE",
    "GENERATIVE_SOURCE",
    "REASONS",
    "Check",
    "CleanArticle",
    "Entities",
    "Entity",
    "EntityType",
    "Event",
    "Evidence",
    "JourneyRecord",
    "Mention",
    "Model",
    "Outcome",
    "RawArticle",
    "Reason",
    "Rejected",
    "RemovalReason",
    "Removed",
    "Rights",
    "SchemaError",
    "Segment",
    "Span",
    "Status",
    "Summary",
    "SummarySentence",
    "Withdrawal",
    "aliases",
    "article_id",
    "canonical_url",
    "clean_id",
    "content_hash",
    "entity_id",
    "event_id",
    "id_in",
]
