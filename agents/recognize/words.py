"""Text to sentences of words with offsets: the ground on which names are looked for."""

import re
from typing import NamedTuple

from agents.text import sentences

from .eastern import is_given
from .english.states import SHORT

_ELISION = re.compile(
    r"(?:[cdjlmnst]|qu|lorsqu|puisqu|jusqu|quoiqu|(?:d|n|s)?[ae]ll|dell|nell|sull|un|quest)['’](?=\w)",
    re.IGNORECASE,
)
_ELIDING = ("fr", "it")
_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # U.S., J.K.
    r"|[^\W\d_X]\.(?= [^\W\d_])"  # the F. in John F. Kennedy; X is the platform
    r"|CDU/CSU\b|Köln/Bonn\b|Leipzig/Halle\b"
    r"|St\.(?= [^\W\d_])"  # St. Gallen
    r"|(?:Jr|Sr|Inc|Corp|Ltd|Bros)\.(?!\w)|(?<=[\w&] )Co\.(?!\w| [A-Z])"  # King Jr., Ford Motor Co.
    r"|\w+(?:[.,'’&@+‑-]\w+)*\+?"  # words, numbers, compounds: T-Roc, ID.3, 9-Euro-Tickets
    r"|[^\w\s]"
)
_POSSESSIVE = re.compile(r"(?<=\w)['’][sS]$")
# Panama-flagged, Paris-based, President-elect
_MODIFIED = re.compile(r"(?<=\w)(?<!^Co)(?<!^Re)(?<!^Vice)(?!(?<=^X)-ray)-[a-z]{3,}$")
_OPENING = frozenset(":“„«‘‚")


class Word(NamedTuple):
    """A word or mark of punctuation, `text[start:end]`; `first` where it opens a sentence."""

    start: int
    end: int
    text: str
    first: bool

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()

    @property
    def is_word(self) -> bool:
        """Whether it is more than punctuation."""
        return self.text[0].isalnum()


Sentence = list[Word]
Run = tuple[int, int]  # first and last index of the words in their sentence


def split(text: str, language: str) -> list[Sentence]:
    """The sentences of the text as words; a possessive 's is cut off its word."""
    return [_words(text, start, end, language) for start, end in sentences(text, language)]


def _words(text: str, start: int, end: int, language: str) -> Sentence:
    words: Sentence = []
    opened = False  # a first word has been seen since the sentence, a quotation or a colon began
    while start < end:
        elided = _ELISION.match(text, start, end) if language in _ELIDING else None
        state = SHORT.match(text, start, end) if _may_be_state(words, language) else None
        found = elided or state or _WORD.match(text, start, end)
        if not found:
            start += 1
            continue
        given = bool(words) and is_given(words[-1].text, found[0])  # Lee Jae-myung
        stop = _name_end(found) if language == "en" and not given else found.end()
        word = Word(start, stop, text[start:stop], not opened and text[start].isalnum())
        opened = (opened or word.first) and word.text not in _OPENING
        words.append(word)
        if stop < found.end():
            words.append(Word(stop, found.end(), text[stop : found.end()], False))
        start = found.end()
    return words


def _may_be_state(words: Sentence, language: str) -> bool:
    """Whether a capital and a comma stand right before: Duluth, Minn."""
    behind = language == "en" and len(words) > 1 and words[-1].text == ","
    return behind and words[-2].is_capital and not words[-2].first


def _name_end(word: re.Match[str]) -> int:
    """The end of the word without a possessive 's or a modifier behind a capitalised name."""
    tail = _POSSESSIVE.search(word[0])
    if not tail and word[0][0].isupper():
        tail = _MODIFIED.search(word[0])
    return word.start() + tail.start() if tail else word.end()
