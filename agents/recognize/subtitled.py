"""Titles with a colon: the film Robin Hood: Prince of Thieves; Dune: Part Two, a film."""

from collections.abc import Iterator

from .lexicon import first_names, words
from .shapes import is_article, is_function
from .words import Run, Sentence

_LONGEST = 5  # words on either side of the colon
_APPOSED = 4  # words behind the comma in which the word for a work comes
_BOUNDS = frozenset((",", ".", ";", "(", ")", "and", "und", "et", "y", "in", "by", "von", "par"))
_STARRING = frozenset(("with", "starring", "mit", "avec", "con"))
_APART = frozenset(("and", "und", "et", "y"))


def subtitled(sentence: Sentence, language: str) -> Iterator[Run]:
    """The titles with a colon that the word for a work before or behind them tells."""
    for i in range(1, len(sentence) - 1):
        if sentence[i].text != ":":
            continue
        first, last = _opening(sentence, i, language), _ending(sentence, i, language)
        if first == i or last == i or not _is_bounded(sentence, last):
            continue
        if _is_work(sentence, first - 1, language) or _is_apposed(sentence, last, language):
            yield first, last


def _opening(sentence: Sentence, colon: int, language: str) -> int:
    """The first of the capitals right before the colon, behind the word for a work."""
    first = colon
    while first > 0 and colon - first < _LONGEST and _is_capital(sentence, first - 1):
        word = sentence[first - 1]
        grammar = word.first and is_function(word.text, language)
        if grammar or _is_work(sentence, first - 1, language):
            break
        first -= 1
    return first


def _ending(sentence: Sentence, colon: int, language: str) -> int:
    """The last capital behind the colon, over the small words of grammar between."""
    last = colon
    for i in range(colon + 1, min(len(sentence), colon + 1 + _LONGEST)):
        if _is_capital(sentence, i):
            last = i
        elif (
            _is_starring(sentence, i)
            or sentence[i].text in _APART
            or not is_function(sentence[i].text, language)
        ):
            break
    return last


def _is_starring(sentence: Sentence, i: int) -> bool:
    """Whether who plays in it follows: with Kevin Costner; not with the Wind."""
    after = sentence[min(i + 1, len(sentence) - 1)].text
    return sentence[i].text in _STARRING and after in first_names()


def _is_bounded(sentence: Sentence, last: int) -> bool:
    return last + 1 == len(sentence) or sentence[last + 1].text in _BOUNDS | _STARRING


def _is_work(sentence: Sentence, i: int, language: str) -> bool:
    return i >= 0 and sentence[i].text.lower() in words("context", "work", language)


def _is_apposed(sentence: Sentence, last: int, language: str) -> bool:
    """Whether ", a" and the word for a work follow: , a film by; , une série de."""
    after = sentence[last + 1 : last + 3]
    if len(after) < 2 or after[0].text != "," or not is_article(after[1].text, language):
        return False
    near = range(last + 3, min(len(sentence), last + 3 + _APPOSED))
    return any(_is_work(sentence, i, language) for i in near)


def _is_capital(sentence: Sentence, i: int) -> bool:
    return sentence[i].is_word and (sentence[i].is_capital or sentence[i].text.isdecimal())
