"""German nouns that what stands before them makes names or plain ones."""

import re

from agents.recognize import lexicon
from agents.recognize.words import Sentence, Word

from .compounds import head_type, is_institution
from .ordinary import is_owner
from .plain import is_indefinite

_ORDINAL = re.compile(r"(?:Erst|Zweit|Dritt|Viert|Fünft|Sechst|Siebt|Acht|Neunt|Zehnt)e[mnrs]?$")
_SOME = re.compile(
    r"(?:all|viel|mehrer|einig|wenig|beid|zahlreich|ander|weiter|manch|solch)e[rn]?|"
    r"zwei|drei|vier|fünf"
)


def describes(word: Word) -> bool:
    """Tiefer Graben zwischen den Parteien: an adjective that opens the sentence and no town has."""
    return word.first and word.text.lower() in lexicon.words("words", "describing", "de")


def is_one_of_some(sentence: Sentence, i: int) -> bool:
    """Alle Schweizer Pässe, ihre Neuköllner Schule: one of many, or somebody's."""
    before = sentence[i - 1].text if i else ""
    return is_indefinite(before) or is_owner(before) or _SOME.fullmatch(before.lower()) is not None


def opens_law(sentence: Sentence, i: int) -> bool:
    """Das Zweite Nachtragshaushaltsgesetz; an ordinal that opens the sentence counts."""
    if sentence[i].first or i + 1 >= len(sentence) or not _ORDINAL.match(sentence[i].text):
        return False
    law = sentence[i + 1].text
    return is_institution(law) and head_type(law) == "WORK"
