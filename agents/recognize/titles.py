"""Titles of works: what stands in quotation marks, and what the text presents as one."""

import re
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from .english.versus import versus
from .lexicon import words
from .nicknames import CLOSE, OPEN
from .presented import presented
from .romance.articled import articled
from .romance.works import listed_works
from .shapes import is_function
from .subtitled import subtitled
from .trimmed import apart
from .words import Run, Sentence

_YEAR = re.compile(r"1[89]\d\d$|20\d\d$")
_LONGEST = 7  # words; longer ones are speech, not titles
_LONG = 5  # letters
_SHORTEST_KIND = 4  # letters of a word for a work that may end a compound
_LONGEST_TOLD = 14  # words, behind the word for a work
_SPEAKERS = frozenset(("je", "j", "nous", "c", "ich", "wir", "yo", "we", "i", "das", "es", "no"))
_OF_TITLES = ("in", "of", "for", "from", "on", "with", "like")
_ROMANCE = ("fr", "es", "it")


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
    if language in ("fr", "es"):
        told += apart(list(listed_works(sentence, language)), told)
    if language == "es":
        told += apart(list(articled(sentence)), told)
    if language == "en":
        told += apart(list(versus(sentence)), told)
    return told + apart(list(presented(sentence, language)), told)


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
        closes = opened is not None and (word.text in CLOSE or _is_pointed(sentence, opened, i))
        if opened is not None and closes and i > opened + 1:
            last = i - 1
            if language == "en" and sentence[last].text == "," and last > opened + 1:
                last -= 1  # American printers set the comma inside: “Cold Water,”
            after = sentence[i + 1 : i + 4]
            if language == "en" and _is_stopped(sentence, opened, last):
                if _is_title(sentence[opened + 1 : last], language, False, told=False):
                    yield opened + 1, last - 1
                opened = None
                continue
            if last < i - 1 and _names_speaker(after, language):
                last = i - 1  # “Happy Birthday, Dad,” she said
            said = last < i - 1 or _is_said(after, language)
            told = not said and opened > 0 and _is_work(sentence[opened - 1].text, language)
            if _is_title(sentence[opened + 1 : last + 1], language, said, told=told):
                yield opened + 1, last
            opened = None
        elif word.text in OPEN or (language == "de" and _points_in(sentence, i)):
            opened = i


def _points_in(sentence: Sentence, i: int) -> bool:
    """Whether the mark at `i` opens a quotation as in German books: »Vogue«, not «Blick»."""
    if sentence[i].text != "»" or i + 1 >= len(sentence) or not sentence[i + 1].is_word:
        return False
    apart_before = not i or sentence[i - 1].end < sentence[i].start
    return apart_before and sentence[i].end == sentence[i + 1].start


def _is_pointed(sentence: Sentence, opened: int, i: int) -> bool:
    return sentence[opened].text == "»" and sentence[i].text == "«"


def _are_capitals(quoted: Sentence, language: str) -> bool:
    """Ordinary People: two words that are both long and written large, though one is grammar."""
    long = len(quoted) == 2 and all(len(w.text) >= _LONG for w in quoted)
    return language == "en" and long and all(w.is_capital and w.is_word for w in quoted)


def _is_stopped(sentence: Sentence, opened: int, last: int) -> bool:
    """Whether a title ends its sentence, with the stop inside: in four films of “Cold Water.”

    Speech and banners stand behind a comma, a colon or a verb that tells of it.
    """
    if sentence[last].text != "." or last <= opened + 1 or not opened:
        return False
    before = sentence[opened - 1].text
    return before in _OF_TITLES or before in words("context", "work", "en")


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
    """Whether the noun says that a title follows: der Roman, Dokumentarfilm, unter dem Titel."""
    works = words("context", "work", "de")
    compound = text.lower().endswith(tuple(w for w in works if len(w) >= _SHORTEST_KIND))
    return language == "de" and (text.lower() in works or compound)


def _is_title(quoted: Sentence, language: str, said: bool, *, told: bool) -> bool:
    """Whether the words are few, begin with a capital and have no end of a sentence.

    Where the text has `told` that a title follows, it may be longer: Die Frau, die im Norden lebte.
    """
    if told and quoted[0].is_capital and len(quoted) <= _LONGEST_TOLD:
        return quoted[-1].text not in ".,"
    if quoted[0].text.lower().rstrip("'’") in _SPEAKERS:
        return False
    if len(quoted) == 1 and _YEAR.match(quoted[0].text):
        return True  # "1984"
    if len(quoted) > _LONGEST or not quoted[0].is_capital or quoted[-1].text in ".,?!":
        return False
    content = [w for w in quoted if w.is_word and not is_function(w.text, language)]
    few = not said and language in (*_ROMANCE, "de") and len(quoted) < _LONGEST
    if said and len(content) < 2 and not _are_capitals(quoted, language):
        return False
    return bool(content) and (few or all(w.is_capital for w in content))
