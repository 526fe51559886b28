"""Copy as news agencies send it: where headline, text and end stand, and when it was sent.

A message opens with a header: the source and its number, the priority, the category and the count
of words (IPTC 7901), or at least closes with the initials of those who wrote it. Keywords, notes to
editors and a byline follow in any order; the text begins with a place and the agency, and among it
stand notes in brackets. The time comes in six digits with the month.
"""

import re
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from .authors import byline_names
from .block import Block
from .clock import zone_minutes
from .cues import book
from .datelines import has_agency_dateline, is_agency, is_sign_off
from .dates import find_time, has_date, months
from .evidence import Evidence

_HEADER = re.compile(
    r"[A-Za-z]{2,4}\d{3,4}\s+\d\s+[A-Za-z]{1,4}\s+\w*\d\b|\^?BC-[A-Z]{2}-"
    r"|[A-Z]\d[A-Z]\d[A-Z0-9]{5}$"
    r"|[a-z]{3}-[a-z]{2,4}\s+\d{3,4}\s+[a-z]{2}\s+\d\s+\d+$"
)
_EARLY = 20  # blocks within which header and text begin
_UPDATE = (
    r"(?:UPDATE|WRAPUP|CORRECTED|REFILE|RPT|EXCLUSIVE|ACTUALIZA|RESUMEN|CORREGIDA|EXCLUSIVA"
    r"|ACTUALISATION|ZUSAMMENFASSUNG|KORREKTUR)(?:\s?\d{1,2})?-(?=\w)"
)
_MARKS = re.compile(
    r"^[\^*+\s]+|(?:\s*[=<*^]|\s\+\+\+|\s--?)+$"
    rf"|^{_UPDATE}"
)
_NUMBERED = re.compile(rf"{_UPDATE}(?<=\d-)")  # UPDATE 2-Headline
# More follows, or has come: what stands between the parts of a message.
_PART = re.compile(r"(?:mf|pa|more|mfl|sigue|suite|folgt)(?:\s.*page\s\d+)?", re.IGNORECASE)
_NOTE = re.compile(
    r"[(\[].*[)\]]|\S*(?:/\S*){2,}|[^\W\d_]{3,14}\.?:\s.*(?<![?!])"
    r"|(?P<sign>[*+=-]{2,})\s.*(?P=sign)"
)
_TO_EDITORS = re.compile(
    r"(?:notiz|hinweis|note|nota|avis|aviso|attention)\s(?:an|für|to|for|a|à|aux|para|ai)\b.{0,8}"
    r"\b(?:redaktion|editor|rédaction|redacc|redactor|redattor)\w*\s?(?::|-\s|–|$)",
    re.I,
)
_DATELINE = 60  # characters
_PARAGRAPHS = 2  # of the text that stand before its end
_DAY_FIRST = re.compile(  # 271522 Feb 25
    r"\b(?P<d>\d\d)(?P<h>\d\d)(?P<m>\d\d)\s(?:GMT\s)?(?P<month>[^\W\d_]{3,9})\.?\s(?:20)?(?P<y>\d\d)\b"
)
_CLOCK_FIRST = re.compile(  # 1805 191124 GMT
    r"\b(?P<h>\d\d)(?P<m>\d\d)\s(?P<d>\d\d)(?P<month>\d\d)(?P<y>\d\d)\s(?P<zone>GMT|UTC)\b"
)
_MONTH_FIRST = re.compile(  # AP-NY-04-11-25 1842EDT
    r"\b[A-Z]{2}-(?P<month>\d\d)-(?P<d>\d\d)-(?P<y>\d\d)\s(?P<h>\d\d)(?P<m>\d\d)(?P<zone>[A-Z]{3})"
)
_FOUR_DIGITS = re.compile(r"\d{4}")  # in all of them, and found sooner


class Wire(NamedTuple):
    """An agency's message: indices of its headline and first paragraph, and one past its last."""

    title_at: int
    text_at: int
    end: int
    sent: datetime | None


def read_wire(blocks: Sequence[Block], evidence: Sequence[Evidence]) -> Wire | None:
    """What is where in the message; None where the blocks are none."""
    has_header = _has_header(blocks)
    closing = [at for at, block in enumerate(blocks) if is_sign_off(block.text)]
    if not (closing or has_header):
        return None  # as most texts are; what opens one is longer sought
    text_at = next((at for at in _early(blocks) if _opens_text(blocks, at)), 0)
    end = next((at for at in closing if at >= text_at), None)
    if not text_at or not (end or has_header):
        return None
    above = [at for at in range(text_at) if _may_be_headline(blocks[at], evidence[at])]
    if not above:
        return None
    told = frozenset[str]().union(*(e.stems for e in evidence[text_at : text_at + 6]))
    title_at = max(above, key=lambda at: (len(evidence[at].stems & told), at))
    sent = next((time for block in blocks if (time := wire_time(block.text))), None)
    sent = sent or find_time(blocks[text_at].text[:_DATELINE])  # the day may stand before the text
    foot = (block.text for block in blocks[end or len(blocks) :] if len(block.text) <= _DATELINE)
    sent = sent or next((time for line in foot if (time := find_time(line))), None)
    return Wire(title_at, text_at, end or len(blocks), sent)


def drop_around(blocks: Sequence[Block], evidence: Sequence[Evidence], wire: Wire) -> None:
    """Drop the header, notes among the text, and what follows its end."""
    paragraphs, end = 0, min(wire.end, _close(blocks, evidence, wire))
    for at, block in enumerate(blocks):
        is_text = wire.text_at <= at and not _is_note(block.text)
        is_over = at >= end and paragraphs >= _PARAGRAPHS
        if at != wire.title_at and (not is_text or is_over):
            block.drop("other", 0.9)
        paragraphs += is_text


def _close(blocks: Sequence[Block], evidence: Sequence[Evidence], wire: Wire) -> int:
    """The index of the line for editors, or of who reported, below most of the text."""
    words = [e.word_count * (e.form == "prose") for e in evidence]
    before, left = words[wire.text_at], sum(words[wire.text_at + 1 :])
    for at in range(wire.text_at + 1, len(evidence)):
        cue = evidence[at].cue
        left -= words[at]
        is_credit = cue is not None and cue.ends and cue.reason == "credit"
        if left < before and (is_credit or _TO_EDITORS.match(blocks[at].text)):
            return at
        before += words[at]
    return len(evidence)


def without_marks(headline: str) -> str:
    """The headline without what tells machines where it ends."""
    return _MARKS.sub("", headline)


def wire_time(text: str) -> datetime | None:
    """The time in a line of an agency's message; without a zone it is taken as UTC."""
    if not _FOUR_DIGITS.search(text):
        return None
    patterns = (_CLOCK_FIRST, _DAY_FIRST, _MONTH_FIRST)
    found = next((hit for hit in (p.search(text) for p in patterns) if hit), None)
    if found is None:
        return None
    part = found.groupdict()
    name = part["month"].casefold()
    month = int(name) if name.isdigit() else months().get(name, 0)
    with suppress(ValueError):
        day, hour, minute = int(part["d"]), int(part["h"]), int(part["m"])
        local = datetime(2000 + int(part["y"]), month, day, hour, minute, tzinfo=UTC)
        return local - timedelta(minutes=zone_minutes(part.get("zone") or ""))
    return None


def _opens_text(blocks: Sequence[Block], at: int) -> bool:
    """Whether the text begins here: with its place and agency, or below a byline of the agency."""
    if has_agency_dateline(blocks[at].text):
        return True
    above = blocks[at - 1].text if at else ""
    return bool(byline_names(above)) and is_agency(above.rsplit(",", 1)[-1].strip())


def _early(blocks: Sequence[Block]) -> range:
    return range(min(_EARLY, len(blocks)))


def _has_header(blocks: Sequence[Block]) -> bool:
    texts = [blocks[at].text for at in _early(blocks)]
    return any(_HEADER.match(text) or _NUMBERED.match(text) for text in texts)


def _may_be_headline(block: Block, e: Evidence) -> bool:
    text = without_marks(block.text)
    if e.word_count < 3 or e.cue or _HEADER.match(text) or _NOTE.fullmatch(text):
        return False
    return not (has_date(text) or wire_time(text) or byline_names(text))


def _is_note(text: str) -> bool:
    """Whether a paragraph is only for those who receive the message."""
    first = re.split(r"\W", text.casefold(), maxsplit=1)[0]
    if _HEADER.match(text) or _PART.fullmatch(text) or _TO_EDITORS.match(text):
        return True
    is_picture = first in book()["images"]["words"] and (text[-1:] not in ".!?" or ":" in text[:30])
    return is_picture or (_NOTE.fullmatch(text) is not None and text[:1] in "([*+=-/")
