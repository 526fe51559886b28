"""German nouns that the words beside them tell to be ordinary: die Schweden, seinen Kahn."""

import re
from collections.abc import Sequence

from agents.recognize.lexicon import first_names, is_known, last_names, towns
from agents.recognize.shapes import is_place, nominative
from agents.recognize.words import Sentence

# Places whose people are called the same.
_PEOPLE_TOO = (
    *("Schweden", "Polen", "Hessen", "Sachsen", "Niedersachsen", "Franken", "Schwaben"),
    *("Preußen", "Westfalen", "Pommern"),
)
_JOINING = (",", "und", "oder", "sowie")
_PARTIES = (
    "SVP",
    "SP",
    "FDP",
    "GLP",
    "EVP",
    "EDU",
    "Grüne",
    "Grünen",
    "Grünliberale",
    "Grünliberalen",
    "Lega",
)
_OWNER = re.compile(r"(?:[ms]ein|dein|ihr|unser)(?:e[mnrs]?)?", re.IGNORECASE)


def are_people(sentence: Sentence, i: int) -> bool:
    """Die Schweden, an den Hessen vorbei; but a relative clause goes on: der Polen verließ."""
    if sentence[i].text not in _PEOPLE_TOO or not i:
        return False
    article = sentence[i - 1].text.lower() in ("die", "der", "den")
    clause = i > 1 and sentence[i - 2].text == ","
    named = i + 1 < len(sentence) and sentence[i + 1].is_capital
    return article and not (clause or named)


def is_centre_party(sentence: Sentence, i: int) -> bool:
    """FDP, SVP, Mitte und Grüne; Gerhard Pfister (Mitte/ZG): the Swiss party beside others."""
    if sentence[i].text != "Mitte":
        return False
    if sentence[i - 1].text.lower() == "der":
        return False  # in der Mitte
    before = [w.text for w in sentence[max(0, i - 3) : i] if w.text.lower() != "die"]
    after = [w.text for w in sentence[i + 1 : i + 4] if w.text.lower() != "die"]
    if before[-1:] == ["("] and after[:1] == ["/"]:
        return True  # and a canton
    listed = before[-1:] and before[-1] in _JOINING and _is_party(before[-2:-1])
    return bool(listed) or (bool(after[:1]) and after[0] in _JOINING and _is_party(after[1:2]))


def _is_party(words: Sequence[str]) -> bool:
    return any(word in _PARTIES for word in words)


def is_franconia(sentence: Sentence, i: int) -> bool:
    """Aus Franken, in Franken und Sachsen: the land, not the money of Switzerland."""
    if sentence[i].text != "Franken" or not i:
        return False
    after = [w.text for w in sentence[i + 1 : i + 3]]
    listed = len(after) == 2 and after[0] in ("und", ",", "oder", "sowie") and is_place(after[1])
    where = sentence[i - 1].text in ("aus", "nach", "Region", "ganz", "durch")
    return where or (listed and sentence[i - 1].text in ("in", "für", "über"))


def is_owner(text: str) -> bool:
    """Seinen, ihre: whether the word tells whose the next is."""
    return _OWNER.fullmatch(text) is not None


def is_owned(sentence: Sentence, i: int) -> bool:
    """Seinen Kahn: a word that no list has, alone behind the word for whose it is."""
    text = sentence[i].text
    if not i or not text.istitle() or not is_owner(sentence[i - 1].text):
        return False
    if i + 1 < len(sentence) and sentence[i + 1].is_capital:
        return False
    people = text in first_names() or text in last_names()
    return not (people or is_known(text) or is_place(nominative(text, "de")) or text in towns())


def is_repeated(sentence: Sentence, i: int) -> bool:
    """Container um Container, Tag für Tag: both are plain nouns."""
    if is_known(sentence[i].text) or is_place(sentence[i].text):
        return False  # von Köln nach Köln
    for j in (i - 2, i + 2):
        if 0 <= j < len(sentence) and sentence[j].text == sentence[i].text:
            return sentence[(i + j) // 2].text in ("um", "für", "an", "auf", "nach", "zu")
    return False
