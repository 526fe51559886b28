"""Runs of words that may be names, in languages that write common nouns small.

A run is capitalised words, with numbers behind them, particles between them, and, after a word
such as "Ministry" or "Consejo", the words that lead on to the rest of the name.
"""

from collections.abc import Iterator

from . import lexicon
from .lexicon import first_names, is_nationality
from .names import looks_personal
from .shapes import (
    is_acronym,
    is_common,
    is_function,
    is_generic,
    is_month,
    is_number,
    is_place,
    may_be_name,
)
from .words import Sentence

TYPES = ("ORG", "LOC", "EVENT", "WORK", "PRODUCT")
_HEAD_FIRST = ("fr", "es", "it", "pt", "pl")  # the head word opens the name: Ministerio de …
_ARTICLES = frozenset(["la", "el", "los", "las", "le", "les", "l'", "l’", "il", "lo", "gli"])
_LOWER_HEADS = {"fr": ("prix",), "es": ("premio",), "it": ("premio",)}
_LETTERS = frozenset("BCDEFGHJKLMNOPQRSTUVWXYZ")  # Model Y, Generation Z
_TAKE_NOUN = ("centre", "cour", "conseil", "caisse", "agence", "office", "comité", "observatoire")
_PRIZES = ("prix", "lion", "palme", "ours")
_TAKE_PREPOSITIONS = ("prize", "award", "medal", "committee", "prix", "premio")
Run = tuple[int, int]


def runs(sentence: Sentence, language: str) -> Iterator[Run]:
    """First and last index of each run of words that may be a name."""
    i = 0
    while i < len(sentence):
        end = _run_end(sentence, i, language)
        if end is None:
            i += 1
            continue
        yield from _trimmed(sentence, i, end, language)
        i = end + 1


def _run_end(sentence: Sentence, i: int, language: str) -> int | None:
    """The last index of the run that opens at `i`, or None."""
    lower_head = sentence[i].text in _LOWER_HEADS.get(language, ())
    opens_article = _is_article(sentence, i, language)
    if not (may_be_name(sentence[i], language) or lower_head or opens_article):
        return None
    end = i
    while (following := _next(sentence, i, end, language)) is not None:
        end = following
    return None if end == i and (lower_head or opens_article) else end


def _is_article(sentence: Sentence, i: int, language: str) -> bool:
    """A capitalised article inside a sentence belongs to the name: La Moncloa, Le Monde."""
    word = sentence[i]
    return (
        word.is_capital and not word.first and word.text.lower() in _ARTICLES and language != "en"
    )


def _next(sentence: Sentence, start: int, end: int, language: str) -> int | None:
    """The next index that the run extends to, or None where it ends."""
    i = end + 1
    if i >= len(sentence):
        return None
    text = sentence[i].text
    if sentence[start].text.islower() and end == start and not may_be_name(sentence[i], language):
        return None  # prix du jury
    if may_be_name(sentence[i], language) or text in _LETTERS:
        return i
    if sentence[i].is_capital and sentence[end].text in first_names() and is_month(text, language):
        return i  # Theresa May
    if is_number(text) and sentence[end].text[-1].isalnum() and not _is_date(sentence, i, language):
        return i
    article = language != "en" and sentence[i].is_capital and text.lower() in _ARTICLES
    if article and _capital_at(sentence, i + 1, language):
        return i + 1  # Marine Le Pen
    if text == "&" and _capital_at(sentence, i + 1, language):
        return i + 1
    if language == "fr" and _is_french_adjective(sentence, start, i):
        return i
    return _linked(sentence, start, i, language)


def _is_date(sentence: Sentence, i: int, language: str) -> bool:
    return i > 0 and is_common(sentence[i - 1].text, language)


def _capital_at(sentence: Sentence, i: int, language: str) -> bool:
    return i < len(sentence) and may_be_name(sentence[i], language)


def _is_french_adjective(sentence: Sentence, start: int, i: int) -> bool:
    """Conseil constitutionnel, Croix-Rouge libanaise: the adjective of an institution."""
    text = sentence[i].text
    return (
        text.islower()
        and len(text) > 4
        and text.endswith(tuple(lexicon.words("words", "adjective_ending", "fr")))
        and i - start <= 2
        and sentence[start].text.lower() in lexicon.words("heads", "ORG", "fr")
    )


def _linked(sentence: Sentence, start: int, i: int, language: str) -> int | None:
    """Where linking words lead on from index `i` to the next capital, or None."""
    links = lexicon.words("words", "particle", language)
    if _has_head(sentence, start, i - 1, language):
        links = links | lexicon.words("words", "link", language)
    elif language == "es" and not is_place(sentence[i - 1].text):
        links = links | {"de", "del"}  # Cabeza de Vaca
    elif language in _HEAD_FIRST and sentence[start].text not in first_names():
        return None
    j = i
    while j < len(sentence) and j - i < 3 and sentence[j].text in links:
        j += 1
    if j == i:
        return None
    if _capital_at(sentence, j, language):
        return None if _breaks(sentence, start, i, j, language) else j
    return j if language == "fr" and _takes_noun(sentence, start, j) else None


def _takes_noun(sentence: Sentence, start: int, j: int) -> bool:
    """Palme d'or, Centre national du cinéma: the name ends in a small noun."""
    if j >= len(sentence) or not sentence[j].text.isalpha() or j - start > 4:
        return False
    inside = {w.text for w in sentence[start:j]}
    twice = sum(w.text in lexicon.words("words", "link", "fr") for w in sentence[start:j]) > 2
    head = sentence[start].text.lower()
    institution = head in _TAKE_NOUN and sentence[start].is_capital and not sentence[start].first
    named = head in _PRIZES and (sentence[start].is_capital or "Nobel" in inside)
    institution = institution and not is_function(sentence[j].text, "fr")
    return not twice and (named or institution)


def _breaks(sentence: Sentence, start: int, i: int, j: int, language: str) -> bool:
    """Whether a new name begins behind the linking words from `i` to `j`."""
    link, after = sentence[i].text, sentence[j].text
    if link in ("in", "to", "at", "on", "à", "i", "w", "do"):
        university = link == "at" and sentence[start].text == "University"
        return sentence[i - 1].text.lower() not in _TAKE_PREPOSITIONS and not university
    if link not in ("and", "et", "y", "e", "en", "und"):
        return language == "es" and not _is_head(sentence[start].text, "es") and _is_own(after)
    inside = {w.text for w in sentence[start:i]} & lexicon.words("words", "link", language)
    opens = after in first_names() or is_place(after) or is_nationality(after, language)
    bodies = lexicon.words("heads", "ORG", language) | lexicon.words("heads", "WORK", language)
    body = any(w.text.lower() in bodies for w in sentence[start:i])
    joined = inside and body and j - i == 1 and not is_acronym(after)
    return not joined or opens or _is_head(after, language)


def _is_own(text: str) -> bool:
    """Whether a name begins with the word: a first name, a place, an acronym."""
    return text in first_names() or is_place(text) or is_acronym(text)


def _has_head(sentence: Sentence, start: int, end: int, language: str) -> bool:
    """Whether an institution, place, event or work word is where linking words may follow it."""
    places = [start] if language in _HEAD_FIRST else [end]
    inside = {w.text for w in sentence[start : end + 1]}
    if inside & lexicon.words("words", "link", language):
        return True
    return any(_is_head(sentence[k].text, language) for k in places)


def _is_head(text: str, language: str) -> bool:
    return any(text.lower() in lexicon.words("heads", kind, language) for kind in TYPES)


def _trimmed(sentence: Sentence, first: int, last: int, language: str) -> Iterator[Run]:
    """The run without titles and grammar before it, cut where a title stands inside."""
    roles = lexicon.words("context", "role", language)
    start = first
    for i in range(first, last + 1):
        lower = sentence[i].text.lower()
        title = (
            lower in roles
            and lower not in lexicon.words("words", "doubtful_role", "all")
            and sentence[i].is_capital
        )
        if title and start < i < last:
            yield from _stripped(sentence, start, i - 1, language)
            start = i
    yield from _stripped(sentence, start, last, language)


def _stripped(sentence: Sentence, first: int, last: int, language: str) -> Iterator[Run]:
    while first < last and _is_before_name(sentence, first, last, language):
        first += 1
    links = lexicon.words("words", "link", language)
    while first < last and sentence[last].text.lower() in links:
        last -= 1
    words = sentence[first : last + 1]
    if all(is_nationality(w.text, language) for w in words):
        return
    lower = sentence[first].text.lower()
    roles = lexicon.words("context", "role", language)
    if first == last and (lower in roles or is_generic(lower, language)):
        return
    yield first, last


def _is_before_name(sentence: Sentence, first: int, last: int, language: str) -> bool:
    """Whether the first word is a title, a nationality before one, or grammar."""
    word = sentence[first]
    lower = word.text.lower()
    if lower in lexicon.words("words", "royal", "all"):
        return False
    roles = lexicon.words("context", "role", language)
    if lower in roles:
        rest = [w.text for w in sentence[first + 1 : last + 1]]
        person = rest[0] in first_names() or (len(rest) > 1 and looks_personal(rest))
        return lower not in lexicon.words("words", "doubtful_role", "all") or person
    if lower in ("vice", "former", "ex", "prime", "deputy"):
        return sentence[first + 1].text.lower() in roles
    if is_nationality(word.text, language):
        rest = [w.text for w in sentence[first + 1 : last + 1]]
        person = rest[0] in first_names() and looks_personal(rest)
        return rest[0].lower() in roles or person
    return word.first and is_function(word.text, language)
