"""Where a report comes from, as its first line says it: place, day and agency; and its sign-off."""

import re
from collections.abc import Iterable

from .cues import names

CAPITAL = "[A-ZÀ-ÖØ-ÝĀ-Ž]"
_LETTERS = r"[^\W\d_]"
_PLACE_NAME = rf"{CAPITAL}{_LETTERS}*\.?(?:[ '’-]{_LETTERS}+\.?){{0,3}}"
_PLACE = rf"(?:{_PLACE_NAME}(?:\s?[/,]\s?{_PLACE_NAME}){{0,2}})"
_DAY = (
    rf"(?:,?\s*(?:(?:{_LETTERS}{{2,10}},?\s)?\d{{1,2}}(?:er|\.)?\s?(?:de\s)?{_LETTERS}{{3,10}}\.?"
    rf"|{_LETTERS}{{3,10}}\.?\s\d{{1,2}}|\d{{1,2}}\.\d{{1,2}}\.)(?:,?\s(?:de\s)?\d{{4}})?)?"
)
_BRACKET = r"\((?P<agency>[^()]{2,30})\)"
_SIGN = r"\s*(?:\.\s?[-–—]|[-–—]{1,2}|\.|:)"
_WITH_AGENCY = re.compile(rf"(?:{_PLACE}{_DAY},?\s*)?{_BRACKET}(?:{_SIGN})?\s*(?=\W?\w)")
_WITH_DASH = re.compile(
    rf"(?P<place>{_PLACE}){_DAY}(?:\s*\.\s?[-–—]|\s+[-–—]{{1,2}})\s+"
    rf"(?=(?:[\"„“]|«\s?)?(?:{CAPITAL}|\d))"
)
# Some papers drop the brackets: THE HAGUE, Netherlands, Nov 17 AP - A court.
_BARE_AGENCY = re.compile(
    rf"{_PLACE}(?:,\s{_PLACE_NAME})?{_DAY},?\s(?P<agency>[A-Z]{{2,10}}(?:/[A-Z]{{2,10}})?)"
    rf"\s[-–—]{{1,2}}\s(?=\W{{0,2}}\w)"
)
_AGENCY_SIGNS = re.compile(r"[/,;&+|-]|\s(?:und|and|et|y|e|en)\s")
# A place in capitals needs no known agency, and any sign may follow it.
_SHOUTED = re.compile(
    rf"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þß.'’/ -]{{3,40}}{_DAY}(?:\s*\([^()]{{2,12}}\))?"
    rf"(?:(?<=\))\s?|\s*[-–—/|]\s|\s?\.\s?[-–—]?)\s*(?=[\"„“«»]?{CAPITAL}{_LETTERS}*[a-zà-ÿ ]|\d)"
)
# In Indian papers a colon follows it: one word and a colon may be anything, as BREAKING is.
_COLONED = re.compile(
    rf"[A-ZÀ-Þ.'’-]{{2,}}(?:,? [A-ZÀ-Þ.'’-]{{2,}}){{1,3}}: (?=\W{{0,2}}{CAPITAL})"
)
# A house that no list of agencies knows, in brackets behind a place in capitals.
_HOUSE = re.compile(
    rf"[A-ZÀ-Þ][A-ZÀ-Þ'’ -]{{2,30}} \([^()]{{2,30}}\) ?[-–—]{{1,2}} (?=\W{{0,2}}{CAPITAL})"
)
# Monterrey, N.L.- and Washington, D.C. –
_SHORTENED = re.compile(
    rf"{_PLACE_NAME},\s?(?:{CAPITAL}{_LETTERS}{{0,3}}\.){{2,4}}\s?[-–—]{{1,2}}\s(?=\W{{0,2}}{CAPITAL}|\d)"
)
_DASH_SIGN = re.compile(r"[-–—]")
_DASH = re.compile(r"\s[-–—]\s")
# An agency in brackets and a sign behind it make a dateline of any words before: Minn., (Canada).
_BEFORE_SIGN = re.compile(
    rf"{CAPITAL}.{{2,50}}?{_BRACKET}\s*(?:\.\s?[-–—]|[-–—]{{1,2}}|[_=:])\s*(?=\W?\w)"
)
# Small letters in brackets and a dash behind a place are an agency, known or not; capitals are one
# behind a day.
_UNKNOWN_AGENCY = re.compile(
    rf"{_PLACE}(?:\s\({_PLACE_NAME}\))?(?:{_DAY},?\s*\([a-z]{{2,4}}\)"
    rf"|,?\s\d{{1,2}}\.?\s{_LETTERS}{{3,10}}\.?,?\s*\([A-Z]{{2,5}}\))\s*[-–—]{{1,2}}\s(?=\W?\w)"
)
# The initials of those who wrote and edited: gso/jmg/ncp, (Schluss) hlw/tsk, dpa bka yyzz n1 gma.
_SIGN_OFF = re.compile(
    r"(?:\([^()]{3,10}\)\s)?[a-zäöü]{2,4}(?:/[a-zäöü]{2,4})+"
    r"|\([A-Za-z-]{2,12}(?:/[a-zäöü]{2,4})+\)"
    r"|(?:dpa|apa|afp|epd|kna|sid|sda)(?:-[a-z]{2,4})?(?:\s[a-z]{2,4}|\s[a-z]\d){3,5}"
    r"|AP-[A-Z]{2}(?:-\d\d){3}\s\d{4}[A-Z]{3}|ENDIT|ENDS|-30-|###"
)
_ALONE = re.compile(
    rf"(?P<first>{CAPITAL}{_LETTERS}{{2,}}(?:-{CAPITAL}{_LETTERS}+)?)(?P<second>/{CAPITAL}{_LETTERS}{{2,}})?"
    rf"[.:]\s(?=[„»\"“‘]?{CAPITAL})"
)
_LONGEST_DATELINE = 70


def is_agency(text: str) -> bool:
    """Whether a bracket or line names nothing but agencies and initials, one agency at least."""
    parts = [part.strip(" .").casefold() for part in _AGENCY_SIGNS.split(text)]
    known = names("agencies")
    if text.casefold() in known:
        return True
    return any(part in known for part in parts) and all(
        part in known or len(part) <= 5 for part in parts
    )


def is_sign_off(text: str) -> bool:
    """Whether the line closes an agency's message: the initials of those who wrote it."""
    return _SIGN_OFF.fullmatch(text) is not None


def has_agency_dateline(text: str) -> bool:
    """Whether the text begins with a place, perhaps a day, and an agency."""
    return _agency_dateline(text) > 0


def dateline_length(text: str) -> int:
    """How many characters of place, date and agency the text begins with."""
    if length := _agency_dateline(text):
        return length
    for pattern in (_SHOUTED, _COLONED, _HOUSE, _SHORTENED):
        if (found := pattern.match(text)) and found.end() <= _LONGEST_DATELINE:
            return found.end()
    found = _WITH_DASH.match(text) if _DASH_SIGN.search(text, 0, _LONGEST_DATELINE) else None
    if not found or found.end() > _LONGEST_DATELINE:
        return 0
    # A second dash in the sentence makes the first one half of a pair, unless the place shouts.
    sentence = text[found.end() : found.end() + 250].split(". ")[0]
    return 0 if _DASH.search(sentence) and not found["place"].isupper() else found.end()


def told_place_length(text: str, paragraphs: Iterable[str]) -> int:
    """How many characters a place takes up that stands alone before the first sentence.

    "Münster/Köln. Vom Flughafen …", "Abuja: Traders …": a pair of names, or one that a paragraph
    says something is in.
    """
    found = _ALONE.match(text)
    if found is None:
        return 0
    in_it = re.compile(rf"\b(?:in|aus|nach|bei|von|um|from|to|à|en|de) {found['first']}\b")
    return found.end() if found["second"] or any(map(in_it.search, paragraphs)) else 0


def _agency_dateline(text: str) -> int:
    head = text[:_LONGEST_DATELINE]
    if "(" not in head:
        found = _BARE_AGENCY.match(head) if _DASH.search(head) else None
        return found.end() if found and is_agency(found["agency"]) else 0
    for pattern in (_BEFORE_SIGN, _WITH_AGENCY):
        found = pattern.match(text[:120])
        if found and found.end() <= _LONGEST_DATELINE and is_agency(found["agency"]):
            return found.end()
    unknown = _UNKNOWN_AGENCY.match(text[:120])
    return unknown.end() if unknown and unknown.end() <= _LONGEST_DATELINE else 0
