"""Title, authors and dates of an article: what the producer says where sane, else the page."""

from collections.abc import Sequence
from datetime import datetime

from agents.errors import Reject
from schemas import RawArticle

from .authors import names_in
from .bylines import marked_names
from .dates import find_time, read_time
from .dialect import dialect, host_of
from .metadata import Metadata
from .titles import without_site
from .wire import Wire

_LONGEST_TITLE, _LONGEST_SOURCE = 300, 200


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


def with_page(raw: RawArticle, page: Metadata) -> RawArticle:
    """The raw article with the page's word for where it stands, if the producer says nothing."""
    name = "" if raw.url or "://" in page.site_name else page.site_name[:_LONGEST_SOURCE]
    return raw.model_copy(
        update={"url": raw.url or page.url or None, "source": raw.source or name or None}
    )


def source_of(raw: RawArticle) -> str | None:
    """Who published; else the URL's host."""
    return (raw.source or "").strip() or host_of(raw.url) or None


def site_names(raw: RawArticle, page: Metadata) -> list[str]:
    """What the site calls itself, for taking it off titles."""
    host = host_of(raw.url).split(".")
    return [name for name in (raw.source, page.site_name, ".".join(host), *host[:-1]) if name]


def told_title(raw: RawArticle, page: Metadata) -> str | None:
    """The headline by the producer or the page's metadata.

    One word of `<title>`, which is the last of the page's, is a section's name.
    """
    names = site_names(raw, page)
    for title in (raw.title, page.headline, *page.titles):
        plain = without_site(" ".join((title or "").split()), names)
        is_section = page.titles[-1:] == [title] and " " not in plain
        if plain and not is_section:
            return plain[:_LONGEST_TITLE]
    return None


def authors_of(raw: RawArticle, page: Metadata, marked: Sequence[str]) -> tuple[str, ...]:
    """The persons named by the producer, the metadata or marked elements."""
    source = source_of(raw) or ""
    for texts in (raw.author, page.authors):
        found = [name for text in texts for name in names_in(text, source=source)]
        if found:
            return tuple(dict.fromkeys(found))
    found = [name for text in marked for name in marked_names(text, source=source)]
    return tuple(dict.fromkeys(found))


def published_time(
    raw: RawArticle,
    page: Metadata,
    marked: Sequence[str],
    head: Sequence[str],
    wire: Wire | None,
    language: str,
    base: datetime | None,
) -> datetime | None:
    """When it was published: by the producer, the metadata, `<time>`, the head or the agency."""
    sent = wire.sent if wire else None
    language = dialect(language, page.language, raw.url)
    for told in (raw.published_at, page.published, *marked):
        if told and (time := read_time(told, language, base)):
            return time
    for line in head:
        if len(line) < 160 and (time := find_time(line, language, base)):
            has_clock = time.hour or time.minute
            is_less = sent is not None and not has_clock and time.date() == sent.date()
            return sent if is_less else time
    return sent
