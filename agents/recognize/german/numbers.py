"""Numbers in German names: Ariane 6, WM 2022, 1. FC Heidenheim."""

import re
from collections.abc import Sequence

from agents.recognize import lexicon
from agents.recognize.lexicon import first_names, is_known
from agents.recognize.shapes import is_common, is_place, is_roman
from agents.recognize.words import Sentence

from .clubs import opens_club
from .compounds import head_type, is_institution

_SIGN = re.compile(r"(?:[A-Z]{1,3}[a-z]{0,2}[A-Z]{0,2}|Ob|Os|Ra|Ss|Ws|Qs|Js)$")
_EUROPEAN = re.compile(r"[CTF][-‑]\d{1,4}$")
_CASE_YEAR = re.compile(r"(?:\d\d|(?:19|20)\d\d)$")
_LETTERED = (
    "typ",
    "vitamin",
    "hepatitis",
    "influenza",
    "blutgruppe",
    "provitamin",
    "streptokokken",
)
_MOTORWAY = re.compile(r"[AB]\d{1,3}$")
_ON_ROADS = ("auf", "über", "an", "von", "entlang", "neben", "unter", "vor", "bei")
_LONGEST = 4  # digits
_DIVISIONS = ("1", "2", "3", "4")
_LEAGUE = re.compile(r"^(?:\w+-)?(?:Bundesl|L)iga$")


def takes_number(sentence: Sentence, tags: Sequence[str], start: int, i: int) -> bool:
    """Whether the number at `i` belongs to the name that opens at `start`."""
    if len(sentence[i].text) > _LONGEST or is_common(sentence[i - 1].text, "de"):
        return False
    if i + 1 < len(tags) and tags[i + 1].startswith(("NN", "ADJ")):
        return False
    name = [w.text for w in (sentence[start], *sentence[max(start + 1, i - 1) : i])]
    before = sentence[start - 1].text.lower() if start else ""
    where = before in ("in", "aus", "bei") and not is_known(name[0])  # in Wels 210
    return not where and _takes(name, sentence[i].text)


def _takes(name: Sequence[str], number: str) -> bool:
    """Whether the number belongs to the name: Ariane 6, WM 2022; not Angela Merkel 2011."""
    if len(number) == 4 and number[:2] in ("19", "20"):
        is_event = head_type(name[-1]) in ("EVENT", "WORK") or name[-1] in lexicon.known("EVENT")
        return is_event or (len(name) > 1 and name[0] not in first_names())
    return not (is_place(name[-1]) or is_institution(name[-1]))


def is_case_number(sentence: Sentence, i: int) -> bool:
    """Whether a court's register sign stands at `i` and a number: BvR 1726/23, VI ZR 252/19."""
    text = sentence[i].text
    if is_roman(text) and i + 1 < len(sentence):
        return is_case_number(sentence, i + 1)
    european = _EUROPEAN.match(text) is not None  # C-123/20
    at = i + 1 if european else i + 2
    after = [w.text for w in sentence[at : at + 2]]
    numbered = european or (
        _SIGN.match(text) and sentence[i + 1 : i + 2] and _is_count(sentence[i + 1].text)
    )
    return (
        bool(numbered)
        and len(after) == 2
        and after[0] == "/"
        and _CASE_YEAR.match(after[1]) is not None
    )


def _is_count(text: str) -> bool:
    """Whether it is a number and no year: NHL 2021/22."""
    return text.isdecimal() and not (len(text) == 4 and text[:2] in ("19", "20"))


def is_lettered(text: str) -> bool:
    """Serotyp O, Vitamin D: nouns of which letters tell the kinds, and that name nothing."""
    return text.lower().endswith(_LETTERED)


def league_end(sentence: Sentence, i: int) -> int | None:
    """The end of the division that opens at `i`, or None: 2. Bundesliga, 3. Liga."""
    after = [w.text for w in sentence[i + 1 : i + 3]]
    numbered = sentence[i].text in _DIVISIONS and len(after) == 2 and after[0] == "."
    return i + 2 if numbered and _LEAGUE.search(after[1]) else None


def is_numbered_league(parts: Sequence[str]) -> bool:
    """Whether it is the name of a division: 2. Bundesliga."""
    return len(parts) == 2 and parts[0][:-1] in _DIVISIONS and bool(_LEAGUE.search(parts[1]))


def is_motorway(sentence: Sentence, i: int) -> bool:
    """Auf der A13, über die B96, die Autobahn A2; not der A3, which is a car."""
    if not i or not _MOTORWAY.match(sentence[i].text):
        return False
    before = [w.text.lower() for w in sentence[max(0, i - 2) : i]]
    there = len(before) == 2 and before[1] in ("der", "die") and before[0] in _ON_ROADS
    return there or before[-1] == "zur" or before[-1].endswith(("autobahn", "straße", "strasse"))


def is_numbered_club(sentence: Sentence, i: int) -> bool:
    """Whether "1. FC" and a name stand at `i`."""
    after = [w.text for w in sentence[i + 1 : i + 4]]
    numbered = sentence[i].text == "1" and len(after) == 3 and after[0] == "."
    return numbered and opens_club(after[1]) and after[2][0].isupper()
