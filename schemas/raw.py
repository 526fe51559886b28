"""Raw articles as producers really send them: many names and shapes for one thing."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, ClassVar

from pydantic import AliasChoices, Field, ValidationError

from .article import Rights, Status
from .event import Part, SchemaError, Time, why
from .ids import article_id
from .known_forms import flattened

# In order of preference; `description` is a last resort.
CONTENT_FIELDS = (
    "content", "text", "body", "body_text", "body_html", "html", "article", "description",
)  # fmt: skip
_FORMAT_OF = {"html": "text/html", "body_html": "text/html", "body_text": "text/plain"}
_STATUS = {
    "usable": "usable",
    "withheld": "withheld",
    "withhold": "withheld",
    "canceled": "canceled",
    "cancelled": "canceled",
}
_TEXT_FIELDS = (
    "id", "url", "source", "title", "published_at", "fetched_at", "language", "content_type",
    "embargoed_until",
)  # fmt: skip
_LARGEST_VERSION = 2**53 - 1  # the largest integer that every JSON reader keeps exact


class RawArticle(Part):
    """An article as it was sent. Times stay as sent until `clean` reads them."""

    form: ClassVar[str] = "raw-article/1"

    content: str | bytes | None = Field(None, description="the article as fetched: text or HTML")
    id: str | None = Field(
        None, validation_alias=AliasChoices("id", "article_id", "uri", "guid", "_id")
    )
    url: str | None = Field(
        None, validation_alias=AliasChoices("url", "link", "href", "canonical_url")
    )
    source: str | None = Field(
        None, validation_alias=AliasChoices("source", "publisher", "provider", "domain", "feed")
    )
    title: str | None = Field(None, validation_alias=AliasChoices("title", "headline"))
    author: tuple[str, ...] = Field(
        (), validation_alias=AliasChoices("author", "authors", "byline", "creator")
    )
    published_at: str | None = Field(
        None,
        validation_alias=AliasChoices(
            "published_at", "published", "pub_date", "pubDate", "date", "firstcreated",
            "datePublished",
        ),
        description="any common date form",
    )  # fmt: skip
    fetched_at: str | None = Field(
        None,
        validation_alias=AliasChoices("fetched_at", "crawled_at", "versioncreated"),
        description="any common date form; else the Kafka timestamp",
    )
    language: str | None = Field(
        None,
        validation_alias=AliasChoices("language", "lang", "inLanguage"),
        description="a hint; the text decides when they disagree clearly",
    )
    content_type: str | None = Field(
        None,
        validation_alias=AliasChoices("content_type", "mimetype"),
        description="text/plain or text/html; else sniffed",
    )
    version: int = Field(1, ge=0)
    status: Status = Field("usable", validation_alias=AliasChoices("status", "pubstatus"))
    embargoed_until: str | None = Field(
        None,
        validation_alias=AliasChoices("embargoed_until", "embargoed"),
        description="nothing derived leaves before then",
    )
    urgency: int | None = Field(
        None, ge=1, le=9, validation_alias=AliasChoices("urgency", "priority")
    )
    rights: Rights | None = None
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
        """The article in a JSON object. Raises SchemaError where it has no usable content."""
        flat = flattened(fields)
        known, ignored = _known_fields(flat)
        try:
            article = cls.model_validate(
                {**known, "received_at": received_at, "ignored": tuple(sorted(ignored))}
            )
        except ValidationError as error:
            raise SchemaError(why(error)) from None
        if article.content is None and article.status == "usable":
            raise SchemaError(f"no content: expected one of {', '.join(CONTENT_FIELDS)}")
        if article.status != "usable" and not (article.id or article.url):
            raise SchemaError("a withdrawal needs an id or a url")
        return article


def aliases() -> dict[str, tuple[str, ...]]:
    """Every field with the names it is accepted under, its own first."""
    found: dict[str, tuple[str, ...]] = {"content": CONTENT_FIELDS}
    for name, field in RawArticle.model_fields.items():
        if isinstance(field.validation_alias, AliasChoices):
            found[name] = tuple(str(choice) for choice in field.validation_alias.choices)
    return found


def _known_fields(flat: Mapping[str, Any]) -> tuple[dict[str, Any], set[str]]:
    """The usable fields under their own names, and the names of all others."""
    known: dict[str, Any] = {}
    used: set[str] = set()
    for field, names in aliases().items():
        for name in names:
            if name in flat and (value := _usable(field, flat[name])) is not None:
                known[field] = value
                used.add(name)
                if field == "content" and name in _FORMAT_OF:
                    known.setdefault("content_type", _FORMAT_OF[name])
                break
    for field in ("version", "rights"):
        if field in flat and (value := _usable(field, flat[field])) is not None:
            known[field] = value
            used.add(field)
    shadowed = {name for field in known for name in aliases().get(field, ())}
    return known, {str(name) for name in flat} - used - shadowed - {"schema"}


def _usable(field: str, value: Any) -> Any:
    """The value in the field's own type, or None where nothing can be made of it."""
    match field:
        case "content":
            return _content(value)
        case "author":
            return tuple(_names(value)) or None
        case "version":
            return _whole(value, 0, _LARGEST_VERSION)
        case "urgency":
            return _whole(value, 1, 9)
        case "status":
            return _STATUS.get(str(value).strip().lower(), "withheld") if value else None
        case "rights":
            return _rights(value)
    return _text(value) if field in _TEXT_FIELDS else None


def _content(value: Any) -> str | None:
    """A string as it is, or the paragraphs of a list of strings."""
    if isinstance(value, list) and value and all(isinstance(part, str) for part in value):
        value = "\n\n".join(value)
    return value if isinstance(value, str) else None


def _text(value: Any) -> str | None:
    """A string that says something; numbers as their digits, a named thing by its name."""
    if isinstance(value, Mapping):
        value = value.get("name") or value.get("@id") or value.get("value")
    if isinstance(value, list) and value:
        return _text(value[0])
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return str(value).strip() or None


def _names(value: Any) -> Iterable[str]:
    values = value if isinstance(value, list) else [value]
    return (name for name in map(_text, values) if name and not name.startswith("http"))


def _whole(value: Any, least: int, most: int) -> int | None:
    try:
        number = int(value) if not isinstance(value, bool) else None
    except (TypeError, ValueError, OverflowError):
        return None
    return number if number is not None and least <= number <= most else None


def _rights(value: Any) -> Rights | None:
    """The rights as they are; unreadable rights forbid, since leave was not clearly given."""
    try:
        return Rights.model_validate(value)
    except ValidationError:
        return Rights(ai_allowed=False)
