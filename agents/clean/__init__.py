"""The stage `clean`: a raw article in, the article itself out."""

import re
from functools import partial
from html import unescape

from agents.errors import Reject
from schemas import CleanArticle, RawArticle, Withdrawal, canonical_url, content_hash, event_id

from .authors import as_written
from .cues import Cues, all_cues
from .decode import ENTITY, decode, repair
from .details import embargo, fetched_time, published_time, source_of, with_page
from .kinds import not_an_article
from .language import identify
from .metadata import Metadata, read_metadata
from .reading import Recall, read_html, read_text
from .recurring import (
    ProcessMemory,
    Sample,
    Seen,
    SourceMemory,
    Trace,
    hashed,
    own_report,
    seen_before,
    with_report,
)
from .tiling import tile
from .told import as_seen

__all__ = [
    "Cues",
    "ProcessMemory",
    "Sample",
    "Seen",
    "SourceMemory",
    "Trace",
    "clean",
    "hashed",
    "own_report",
    "seen_before",
    "with_report",
]

_HTML = re.compile(
    r"<(?:!doctype\s+html|html|head|body|article|main|section|div|p|br|h[1-6]|script|style)\b"
    r"[^<>]{0,2000}>"
    # A writer may show a tag, or a news agency its own; these are closed in HTML alone.
    r"|</(?:a|b|i|em|strong|u|span|font|small|ul|ol|li|dl|dd|t[dr]|table|blockquote|figure|pre)\s*>",
    re.I,
)
_WHOLE_PAGE = re.compile(r"\s*<(?:!doctype\s+html|html)\b", re.I)
_HEAD = 4_096  # characters in which a page shows that it is one
_MOST_TAGS = 100_000  # large pages have some thousands
_HTML_FACTOR = 12  # a page may be that much longer than the text in it


def clean(
    raw: RawArticle,
    *,
    max_chars: int = 400_000,
    memory: SourceMemory | None = None,
    cues: Cues | None = None,
) -> CleanArticle | Withdrawal:
    """The article without what surrounds it. Raises Reject."""
    if raw.status != "usable":
        return Withdrawal(
            article_id=raw.article_id, version=raw.version, status=raw.status, reason=raw.reason
        )
    raw = as_seen(raw)
    base = fetched_time(raw)
    until = embargo(raw, "und", base)
    text = decode(raw.content or "", raw.content_type)
    is_html, rounds = _form(raw.content_type, text)
    if len(text) > max_chars * (_HTML_FACTOR if is_html else 1):
        raise Reject("too-long", f"{len(text)} characters")
    if is_html and text.count("&lt;" if rounds else "<") > _MOST_TAGS:
        raise Reject("too-long", f"more than {_MOST_TAGS} tags")
    repaired = repair(text, rounds=rounds)
    read = read_html if is_html else read_text
    metadata = read_metadata(repaired.text) if is_html else Metadata()
    known = with_page(raw, metadata)
    recall = _recall(raw, source_of(known), repaired.text, memory)
    reading = read(repaired.text, known, metadata, cues or all_cues(), recall)
    if why := not_an_article(reading):
        raise Reject("not-an-article", why)
    text, segments, removed = tile(repaired, reading.blocks)
    _check(text, max_chars)
    language, confidence = identify(text, raw.language or reading.metadata.language)
    return CleanArticle(
        article_id=raw.article_id,
        version=raw.version,
        url=known.url,
        source=source_of(known),
        title=reading.title,
        author=tuple(map(as_written, reading.writers)),
        agencies=reading.agencies,
        dateline=reading.dateline,
        published_at=published_time(
            raw, reading.metadata, reading.marked_times, reading.head, reading.wire, language, base
        ),
        fetched_at=base,
        language=language,
        language_confidence=confidence,
        text=text,
        segments=segments,
        removed=removed,
        content_hash=content_hash(text),
        urgency=raw.urgency,
        embargoed_until=until,
        rights=raw.rights,
    )


def _recall(
    raw: RawArticle, source: str | None, text: str, memory: SourceMemory | None
) -> Recall | None:
    """The memory, asked as this article's source, report and version."""
    if memory is None or source is None:
        return None
    report = canonical_url(raw.url) if raw.url else raw.article_id
    version = event_id(raw.article_id, str(raw.version), raw.content_type or "", text)
    return partial(memory.sight, source, report, version)


def _form(content_type: str | None, text: str) -> tuple[bool, int]:
    """Whether it is HTML, and how often entities are resolved before it is read.

    A page resolves its own, so that one which a feed has coded as a whole needs one round more.
    """
    if "&lt;" in text and "<" not in text:
        head = unescape(text[:_HEAD])  # a text that speaks of tags begins with none
        is_html = head.lstrip().startswith("<") and _is_html(content_type, head)
        return is_html, 1 if is_html else 2
    is_html = _is_html(content_type, text)
    return is_html, 0 if is_html else 2


def _is_html(content_type: str | None, text: str) -> bool:
    declared = (content_type or "").lower()
    head = text[:_HEAD]
    if "html" in declared:
        return "<" in text or ENTITY.search(text) is not None
    if "plain" in declared:  # some declare whole pages so
        return _WHOLE_PAGE.match(head) is not None
    return _HTML.search(head) is not None


def _check(text: str, max_chars: int) -> None:
    if sum(map(str.isalpha, text[:200])) < 10:
        raise Reject("empty-text", "no running text")
    if len(text) > max_chars:
        raise Reject("too-long", f"{len(text)} characters of text")
