"""Quotations: what stands between quotation marks must stand so in the evidence."""

import re
from typing import NamedTuple

from .words import fold

_PAIRS = re.compile(
    r"„([^“”„]{2,}?)[“”]|“([^“”]{2,}?)”|«\s*([^«»]{2,}?)\s*»|»([^«»]{2,}?)«|\"([^\"]{2,}?)\""
    r"|(?<!\w)‘([^‘]{2,}?)’(?!\w)|(?<![\w'])'(?=\w)([^']{2,}?)'(?![\w'])"
    r"|‚([^‚‘’]{2,}?)[‘’]|‹\s*([^‹›]{2,}?)\s*›|›([^‹›]{2,}?)‹|``([^`]{2,}?)(?:''|``|\")"
)
# A quotation that runs over several sentences opens in one and closes in another.
_OPEN_ENDED = re.compile(r"^([^„“”«»\"]{2,})[“”»\"]|[„“«\"]([^„“”«»\"]{2,})$")
_NOT_WORD = re.compile(r"[^\w%$€£]+")


class Quotation(NamedTuple):
    """The words between quotation marks, as written and folded."""

    text: str
    folded: str


def quotations(text: str) -> list[Quotation]:
    """What the text puts between quotation marks."""
    found = [next(filter(None, m.groups())) for m in _PAIRS.finditer(text)]
    rest = _PAIRS.sub(" ", text)
    found += [next(filter(None, m.groups())) for m in _OPEN_ENDED.finditer(rest)]
    return [Quotation(quote, _folded(quote)) for quote in found]


def is_supported(quote: Quotation, evidence: list[Quotation]) -> bool:
    """Whether the evidence quotes these words in this order."""
    return any(f" {quote.folded} " in f" {other.folded} " for other in evidence)


def _folded(text: str) -> str:
    return _NOT_WORD.sub(" ", fold(text)).strip()
