"""One value of a raw article, as producers really send it, in the type that we want.

Each reader gives None where nothing can be made of a value. Where a mistake would set free what
should stay back, it raises SchemaError instead.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import ValidationError

from .article import Rights, Status
from .event import LARGEST_EXACT, SchemaError

_DEEPEST = 8  # lists and objects around one value; more is no mistake but an attack
_SURROGATE = re.compile("[\ud800-\udfff]")  # half a character, cut by a careless producer
_LANGUAGE = re.compile(r"([a-z]{2})(?:[-_].*)?", re.I | re.S)
_MEDIA_TYPES = {
    "text/plain": "text/plain",
    "text/html": "text/html",
    "application/xhtml+xml": "text/html",
}
# Where the text stands in an object of schema.org, JSON-LD, ninjs, WordPress, Mongo.
_NAME_KEYS = ("name", "@value", "value", "rendered", "$oid", "$date")
_LINK_KEYS = ("@id", "url", "href", *_NAME_KEYS)
_ORGANIZATION = re.compile(r"Organi[sz]ation$")
_LINK = re.compile(r"https?://", re.I)
# IPTC's words (https://cv.iptc.org/newscodes/pubstatusg2/), and those that other systems use.
_STATUS_WORDS: dict[Status, tuple[str, ...]] = {
    "usable": ("usable", "published", "publish", "final"),
    "withheld": ("withheld", "withhold", "hold", "embargoed", "draft", "private", "unpublished"),
    "canceled": ("canceled", "cancelled", "cancel", "kill", "killed", "retracted", "withdrawn",
                 "deleted", "removed", "trash"),
}  # fmt: skip
_STATUS: dict[str, Status] = {word: s for s, words in _STATUS_WORDS.items() for word in words}


def is_nothing(value: Any) -> bool:
    """Whether the value says nothing: the field is as good as absent."""
    return value is None or (isinstance(value, str) and not value.strip()) or value in ([], {})


def whole_text(value: str) -> str:
    """The string with every half of a character replaced; no UTF-8 could hold it."""
    return _SURROGATE.sub("\ufffd", value)


def text(value: Any, keys: tuple[str, ...] = _NAME_KEYS) -> str | None:
    """A string that says something; numbers as their digits, a named thing by its name."""
    for _ in range(_DEEPEST):
        if isinstance(value, Mapping):
            value = next((value[key] for key in keys if not is_nothing(value.get(key))), None)
        elif isinstance(value, list) and value:
            value = value[0]
        else:
            break
    if isinstance(value, float):
        # Large numbers have lost digits: as an id they would be that of other articles too.
        value = None if not _is_exact(value) else int(value) if value.is_integer() else value
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return whole_text(str(value)).strip() or None


def _is_exact(number: float) -> bool:
    return -LARGEST_EXACT <= number <= LARGEST_EXACT  # false for NaN


def link(value: Any) -> str | None:
    """A URL or another identifier; of an object that of the thing, not its name."""
    return text(value, _LINK_KEYS)


def content(value: Any) -> str | None:
    """A string as it is, or the paragraphs of a list."""
    parts = [_paragraph(part) for part in (value if isinstance(value, list) else [value])]
    if not all(isinstance(part, str) for part in parts):
        return None
    return whole_text("\n\n".join(map(str, parts)))


def _paragraph(part: Any) -> Any:
    if isinstance(part, Mapping):
        return next((part[key] for key in ("value", "@value", "rendered") if key in part), None)
    return part


def names(value: Any) -> tuple[str, ...] | None:
    """People by name; neither organizations nor the addresses of their pages."""
    values = value if isinstance(value, list) else [value]
    found = (text(one) for one in values if not _is_organization(one))
    return tuple(name for name in found if name and not _LINK.match(name)) or None


def _is_organization(value: Any) -> bool:
    types = value.get("@type") if isinstance(value, Mapping) else None
    return any(
        isinstance(name, str) and _ORGANIZATION.search(name)
        for name in (types if isinstance(types, list) else [types])
    )


def whole(value: Any, least: int, most: int) -> int | None:
    """A whole number within the limits, also one written as a string."""
    if isinstance(value, bool) or (isinstance(value, float) and not value.is_integer()):
        return None
    try:
        number = int(value)
    except (TypeError, ValueError, OverflowError):
        return None
    return number if least <= number <= most else None


def version(value: Any) -> int | None:
    """A version number."""
    return whole(value, 0, LARGEST_EXACT)


def urgency(value: Any) -> int | None:
    """1 (flash) to 9."""
    return whole(value, 1, 9)


def language(value: Any) -> str | None:
    """An ISO 639-1 code, without region and script."""
    found = _LANGUAGE.fullmatch(text(value) or "")
    return found[1].lower() if found else None


def media_type(value: Any) -> str | None:
    """`text/plain` or `text/html`; others say nothing about the article's text."""
    return _MEDIA_TYPES.get((text(value) or "").partition(";")[0].strip().lower())


def embargo(value: Any) -> str | None:
    """The time as it was sent. Raises SchemaError for what is no time at all."""
    found = text(value)
    if found is None and value is not False:
        raise SchemaError(f"an embargo that is a {type(value).__name__}, expected a time")
    return found


def status(values: Iterable[Any]) -> Status:
    """The most cautious of all that is said. Raises SchemaError for a word that is not known."""
    found = {_status(value) for value in values}
    return next((word for word in ("canceled", "withheld") if word in found), "usable")


def _status(value: Any) -> Status:
    word = (text(value) or "").rpartition(":")[2].lower()  # a code may be qualified: stat:usable
    if word not in _STATUS:
        raise SchemaError(f"status is {word[:40]!r}, expected usable, withheld or canceled")
    return _STATUS[word]


def rights(value: Any) -> Rights:
    """The rights as they are; what cannot be read forbids, since leave was not clearly given."""
    if not isinstance(value, Mapping) or not set(value) & set(Rights.model_fields):
        return Rights(ai_allowed=False)
    try:
        return Rights.model_validate(value)
    except ValidationError as error:
        unreadable = {fault["loc"][0] for fault in error.errors()}
    kept = {name: value[name] for name in value if name not in unreadable}
    return Rights.model_validate({**kept, "ai_allowed": False})
