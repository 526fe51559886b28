"""Which topics the published documents tell of: what they carry, by which key."""

from typing import NamedTuple

from .article import CleanArticle, Withdrawal
from .entities import Entities
from .event import Event
from .journey import JourneyRecord
from .raw import RawArticle
from .rejected import Rejected
from .summary import Summary

Form = type[Event] | type[RawArticle] | type[Rejected]


class Channel(NamedTuple):
    """A topic as its users see it, without its prefix."""

    name: str
    carries: tuple[Form, ...]
    key: str
    meaning: str
    is_compacted: bool = False


CHANNELS = (
    Channel("raw", (RawArticle,), "anything, or none", "Articles to work on."),
    Channel("clean", (CleanArticle, Withdrawal), "article_id", "The articles themselves."),
    Channel("summaries", (Summary,), "article_id", "Summaries; null when withdrawn.", True),
    Channel("entities", (Entities,), "article_id", "Named entities; null when withdrawn.", True),
    Channel("rejected", (Rejected,), "the original key", "What cannot pass, and why."),
    Channel("journey", (JourneyRecord,), "article_id", "One line an article and stage."),
)  # fmt: skip
