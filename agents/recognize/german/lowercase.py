"""German firms that spell themselves small: the text introduces them, der Konzern thyssenkrupp."""

from collections.abc import Sequence
from functools import cache

from agents.recognize import lexicon
from agents.recognize.shapes import is_function
from agents.recognize.words import Run, Sentence

_STRANGE = ("NE", "FM", "NN", "NN?")  # tags of words that are no everyday small word
_SHORTEST = 4  # letters


def introduced(sentences: Sequence[tuple[Sentence, Sequence[str]]]) -> frozenset[str]:
    """The small words that stand right behind the noun for a firm."""
    return frozenset(
        sentence[i].text
        for sentence, tags in sentences
        for i in range(1, len(sentence))
        if _is_strange(sentence, tags, i) and _is_firm(sentence[i - 1].text)
    )


def small_runs(sentence: Sentence, names: frozenset[str]) -> list[Run]:
    """Where the sentence has one of the names."""
    return [(i, i) for i, word in enumerate(sentence) if word.text in names]


def _is_strange(sentence: Sentence, tags: Sequence[str], i: int) -> bool:
    text = sentence[i].text
    if not text.islower() or len(text) < _SHORTEST or is_function(text, "de"):
        return False
    return text.isalpha() and tags[i] in _STRANGE


@cache
def _is_firm(text: str) -> bool:
    nouns = tuple(w for w in lexicon.words("context", "organisation", "de") if len(w) > _SHORTEST)
    return text[0].isupper() and text.lower().endswith(nouns)
