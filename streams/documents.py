"""JSON documents of articles: one, an array of them, an API's answer, lines by another name."""

import json
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from schemas import aliases
from schemas.known_forms import flattened


class NoArticles(ValueError):  # noqa: N818 - the name says what is wrong
    """A file that should hold articles and does not; the text says why, or where it breaks."""


def articles(content: bytes) -> Iterator[bytes]:
    """The articles in the document, each as JSON. Raises NoArticles.

    What breaks in the middle is no article at all: its pieces would pass for texts.
    """
    try:
        parsed = json.loads(content)
    except (ValueError, RecursionError) as error:
        lines = [line for line in map(bytes.strip, content.splitlines()) if line]
        if not all(map(_is_object, lines)):
            raise NoArticles(
                f"is no JSON ({error}): it may be cut off. JSON lines should be called .jsonl"
            ) from None
        yield from lines
        return
    for one in _articles(parsed):
        yield json.dumps(one, ensure_ascii=False).encode("utf-8", "surrogatepass")


def _is_object(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _articles(parsed: Any) -> Sequence[Any]:
    """The articles of a document: of an API's answer, the one list of objects in it."""
    if isinstance(parsed, list):
        return parsed
    if not isinstance(parsed, dict) or flattened(parsed) is not parsed:
        return [parsed]
    around = [parsed, *(value for value in parsed.values() if isinstance(value, dict))]
    if any(map(_tells_article, around)):
        return [parsed]
    values = [value for one in around for value in one.values()]
    lists = [one for one in values if isinstance(one, list) and any(map(_tells_article, one))]
    return lists[0] if len(lists) == 1 else [parsed]


def _tells_article(value: Any) -> bool:
    """Whether it is an object with a field that only articles have."""
    return isinstance(value, dict) and not _telling().isdisjoint(map(str.lower, value))


@cache
def _telling() -> frozenset[str]:
    known = aliases()
    fields = ("id", "url", "title", "content")
    return frozenset(name.lower() for field in fields for name in known[field])
