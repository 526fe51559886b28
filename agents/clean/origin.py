"""Where a report comes from, as it says itself: the agencies credited, and the place."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import chain

from .authors import byline_names, is_person
from .block import Block
from .cues import book, words
from .datelines import CAPITAL, has_agency_dateline, is_agency
from .dates import months
from .evidence import Evidence
from .head import unglued
from .tokens import tokens_of
from .trim import Ends

_LONGEST_LINE = 25  # words of a line that credits
_BEFORE = 3  # blocks above the headline among which a credit may stand
_REACH = 12  # blocks below the text among which a credit is the article's
_FOOT = 3  # of those, where no list of credits knows the wording
_PARTS = re.compile(r"\s*(?:[|•·,;]|\s[–—-])\s*")
_BRACKETED = re.compile(r"\(([^()]{2,30})\)[^()]*$")
_DAY_AT_END = re.compile(
    r"[\s,]+(?:\d{1,2}\.?\s?[^\W\d_]{3,10}\.?|[^\W\d_]{3,10}\.?\s\d{1,2}|\d{1,2}[./]\d{1,2}\.?)$"
)
# The initials of a service or writer that no list knows; a country's stay.
_UNKNOWN = re.compile(r"\s\((?!USA|UAE|EAU|RDC|NRW)(?:[A-Z]{3,5}|[a-z]{2,4})\)$")
_SIGNS = " -–—:=_|,/"
_SHORT_FORM = re.compile(r",\s(?:\w{2,5}|(?:\w\.){1,3}\w)\.$")  # of a state or province
_PLACE = re.compile(rf"{CAPITAL}.*[^\W\d_]", re.S)
_LONGEST_PLACE = 60


@cache
def _short_forms() -> dict[str, str]:
    """What each agency may be called, to the short form of its name."""
    return {name: short for short, all_names in book()["credited"].items() for name in all_names}


@cache
def _agencies() -> re.Pattern[str]:
    known = "|".join(sorted(map(re.escape, _short_forms()), key=len, reverse=True))
    return re.compile(rf"(?<![\w@.])(?<!//)(?:{known})(?![\w@]|\.\w)", re.I)


@cache
def _linked() -> re.Pattern[str]:
    """An agency right after a word that credits it."""
    links = r"mit|with|avec|con|com|met|by|von|par|por|via|quelle:?|source\s?:?|fuente:?|©"
    return re.compile(rf"(?<!\w)(?:{links})\s(?:der\s|the\s|l['’])?({_agencies().pattern})", re.I)


_GIVING = re.compile(r"contribu|beigetragen|material|informa[tc]|despachos", re.I)


def agencies_in(credit: str) -> tuple[str, ...]:
    """The agencies that a credit names, by their short forms, in order.

    Small letters and capitals do where the credit is nothing but agencies and initials; elsewhere
    a name must be written as the agency's: Sid and Ria are persons.
    """
    is_bare = is_agency(credit.strip("*_ ()[]–—-©."))
    found = []
    for name in _agencies().finditer(credit):
        short = _short_forms()[name[0].lower()]
        is_long = " " in name[0] or "-" in name[0]
        if is_bare or is_long or name[0] == short or (name[0].isupper() and len(short) > 2):
            found.append(short)
    return tuple(dict.fromkeys(found))


def origin(
    told: Iterable[str],
    blocks: Sequence[Block],
    evidence: Sequence[Evidence],
    title_at: int | None,
    ends: Ends,
) -> tuple[tuple[str, ...], str | None]:
    """The agencies credited by authors' fields, above, in and below the text; and the place."""
    above = list(_above(blocks, evidence, title_at))
    opening = ends.opening or next(filter(_is_dateline, above), "")
    bracket = _BRACKETED.search(opening)
    credits = [
        *(line for line in told if not is_person(line)),
        *filter(_credits, above),
        *([bracket[1]] if bracket else ()),
        *ends.closing,
        *_below(blocks, evidence),
    ]
    return tuple(dict.fromkeys(chain(*map(agencies_in, credits)))), place_of(opening)


def place_of(opening: str) -> str | None:
    """The place or places of a dateline, as written, without day, agency and signs."""
    bracket = _BRACKETED.search(opening)
    text = opening[: bracket.start()] if bracket and is_agency(bracket[1]) else opening
    text = _UNKNOWN.sub("", text.strip(_SIGNS))
    if text.endswith(".") and not _SHORT_FORM.search(text):
        text = text.rstrip(".")
    parts = text.split(", ")
    while len(parts) > 1 and _is_day(parts[-1]):
        parts.pop()
    text = _DAY_AT_END.sub("", ", ".join(parts)).strip(_SIGNS)
    is_place = _PLACE.match(text) and len(text) <= _LONGEST_PLACE
    return text if is_place and not (byline_names(text) or is_agency(text)) else None


def _is_day(text: str) -> bool:
    """Whether a part between commas is a date or the name of a day or month."""
    bare = text.strip(" .").lower()
    return any(map(str.isdigit, bare)) or bare in months() or bare in _dull()


@cache
def _dull() -> frozenset[str]:
    return frozenset[str]().union(*words("generic").values())


def _above(
    blocks: Sequence[Block], evidence: Sequence[Evidence], title_at: int | None
) -> Iterator[str]:
    """The lines around the headline and before the text that are no captions."""
    start = 0 if title_at is None else max(0, title_at - _BEFORE)
    for at in range(start, len(blocks)):
        if blocks[at].reason is None and blocks[at].text and at != title_at:
            return
        if at != title_at and _is_line(blocks[at], evidence[at]):
            yield unglued(blocks[at])


def _below(blocks: Sequence[Block], evidence: Sequence[Evidence]) -> Iterator[str]:
    """The lines below the text that credit: by their cue, or worded so right below it."""
    last = max((at for at, block in enumerate(blocks) if block.reason is None), default=-1)
    for at in range(last + 1, min(last + 1 + _REACH, len(blocks))):
        cue, text = evidence[at].cue, blocks[at].text
        if _is_line(blocks[at], evidence[at]):
            is_worded = at <= last + _FOOT and (_linked().search(text) or _GIVING.search(text))
            if is_worded or (cue and cue.reason == "credit"):
                yield text


def _is_line(block: Block, e: Evidence) -> bool:
    if e.form == "prose" or e.word_count > _LONGEST_LINE or block.reason == "caption":
        return False
    return not (e.cue and e.cue.reason == "caption") and _images().isdisjoint(e.tokens)


@cache
def _images() -> frozenset[str]:
    phrases = map(tokens_of, book()["images"]["words"])
    return frozenset(tokens[0] for tokens in phrases if len(tokens) == 1)


def _credits(line: str) -> bool:
    """Whether a line above the text credits an agency: alone, or after a word that does so."""
    return _linked().search(line) is not None or any(
        is_agency(part.strip("*_ ()[]")) for part in _PARTS.split(line)
    )


def _is_dateline(line: str) -> bool:
    """Whether a line is a place and an agency, with a day or sign: else it may be a person's."""
    is_signed = line[-1:] in _SIGNS or any(map(str.isdigit, line))
    return is_signed and len(line) <= _LONGEST_PLACE and has_agency_dateline(f"{line} X")
