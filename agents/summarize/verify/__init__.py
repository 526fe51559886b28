"""The gate: numbers, dates, names, quotations and negations of a summary against its evidence."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Literal

from schemas import Check

from . import figures, quotes
from .clock import Time, clock
from .dates import dates, days_meant, is_calendar_word
from .gainsaid import gainsaid, numbered
from .names import names
from .negation import negations
from .opposites import exchanged
from .periods import periods
from .words import COPY, NEAR_COPY, worded_after, words

_Kind = Literal["number", "date", "name", "quote", "negation"]
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
    What turns a number or a day around (more or fewer, rise or fall, last or next) is part of it.
    """
    article = article or evidence
    line, share = worded_after(evidence, words(sentence))
    is_copy = share >= COPY
    near, far = (line, "") if is_copy else (evidence, article)
    today = None if is_copy else published
    hours = clock(sentence, near, far, language)
    return (
        *_numbers(sentence, near, far, language, today, [time for time, known in hours if known]),
        *_dates(sentence, near, far, language, today),
        *(Check(kind="date", value=time.text, supported=known) for time, known in hours),
        *_named("date", periods(sentence, near, far, language)),
        *_names(sentence, evidence, language, article),
        *_quotes(sentence, evidence),
        *_named("negation", negations(evidence, sentence, language)),
        *_opposites(sentence, line if share >= NEAR_COPY else "", language),
    )


def _named(kind: _Kind, found: Iterable[tuple[str, bool]]) -> list[Check]:
    return [Check(kind=kind, value=value, supported=supported) for value, supported in found]


def _opposites(sentence: str, line: str, language: str) -> list[Check]:
    """Words in the place of their opposites, which only a sentence in the same words can show."""
    return [
        Check(kind="date" if table == "period" else "negation", value=value, supported=False)
        for value, table in exchanged(words(line), words(sentence), language)
    ]


def _numbers(
    sentence: str,
    evidence: str,
    elsewhere: str,
    language: str,
    today: datetime | None,
    hours: Sequence[Time],
) -> list[Check]:
    """The numbers; those of a known time of day are known with it: 7 and 30, 19 and 30."""
    own, near, far = (numbered(text, language) for text in (sentence, evidence, elsewhere))
    said, denied = own.figures, gainsaid(own, near, far)
    known = figures.Known([*near.figures, *_telling(far.figures, said)])
    if elsewhere:  # in other words the same number may stand beside another one
        said = [f._replace(owner=None) if f.value >= _TELLING else f for f in said]
    years = {today.year - 1, today.year, today.year + 1} if today else set()
    counted = [
        Check(
            kind="number",
            value=denied.get(f.start, f.text),
            supported=(f.value in years and figures.is_year(f))
            or (f.start not in denied and known.supports(f)),
        )
        for f in said
        if f.start in denied or not any(time.start <= f.start < time.end for time in hours)
    ]
    ranks = figures.ordinals(evidence, language)
    return counted + [
        Check(kind="number", value=word, supported=word in ranks)
        for word in figures.ordinals(sentence, language)
    ]


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
