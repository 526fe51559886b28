"""Runs without the titles and the grammar before them, cut where a title stands inside."""

from collections.abc import Iterable, Iterator

from . import lexicon
from .english.offices import BEFORE_ROLES, behind_office, is_office, without_office, without_seat
from .english.ships import is_ship
from .lexicon import first_names, is_nationality
from .persons import looks_personal
from .romance.demonyms import are_townspeople, is_aged, is_land
from .shapes import is_acronym, is_function, is_generic, is_place
from .words import Run, Sentence

_DEVOUT = ("Nuestra", "Nuestro")  # Señora, Padre: whom a church or a hospital is named for
_COMPASS = ("western", "eastern", "northern", "southern")
_SIDES = ("north", "south", "east", "west")
_SMALL_MONEY = ("es", "fr", "it", "pt")  # currencies have no capital there
_NO_NAMES = (["New", "Year"], ["World", "Heritage"])  # a World Heritage site
_LONGEST = 6  # words; more are no person


def apart(some: list[Run], others: list[Run]) -> list[Run]:
    """Those that overlap none of the others."""
    taken = {i for first, last in others for i in range(first, last + 1)}
    return [s for s in some if taken.isdisjoint(range(s[0], s[1] + 1))]


def loose(some: Iterable[Run], others: Iterable[Run]) -> list[Run]:
    """Those that lie whole in none of the others, which do not overlap."""
    around = {i: run for run in others for i in range(run[0], run[1] + 1)}
    return [s for s in some if s[0] not in around or around[s[0]][1] < s[1]]


def trimmed(sentence: Sentence, first: int, last: int, language: str) -> Iterator[Run]:
    """The run without titles and grammar before it, cut where a title stands inside."""
    if language == "en" and is_ship([w.text for w in sentence[first : min(last, first + 4) + 1]]):
        yield first, last  # HMS Queen Elizabeth
        return
    parts = behind_office(sentence, first, last) if language == "en" else [(first, last)]
    for start, end in parts:
        yield from _titled(sentence, start, end, language)


def _titled(sentence: Sentence, first: int, last: int, language: str) -> Iterator[Run]:
    roles = lexicon.words("context", "role", language)
    start = first
    heads = lexicon.words("heads", "ORG", language) | lexicon.words("heads", "WORK", language)
    body = sentence[first].text.lower() in heads
    if _is_source(sentence, first, last):
        yield first, first
        start = first + 1
    is_whole = body and language in ("es", "fr")  # Sindicato Médico Andaluz
    for i in () if is_whole else range(first, last + 1):
        lower = sentence[i].text.lower().rstrip(".")
        sure = lower not in lexicon.words("words", "doubtful_role", "all")
        named = i + 2 <= last and sentence[i + 1].text in first_names()  # Judge Lewis Kaplan
        owned = language == "en" and i > first and sentence[i - 1].text == "of"
        title = lower in roles and sentence[i].is_capital and ((sure and not owned) or named)
        if title and start < i < last and sentence[i - 1].text not in _DEVOUT:
            before = without_office(sentence, start, i - 1)
            if before is not None:
                yield from _stripped(sentence, start, before, language)
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
    while first < last and sentence[last].text.lower() in links and sentence[last].text != "I":
        last -= 1
    if language == "en":
        last = without_seat(sentence, first, last)
        if [w.text for w in sentence[first : last + 1]] in _NO_NAMES:
            return
        if is_office(sentence, first, last):
            return
    words = sentence[first : last + 1]
    if len(words) > 1 and words[0].text.lower() in _SIDES:
        words = words[1:]  # the South Korean director
    french = first == last and language == "fr"
    land = french and is_land(sentence, first)  # en Suisse
    if not land and all(is_nationality(w.text, language) for w in words):
        return
    lower = sentence[first].text.lower()
    roles = lexicon.words("context", "role", language)
    town = language in _SMALL_MONEY and is_place(sentence[first].text)  # Córdoba
    if first == last and (lower in roles or (is_generic(lower, language) and not town)):
        return
    if french and (are_townspeople(sentence, first) or is_aged(sentence, first)):
        return
    yield first, last


def _is_countryman(sentence: Sentence, i: int, language: str) -> bool:
    """Le Canadien Ilya Kharun: who comes from there stands behind the article in the singular."""
    before = sentence[i - 1].text.lower() if i else ""
    articles = {"fr": ("le", "la", "l'", "l’", "du", "au"), "es": ("el", "la", "del", "al")}
    article = before in articles.get(language, ()) and not sentence[i].text.endswith("s")
    return article and not is_place(sentence[i + 1].text)


def _are_people(text: str, language: str) -> bool:
    """Whether it is the plural of a title."""
    roles = lexicon.words("context", "role", language)
    lower = text.lower()
    return lower not in roles and bool({lower.removesuffix("s"), lower.removesuffix("es")} & roles)


def _is_before_name(sentence: Sentence, first: int, last: int, language: str) -> bool:
    """Whether the first word is a title, a nationality before one, or grammar."""
    word = sentence[first]
    last = min(last, first + _LONGEST)
    lower = word.text.lower().rstrip(".")
    if lower in lexicon.words("words", "royal", "all"):
        return False
    roles = lexicon.words("context", "role", language)
    if lower in roles and sentence[first + 1].text == "for":
        return False  # Justice for Subpostmasters Alliance
    if lower in roles:
        rest = [w.text for w in sentence[first + 1 : last + 1]]
        person = rest[0] in first_names() or (len(rest) > 1 and looks_personal(rest))
        return lower not in lexicon.words("words", "doubtful_role", "all") or person
    if language == "en" and _are_people(word.text, "en"):
        rest = [w.text for w in sentence[first + 1 : last + 1]]
        return rest[0] in first_names() and looks_personal(rest)  # Senators Elizabeth Warren
    if lower in BEFORE_ROLES:
        return sentence[first + 1].text.lower() in roles
    if is_nationality(word.text, language):
        rest = [w.text for w in sentence[first + 1 : last + 1]]
        person = rest[0] in first_names() and looks_personal(rest)
        region = lower in _COMPASS and is_place(rest[0])  # Western Sydney Wanderers
        called = _is_countryman(sentence, first, language) and looks_personal(rest)
        return not region and (rest[0].lower() in roles or person or called)
    return word.first and is_function(word.text, language) and word.text != "Will"
