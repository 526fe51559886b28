"""Runs of words that may be names, in languages that write common nouns small.

A run is capitalised words, with numbers behind them, particles between them, and, after a word
such as "Ministry" or "Consejo", the words that lead on to the rest of the name.
"""

from collections.abc import Iterator

from . import lexicon
from .lexicon import first_names, is_nationality
from .links import linked
from .names import looks_personal
from .shapes import (
    is_acronym,
    is_common,
    is_function,
    is_generic,
    is_month,
    is_number,
    is_roman,
    may_be_name,
)
from .smallheads import name_after
from .words import Sentence

_ARTICLES = frozenset(["la", "el", "los", "las", "le", "les", "l'", "l’", "il", "lo", "gli"])
_BEFORE_ROLES = (
    "vice",
    "former",
    "ex",
    "prime",
    "deputy",
    "assistant",
    "rear",
    "chief",
    "acting",
    "district",
    "state",
)
_LETTERS = frozenset("BCDEFGHJKLMNOPQRSTUVWXYZ")  # Model Y, Generation Z
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
    led = name_after(sentence, i, language)
    opens_article = _is_article(sentence, i, language)
    if not (may_be_name(sentence[i], language) or led or opens_article):
        return None
    end = led or i
    while (following := _next(sentence, i, end, language)) is not None:
        end = following
    return None if end == i and opens_article else end


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
    if _ends_in_numeral(sentence, start, end) and text in first_names():
        return None
    if may_be_name(sentence[i], language) or text in _LETTERS:
        return i
    if sentence[i].is_capital and sentence[end].text in first_names() and is_month(text, language):
        return i  # Theresa May
    if is_number(text) and sentence[end].text[-1].isalnum() and not _is_date(sentence, i, language):
        return i
    article = language != "en" and sentence[i].is_capital and text.lower() in _ARTICLES
    if article and _capital_at(sentence, i + 1, language):
        return i + 1  # Marine Le Pen
    if text == "(" and _is_act(sentence, i):
        return i + 3
    if text == "&" and _capital_at(sentence, i + 1, language):
        return i + 1
    if language == "fr" and _is_french_adjective(sentence, start, i):
        return i
    return linked(sentence, start, i, language)


def _ends_in_numeral(sentence: Sentence, start: int, end: int) -> bool:
    """Juan Carlos I: behind the number of a king another name begins."""
    return end > start and is_roman(sentence[end].text) and sentence[end - 1].text in first_names()


def _is_act(sentence: Sentence, i: int) -> bool:
    """Peat (Scotland) Bill: where a law is in force stands in its name."""
    after = [w.text for w in sentence[i + 1 : i + 4]]
    return len(after) == 3 and after[1] == ")" and after[2] in ("Bill", "Act")


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
        and (i - start <= 2 or (i - start <= 5 and sentence[i - 1].text.islower()))
        and sentence[start].text.lower() in lexicon.words("heads", "ORG", "fr")
    )


def _trimmed(sentence: Sentence, first: int, last: int, language: str) -> Iterator[Run]:
    """The run without titles and grammar before it, cut where a title stands inside."""
    roles = lexicon.words("context", "role", language)
    start = first
    body = sentence[first].text.lower() in lexicon.words("heads", "ORG", language)
    if _is_source(sentence, first, last):
        yield first, first
        start = first + 1
    is_whole = body and language in ("es", "fr")  # Sindicato Médico Andaluz
    for i in () if is_whole else range(first, last + 1):
        lower = sentence[i].text.lower().rstrip(".")
        sure = lower not in lexicon.words("words", "doubtful_role", "all")
        named = i + 2 <= last and sentence[i + 1].text in first_names()  # Judge Lewis Kaplan
        title = lower in roles and sentence[i].is_capital and (sure or named)
        if title and start < i < last:
            yield from _stripped(sentence, start, i - 1, language)
            start = i
    yield from _stripped(sentence, start, last, language)


def _is_source(sentence: Sentence, first: int, last: int) -> bool:
    """Whether an acronym and a person meet: told EFE Yadira Quiñónez."""
    text = sentence[first].text
    source = is_acronym(text) and text.isalpha() and len(text) > 2 and last - first == 2
    return source and sentence[first + 1].text in first_names()


def _stripped(sentence: Sentence, first: int, last: int, language: str) -> Iterator[Run]:
    while first < last and _is_before_name(sentence, first, last, language):
        first += 1
    links = lexicon.words("words", "link", language)
    if first < last and sentence[first].first and _are_people(sentence[first].text, language):
        first += 1  # Diputados del Frente Amplio
        while first < last and sentence[first].text in links:
            first += 1
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


def _are_people(text: str, language: str) -> bool:
    """Whether it is the plural of a title."""
    roles = lexicon.words("context", "role", language)
    lower = text.lower()
    return lower not in roles and bool({lower.removesuffix("s"), lower.removesuffix("es")} & roles)


def _is_before_name(sentence: Sentence, first: int, last: int, language: str) -> bool:
    """Whether the first word is a title, a nationality before one, or grammar."""
    word = sentence[first]
    lower = word.text.lower().rstrip(".")
    if lower in lexicon.words("words", "royal", "all"):
        return False
    roles = lexicon.words("context", "role", language)
    if lower in roles:
        rest = [w.text for w in sentence[first + 1 : last + 1]]
        person = rest[0] in first_names() or (len(rest) > 1 and looks_personal(rest))
        return lower not in lexicon.words("words", "doubtful_role", "all") or person
    if lower in _BEFORE_ROLES:
        return sentence[first + 1].text.lower() in roles
    if is_nationality(word.text, language):
        rest = [w.text for w in sentence[first + 1 : last + 1]]
        person = rest[0] in first_names() and looks_personal(rest)
        return rest[0].lower() in roles or person
    return word.first and is_function(word.text, language)
