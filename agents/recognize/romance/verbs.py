"""French infinitives that open sentences and look like names before a number: Surveiller 900."""

import re

from agents.recognize import lexicon
from agents.recognize.lexicon import first_names
from agents.recognize.shapes import is_function, is_place
from agents.recognize.words import Sentence

# Words in -ier and -ire are nouns as often: Atelier, Territoire; Lettre and Chambre are none of it.
_INFINITIVE = re.compile(
    r"\w*(?:[^iW]er|[^o]ir|ndre|erdre|(?:ai|[cdlu]|ui)re|aître|oître|mettre|battre|vivre|suivre)$"
)
_NOUNS = (
    "Hiver",
    "Cancer",
    "Super",
    "Poker",
    "Leader",
    "Désir",
    "Plaisir",
    "Tir",
    "Loisir",
    "Soupir",
)
_YEAR = re.compile(r"(?:19|20)\d\d$")


def opens_with_infinitive(sentence: Sentence, i: int) -> bool:
    """Whether the first word is a verb and counts what follows: Surveiller 900 adolescents."""
    text = sentence[i].text
    if not sentence[i].first or i + 2 >= len(sentence) or not _INFINITIVE.match(text):
        return False
    if text in _NOUNS or text in first_names() or is_place(text) or lexicon.is_known(text):
        return False
    number, counted = sentence[i + 1].text, sentence[i + 2].text
    plain = number[0].isdecimal() and not _YEAR.match(number)
    return plain and (counted == "%" or (counted.islower() and not is_function(counted, "fr")))
