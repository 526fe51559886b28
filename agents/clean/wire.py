"""Copy as news agencies send it: where its headline stands, and when it was sent.

A message opens with a header: the source and its number, the priority, the category and the count
of words (IPTC 7901), or at least closes with the initials of those who wrote it. Keywords, notes to
editors and a byline follow in any order; the headline is the last line above the text that is none
of them. The time comes in six digits with the month.
"""

import re
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime

from .authors import byline_names
from .block import Block
from .cues import months
from .dates import has_date
from .evidence import Evidence
from .trim import has_agency_dateline, is_sign_off

_HEADER = re.compile(r"[A-Za-z]{2,4}\d{3,4}\s+\d\s+[A-Za-z]{1,4}\s+\d{2,5}\b")
_EARLY = 20  # blocks within which header and text begin
_MARKS = re.compile(r"^[\^*+\s]+|(?:\s*[=<*^]|\s\+\+\+|\s--?)+$")
_NOTE = re.compile(r"[(\[].*[)\]]|[A-ZÄÖÜ]{3,12}:\s.*|\S*(?:/\S*){2,}")
_DAY_FIRST = re.compile(  # 271522 Feb 25
    r"\b(?P<d>\d\d)(?P<h>\d\d)(?P<m>\d\d)\s(?P<month>[^\W\d_]{3,9})\.?\s(?:20)?(?P<y>\d\d)\b"
)
_CLOCK_FIRST = re.compile(  # 1805 191124 GMT
    r"\b(?P<h>\d\d)(?P<m>\d\d)\s(?P<d>\d\d)(?P<month>\d\d)(?P<y>\d\d)\s(?:GMT|UTC)\b"
)


def wire_headline(blocks: Sequence[Block], evidence: Sequence[Evidence]) -> int | None:
    """The index of the headline's block; None where this is no agency's message."""
    early = range(min(_EARLY, len(blocks)))
    text_at = next((at for at in early if has_agency_dateline(blocks[at].text)), 0)
    signed = any(is_sign_off(block.text) for block in blocks[text_at:])
    if not text_at or not (signed or _has_header(blocks)):
        return None
    above = (at for at in reversed(range(text_at)) if _may_be_headline(blocks[at], evidence[at]))
    return next(above, None)


def _has_header(blocks: Sequence[Block]) -> bool:
    return any(_HEADER.match(block.text) for block in blocks[:_EARLY])


def _may_be_headline(block: Block, e: Evidence) -> bool:
    text = block.text
    if e.word_count < 3 or e.cue or _HEADER.match(text) or _NOTE.fullmatch(text):
        return False
    return not (has_date(text) or wire_time(text) or byline_names(text))


def without_marks(headline: str) -> str:
    """The headline without what tells machines where it ends."""
    return _MARKS.sub("", headline)


def sent_at(blocks: Sequence[Block]) -> datetime | None:
    """When the agency sent the message, taken as UTC; None where it has no header or no time."""
    if not _has_header(blocks):
        return None
    return next((time for block in blocks if (time := wire_time(block.text))), None)


def wire_time(text: str) -> datetime | None:
    """The time in a line of an agency's message, taken as UTC."""
    found = _CLOCK_FIRST.search(text) or _DAY_FIRST.search(text)
    if found is None:
        return None
    name = found["month"].casefold()
    month = int(name) if name.isdigit() else months().get(name, 0)
    with suppress(ValueError):
        day, hour, minute = int(found["d"]), int(found["h"]), int(found["m"])
        return datetime(2000 + int(found["y"]), month, day, hour, minute, tzinfo=UTC)
    return None
