"""German groups that are called by what they stand for: die Initiative Eltern für den Wald."""

from agents.recognize import lexicon
from agents.recognize.words import Sentence

from .compounds import is_label

AIMS = ("für", "gegen", "ohne", "statt")
_ARTICLES = ("den", "die", "das", "eine", "einen", "ein")


def slogan_end(sentence: Sentence, i: int) -> int | None:
    """The last index of the slogan that opens at `i` right behind the noun for a group, or None.

    It opens with people: a group may bring a Klage gegen someone, but no Eltern gegen someone.
    """
    if not i or i + 2 >= len(sentence) or sentence[i + 1].text not in AIMS:
        return None
    text = sentence[i].text
    people = text.lower() in lexicon.words("words", "activist", "de")
    if not people or not is_label(sentence[i - 1].text, text):
        return None
    end = i + 3 if sentence[i + 2].text in _ARTICLES else i + 2
    return end if end < len(sentence) and sentence[end].is_capital else None
