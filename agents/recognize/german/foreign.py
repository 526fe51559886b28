"""Romance institutions in German text, which begin with their head: Musée de la Musique."""

from collections.abc import Sequence
from functools import cache

from agents.recognize import lexicon
from agents.recognize.words import Sentence

_LANGUAGES = ("fr", "es", "it")
_ADJECTIVE = ("ale", "ales", "aux", "onnel", "elle", "ienne", "ique", "aire")  # Agence nationale
_FOREIGN = ("FM", "NE", "XY", "NN?")


def foreign_end(sentence: Sentence, tags: Sequence[str], i: int) -> int | None:
    """The last index of the foreign institution that opens at `i`, or None."""
    if not sentence[i].is_capital or tags[i] == "NN":  # Mission des Rover
        return None
    language = _language(sentence[i].text)
    if language is None or i + 1 >= len(sentence) or not sentence[i + 1].text.islower():
        return None
    links = lexicon.words("words", "link", language)
    end, j = i, i + 1
    while j < len(sentence) and (sentence[j].text in links or _is_foreign(sentence, tags, j)):
        if sentence[j].text not in links:
            end = j
        j += 1
    return end if end > i else None


def foreign_kind(parts: Sequence[str]) -> str | None:
    """The type that the head tells where small words follow it."""
    language = _language(parts[0]) if len(parts) > 1 and parts[1].islower() else None
    if language is None:
        return None
    kinds = ("ORG", "LOC")
    return next(k for k in kinds if parts[0].lower() in lexicon.words("heads", k, language))


@cache
def _language(head: str) -> str | None:
    lower = head.lower()
    for language in _LANGUAGES:
        if any(lower in lexicon.words("heads", kind, language) for kind in ("ORG", "LOC")):
            return language
    return None


def _is_foreign(sentence: Sentence, tags: Sequence[str], i: int) -> bool:
    text = sentence[i].text
    adjective = text.islower() and text.endswith(_ADJECTIVE)
    return sentence[i].is_word and (tags[i] in _FOREIGN or adjective)
