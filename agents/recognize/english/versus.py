"""English titles of two sides behind the word for a work: the drama Mr Bates vs The Post Office."""

from collections.abc import Iterator

from agents.recognize.lexicon import words
from agents.recognize.shapes import is_place
from agents.recognize.words import Run, Sentence

_VERSUS = ("vs", "v", "versus")
_LONGEST = 5  # words of a side


def versus(sentence: Sentence) -> Iterator[Run]:
    """The titles with "vs" right behind the word for a work."""
    for i in range(2, len(sentence) - 1):
        if sentence[i].text not in _VERSUS:
            continue
        first, last = _opening(sentence, i), _ending(sentence, i)
        if first == i or last == i or is_place(sentence[i - 1].text):
            continue  # England vs Italy
        if sentence[first - 1].text in words("context", "work", "en"):
            yield first, last


def _opening(sentence: Sentence, i: int) -> int:
    first = i
    while first > 1 and i - first < _LONGEST and sentence[first - 1].is_capital:
        first -= 1
    return first


def _ending(sentence: Sentence, i: int) -> int:
    start = i + 2 if sentence[i + 1].text == "." else i + 1  # Kramer vs. Kramer
    last = start - 1
    while last + 1 < len(sentence) and last - start < _LONGEST and sentence[last + 1].is_capital:
        last += 1
    return last if last >= start else i
