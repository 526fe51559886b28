"""Raw articles as producers really send them: many names and shapes for one thing."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, ClassVar

from pydantic import Field, ValidationError

from . import values
from .article import Rights, Status
from .event import LARGEST_EXACT, Part, SchemaError, Time, why
from .ids import article_id, told_id
from .known_forms import flattened

# In order of preference; `description` is a last resort.
CONTENT_FIELDS = (
    "content", "text", "body", "body_text", "body_html", "html", "article", "description",
)  # fmt: skip
_FORMAT_OF = {"html": "text/html", "body_html": "text/html", "body_text": "text/plain"}
# Every field with the names it is accepted under, its own first; letter case makes no difference.
_ALIASES: dict[str, tuple[str, ...]] = {
    "content": CONTENT_FIELDS,
    "id": ("id", "article_id", "uri", "guid", "_id"),
    "url": ("url", "link", "href", "canonical_url", "web_url", "webUrl", "article_url"),
    "source": (
        "source", "publisher", "provider", "domain", "feed", "source_name", "source_domain",
        "site_name",
    ),
    "title": ("title", "headline", "webTitle"),
    "author": ("author", "authors", "byline", "creator"),
    "published_at": (
        "published_at", "published", "pub_date", "pubDate", "date", "firstcreated",
        "datePublished", "publishedAt", "published_date", "publish_date", "publishDate",
        "date_published", "date_publish", "publication_date", "publicationDate", "dateTimePub",
        "webPublicationDate",
    ),
    "fetched_at": ("fetched_at", "crawled_at", "versioncreated", "fetchedAt", "scraped_at"),
    "language": ("language", "lang", "inLanguage"),
    "content_type": ("content_type", "mimetype"),
    "version": ("version",),
    "status": ("status", "pubstatus"),
    "reason": ("reason", "ednote"),
    "embargoed_until": ("embargoed_until", "embargoed"),
    "urgency": ("urgency", "priority"),
    "rights": ("rights",),
}  # fmt: skip
_READERS: dict[str, Callable[[Any], Any]] = {
    "content": values.content,
    "id": values.link,
    "url": values.link,
    "author": values.names,
    "language": values.language,
    "content_type": values.media_type,
    "version": values.version,
    "embargoed_until": values.embargo,
    "urgency": values.urgency,
    "rights": values.rights,
}  # all others are text
_IDENTIFYING = frozenset(name.lower() for field in ("id", "url") for name in _ALIASES[field])


class RawArticle(Part):
    """An article as it was sent. Times stay as sent until `clean` reads them."""

    form: ClassVar[str] = "raw-article/1"

    content: str | bytes | None = Field(None, description="the article as fetched: text or HTML")
    id: str | None = Field(
        None,
        description="the producer's identity; else the canonical URL; else the content's hash",
    )
    url: str | None = Field(None, description="where it was published")
    source: str | None = Field(None, description="who published; else the URL's host")
    title: str | None = Field(None, description="the headline")
    author: tuple[str, ...] = Field((), description="a name, or a list of names")
    published_at: str | None = Field(None, description="any common date form")
    fetched_at: str | None = Field(
        None, description="any common date form; else the Kafka timestamp"
    )
    language: str | None = Field(
        None, description="a hint; the text decides when they disagree clearly"
    )
    content_type: str | None = Field(
        None, description="text/plain or text/html, with a charset for bytes; else sniffed"
    )
    version: int = Field(1, ge=0, le=LARGEST_EXACT, description="the producer's version number")
    status: Status = Field("usable", description="withheld and canceled withdraw the article")
    reason: str | None = Field(None, description="why it is withdrawn; a note to editors")
    embargoed_until: str | None = Field(None, description="nothing derived leaves before then")
    urgency: int | None = Field(None, ge=1, le=9, description="1 (flash) to 9")
    rights: Rights | None = Field(None, description="what the producer allows")
    received_at: Time | None = Field(None, description="the Kafka timestamp")
    ignored: tuple[str, ...] = Field((), description="fields that were unknown or unusable")

    @property
    def article_id(self) -> str:
        """The producer's id, else the canonical URL, else the hash of the content."""
        return article_id(self.id, self.url, self.content)

    @classmethod
    def read(
        cls, fields: Mapping[str, Any], *, received_at: datetime | None = None
    ) -> "RawArticle":
        """The article in a JSON object. Raises SchemaError where nothing can be made of it."""
        known, ignored = _known_fields(flattened(fields))
        known["ignored"] = tuple(sorted(map(values.whole_text, ignored)))
        try:
            article = cls.model_validate({**known, "received_at": received_at})
        except ValidationError as error:
            raise SchemaError(why(error)) from None
        if article.content is None and article.status == "usable":
            raise SchemaError(f"no content: expected one of {', '.join(CONTENT_FIELDS)}")
        if article.status != "usable" and not (article.id or article.url):
            raise SchemaError("a withdrawal needs an id or a url")
        return article


def id_in(fields: Mapping[str, Any]) -> str:
    """The id that the object tells, whatever else is wrong with it; empty where it tells none."""
    flat = flattened(fields)
    known, _ = _known_fields({name: flat[name] for name in flat if name.lower() in _IDENTIFYING})
    return told_id(known.get("id"), known.get("url"))


def aliases() -> dict[str, tuple[str, ...]]:
    """Every field with the names it is accepted under, its own first."""
    return dict(_ALIASES)


def _known_fields(fields: Mapping[str, Any]) -> tuple[dict[str, Any], set[str]]:
    """The usable fields under our names, and the sender's names of all others."""
    said: dict[str, list[str]] = {}
    for name in fields:
        if not values.is_nothing(fields[name]):
            said.setdefault(name.lower(), []).append(name)
    known: dict[str, Any] = {}
    unusable: set[str] = set()
    for field, names in _ALIASES.items():
        present = [name for known_name in names for name in said.pop(known_name.lower(), ())]
        if field == "status" and present:
            known[field] = values.status(fields[name] for name in present)
            continue
        read: Callable[[Any], Any] = _READERS.get(field, values.text)
        for name in present:
            value = read(fields[name])
            if value is not None:
                known[field] = value
                break
            unusable.add(name)
        if field == "content" and field in known:
            known["content_type"] = _FORMAT_OF.get(name.lower())
    if "content" not in known and _is_blank(fields):
        known["content"] = ""  # there, but empty: for `clean` to say so
    return known, unusable.union(*said.values()) - {"schema"}


def _is_blank(fields: Mapping[str, Any]) -> bool:
    """Whether a content field holds white space alone."""
    return any(isinstance(fields.get(name), str) for name in CONTENT_FIELDS)
