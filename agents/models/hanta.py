"""HanTa's bundled part-of-speech taggers, and the default `Tagger` built on them.

HanTa's models are pickles; only those in its own package folder are ever loaded.
"""

from collections.abc import Sequence
from functools import cache
from importlib.metadata import version
from typing import Any

from agents.recognize.find import find
from schemas import Model

from .protocols import LabelledSpan

_MODELS = {"de": "morphmodel_ger.pgz", "en": "morphmodel_en.pgz"}


@cache
def _tagger(language: str) -> Any:  # HanTa has no types
    from HanTa import HanoverTagger  # imported late: a worker without it should not pay

    return HanoverTagger.HanoverTagger(_MODELS[language])


def parts_of_speech(words: Sequence[str], language: str) -> list[str]:
    """One tag a word of the sentence: STTS for German, CLAWS 5 for English, else empty strings."""
    if language not in _MODELS or not words:
        return [""] * len(words)
    return [tag for _, _, tag in _tagger(language).tag_sent(list(words), taglevel=1)]


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
