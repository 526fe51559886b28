"""Titles of works: what stands in quotation marks, and what the text presents as one.

"Su primer libro, Cuaderno de campo, salió", "Sal de mar, una novela": the word for a work and
the comma say where a title begins and ends though it goes on in small letters.
"""

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from .lexicon import first_names, last_names, words
from .nicknames import CLOSE, OPEN
from .romance.works import listed_works
from .shapes import is_article, is_function, is_place
from .subtitled import subtitled
from .trimmed import apart
from .words import Run, Sentence, Word

_LONGEST = 7  # words; longer ones are speech, not titles
_LONGEST_TOLD = 14  # words, behind the word for a work
_SPEAKERS = frozenset(("je", "j", "nous", "c", "ich", "wir", "yo", "we", "i", "das", "es", "no"))
_ROMANCE = ("fr", "es", "it")
_BEFORE_WORKS = frozenset(("una", "un", "une", "su", "son", "la", "el", "le", "l'", "l’"))
_BOUNDS = frozenset((",", ".", ";", "("))


class Titles(NamedTuple):
    """The titles in a sentence: those it marks, and those that stand again without a mark."""

    marked: list[Run]
    repeated: list[Run]


def titles(sentences: Sequence[Sentence], language: str) -> list[Titles]:
    """The titles in each sentence."""
    marked = [_marked(sentence, language) for sentence in sentences]
    known = {
        tuple(w.text for w in sentence[first : last + 1])
        for sentence, runs in zip(sentences, marked, strict=True)
        for first, last in runs
        if last > first
    }
    found = zip(sentences, marked, strict=True)
    return [Titles(runs, apart(_repeated(sentence, known), runs)) for sentence, runs in found]


def _marked(sentence: Sentence, language: str) -> list[Run]:
    quoted = list(_quoted(sentence, language))
    told = quoted + apart(list(subtitled(sentence, language)), quoted)
    if language == "fr":
        told += apart(list(listed_works(sentence)), told)
    return told + apart(list(_presented(sentence, language)), told)


def _repeated(sentence: Sentence, known: Collection[tuple[str, ...]]) -> list[Run]:
    """Where titles of the text stand, the longest where they overlap."""
    openings = {title[0] for title in known}
    texts = tuple(w.text for w in sentence)
    starts = [i for i, text in enumerate(texts) if text in openings]
    taken: set[int] = set()
    found: list[Run] = []
    # Titles are looked up by their words: each against each word takes too long on hostile texts.
    for length in sorted({len(title) for title in known}, reverse=True):
        for i in starts:
            places = range(i, i + length)
            if texts[i : i + length] in known and taken.isdisjoint(places):
                taken.update(places)
                found.append((i, i + length - 1))
    return found


def _quoted(sentence: Sentence, language: str) -> Iterator[Run]:
    """What stands in quotation marks and looks like a title."""
    opened: int | None = None
    for i, word in enumerate(sentence):
        if opened is not None and word.text in CLOSE and i > opened + 1:
            last = i - 1
            if language == "en" and sentence[last].text == "," and last > opened + 1:
                last -= 1  # American printers set the comma inside: “Cold Water,”
            after = sentence[i + 1 : i + 4]
            if last < i - 1 and _names_speaker(after, language):
                last = i - 1  # “Happy Birthday, Dad,” she said
            said = last < i - 1 or _is_said(after, language)
            told = not said and opened > 0 and _is_work(sentence[opened - 1].text, language)
            if _is_title(sentence[opened + 1 : last + 1], language, said, told=told):
                yield opened + 1, last
            opened = None
        elif word.text in OPEN:
            opened = i


def _names_speaker(after: Sentence, language: str) -> bool:
    return any(w.text in words("context", "saying", language) for w in after)


def _is_said(after: Sentence, language: str) -> bool:
    """Whether what follows a quotation shows that it was speech: ", a-t-il dit"."""
    if len(after) < 2 or after[0].text != ",":
        return False
    near = after[1].text
    verb = near.islower() and not is_function(near, language)
    return verb or "-t-" in near or near in ("a", "ha", "hat", "so", "says")


def _is_work(text: str, language: str) -> bool:
    """Whether the noun says that a title follows: der Roman, unter dem Titel."""
    return language == "de" and text.lower() in words("context", "work", "de")


def _is_title(quoted: Sentence, language: str, said: bool, *, told: bool) -> bool:
    """Whether the words are few, begin with a capital and have no end of a sentence.

    Where the text has `told` that a title follows, it may be longer: Die Frau, die im Norden lebte.
    """
    if told and quoted[0].is_capital and len(quoted) <= _LONGEST_TOLD:
        return quoted[-1].text not in ".,"
    if quoted[0].text.lower().rstrip("'’") in _SPEAKERS:
        return False
    if len(quoted) > _LONGEST or not quoted[0].is_capital or quoted[-1].text in ".,?!":
        return False
    content = [w for w in quoted if w.is_word and not is_function(w.text, language)]
    few = not said and language in (*_ROMANCE, "de") and len(quoted) < _LONGEST
    if said and len(content) < 2:
        return False
    return bool(content) and (few or all(w.is_capital for w in content))


def _presented(sentence: Sentence, language: str) -> Iterator[Run]:
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
