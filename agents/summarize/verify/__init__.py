"""The gate: numbers, dates, names, quotations and negations of a summary against its evidence."""

from schemas import Check

from . import figures, quotes
from .dates import dates, is_calendar_word
from .names import names
from .negation import negations
from .words import COPY, worded_after, words


def verify(sentence: str, evidence: str, language: str, article: str = "") -> tuple[Check, ...]:
    """Every checkable fact of the sentence, with whether the evidence supports it.

    A name may also stand elsewhere in the article: who "she" is, an earlier sentence says.
    """
    article = article or evidence
    line, share = worded_after(evidence, words(sentence))
    told = line if share >= COPY else evidence
    return (
        *_numbers(sentence, told, language, is_copy=share >= COPY),
        *_dates(sentence, told, language),
        *_names(sentence, evidence, language, article),
        *_quotes(sentence, evidence),
        *(
            Check(kind="negation", value=value, supported=supported)
            for value, supported in negations(evidence, sentence, language)
        ),
    )


def _numbers(sentence: str, evidence: str, language: str, *, is_copy: bool) -> list[Check]:
    known = figures.figures(evidence, language)
    said = figures.figures(sentence, language)
    if not is_copy:  # in other words the same number may stand beside another one
        said = [figure._replace(owner=None) for figure in said]
    counted = [
        Check(kind="number", value=f.text, supported=figures.is_supported(f, known)) for f in said
    ]
    ranks = figures.ordinals(evidence, language)
    return counted + [
        Check(kind="number", value=word, supported=word in ranks)
        for word in figures.ordinals(sentence, language)
    ]


def _dates(sentence: str, evidence: str, language: str) -> list[Check]:
    known = {when.key for when in dates(evidence, language)}
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
            supported=when.key in known and when.text not in misplaced,
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
