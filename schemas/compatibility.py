"""Whether a JSON Schema keeps every promise of an older one: the contract only grows."""

from collections.abc import Iterator, Mapping
from typing import Any

# What neither the readers of new messages nor new readers of old messages could bear to change.
_FIXED = (
    "type", "format", "pattern", "const", "$ref", "required",
    "minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems",
)  # fmt: skip

Schema = Mapping[str, Any]


def broken_promises(old: Schema, new: Schema) -> list[str]:
    """What the new schema takes back. New optional fields and new values of a list are growth."""
    found = list(_broken(old, new, "value"))
    for name, part in sorted(old.get("$defs", {}).items()):
        found += _broken(part, new.get("$defs", {}).get(name, {}), name)
    return found


def _broken(old: Schema, new: Schema, at: str) -> Iterator[str]:
    for rule in _FIXED:
        if old.get(rule) != new.get(rule):
            yield f"{at}: {rule} was {old.get(rule)!r} and is {new.get(rule)!r}"
    lost = [value for value in old.get("enum", ()) if value not in new.get("enum", ())]
    if lost or ("enum" in new and "enum" not in old):
        yield f"{at}: some values are no longer allowed: {lost}"
    for name, part in sorted(old.get("properties", {}).items()):
        if name in new.get("properties", {}):
            yield from _broken(part, new["properties"][name], f"{at}.{name}")
        else:
            yield f"{at}.{name} is gone"
    if "items" in old:
        yield from _broken(old["items"], new.get("items", {}), f"{at}[]")
