"""Title, authors and dates of an article: what the producer says where sane, else the page."""

from collections.abc import Sequence
from datetime import datetime
from urllib.parse import urlsplit

from agents.errors import Reject
from schemas import RawArticle

from .authors import byline_names, names_in, only_names
from .block import Block
from .dates import find_time, has_date, read_time
from .metadata import Metadata
from .titles import without_site

_HEAD_LINES = 6  # lines around the headline where byline and date stand
_LONGEST_TITLE = 300


def fetched_time(raw: RawArticle) -> datetime | None:
    """When it was fetched; else the Kafka timestamp. Never the clock."""
    told = read_time(raw.fetched_at, base=raw.received_at) if raw.fetched_at else None
    return told or raw.received_at


def embargo(raw: RawArticle, language: str, base: datetime | None) -> datetime | None:
    """When the embargo ends. Raises Reject where it cannot be read, since leaking is worse."""
    if not raw.embargoed_until:
        return None
    until = read_time(raw.embargoed_until, language, base)
    if until is None:
        raise Reject("unreadable", "embargoed_until is no date")
    return until


def source_of(raw: RawArticle) -> str | None:
    """Who published; else the URL's host."""
    if raw.source and raw.source.strip():
        return raw.source.strip()
    try:
        host = urlsplit(raw.url or "").hostname or ""
    except ValueError:
        return None
    return host.removeprefix("www.") or None


def site_names(raw: RawArticle, page: Metadata) -> list[str]:
    """What the site calls itself, for taking it off titles."""
    host = (source_of(RawArticle(url=raw.url)) or "").split(".")
    return [name for name in (raw.source, page.site_name, ".".join(host), *host[:-1]) if name]


def told_title(raw: RawArticle, page: Metadata) -> str | None:
    """The headline by the producer or the page's metadata."""
    names = site_names(raw, page)
    for title in (raw.title, page.headline, *page.titles[:-1], *page.titles[-1:]):
        if title and (plain := without_site(" ".join(title.split()), names)):
            return plain[:_LONGEST_TITLE]
    return None


def authors_of(
    raw: RawArticle, page: Metadata, marked: Sequence[str], head: Sequence[str]
) -> tuple[str, ...]:
    """The persons named by the producer, the metadata, marked elements or the byline."""
    source = source_of(raw) or ""
    for texts in (raw.author, page.authors, marked):
        found = [name for text in texts for name in names_in(text, source=source)]
        if found:
            return tuple(dict.fromkeys(found))
    if page.is_agency:
        return ()
    for line in head:
        if names := byline_names(line, source=source):
            return names
    return _bare_name(head, source)


def _bare_name(head: Sequence[str], source: str) -> tuple[str, ...]:
    """A line that is only a name, next to a line with a date."""
    for at, line in enumerate(head[:_HEAD_LINES]):
        near = head[max(0, at - 1) : at + 3]
        if (names := only_names(line, source=source)) and any(map(has_date, near)):
            return names
    return ()


def published_time(
    raw: RawArticle,
    page: Metadata,
    marked: Sequence[str],
    head: Sequence[str],
    language: str,
    base: datetime | None,
) -> datetime | None:
    """When it was published: by the producer, the metadata, `<time>`, or a line of the head."""
    for told in (raw.published_at, page.published, *marked):
        if told and (time := read_time(told, language, base)):
            return time
    for line in head:
        if len(line) < 160 and (time := find_time(line, language, base)):
            return time
    return None


def head_lines(blocks: Sequence[Block], title_at: int | None) -> list[str]:
    """The lines after the headline up to the article's text, then those right before it."""
    if title_at is None:
        start, before = 0, list[str]()
    else:
        start = title_at + 1
        before = [block.text for block in blocks[max(0, title_at - 2) : title_at]]
    after: list[str] = []
    kept = 0
    for block in blocks[start : start + _HEAD_LINES * 3]:
        kept += block.reason is None
        if kept > 1:  # a lead may stand above the byline
            break
        if block.reason is not None:
            after.append(_unglued(block))
            if 1 < len(block.runs) < 6 and len(block.text) < 160:
                after += [run.text.strip() for run in block.runs]
    return after[: _HEAD_LINES * 2] + before


def _unglued(block: Block) -> str:
    """The block's text with a bar where two elements meet without a space."""
    text = ""
    for run in block.runs:
        text += "|" if text[-1:].isalnum() and run.text[:1].isalnum() else ""
        text += run.text
    return text
