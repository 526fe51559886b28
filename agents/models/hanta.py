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

# English gains nothing from its tagger here: capitals and position tell as much, in half the time.
_MODELS = {"de": "morphmodel_ger.pgz"}


_SHORTEST_NOUN = 5  # letters of an ending that make a word a compound of known nouns
_REMEMBERED = 50_000  # words per language whose analysis is kept; news repeats its words


@cache
def _tagger(language: str) -> Any:  # HanTa has no types
    from HanTa.HanoverTagger import HanoverTagger  # imported late: only who tags should pay

    tagger = HanoverTagger(_MODELS[language])
    tagger.analyze_forward = lru_cache(_REMEMBERED)(tagger.analyze_forward)
    return tagger


def parts_of_speech(words: Sequence[str], language: str) -> list[str]:
    """One tag a word of the sentence: STTS for German, empty strings elsewhere.

    A noun that the tagger has never seen, nor its ending, is `NN?`.
    """
    if language not in _MODELS or not words:
        return [""] * len(words)
    # Level 0 is tags alone; the others look for lemmas too, which takes as long again.
    tagger = _tagger(language)
    tags: list[str] = tagger.tag_sent(list(words), taglevel=0)
    return [
        "NN?" if tag == "NN" and not _is_known(word.lower(), tagger.cache) else tag
        for word, tag in zip(words, tags, strict=True)
    ]


def _is_known(word: str, vocabulary: Container[str]) -> bool:
    return any(word[i:] in vocabulary for i in range(max(1, len(word) - _SHORTEST_NOUN + 1)))


class HantaTagger:
    """Names by rules over word shapes, parts of speech and name lists; nothing is downloaded."""

    def __init__(self) -> None:
        self.model = Model(name="hanta", revision=version("HanTa"))

    def tag(self, texts: Sequence[str], languages: Sequence[str]) -> list[list[LabelledSpan]]:
        """The spans of each text, by start, without overlap."""
        return [
            find(text, language, parts_of_speech)
            for text, language in zip(texts, languages, strict=True)
        ]
