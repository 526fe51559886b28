"""schema.org NewsArticle (JSON-LD) and IPTC ninjs documents, seen as plain fields."""

from collections.abc import Mapping
from typing import Any

_ARTICLE_TYPES = ("Article", "BlogPosting")  # their subtypes end so too: NewsArticle and others
_NINJS_FIELDS = ("headlines", "bodies", "body_xhtml")  # what a plain raw article has not
_MEDIA_TYPE_NAMES = ("contenttype", "contentType")  # of ninjs 2, and of 3


def flattened(fields: Mapping[str, Any]) -> Mapping[str, Any]:
    """The document under the field names of a raw article; others come back as they are."""
    if "@graph" in fields or "@type" in fields:
        return _json_ld(fields)
    if any(name in fields for name in _NINJS_FIELDS):
        return _ninjs(fields)
    return fields


def _json_ld(document: Mapping[str, Any]) -> Mapping[str, Any]:
    """https://schema.org/NewsArticle, alone or within an `@graph`."""
    graph = document.get("@graph")
    nodes = [n for n in graph if isinstance(n, Mapping)] if isinstance(graph, list) else [document]
    article = next((node for node in nodes if _is_article(node)), document)
    named = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str)}
    flat = {
        name: _resolved(value, named) for name, value in article.items() if not name.startswith("@")
    }
    for theirs, ours in (("articleBody", "content"), ("mainEntityOfPage", "url")):
        if value := flat.pop(theirs, None):
            flat[ours] = flat.get(ours) or value
    if not flat.get("headline"):
        flat["headline"] = flat.pop("name", None)
    return {"id": article.get("@id"), **flat}


def _resolved(value: Any, named: Mapping[str, Mapping[str, Any]]) -> Any:
    """A reference to another node of the graph as that node; anything else as it is."""
    if isinstance(value, list):
        return [_resolved(one, named) for one in value if not isinstance(one, list)]
    name = value.get("@id") if isinstance(value, Mapping) and len(value) == 1 else None
    return named.get(name, value) if isinstance(name, str) else value


def _is_article(node: Mapping[str, Any]) -> bool:
    types = node.get("@type")
    return any(
        str(name).endswith(_ARTICLE_TYPES)
        for name in (types if isinstance(types, list) else [types])
    )


def _ninjs(document: Mapping[str, Any]) -> Mapping[str, Any]:
    """https://iptc.org/std/ninjs: version 1 uses our names, 2 and 3 use lists of values."""
    flat = dict(document)
    body = _first(flat.pop("bodies", None))
    for kind in (body.get(name) for name in _MEDIA_TYPE_NAMES if body.get(name)):
        flat.setdefault("content_type", kind)
    ours = {
        "content": body.get("value"),
        "title": _first(flat.pop("headlines", None)).get("value"),
        "author": flat.pop("by", None),
        "body_html": flat.pop("body_xhtml", None),
    }
    return {**flat, **{name: value for name, value in ours.items() if value and not flat.get(name)}}


def _first(values: Any) -> Mapping[str, Any]:
    """Of a list of objects with a value the main one, else the first; an empty one of none."""
    listed = values if isinstance(values, list) else []
    found = [one for one in listed if isinstance(one, Mapping) and one.get("value")]
    return next((one for one in found if one.get("role") == "main"), found[0] if found else {})
