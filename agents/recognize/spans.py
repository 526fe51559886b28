"""Runs of words that may be names, in languages that write common nouns small.

A run is capitalised words, with numbers behind them, particles between them, and, after a word
such as "Ministry" or "Consejo", the words that lead on to the rest of the name.
"""

from collections.abc import Iterator
from functools import cache

from .lexicon import countries, first_names, known
from .links import linked
from .measured import is_amount, is_model, model_end
from .numbered import number_end, ordinal_end
from .persons import is_initial
from .romance.french import goes_on, is_dashed
from .romance.offices import portfolio_end
from .romance.smallheads import name_after
from .romance.spanish import constitution_end, is_born, opens_with_verb
from .romance.verbs import opens_with_infinitive
from .shapes import (
    is_month,
    is_place,
    is_roman,
    may_be_name,
)
from .trimmed import trimmed
from .words import Run, Sentence

_ARTICLES = frozenset(["la", "el", "los", "las", "le", "les", "l'", "l’", "il", "lo", "gli"])
_LONGEST_QUESTION = 60  # words
_LONGEST_BRACKETS = 7  # words and marks, within a law
_LONGEST_ACT = 4  # words behind the brackets
_LAWS = ("Bill", "Act", "Acts", "Order", "Regulations", "Ordinance")
_LETTERS = frozenset("BCDEFGHJKLMNOPQRSTUVWXYZÓ")  # Model Y, Generation Z, Seán Ó Fearghaíl


def runs(sentence: Sentence, language: str) -> Iterator[Run]:
    """First and last index of each run of words that may be a name."""
    i = 0
    while i < len(sentence):
        held = portfolio_end(sentence, i) if language == "es" else None
        if held is not None:
            i = held + 1
            continue
        end = _run_end(sentence, i, language)
        if end is None:
            i += 1
            continue
        yield from trimmed(sentence, i, end, language)
        i = end + 1


def _run_end(sentence: Sentence, i: int, language: str) -> int | None:
    """The last index of the run that opens at `i`, or None."""
    if is_amount(sentence, i, language) or _is_verb(sentence, i, language):
        return None
    led = name_after(sentence, i, language) or model_end(sentence, i)
    led = led or ordinal_end(sentence, i, language)
    opens_article = _is_article(sentence, i, language)
    opens = may_be_name(sentence[i], language) or _is_person(sentence, i, language)
    if not (opens or led or opens_article):
        return None
    end = led or i
    while (following := _next(sentence, i, end, language)) is not None:
        end = following
    return None if end == i and opens_article else end


def _is_verb(sentence: Sentence, i: int, language: str) -> bool:
    """Vinieron México y Polonia; Surveiller 900 adolescents."""
    opens = {"es": opens_with_verb, "fr": opens_with_infinitive}.get(language)
    return opens is not None and opens(sentence, i)


def _is_person(sentence: Sentence, i: int, language: str) -> bool:
    """Whether a word opens a person's name that opens none elsewhere: Eve Perisset, N Rao."""
    if language == "es":
        return is_born(sentence, i)
    if language != "en" or i + 1 >= len(sentence):
        return False
    eve = sentence[i].text == "Eve" and not (i and sentence[i - 1].is_capital)
    eve = eve and _capital_at(sentence, i + 1, "en")
    return is_initial(sentence, i) or eve or _is_will(sentence, i, language)


def _is_will(sentence: Sentence, i: int, language: str) -> bool:
    """Will Ferry scored: no question, so the word that opens it is a person's name."""
    if language != "en" or sentence[i].text != "Will" or not _capital_at(sentence, i + 1, language):
        return False
    after = sentence[i + 1].text
    asked = any(w.text == "?" for w in sentence[i + 2 : i + 2 + _LONGEST_QUESTION])
    return not (asked or is_place(after))


def _is_article(sentence: Sentence, i: int, language: str) -> bool:
    """A capitalised article inside a sentence belongs to the name: La Moncloa, The Hague."""
    word = sentence[i]
    articles = ("the", "an") if language == "en" else _ARTICLES  # An Coimisiún
    return word.is_capital and not word.first and word.text.lower() in articles


def _next(sentence: Sentence, start: int, end: int, language: str) -> int | None:
    """The next index that the run extends to, or None where it ends."""
    i = end + 1
    if i >= len(sentence):
        return None
    text = sentence[i].text
    if text in first_names() and _is_closed(sentence, start, end):
        return None
    if may_be_name(sentence[i], language) or text in _LETTERS:
        return i
    if sentence[i].is_capital and sentence[end].text in first_names() and is_month(text, language):
        return i  # Theresa May
    if is_model(sentence, i):
        return i
    if (number := number_end(sentence, start, i, language)) is not None:
        return number
    article = language != "en" and sentence[i].is_capital and text.lower() in _ARTICLES
    if article and _capital_at(sentence, i + 1, language):
        return i + 1  # Marine Le Pen
    if text == "(" and (act := _act_end(sentence, i)):
        return act
    if language == "fr" and text == "–" and is_dashed(sentence, i):
        return i + 1
    if text == "&" and _capital_at(sentence, i + 1, language):
        return i + 1
    if language == "fr" and goes_on(sentence, start, i):
        return i
    if language == "es" and (year := constitution_end(sentence, start, i)):
        return year
    return linked(sentence, start, i, language)


def _is_closed(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a person's name behind the run is one of its own: Policía Nacional, Eva Ruiz."""
    several = start < end < start + _longest()
    body = several and " ".join(w.text for w in sentence[start : end + 1]) in known("ORG")
    numeral = _ends_in_numeral(sentence, start, end)
    return body or numeral or _ends_in_country(sentence, start, end)


@cache
def _longest() -> int:
    """How many words the longest of the known bodies has."""
    return max(len(name.split()) for name in known("ORG"))


def _ends_in_numeral(sentence: Sentence, start: int, end: int) -> bool:
    """Juan Carlos I: behind the number of a king another name begins."""
    return end > start and is_roman(sentence[end].text) and sentence[end - 1].text in first_names()


def _ends_in_country(sentence: Sentence, start: int, end: int) -> bool:
    """The minister of Obras Públicas de Chile Jorge Soto: behind the country a person begins."""
    country = end > start + 1 and sentence[end].text in countries()
    return country and not sentence[end - 1].is_capital


def _act_end(sentence: Sentence, i: int) -> int | None:
    """Peat (Scotland) Bill, Post Office (Horizon System) Offences Act: the end of a law's name.

    Where or for whom it is in force stands in it.
    """
    inside = range(i + 1, min(len(sentence), i + 2 + _LONGEST_BRACKETS))
    close = next((k for k in inside if sentence[k].text == ")"), None)
    if close is None or not sentence[i + 1].is_capital:
        return None
    for k in range(close + 1, min(len(sentence), close + 1 + _LONGEST_ACT)):
        if sentence[k].text in _LAWS:
            return k
        if not sentence[k].is_capital:
            return None
    return None


def _capital_at(sentence: Sentence, i: int, language: str) -> bool:
    return i < len(sentence) and may_be_name(sentence[i], language)
