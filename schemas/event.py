"""The base of every event: frozen, tolerant when read, exact when written."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Annotated, Any, ClassVar, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError


class SchemaError(ValueError):
    """The sender's fault: a message that does not fit its schema."""


def _in_utc(value: datetime) -> datetime:
    try:
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)
    except OverflowError:
        raise ValueError("beyond the first or the last year") from None


Time = Annotated[datetime, AfterValidator(_in_utc)]  # aware, in UTC; naive times are taken as UTC
Text = Annotated[str, Field(min_length=1)]  # absent means absent: never an empty string
Language = Annotated[str, Field(pattern=r"^(?:[a-z]{2}|und)$", description="ISO 639-1, or und")]
LARGEST_EXACT = 2**53 - 1  # the largest integer that every JSON reader keeps exact
Offset = Annotated[int, Field(ge=0, le=LARGEST_EXACT, description="in Unicode code points")]
Share = Annotated[float, Field(ge=0, le=1)]


class Part(BaseModel):
    """A part of an event: frozen, unknown fields ignored, absent means absent."""

    model_config = ConfigDict(frozen=True, extra="ignore", populate_by_name=True)


class Span(Part):
    """A half-open range of code points."""

    start: Offset
    end: Offset


class Event(Part):
    """What every event carries; `schema` names its form and version, such as `summary/1`."""

    form: ClassVar[str]

    article_id: Text = Field(description="stable across versions, and the message's key")
    version: int = Field(1, ge=0, le=LARGEST_EXACT, description="the producer's version number")

    def to_dict(self) -> dict[str, Any]:
        """JSON-ready fields, `schema` included and absent ones left out."""
        fields = self.model_dump(mode="json", by_alias=True, exclude_none=True)
        return {**fields, "schema": self.form}

    @classmethod
    def from_dict(cls, fields: Mapping[str, Any]) -> Self:
        """The event in `fields`. Raises SchemaError where they do not fit."""
        found = fields.get("schema", cls.form)
        if found != cls.form:
            raise SchemaError(f"schema is {found!r}, expected {cls.form!r}")
        try:
            return cls.model_validate(fields)
        except ValidationError as error:
            raise SchemaError(why(error)) from None


def why(error: ValidationError) -> str:
    """The first few faults as `field: what was wrong`, without the sender's values."""
    faults = (f"{'.'.join(map(str, e['loc'])) or 'value'}: {e['msg']}" for e in error.errors()[:3])
    return "; ".join(faults)
