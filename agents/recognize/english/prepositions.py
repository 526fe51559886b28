"""English prepositions in names and between them: Treaty on the Status of X, Port of X for Y."""

from agents.recognize import lexicon
from agents.recognize.lexicon import first_names, last_names
from agents.recognize.shapes import is_acronym, is_place
from agents.recognize.words import Sentence

_LONGEST = 12  # words
_ABOUT = frozenset(
    ("treaty", "convention", "covenant", "protocol", "declaration", "directive", "regulation",
     "resolution", "agreement", "charter", "committee", "commission", "council", "panel",
     "conference", "subcommittee", "rapporteur", "summit", "institute", "center", "centre")
)  # fmt: skip
_AIMING = frozenset(
    ("committee", "campaign", "coalition", "convention", "commission", "center", "centre", "act",
     "alliance", "movement", "fund", "bill")
)  # fmt: skip
_AIMS = frozenset(
    ("Protect", "Combat", "End", "Stop", "Prevent", "Save", "Defend", "Restore", "Investigate",
     "Reduce", "Ban", "Abolish", "Support", "Free", "Promote", "Eliminate", "Fight", "Advance",
     "Preserve", "Elect", "Re-elect", "Counter", "Repeal", "Reform")
)  # fmt: skip
# What stands before "of" and its country in a whole name: Federal Republic of Germany.
_POLITIES = frozenset(
    ("republic", "kingdom", "state", "states", "province", "territory", "city", "county",
     "district", "region", "borough", "port", "church", "cathedral", "town", "village",
     "prefecture", "zone")
)  # fmt: skip
_GENERIC = frozenset(
    ("royal", "botanical", "botanic", "central", "grand", "great", "old", "new", "holy", "upper",
     "lower", "supreme", "high", "federal", "people", "imperial")
)  # fmt: skip


def goes_on(sentence: Sentence, i: int, j: int) -> bool:
    """Whether a name of what it is about or aims at goes on: Committee to Protect Journalists."""
    link, head, after = sentence[i].text, sentence[i - 1].text.lower(), sentence[j].text
    if link == "to":
        return j == i + 1 and head in _AIMING and after in _AIMS
    if link != "on" or head not in _ABOUT or not sentence[i - 1].is_capital:
        return False
    person = after in first_names() or after in last_names()
    return not (person or is_place(_capitals(sentence, j)) or is_place(after))


def is_bound(sentence: Sentence, start: int, i: int, j: int) -> bool:
    """Whether someone leaves a place for what follows: left the Port of Baltimore for Colombo."""
    if sentence[i].text != "for":
        return False
    before = sentence[i - 1].text
    heads = lexicon.words("heads", "LOC", "en") - lexicon.words("heads", "ORG", "en")
    landed = before.lower() in heads and is_place(sentence[j].text)
    return landed or (is_place(before) and any(w.text == "of" for w in _tail(sentence, start, i)))


def is_seated(sentence: Sentence, start: int, i: int, j: int) -> bool:
    """Whether a town or a country follows where a firm has its seat: Grace Ocean of Singapore."""
    if sentence[i].text != "of" or i - start != 2 or not is_place(sentence[j].text):
        return False
    head, opening = sentence[i - 1].text.lower(), sentence[start].text
    if head not in lexicon.words("heads", "LOC", "en") or head in _POLITIES:
        return False
    plain = opening.lower() in _GENERIC or opening.lower() in lexicon.heads()
    return not (plain or is_acronym(opening) or lexicon.is_nationality(opening, "en"))


def _capitals(sentence: Sentence, j: int) -> str:
    """The two capitals from `j` on: Capitol Hill."""
    return " ".join(w.text for w in sentence[j : j + 2] if w.is_capital)


def _tail(sentence: Sentence, start: int, i: int) -> Sentence:
    return sentence[max(start, i - _LONGEST) : i]
