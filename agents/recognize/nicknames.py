"""People whose nickname stands in quotation marks inside their name: Jesús “El Rey” Zambada."""

from .lexicon import countries, first_names
from .words import Run, Sentence

OPEN, CLOSE = '"“„«‘‚', '"”“»’‘'
_LONGEST = 4  # words of a nickname


def nicknamed(sentence: Sentence) -> list[Run]:
    """First and last index of each such name, from the first name to the last."""
    found: list[Run] = []
    for opening in range(1, len(sentence) - 3):
        given = sentence[opening - 1].text in first_names()
        if not given or sentence[opening].text not in OPEN:
            continue
        closing = _closing(sentence, opening)
        if closing and _is_surname(sentence, closing + 1):
            found.append((_start(sentence, opening - 1), _end(sentence, closing + 1)))
    return found


def _closing(sentence: Sentence, opening: int) -> int | None:
    """The index of the mark that closes a nickname, which opens with a capital."""
    if not sentence[opening + 1].is_capital:
        return None
    for i in range(opening + 2, min(len(sentence) - 1, opening + 2 + _LONGEST)):
        if sentence[i].text in CLOSE:
            return i
        if not sentence[i].is_word:
            return None
    return None


def _is_surname(sentence: Sentence, i: int) -> bool:
    word = sentence[i]
    return word.is_capital and word.text.isalpha() and word.text not in countries()


def _start(sentence: Sentence, i: int) -> int:
    while i > 0 and sentence[i - 1].text in first_names():
        i -= 1
    return i


def _end(sentence: Sentence, i: int) -> int:
    while i + 1 < len(sentence) and _is_surname(sentence, i + 1):
        i += 1
    return i
