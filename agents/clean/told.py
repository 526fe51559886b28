"""What producers and pages say in a field, as a reader would see it: one line of plain text."""

import re
from html import unescape

from schemas import RawArticle

from .decode import ENTITY, repair
from .markup import INLINE

_LONGEST = 5_000  # characters; no title comes near it
_UNSEEN = re.compile(
    r"<(script|style)\b[^<>]{0,500}>.{0,5000}?</\1\s*>|<!--.{0,5000}?-->|<!\[CDATA\[|\]\]>",
    re.I | re.S,
)
_TAG = re.compile(r"</?([A-Za-z][\w:-]*)[^<>]{0,500}>")


def told_line(text: str) -> str:
    """The text without markup, entities, damage and needless space; perhaps nothing is left."""
    text = text[:_LONGEST]
    if "&" in text:
        # Twice, as some code what was coded before: `&amp;uuml;`.
        text = ENTITY.sub(_character, ENTITY.sub(_character, text))
    if "<" in text or "]" in text:
        text = _TAG.sub(_between, _UNSEEN.sub("", text))
    return " ".join(repair(text).text.split())


def as_seen(raw: RawArticle) -> RawArticle:
    """The raw article with its title, authors, source and date as a reader would see them."""
    told = {
        "title": told_line(raw.title or "") or None,
        "source": told_line(raw.source or "") or None,
        "published_at": told_line(raw.published_at or "") or None,
        "author": tuple(filter(None, map(told_line, raw.author))),
    }
    return raw.model_copy(update=told)


def _character(entity: re.Match[str]) -> str:
    return unescape(entity[0])


def _between(tag: re.Match[str]) -> str:
    """What a reader sees for a tag: nothing within a line, a space between two."""
    return "" if tag[1].lower() in INLINE else " "
