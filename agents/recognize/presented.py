"""Titles that the word for a work and a comma present, though they go on in small letters.

"Su primer libro, Cuaderno de campo, salió"; "Sal de mar, una novela".
"""

from collections.abc import Iterator

from .lexicon import first_names, last_names, words
from .shapes import is_article, is_function, is_place
from .words import Run, Sentence, Word

_LONGEST = 7  # words
_ROMANCE = ("fr", "es", "it")
_BEFORE_WORKS = frozenset(("una", "un", "une", "su", "son", "la", "el", "le", "l'", "l’"))
_BOUNDS = frozenset((",", ".", ";", "("))


def presented(sentence: Sentence, language: str) -> Iterator[Run]:
    """What the word for a work and a comma before or behind it present as a title."""
    if language not in (*_ROMANCE, "en"):
        return
    works = words("context", "work", language)
    for i in range(1, len(sentence) - 1):
        if sentence[i].text != ",":
            continue
        if sentence[i - 1].text in works:
            last = _bound(sentence, i + 1) - 1
            if last + 1 < len(sentence) and _may_be_title(sentence[i + 1 : last + 1], language):
                yield i + 1, last
        elif language in _ROMANCE and _tells_of_work(sentence, i, language):
            first = _opening(sentence, i)
            if first is not None and _is_unlike_name(sentence[first:i], language):
                yield first, i - 1


def _tells_of_work(sentence: Sentence, comma: int, language: str) -> bool:
    """Whether what stands behind the comma is said of books and films: una novela, paru en."""
    near = sentence[comma + 1].text
    if near in words("context", "published", language):
        return not _is_authors(sentence, comma, language)
    works = words("context", "work", language)
    return near in _BEFORE_WORKS and any(w.text in works for w in sentence[comma + 2 : comma + 3])


def _is_authors(sentence: Sentence, comma: int, language: str) -> bool:
    """Whether a body of that name published it: le rapport du Bureau d'enquêtes, publié hier."""
    first = _opening(sentence, comma)
    if not first or sentence[first].text.lower() not in words("heads", "ORG", language):
        return False
    before = sentence[first - 1].text
    return is_article(before, language) or before in ("du", "au", "aux", "del", "al")


def _bound(sentence: Sentence, start: int) -> int:
    """The index of the mark that ends the title which opens at `start`."""
    for i in range(start, min(len(sentence), start + _LONGEST)):
        if sentence[i].text in _BOUNDS:
            return i
    return len(sentence)


def _opening(sentence: Sentence, end: int) -> int | None:
    """The last capital before `end`, or the article in front of it, which a title opens with."""
    near = range(end - 1, max(0, end - _LONGEST), -1)
    first = next((i for i in near if sentence[i].is_capital), None)
    if first and _opens(sentence[first - 1]):
        first -= 1
    return first or None


def _is_unlike_name(found: Sentence, language: str) -> bool:
    """Whether it ends small or opens with an article, as no person's name does."""
    article = found[0].is_capital and is_article(found[0].text, language)
    linked = len(found) > 2 and found[-1].text.islower() and is_function(found[1].text, language)
    few = sum(not w.is_capital and not is_function(w.text, language) for w in found) < 3
    return len(found) > 1 and few and (article or linked) and all(map(_is_part, found))


def _may_be_title(found: Sentence, language: str) -> bool:
    """Whether it begins like a title and not like the name of who made it or tells of it."""
    if len(found) < 2 or not found[0].is_capital or not all(map(_is_part, found)):
        return False
    opening = found[0].text
    if opening in first_names() or opening in last_names() or is_place(opening):
        return False
    joined = found[1].is_capital or is_function(found[1].text, language)
    if not joined and not is_article(opening, language):
        return False  # "Almodóvar presentó en Cannes" is a sentence
    content = [w for w in found if not is_function(w.text, language)]
    small = [w for w in content if not w.is_capital]
    return bool(content) and len(small) <= (2 if language in _ROMANCE else 0)


def _is_part(word: Word) -> bool:
    return word.text[0].isalnum()


def _opens(word: Word) -> bool:
    return word.is_capital and any(is_article(word.text, language) for language in _ROMANCE)
