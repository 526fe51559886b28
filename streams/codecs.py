"""Bytes to events and back; the only place that knows how they look on the wire."""

import base64
import json
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any

import orjson

from schemas import CleanArticle, Event, RawArticle, SchemaError, Withdrawal, clean_id, id_in

from .message import Message

CONFLUENT_PREFIX = 5  # magic byte 0 and a four-byte schema id, as the schema registry writes them
LAST_MS = 253_402_300_799_000  # the last second of the year 9999, the last that a date can have
_FIRST_SIGNS = (b"{", b"[", b"<")  # of JSON and HTML
_SPACE_OR_MARK = b" \t\r\n\xef\xbb\xbf\xff\xfe"  # the marks of UTF-8 and UTF-16
_CLEAN_FORMS: dict[str, type[CleanArticle] | type[Withdrawal]] = {
    event.form: event for event in (CleanArticle, Withdrawal)
}
_ON_ONE_LINE = bytes.maketrans(b"\r\n", b"  ")  # in JSON, line ends stand between tokens only


def encode(event: Event) -> bytes:
    """UTF-8 JSON with sorted keys, so that equal events are equal bytes."""
    return encode_fields(event.to_dict())


def encode_fields(fields: Mapping[str, Any]) -> bytes:
    """What `encode` gives for an event with these JSON-ready fields, `schema` among them."""
    return orjson.dumps(fields, option=orjson.OPT_SORT_KEYS)


def to_line(message: Message) -> bytes:
    """The message as one line of JSON: topic, key, headers, value."""
    line = {
        "topic": message.topic,
        "key": _readable(message.key),
        "headers": {name: _readable(value) for name, value in message.headers},
        "value": _embedded(message.value),
    }
    return orjson.dumps(line)


def decode_raw(message: Message) -> RawArticle:
    """The raw article in a message. Raises SchemaError where nothing can be made of it."""
    received = _time(message.received_ms)
    if message.value is None:
        return RawArticle(id=_key_of_null(message), status="canceled", received_at=received)
    body = _without_confluent_prefix(message.value)
    if body.startswith(b"{"):
        return RawArticle.read(_json_object(body), received_at=received)
    if body.startswith(b"[") and _is_json(body):
        raise SchemaError("a JSON array: expected one JSON object a message")
    return RawArticle(
        content=body, content_type=message.header("content-type"), received_at=received
    )


def decode_clean(message: Message) -> CleanArticle | Withdrawal:
    """A clean article or a withdrawal; a tombstone withdraws. Raises SchemaError."""
    if message.value is None:
        return Withdrawal(article_id=_key_of_null(message), status="canceled")
    fields = _json_object(message.value)
    form = fields.get("schema")
    event = _CLEAN_FORMS.get(str(form))
    if event is None:
        raise SchemaError(f"schema is {form!r}, expected one of {sorted(_CLEAN_FORMS)}")
    return event.from_dict(fields)


def id_of_unreadable(message: Message) -> str:
    """The id of an article that cannot be read: its own, else the key; empty where it has none."""
    body = _without_confluent_prefix(message.value or b"")
    try:
        own = id_in(_json_object(body)) if body.startswith(b"{") else ""
    except Exception:  # what broke the decoder may break this too
        own = ""
    return own or _id_of_key(message)


DECODERS: dict[type, Callable[[Message], Any]] = {
    RawArticle: decode_raw,
    CleanArticle: decode_clean,
}


def _embedded(value: bytes | None) -> Any:
    """A JSON object or array as it is; all else as `_readable` has it."""
    if value and value[:1] in (b"{", b"[") and _is_json(value):
        return orjson.Fragment(value.translate(_ON_ONE_LINE))
    return _readable(value)


def _readable(value: bytes | None) -> str | dict[str, str] | None:
    """Text as a string, other bytes in base64, as no string can hold them."""
    try:
        return None if value is None else value.decode("utf-8")
    except UnicodeDecodeError:
        return {"base64": base64.b64encode(value or b"").decode("ascii")}


def _json_object(body: bytes) -> dict[str, Any]:
    """The fields. What orjson is too strict for (NaN, half a surrogate pair) json may yet read."""
    try:
        fields = orjson.loads(body)
    except orjson.JSONDecodeError as error:
        try:
            fields = json.loads(body)
        except (ValueError, RecursionError):
            raise SchemaError(f"not JSON: {error}") from None
    if not isinstance(fields, dict):
        raise SchemaError(f"a JSON {type(fields).__name__}: expected an object")
    return fields


def _is_json(body: bytes) -> bool:
    try:
        orjson.loads(body)
    except orjson.JSONDecodeError:
        return False
    return True


def _without_confluent_prefix(value: bytes) -> bytes:
    """The body from its first sign on. The prefix is one only where text follows: without NULs."""
    body = value[CONFLUENT_PREFIX:]
    # Before bare text it begins with two NULs: hardly a registry has counted to 2**24 schemas.
    is_marked = body.lstrip(_SPACE_OR_MARK)[:1] in _FIRST_SIGNS or value[1:2] == b"\0"
    if value.startswith(b"\0") and is_marked and body and b"\0" not in body:
        value = body
    stripped = value.lstrip(_SPACE_OR_MARK)
    is_json = stripped[:1] == b"{" or (stripped[:1] == b"[" and _is_json(stripped))
    return stripped if is_json else value


def _key_of_null(message: Message) -> str:
    """The id that a null value withdraws. Raises SchemaError where there is none."""
    key = _id_of_key(message)
    if not key:
        raise SchemaError("a null value withdraws the article of its key, but there is no key")
    return key


def _id_of_key(message: Message) -> str:
    return clean_id((message.key or b"").decode("utf-8", "replace"))


def _time(timestamp_ms: int | None) -> datetime | None:
    """Kafka's timestamp; None for -1, and for what no clock can have shown: producers set it."""
    if timestamp_ms is None or not 0 <= timestamp_ms <= LAST_MS:
        return None
    return datetime.fromtimestamp(timestamp_ms / 1000, UTC)
