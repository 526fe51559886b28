"""Persons in German whose particles are written in the way of other languages."""

import re

from agents.recognize.lexicon import first_names
from agents.recognize.words import Sentence

_LARGE = ("Van", "Von", "De")
_ELIDED = re.compile(r"[ld]['’][A-ZÀ-Þ]")


def named_end(sentence: Sentence, i: int, j: int) -> bool:
    """Whether the word at `j` ends a person's name over the particles from `i` on.

    Alexander Van der Bellen, Kim de l'Horizon.
    """
    if j >= len(sentence) or i < 1:
        return False
    large = i > 1 and sentence[i - 1].text in _LARGE and sentence[i - 2].text in first_names()
    elided = sentence[i - 1].text in first_names() and bool(_ELIDED.match(sentence[j].text))
    return elided or (large and sentence[j].is_capital)
