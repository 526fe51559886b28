"""Why an element is not the article, by its tag, its attributes, or their words."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib import resources
from itertools import pairwise
from typing import cast

from schemas import RemovalReason

from .markup import Node

_OUT: dict[str, RemovalReason] = {
    "nav": "navigation", "footer": "navigation", "aside": "related", "figure": "caption",
    "figcaption": "caption", "form": "newsletter", "select": "navigation", "button": "navigation",
    "noscript": "other", "dialog": "cookie", "svg": "other", "object": "other",
    "menu": "navigation", "option": "navigation", "audio": "caption", "video": "caption",
    "table": "other",
}  # fmt: skip
PART = re.compile(r"[A-Z]?[a-zà-ÿ]+|[A-Z]+(?![a-z])")
# A machine's name (x9ad3, e1b07f) has letters between digits; a size (300x250) is none.
_HASH = re.compile(r"[^\W_]*\d(?!x\d)[^\W\d_]+\d[^\W_]*")
_NAMED_BY = ("class", "id", "role", "aria-label", "data-component", "data-type", "data-testid")
_UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)


@cache
def element_names() -> Mapping[RemovalReason, tuple[frozenset[str], tuple[str, ...]]]:
    """Reason to the whole words and the beginnings of words in names of such elements."""
    table = tomllib.loads(resources.files(__package__).joinpath("names.toml").read_text("utf-8"))
    return {
        cast(RemovalReason, reason): (
            frozenset(word for word in line.split() if not word.endswith("*")),
            tuple(word[:-1] for word in line.split() if word.endswith("*")),
        )
        for reason, line in table.items()
    }


@lru_cache(maxsize=4_096)
def _named_reason(name: str) -> RemovalReason | None:
    names = [PART.findall(each) for each in _HASH.sub(" ", name).split()]
    parts = {part.lower() for each in names for part in each}
    pairs = {(a + b).lower() for each in names for a, b in pairwise(each)}
    for reason, (whole, beginnings) in element_names().items():
        if not whole.isdisjoint(parts | pairs) or any(p.startswith(beginnings) for p in parts):
            return reason
    return None


def reason_of(node: Node) -> RemovalReason | None:
    """Why an element is not the article, by its tag, its attributes, or its names."""
    attributes = node.attributes
    if node.name in _OUT:
        named = _named_reason(attributes.get("class", "")[:300]) if node.name == "aside" else None
        return named or _OUT[node.name]
    if not attributes:
        return None
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return "other"
    if "style" in attributes and _UNSEEN.search(attributes["style"]):
        return "other"
    if attributes.get("itemprop") == "articleBody":
        return None
    for key in _NAMED_BY:
        if key in attributes and (reason := _named_reason(attributes[key][:300])):
            is_lead = node.name == "p" and "teaser" in attributes[key].lower()
            return None if is_lead else reason
    return None
