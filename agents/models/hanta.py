"""HanTa's bundled part-of-speech taggers, and the default `Tagger` built on them.

HanTa's models are pickles; only those in its own package folder are ever loaded.
"""

from collections.abc import Container, Sequence
from functools import cache, lru_cache
from importlib.metadata import version
from typing import Any

from agents.recognize.find import find
from schemas import Model

from .protocols import LabelledSpan
from .recent import Recent

# Of English only the vocabulary is used: capitals and position tell as much as tags, in half the
# time, but not that Ever Given is two everyday words.
_MODELS = {"de": "morphmodel_ger.pgz", "en": "morphmodel_en.pgz"}

_LONGEST_WORD = 60  # letters; German has none that is longer
_SHORTEST_NOUN = 5  # letters of an ending that make a word a compound of known nouns
_SHORTEST_SWISS = 6  # letters; shorter words with ss are last names as well: Gross, Fuss
_SHORTEST_PART = 2  # letters before such an ending
_REMEMBERED = 50_000  # words per language whose analysis is kept; news repeats its words


@cache
def _tagger(language: str) -> Any:  # HanTa has no types
    from HanTa.HanoverTagger import HanoverTagger  # imported late: only who tags should pay

    tagger = HanoverTagger(_MODELS[language])
    tagger.analyze_forward = lru_cache(_REMEMBERED)(tagger.analyze_forward)
    return tagger


def parts_of_speech(words: Sequence[str], language: str) -> list[str]:
    """One tag a word of the sentence: STTS for German, empty strings in most other languages.

    A German noun that the tagger has never seen, nor its ending, is `NN?`; an English word is
    `NP0` where it is a name by itself, `ordinary` where it is not, and empty where it is unknown.
    """
    if language not in _MODELS or not words:
        return [""] * len(words)
    if language == "en":
        return [_english(word.lower()) for word in words]
    # Level 0 is tags alone; the others look for lemmas too, which takes as long again.
    tagger = _tagger(language)
    short = [word if len(word) <= _LONGEST_WORD else _clipped(word) for word in words]
    short = [_german(word, tagger.cache) for word in short]
    tags: list[str] = tagger.tag_sent(short, taglevel=0)
    return [
        "NN?" if tag == "NN" and not _is_known(word.lower(), tagger.cache) else tag
        for word, tag in zip(short, tags, strict=True)
    ]


def _german(word: str, vocabulary: Container[str]) -> str:
    """The spelling of Germany, where the tagger has only that: Ausstoß for the Swiss Ausstoss."""
    if "ss" not in word or len(word) < _SHORTEST_SWISS or word.lower() in vocabulary:
        return word
    spellings = (
        word.replace("ss", "ß"),
        word.replace("ss", "ß", 1),
        "ß".join(word.rsplit("ss", 1)),
    )
    return next((spelled for spelled in spellings if spelled.lower() in vocabulary), word)


def _clipped(word: str) -> str:
    """A word so long that the tagger would take seconds, which square with its length: its ends."""
    return word[0] + word[1 - _LONGEST_WORD :]


@lru_cache(_REMEMBERED)
def _english(word: str) -> str:
    tagger = _tagger("en")
    if word not in tagger.cache:
        return ""
    return "NP0" if tagger.tag_word(word)[0][0] == "NP0" else "ordinary"


def _is_known(word: str, vocabulary: Container[str]) -> bool:
    """Whether the tagger has seen it or its end behind a first part: not -latten in Blatten."""
    ends = range(_SHORTEST_PART, len(word) - _SHORTEST_NOUN + 1)
    return word in vocabulary or any(word[i:] in vocabulary for i in ends)


class HantaTagger:
    """Names by rules over word shapes, parts of speech and name lists; nothing is downloaded."""

    def __init__(self, remembered: int = 0) -> None:
        """Of so many texts as `remembered` says the spans are kept: they may come again."""
        self.model = Model(name="hanta", revision=version("HanTa"))
        self._recent: Recent[list[LabelledSpan]] = Recent(remembered)

    def tag(self, texts: Sequence[str], languages: Sequence[str]) -> list[list[LabelledSpan]]:
        """The spans of each text, by start, without overlap; equal texts are read once."""
        named = [f"{name} {text}" for text, name in zip(texts, languages, strict=True)]
        return [list(spans) for spans in self._recent.results(named, _found)]


def _found(named: Sequence[str]) -> list[list[LabelledSpan]]:
    """The spans of texts behind the names of their languages."""
    parted = [text.partition(" ") for text in named]
    return [[*find(text, language, parts_of_speech)] for language, _, text in parted]
