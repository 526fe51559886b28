"""Small words that hold a name together: Ministerio de Sanidad, University of Arizona."""

from . import lexicon
from .breaks import breaks, is_head, tail
from .english.joined import joined
from .english.paired import ends_one, is_field, listed_end
from .lexicon import HEAD_FIRST, first_names
from .romance.french import noun_end
from .romance.nouns import pair_end
from .romance.offices import is_aimed
from .romance.spanish import is_campaign, is_for, of_state
from .shapes import is_place, may_be_name
from .words import Sentence, Word

_CAPITAL_ARTICLES = ("La", "Las", "Le", "Les", "El", "Los", "L'", "L’")
_SPANISH_ARTICLES = ("el", "la", "los", "las", "lo", "le")
_GROUPS = ("collectif", "association")
_TOURS = ("vuelta", "volta", "subida", "travesía", "homenaje")


def linked(sentence: Sentence, start: int, i: int, language: str) -> int | None:
    """Where linking words lead on from index `i` to the next capital, or None."""
    if listed := _listed(sentence, start, i, language):
        return listed
    if language == "en" and (last := listed_end(sentence, start, i)):
        return last
    if language == "en" and (end := joined(sentence, start, i)):
        return end
    if language == "en" and sentence[i].text == "and" and ends_one(sentence, start, i):
        return i + 1
    if language == "fr" and (pair := pair_end(sentence, start, i)):
        return pair
    links = _links(sentence, start, i, language)
    j = i
    while j < len(sentence) and j - i < 3 and sentence[j].text in links:
        j += 1
    if j == i:
        return None
    if any(w.text in _CAPITAL_ARTICLES for w in sentence[j : j + 1]) and j + 1 < len(sentence):
        j += sentence[j + 1].is_capital  # CHU de La Réunion
    if j < len(sentence) and may_be_name(sentence[j], language):
        j = _pair_end(sentence, j) if language == "es" else j
        campaign = language == "es" and is_campaign(sentence, start, i)
        return None if not campaign and breaks(sentence, start, i, j, language) else j
    if language == "es" and links and of_state(sentence, start, i, j):
        return j
    return noun_end(sentence, start, i, j) if language == "fr" else None


def _pair_end(sentence: Sentence, j: int) -> int:
    """The last index of a place that two words joined by "y" name: Junta de Castilla y León."""
    pair = [w.text for w in sentence[j : j + 3]]
    return j + 2 if len(pair) == 3 and pair[1] == "y" and is_place(" ".join(pair)) else j


def _links(sentence: Sentence, start: int, i: int, language: str) -> frozenset[str]:
    """The words that may lead on from index `i` in a name that opens so."""
    particles = lexicon.words("words", "particle", language)
    text, before = sentence[i].text, sentence[i - 1].text
    if _has_head(sentence, start, i - 1, language):
        aimed = before.lower() in _TOURS or (language == "es" and is_for(sentence, start))
        tour = ("a", "al") if aimed else ()  # Vuelta a España
        if language == "es" and is_aimed(sentence, start, i):
            return frozenset((text, *_SPANISH_ARTICLES))  # Oficina contra la Droga
        return particles.union(lexicon.words("words", "link", language), tour)
    if language == "es" and is_campaign(sentence, start, i):
        return frozenset((text, *_SPANISH_ARTICLES))
    if language == "es" and text in _SPANISH_ARTICLES:
        return frozenset()  # llegó a Asunción el Campeonato
    if language == "es" and not is_place(before):
        return particles | {"de", "del", "los", "las"}  # Cabeza de Vaca
    if language == "fr" and i == start + 1 and _is_grouped(sentence, start):
        return particles | {"de", "d'", "d’"}  # le collectif Ciel de Pouvourville
    opens = language not in HEAD_FIRST or sentence[start].text in first_names()
    return particles if opens else frozenset()


def _is_grouped(sentence: Sentence, start: int) -> bool:
    """Whether a word for a group stands before the name, and no person behind its "de"."""
    person = sentence[min(start + 2, len(sentence) - 1)].text in first_names()
    return start > 0 and sentence[start - 1].text in _GROUPS and not person


def _listed(sentence: Sentence, start: int, i: int, language: str) -> int | None:
    """Department for Environment, Food and Rural Affairs: the last of what an authority is for."""
    conjunction = {"en": "and", "es": "y", "fr": "et"}.get(language)
    if conjunction is None or sentence[i].text not in (",", conjunction):
        return None
    opens = _is_in("authority", sentence[start])
    if not opens or not any(w.text in ("of", "for", "de", "des") for w in tail(sentence, start, i)):
        return None
    j = i
    while j + 1 < len(sentence) and sentence[j].text in (",", conjunction):
        is_last = sentence[j].text == conjunction
        j += 1 + (sentence[j + 1].text == conjunction)
        if not is_field(sentence, j):
            return None
        while is_field(sentence, j + 1):
            j += 1
        if is_last or sentence[j - 1].text == conjunction:
            return j
        j += 1
    return None


def _is_in(listed: str, word: Word) -> bool:
    return word.text.lower() in lexicon.words("words", listed, "all")


def _has_head(sentence: Sentence, start: int, end: int, language: str) -> bool:
    """Whether an institution, place, event or work word is where linking words may follow it."""
    places = [start, min(start + 1, end)] if language in HEAD_FIRST else [end]
    inside = {w.text for w in tail(sentence, start, end + 1)}
    if inside & lexicon.words("words", "link", language):
        return True
    if language == "en" and sentence[end].text == "General" and end > start:
        places.append(end - 1)  # Directorate General of Civil Aviation
    return any(is_head(sentence[k].text, language) for k in places)
