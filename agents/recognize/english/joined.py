"""What goes on within English names over small words: Tree of the Year, Justice for X Alliance."""

from collections.abc import Sequence

from agents.recognize import lexicon
from agents.recognize.shapes import is_acronym, is_place
from agents.recognize.words import Sentence

from .owners import owned
from .ships import of_ship

_PERIODS = ("Year", "Decade", "Century", "Month", "Season", "Millennium")
_COMPASS = ("North", "South", "East", "West")
_MARKS = ("'", "’", "'s", "’s")
_CAMPAIGNS = frozenset(("campaign", "coalition", "movement", "group", "project", "charity", "fund"))
_CASES = frozenset(  # what a sentence about a case before a court has
    ("court", "courts", "case", "cases", "ruling", "rulings", "ruled", "decision", "decided",
     "judge", "judges", "justice", "justices", "precedent", "overturned", "overturn", "overruled",
     "appeal", "lawsuit", "litigation", "constitutional", "landmark", "plaintiffs", "defendants")
)  # fmt: skip
_FURTHEST = 4  # words from the "for" of a campaign to its head


def joined(sentence: Sentence, start: int, i: int) -> int | None:
    """The index that small words from `i` on lead to within a name that opens at `start`."""
    inside = owned(sentence, i) or of_ship(sentence, start, i)
    if inside is not None:
        return inside
    texts = [w.text for w in sentence[i : i + 3]]
    if texts[0] == "v." and len(texts) > 1 and sentence[i + 1].is_capital:
        told = any(word.text.lower() in _CASES for word in sentence)
        return i + 1 if told else None  # Roe v. Wade; no match
    if texts[:2] == ["of", "the"] and texts[2:] and texts[2] in _PERIODS:
        return None if is_place(sentence[i - 1].text) else i + 2
    if i != start + 1 or len(texts) < 2:
        return None
    if texts[0] == "of" and sentence[start].text in _COMPASS:
        part = start > 0 and sentence[start - 1].text == "the" and sentence[i + 1].is_capital
        return i + 1 if part else None  # the North of Tyne
    return _campaign(sentence, start, i) if texts[0] == "for" else None


def _campaign(sentence: Sentence, start: int, i: int) -> int | None:
    """Justice for Subpostmasters Alliance: what a group is for lies before its head."""
    if sentence[start].text.lower() not in lexicon.words("words", "cause", "en"):
        return None
    heads = lexicon.words("words", "shared_head", "all") | _CAMPAIGNS
    for j in range(i + 1, min(len(sentence), i + 1 + _FURTHEST)):
        text = sentence[j].text
        if not sentence[j].is_capital or is_acronym(text):
            return None
        if j > i + 1 and text.lower() in heads:
            return j
    return None


def joined_kind(lower: Sequence[str]) -> str | None:
    """What small words within a name of three words and more tell of it, in small letters."""
    if list(lower[-3:-1]) == ["of", "the"] and lower[-1].capitalize() in _PERIODS:
        return "EVENT"  # Tree of the Year
    if lower[-1] == "day" and any(word.endswith(_MARKS) for word in lower[:-1]):
        return "EVENT"  # International Women's Day
    if lower[-1] in lexicon.words("heads", "ORG", "en"):
        return None  # East of England Ambulance Service
    return "LOC" if lower[0].capitalize() in _COMPASS and lower[1] == "of" else None
