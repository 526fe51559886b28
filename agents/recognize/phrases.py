"""Known names of several words, found whatever joins their words: Amérique du Nord, El Salvador."""

import re
from functools import cache

from . import lexicon
from .words import Sentence

_ELIDED = re.compile(r"\b[dl]['’]")
_OWNER = re.compile(r"(?<=\w)['’]s(?= \w)")
_MARK = re.compile(r"['’]s$")
_LONGEST = 6  # words
_ARTICLES = ("La", "Las", "El", "Los", "Le", "Les", "The")


@cache
def _phrases() -> frozenset[tuple[str, ...]]:
    kinds = ("ORG", "PRODUCT", "EVENT", "WORK")
    names = (lexicon.countries() | lexicon.regions() | lexicon.cities() | lexicon.towns()).union(
        *(lexicon.known(kind) for kind in kinds)
    )
    owners = {_OWNER.sub(r" \g<0>", name) for name in names}  # English cuts King's in two
    parted = (_ELIDED.sub(r"\g<0> ", name).replace("/", " / ").split() for name in names | owners)
    whole = (name.split() for name in names if _ELIDED.search(name))  # German cuts no d' off
    every = (*parted, *whole)
    return frozenset(tuple(words) for words in every if 1 < len(words) <= _LONGEST)


@cache
def _openings() -> frozenset[str]:
    return frozenset(words[0] for words in _phrases())


def phrases(sentence: Sentence) -> list[tuple[int, int]]:
    """First and last index of each known name of several words, the longest where they overlap."""
    found: list[tuple[int, int]] = []
    i = 0
    while i < len(sentence):
        last = phrase_end(sentence, i)
        if last is not None:
            found.append((i, last))
        i = (last or i) + 1
    return found


def _may_be_article(sentence: Sentence, i: int) -> bool:
    """La Unión is a town, but La Unión Europea opens sentences; La Niña enfría is the weather."""
    if not sentence[i].first or sentence[i].text not in _ARTICLES:
        return False
    after = [w.text for w in sentence[i + 1 : i + 3]]
    event = " ".join([sentence[i].text, *after[:1]]) in lexicon.known("EVENT")
    return not event or (len(after) > 1 and after[1][0].isupper())


def _is_owner(sentence: Sentence, i: int) -> bool:
    """Stephen King's Cross River is none of King's Cross."""
    return i + 1 < len(sentence) and bool(_MARK.match(sentence[i + 1].text))


def phrase_end(sentence: Sentence, i: int) -> int | None:
    """The last index of the known name of several words that opens at `i`, or None."""
    if sentence[i].text not in _openings() or _may_be_article(sentence, i):
        return None
    if i and sentence[i - 1].text in lexicon.first_names() and _is_owner(sentence, i):
        return None
    for last in range(min(len(sentence), i + _LONGEST) - 1, i, -1):
        if tuple(w.text for w in sentence[i : last + 1]) in _phrases():
            return last
    return None
