"""Romance institutions in German text, which begin with their head: Musée de la Musique."""

from collections.abc import Sequence
from functools import cache

from agents.recognize import lexicon
from agents.recognize.shapes import is_place
from agents.recognize.words import Sentence

_LANGUAGES = ("fr", "es", "it")
_ADJECTIVE = ("ale", "ales", "aux", "onnel", "elle", "ienne", "ique", "aire")  # Agence nationale
_VENUES = ("Estadio", "Estádio", "Stadio", "Stade", "Stadium")
_LONGEST = 4  # words of whose a stadium is
_FOREIGN = ("FM", "NE", "XY", "NN?")


def foreign_end(sentence: Sentence, tags: Sequence[str], i: int) -> int | None:
    """The last index of the foreign institution that opens at `i`, or None."""
    if english := _english_end(sentence, i) or _venue_end(sentence, tags, i):
        return english
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


def _english_end(sentence: Sentence, i: int) -> int | None:
    """Bank of the Philippine Islands, Mall of Asia Arena: "of" is English, not German."""
    if i + 2 >= len(sentence) or sentence[i + 1].text != "of":
        return None
    heads = lexicon.words("heads", "ORG", "en") | lexicon.words("heads", "LOC", "en")
    end = i + 3 if sentence[i + 2].text == "the" else i + 2
    if sentence[i].text.lower() not in heads or not _is_capital_at(sentence, end):
        return None
    while _is_capital_at(sentence, end + 1) and _is_head(sentence[end + 1].text):
        end += 1
    return end


def _is_head(text: str) -> bool:
    """Whether an English list has the word as the head of a name or as a place's."""
    lower = text.lower()
    return any(lower in lexicon.words("heads", kind, "en") for kind in ("ORG", "LOC"))


def _venue_end(sentence: Sentence, tags: Sequence[str], i: int) -> int | None:
    """Estadio Ramón Sánchez-Pizjuán: all capitals behind the foreign word are whose it is."""
    if sentence[i].text not in _VENUES or (sentence[i].text == "Stade" and _is_club(sentence, i)):
        return None
    end = i
    while _is_capital_at(sentence, end + 1) and tags[end + 1] in _FOREIGN and end - i < _LONGEST:
        end += 1
    return end if end > i else None


def _is_club(sentence: Sentence, i: int) -> bool:
    """Stade Rennes; the stadium stands behind its article and under another name than a town's."""
    article = i > 0 and sentence[i - 1].text.lower() in ("im", "das", "dem", "des", "am", "ins")
    return not article or (i + 1 < len(sentence) and is_place(sentence[i + 1].text))


def _is_capital_at(sentence: Sentence, i: int) -> bool:
    return i < len(sentence) and sentence[i].is_capital and sentence[i].is_word


def foreign_kind(parts: Sequence[str]) -> str | None:
    """The type that the head tells where small words follow it."""
    if parts[0] in _VENUES and len(parts) > 1 and not is_place(parts[1]):
        return "LOC"
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
