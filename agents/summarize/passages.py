"""The sentences a summary may be made of, and what each has to show for itself."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from agents.text import Range, paragraphs, sentences

from .openers import dangles

# The first sentences one by one; of what comes later, each paragraph's first and every fourth after
# it, so that every part of a long article has its say and is paid for once.
_EARLY, _STRIDE = 12, 4
CLOSED = re.compile(r"[.!?…。！？؟।][\"'”’“»«)\]』」]*$")
_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+")
_TELLING = 4  # letters; shorter words are mostly grammar
_STEM = 6  # letters that the forms of a word share
_QUESTION = re.compile(r"[?؟？][\"'”’“»«)\]]*$")
_QUOTE_MARKS = re.compile(r"[\"“”„«»]")
_QUOTE_START = re.compile(r"[\"“„«»]")
_SURNAME = re.compile(r"([^\W\d_][\w-]{2,}) (?=[^\W\d_])(?![A-ZÄÖÜÉÁÍÓÚ])")
_FIRST_PERSON = re.compile(
    r"\b(?:ich|wir|uns|mein\w*|unser\w*|I|we|my|our|us|je|nous|mon|notre|nos|nosotros|yo)\b"
)


class Passage(NamedTuple):
    """A sentence of the running text; `rank` counts them from 0, headings left out."""

    place: Range
    text: str
    rank: int
    word_count: int
    stems: frozenset[str]
    names: frozenset[str]  # of the stems, those of words with a capital within the sentence
    leans_on: frozenset[int]  # ranks; one of them must be told too, where there are any
    is_dangling: bool  # it begins with a word for something told before, as scenes may
    is_question: bool
    is_speech: bool


def passages(text: str, language: str) -> list[Passage]:
    """The sentences to choose from, in text order; headings only where there is nothing else."""
    blocks = paragraphs(text)
    running = [block for block in blocks if CLOSED.search(text[block.start : block.end])]
    found: list[Passage] = []
    rank = 0
    for start, end in running or blocks:
        places = sentences(text[start:end], language)
        for i, (first, last) in enumerate(places):
            if rank + i < _EARLY or i % _STRIDE == 0:
                place = Range(start + first, start + last)
                found.append(_passage(text, place, rank + i, language, found))
        rank += len(places)
    return found


def _passage(
    text: str, place: Range, rank: int, language: str, before: Sequence[Passage]
) -> Passage:
    sentence = " ".join(text[place.start : place.end].split())
    speaks = bool(_QUOTE_START.match(sentence)) or bool(_FIRST_PERSON.search(sentence))
    is_dangling = dangles(sentence, language)
    leans_on = {rank - 1} if is_dangling and rank else _introductions(sentence, before)
    return Passage(
        place=place,
        text=sentence,
        rank=rank,
        word_count=len(_WORD.findall(sentence)),
        stems=stems(sentence),
        names=stems(" ".join(word for word in sentence.split()[1:] if word[0].isupper())),
        leans_on=frozenset(leans_on),
        is_dangling=is_dangling,
        is_question=bool(_QUESTION.search(sentence)),
        is_speech=speaks or len(_QUOTE_MARKS.findall(sentence)) % 2 == 1,
    )


def _introductions(sentence: str, before: Sequence[Passage]) -> frozenset[int]:
    """Ranks of the sentences that give the full name of what this one begins with.

    "Lagarde said" leans on "the bank's president, Christine Lagarde", wherever that was.
    """
    subject = _SURNAME.match(sentence)
    if subject is None:
        return frozenset()
    return frozenset(p.rank for p in before if _names_in_full(p.text, subject[1]))


def _names_in_full(sentence: str, surname: str) -> bool:
    """Whether the surname stands in the sentence behind another capitalised word."""
    before, found, behind = sentence.partition(f" {surname}")
    first = before.rsplit(" ", 1)
    # A word that opens the sentence is capitalised in any case.
    return bool(found) and not behind[:1].isalnum() and len(first) == 2 and first[1][:1].isupper()


def stems(text: str) -> frozenset[str]:
    """The beginnings of the text's telling words, its acronyms and figures, to compare texts by."""
    return frozenset(
        word[:_STEM].casefold()
        for word in _WORD.findall(text)
        if len(word) >= _TELLING or word[0].isdigit() or (len(word) > 1 and word.isupper())
    )
