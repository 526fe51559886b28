"""French words for people that are written large and name no one: les Nîmois, le Suisse."""

import re

from agents.recognize.lexicon import known
from agents.recognize.shapes import is_place
from agents.recognize.words import Sentence

_TOWNSPEOPLE = re.compile(r"(?:ois|ais|aises|oises|ains|aines|iens|iennes|éens|ards)$")
_PLURAL = ("les", "des", "aux", "ces")
_SINGULAR = ("le", "la", "l'", "l’", "du", "au", "un", "une", "ce", "cette")
_BEFORE_LANDS = ("la", "en", "de", "toute", "(", "cette", "hors")
_JOINTS = ("et", "ou", ",", "/", "-", "–")


def are_townspeople(sentence: Sentence, i: int) -> bool:
    """Les Nîmois, aux Chambériens: who lives there or plays for the town."""
    plural = i > 0 and sentence[i - 1].text.lower() in _PLURAL
    party = sentence[i].text in known("ORG")  # les Républicains
    return plural and not party and bool(_TOWNSPEOPLE.search(sentence[i].text))


def is_aged(sentence: Sentence, i: int) -> bool:
    """Le Brabançon de 24 ans: the age tells that the word is only where someone is from."""
    if not i or sentence[i - 1].text.lower() not in _SINGULAR:
        return False
    age = [w.text for w in sentence[i + 1 : i + 4]]
    return len(age) == 3 and age[0] == "de" and age[1].isdecimal() and age[2] == "ans"


def is_land(sentence: Sentence, i: int) -> bool:
    """Whether a word for people names their land here: en Suisse, la Corse; not le Suisse."""
    if not i or not is_place(sentence[i].text) or is_aged(sentence, i):
        return False
    before = sentence[i - 1].text.lower()
    listed = before in _JOINTS and i > 1 and is_place(sentence[i - 2].text)
    return before in _BEFORE_LANDS or listed
