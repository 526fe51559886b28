"""The gate: numbers, dates, names, quotations and negations of a summary against its evidence."""

import re
from collections.abc import Set
from datetime import datetime

from schemas import Check

from . import figures, quotes
from .dates import dates, days_meant, is_calendar_word
from .names import names
from .negation import negations
from .words import COPY, worded_after, words

_YEAR = re.compile(r"\d{4}")
_TELLING = 13  # smaller numbers count many things in an article


def verify(
    sentence: str,
    evidence: str,
    language: str,
    article: str = "",
    published: datetime | None = None,
) -> tuple[Check, ...]:
    """Every checkable fact of the sentence, with whether the evidence supports it.

    A name may also stand elsewhere in the article: who "she" is, an earlier sentence says. In other
    words, a number may come from elsewhere too, and a weekday may be told as the date it means.
    """
    article = article or evidence
    line, share = worded_after(evidence, words(sentence))
    is_copy = share >= COPY
    told = line if is_copy else evidence
    today = None if is_copy else published
    return (
        *_numbers(sentence, told, "" if is_copy else article, language, today),
        *_dates(sentence, told, "" if is_copy else article, language, today),
        *_names(sentence, evidence, language, article),
        *_quotes(sentence, evidence),
        *(
            Check(kind="negation", value=value, supported=supported)
            for value, supported in negations(evidence, sentence, language)
        ),
    )


def _numbers(
    sentence: str, evidence: str, elsewhere: str, language: str, today: datetime | None
) -> list[Check]:
    said = figures.figures(sentence, language)
    told = _telling(figures.figures(elsewhere, language), said)
    known = figures.Known([*figures.figures(evidence, language), *told])
    if elsewhere:  # in other words the same number may stand beside another one
        said = [f._replace(owner=None) if f.value >= _TELLING else f for f in said]
    years = {today.year - 1, today.year, today.year + 1} if today else set()
    counted = [
        Check(
            kind="number",
            value=f.text,
            supported=_is_year(f, years) or known.supports(f),
        )
        for f in said
    ]
    ranks = figures.ordinals(evidence, language)
    return counted + [
        Check(kind="number", value=word, supported=word in ranks)
        for word in figures.ordinals(sentence, language)
    ]


def _is_year(figure: figures.Figure, years: Set[int]) -> bool:
    """Whether it is one of the years: 2025, but neither 2,025 jobs nor 2025 euros."""
    return figure.value in years and _YEAR.fullmatch(figure.text) is not None


def _telling(found: list[figures.Figure], said: list[figures.Figure]) -> list[figures.Figure]:
    """Those that are no coincidence: of two digits or more, or counting the same."""
    counts = {(f.value, f.owner) for f in said if f.owner}
    return [f for f in found if f.value >= _TELLING or (f.value, f.owner) in counts]


def _dates(
    sentence: str, evidence: str, elsewhere: str, language: str, today: datetime | None
) -> list[Check]:
    given = {when.key for when in dates(evidence, language)}
    derived = days_meant({when.key for when in dates(elsewhere, language)}, today)
    # A weekday in the place of another is seen like a name in the place of another.
    misplaced = {
        value
        for value, supported in names(evidence, sentence, language)
        if not supported and is_calendar_word(value, language)
    }
    return [
        Check(
            kind="date",
            value=when.text,
            supported=when.key in derived or (when.key in given and when.text not in misplaced),
        )
        for when in dates(sentence, language)
    ]


def _names(sentence: str, evidence: str, language: str, article: str) -> list[Check]:
    return [
        Check(kind="name", value=value, supported=supported)
        for value, supported in names(evidence, sentence, language, article)
        if not is_calendar_word(value, language)
        and not all(figures.is_figure_word(word, language) for word in value.split())
    ]


def _quotes(sentence: str, evidence: str) -> list[Check]:
    known = quotes.quotations(evidence)
    return [
        Check(kind="quote", value=q.text, supported=quotes.is_supported(q, known))
        for q in quotes.quotations(sentence)
    ]
