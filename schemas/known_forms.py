"""schema.org NewsArticle (JSON-LD) and IPTC ninjs documents, seen as plain fields."""

from collections.abc import Mapping
from typing import Any

_ARTICLE_TYPES = ("Article", "BlogPosting", "ReportageNewsArticle", "LiveBlogPosting")


def flattened(fields: Mapping[str, Any]) -> Mapping[str, Any]:
    """The document under the field names of a raw article; others come back as they are."""
    if "@graph" in fields or "@type" in fields:
        return _json_ld(fields)
    if any(name in fields for name in ("headlines", "bodies", "bylines", "body_xhtml")):
        return _ninjs(fields)
    return fields


def _json_ld(document: Mapping[str, Any]) -> Mapping[str, Any]:
    """https://schema.org/NewsArticle, alone or within an `@graph`."""
    graph = document.get("@graph")
    nodes = [n for n in graph if isinstance(n, Mapping)] if isinstance(graph, list) else [document]
    article = next((node for node in nodes if _is_article(node)), document)
    renamed = {"articleBody": "content", "@id": "id", "mainEntityOfPage": "url"}
    flat = {name: article[name] for name in article if not name.startswith("@")}
    for theirs, ours in renamed.items():
        if article.get(theirs) and not flat.get(ours):
            flat[ours] = article[theirs]
        flat.pop(theirs, None)
    return flat


def _is_article(node: Mapping[str, Any]) -> bool:
    types = node.get("@type")
    return any(
        str(name).endswith(_ARTICLE_TYPES)
        for name in (types if isinstance(types, list) else [types])
    )


def _ninjs(document: Mapping[str, Any]) -> Mapping[str, Any]:
    """https://iptc.org/std/ninjs: version 1 uses our names, 2 lists of values."""
    flat = dict(document)
    if isinstance(flat.get("body_xhtml"), str):
        flat.setdefault("body_html", flat.pop("body_xhtml"))
    for theirs, ours in (("headlines", "title"), ("bylines", "author")):
        value = _first_value(flat.pop(theirs, None))
        if value and not flat.get(ours):
            flat[ours] = value
    bodies = flat.pop("bodies", None)
    body = _first_value(bodies)
    if body and not flat.get("content"):
        flat["content"] = body
        kind = bodies[0].get("contenttype") if isinstance(bodies[0], Mapping) else None
        if isinstance(kind, str):
            flat.setdefault("content_type", kind)
    return flat


def _first_value(values: Any) -> str | None:
    if not isinstance(values, list) or not values:
        return None
    value = values[0].get("value") if isinstance(values[0], Mapping) else values[0]
    return value if isinstance(value, str) else None
