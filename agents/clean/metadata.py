"""What a page says about itself: JSON-LD, meta elements, the document's own title."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Any
from urllib.parse import urlsplit

from .markup import attributes_of
from .told import told_line

_JSON_LD = re.compile(r"<script\b[^<>]{0,300}ld\+json[^<>]{0,300}>", re.I)
_META = re.compile(r"<meta\b[^<>]{0,4000}>", re.I)
_LINK = re.compile(r"<link\b[^<>]{0,4000}>", re.I)
_TITLE = re.compile(r"<title\b[^<>]{0,300}>([^<]{0,1000})", re.I)
_LANG = re.compile(r"<html\b[^<>]{0,1000}?\blang\s*=\s*[\"']?([A-Za-z-]{2,10})", re.I)
_HEAD = 300_000  # metadata comes early; what is later is other people's embedded pages
_LARGEST_JSON = 200_000
_MOST_NODES = 2_000
_MOST_SCRIPTS = 30
_LONGEST_URL = 2_000
_ARTICLE_TYPES = ("Article", "BlogPosting", "Report", "LiveBlogPosting")
_NAMES = {
    "title": ("og:title", "twitter:title", "dc.title", "sailthru.title"),
    "description": ("og:description", "description", "twitter:description"),
    "site_name": ("og:site_name", "application-name", "publisher", "dc.publisher"),
    "published": (
        "article:published_time", "article:published", "og:published_time", "datepublished",
        "date", "pubdate", "publishdate", "publish-date", "dc.date", "dc.date.issued",
        "dcterms.issued", "dcterms.date", "dcterms.created", "parsely-pub-date", "sailthru.date",
        "last-modified",
    ),
    "language": ("og:locale", "content-language", "dc.language"),
}  # fmt: skip
_AUTHOR_NAMES = (
    "author",
    "article:author",
    "dc.creator",
    "parsely-author",
    "sailthru.author",
    "byl",
)


_Node = Mapping[str, Any]


@dataclass(slots=True)
class Metadata:
    """What a page says about itself; empty where it says nothing."""

    headline: str = ""
    titles: list[str] = field(default_factory=list)
    description: str = ""
    authors: list[str] = field(default_factory=list)
    organisations: list[str] = field(default_factory=list)  # named as the author
    published: str = ""
    site_name: str = ""
    url: str = ""  # absolute
    language: str = ""
    kinds: set[str] = field(default_factory=set)  # schema.org types, and `og:` types
    is_free: bool | None = None  # whether all may read it, where that is said


def read_metadata(source: str) -> Metadata:
    """The page's statements about itself."""
    found = Metadata()
    nodes = list(_json_ld(source))
    known = {
        node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and "name" in node
    }
    for node in nodes:
        _take_node(found, node, known)
    told = _take_meta(found, source[:_HEAD])
    links = map(attributes_of, _LINK.findall(source[:_HEAD]))
    canonical = [link.get("href") for link in links if link.get("rel", "").lower() == "canonical"]
    urls = map(_url, (*canonical, told.get("og:url"), found.url))
    found.url = next(filter(None, urls), "")
    title = _TITLE.search(source[:_HEAD])
    if title:
        found.titles.append(_plain(title[1]))
    language = _LANG.search(source[:_HEAD])
    if language and not found.language:
        found.language = language[1]
    return found


def _json_ld(source: str) -> Iterator[Mapping[str, Any]]:
    """All objects of all JSON-LD scripts, outer before inner; broken scripts are passed over."""
    for opening in islice(_JSON_LD.finditer(source), _MOST_SCRIPTS):
        end = source.find("</", opening.end(), opening.end() + _LARGEST_JSON)
        while end >= 0 and source[end : end + 8].lower() != "</script":
            end = source.find("</", end + 2, opening.end() + _LARGEST_JSON)
        text = source[opening.end() : end] if end >= 0 else ""
        try:
            queue = [json.loads(text, strict=False)]
        except (ValueError, RecursionError):
            continue
        for _ in range(_MOST_NODES):
            if not queue:
                break
            value = queue.pop(0)
            if isinstance(value, list):
                queue[:0] = value
            elif isinstance(value, dict):
                yield value
                queue += [v for v in value.values() if isinstance(v, list | dict)]


def _take_node(found: Metadata, node: _Node, known: Mapping[str, _Node]) -> None:
    types = node.get("@type")
    kinds = {
        kind for kind in (types if isinstance(types, list) else [types]) if isinstance(kind, str)
    }
    if kinds & {"WebSite", "NewsMediaOrganization"} and not found.site_name:
        found.site_name = _plain(node.get("name"))
    if not any(kind.endswith(_ARTICLE_TYPES) for kind in kinds) or found.headline:
        return
    found.kinds |= kinds
    found.headline = _plain(node.get("headline") or node.get("name"))
    found.description = _plain(node.get("description"))
    found.published = _plain(node.get("datePublished") or node.get("dateCreated"))
    found.language = _plain(node.get("inLanguage"))
    if node.get("isAccessibleForFree") is not None:
        found.is_free = not str(node["isAccessibleForFree"]).lower().endswith("false")
    publisher = node.get("publisher")
    if isinstance(publisher, dict) and not found.site_name:
        publisher = known.get(str(publisher.get("@id")), publisher)
        found.site_name = _plain(publisher.get("name"))
    page = node.get("mainEntityOfPage")
    page = page.get("@id") or page.get("url") if isinstance(page, dict) else page
    found.url = _url(page) or _url(node.get("url"))
    _take_authors(found, node.get("author") or node.get("creator"), known)


def _take_authors(found: Metadata, authors: Any, known: Mapping[str, _Node]) -> None:
    """Persons told by name, or by the `@id` of an object elsewhere on the page."""
    for author in (authors if isinstance(authors, list) else [authors])[:20]:
        if isinstance(author, dict):
            if "name" not in author and isinstance(author.get("@id"), str):
                author = known.get(author["@id"], author)
            if "Organization" in str(author.get("@type")):
                found.organisations.append(_plain(author.get("name")))
                continue
            author = author.get("name")
            for name in author if isinstance(author, list) else [author]:
                found.authors.append(_plain(name))
        elif isinstance(author, str):
            found.authors.append(_plain(author))


def _take_meta(found: Metadata, head: str) -> Mapping[str, str]:
    """Take what meta elements say; the values by name are answered."""
    values: dict[str, str] = {}
    for element in _META.finditer(head):
        attributes = attributes_of(element[0])
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
        name = name or attributes.get("http-equiv") or ""
        content = attributes.get("content", "")
        if name and content:
            values.setdefault(name.lower(), content)
            if name.lower() in _AUTHOR_NAMES and "://" not in content:
                found.authors.append(_plain(content))
    for field_name, names in _NAMES.items():
        texts = [_plain(values[name]) for name in names if name in values]
        if field_name == "title":
            found.titles += texts
        elif texts and not getattr(found, field_name):
            setattr(found, field_name, texts[0])
    if "og:type" in values:
        found.kinds.add(f"og:{values['og:type'].lower()}")
    return values


def _plain(value: Any) -> str:
    """A string without markup, entities and needless space; empty for anything else."""
    return told_line(value) if isinstance(value, str) else ""


def _url(value: Any) -> str:
    """The absolute address of a page within a site; empty for anything else."""
    url = _plain(value)
    try:
        parts = urlsplit(url)
        is_page = parts.scheme.lower() in ("http", "https") and "." in (parts.hostname or "")
    except ValueError:
        return ""
    # Some sites name their front page on all others.
    is_within = parts.path.strip("/") or parts.query
    return url if is_page and is_within and " " not in url and len(url) <= _LONGEST_URL else ""
