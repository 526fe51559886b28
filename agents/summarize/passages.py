"""The sentences a summary may be made of, and what each has to show for itself."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from agents.text import Range, paragraphs, sentences

from .openers import dangles

# The first sentences one by one; of what comes later, each paragraph's first, so that every part
# of a long article has its say and is paid for once a paragraph.
_EARLY, _LATER = 12, 24
_CLOSED = re.compile(r"[.!?…。！？؟।][\"'”’“»«)\]』」]*$")
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+")
_QUESTION = re.compile(r"[?؟？][\"'”’“»«)\]]*$")
_QUOTE_MARKS = re.compile(r"[\"“”„«»]")
_QUOTE_START = re.compile(r"[\"“„«»]")
_FIRST_PERSON = re.compile(
    r"\b(?:ich|wir|uns|mein\w*|unser\w*|I|we|my|our|us|je|nous|mon|notre|nos|nosotros|yo)\b"
)


class Passage(NamedTuple):
    """A sentence of the running text; `rank` counts them from 0, headings left out."""

    place: Range
    text: str
    rank: int
    word_count: int
    figures: frozenset[str]
    is_dangling: bool
    is_question: bool
    is_speech: bool


def passages(text: str, language: str) -> list[Passage]:
    """The sentences to choose from, in text order; headings only where there is nothing else."""
    blocks = paragraphs(text)
    running = [block for block in blocks if _CLOSED.search(text[block.start : block.end])]
    found: list[Passage] = []
    rank = 0
    for start, end in running or blocks:
        places = sentences(text[start:end], language)
        early = max(1, _EARLY - rank)  # at least the first of each paragraph
        for place in places[:early]:
            found.append(
                _passage(text, Range(start + place.start, start + place.end), rank, language)
            )
            rank += 1
        rank += max(0, len(places) - early)
    return found[: _EARLY + _LATER]


def _passage(text: str, place: Range, rank: int, language: str) -> Passage:
    sentence = " ".join(text[place.start : place.end].split())
    marks = len(_QUOTE_MARKS.findall(sentence))
    speaks = bool(_QUOTE_START.match(sentence)) or bool(_FIRST_PERSON.search(sentence))
    return Passage(
        place=place,
        text=sentence,
        rank=rank,
        word_count=len(_WORD.findall(sentence)),
        figures=frozenset(_FIGURE.findall(sentence)),
        is_dangling=dangles(sentence, language),
        is_question=bool(_QUESTION.search(sentence)),
        is_speech=speaks or marks % 2 == 1,
    )


def covered_words(chosen: Sequence[Passage]) -> int:
    """How many words the passages have together."""
    return sum(passage.word_count for passage in chosen)
