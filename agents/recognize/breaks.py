"""Where linking words lead to a name of its own: the Gobierno of a person, a Press of a town."""

from . import lexicon
from .english.prepositions import goes_on, is_bound, is_seated
from .lexicon import KINDS, countries, first_names, is_nationality
from .romance.offices import is_paired_field
from .romance.spanish import of_town
from .shapes import is_acronym, is_place, may_be_name
from .words import Sentence

_LONGEST = 12  # words
_FIELDS = frozenset(
    ("fiction", "literature", "peace", "physics", "chemistry", "medicine", "economics", "best")
)
_TAKE_PREPOSITIONS = ("prize", "award", "medal", "committee", "prix", "premio")
_LED = (
    "sénat",
    "assemblée",
    "chambre",
    "gobierno",
    "gabinete",
    "administración",
    "presidencia",
    "ejecutivo",
    "gouvernement",
)
_DEVOTIONS = ("Virgen", "Nuestra", "Cristo", "Señor", "Prado", "Campo", "Monte", "Alto")
_NATIONAL = ("Guardia Civil", "Policía Nacional", "Cruz Roja", "Agencia Tributaria")


def breaks(sentence: Sentence, start: int, i: int, j: int, language: str) -> bool:
    """Whether a new name begins behind the linking words from `i` to `j`."""
    link, after = sentence[i].text, sentence[j].text
    if language == "en" and goes_on(sentence, i, j):
        return False
    if language == "en" and (is_bound(sentence, start, i, j) or is_seated(sentence, start, i, j)):
        return True
    if link == "of" and i - start > 1 and _ends_company(sentence[i - 1].text):
        return True
    whole = is_place(after) or is_head(after, language) or is_head(after, "en")
    if whole and sentence[start].text.islower() and sentence[i - 1].is_capital:
        return True  # l'hôpital Ambroise Paré de Mons
    if language == "fr" and link in ("de", "d'", "d’") and _ends(sentence, start, i, j):
        return True
    if language in ("fr", "es") and _is_led(sentence, i, j):
        return True
    if link in ("in", "to", "at", "on", "à") or (language == "pl" and link in ("i", "w", "do")):
        university = link == "at" and sentence[start].text == "University"
        return sentence[i - 1].text.lower() not in _TAKE_PREPOSITIONS and not university
    if link == "for" and sentence[i - 1].text.lower() in _TAKE_PREPOSITIONS:
        return after.lower() not in _FIELDS  # Booker Prize for Orbital
    if _is_governed(sentence, start, j, language) or _is_local(sentence, start, i, j):
        return True
    if link not in ("and", "et", "y", "e", "en", "und"):
        return language == "es" and _breaks_spanish(sentence, start, i, j)
    if _are_paired(sentence, start, i, j, language):
        return False
    near = tail(sentence, start, i)
    inside = {w.text for w in near} & lexicon.words("words", "link", language)
    opens = after in first_names() or is_place(after) or is_nationality(after, language)
    opens = opens or (language == "es" and after in lexicon.known("ORG"))
    bodies = lexicon.words("heads", "ORG", language) | lexicon.words("heads", "WORK", language)
    body = any(w.text.lower() in bodies for w in near)
    if inside and body and language == "es" and is_paired_field(sentence, i, j):
        return False  # el Reto Demográfico, though Reto is a first name
    joined = inside and body and j - i == 1 and not is_acronym(after)
    return not joined or opens or is_head(after, language)


def _holds_person(sentence: Sentence, start: int, i: int) -> bool:
    """Whether a school or a hospital with a person's name ends: le lycée Jean Moulin de Béziers."""
    named = i - start == 3 or (i - start == 2 and "-" in sentence[start + 1].text)
    small = sentence[start].text.islower() and named
    return small and all(w.is_capital for w in sentence[start + 1 : i])


def _ends(sentence: Sentence, start: int, i: int, j: int) -> bool:
    """Whether the name of a school or a body ends before "de" and where it is or who leads it."""
    return _holds_person(sentence, start, i) or _is_leader(sentence, i, j)


def _is_leader(sentence: Sentence, i: int, j: int) -> bool:
    """Whether a person follows an adjective of a body: le Bloc québécois d'Yves Michaud."""
    small = sentence[i - 1].text.islower() and j == i + 1
    named = j + 1 < len(sentence) and sentence[j + 1].is_capital
    return small and named and sentence[j].text.split("-")[0] in first_names()


def _are_paired(sentence: Sentence, start: int, i: int, j: int, language: str) -> bool:
    """Instituto Oceanográfico y Antártico: two adjectives of one institution end alike."""
    alike = sentence[i - 1].text[-2:] == sentence[j].text[-2:] and j == i + 1
    headed = language in ("es", "fr") and i - start > 1 and is_head(sentence[start].text, language)
    return alike and headed and not is_own(sentence[j].text) and not is_own(sentence[i - 1].text)


def _ends_company(text: str) -> bool:
    return text.lower() in lexicon.words("words", "company_end", "all")


def _is_governed(sentence: Sentence, start: int, j: int, language: str) -> bool:
    """Whether it is the government of a person: neither is named by both."""
    after = sentence[j].text
    person = after in first_names() and after not in ("Santa", "Santo")
    named = person and j + 1 < len(sentence) and may_be_name(sentence[j + 1], language)
    return named and sentence[start].text.lower() in _LED


def _is_led(sentence: Sentence, i: int, j: int) -> bool:
    """Whether a person follows a body's place: le Parti conservateur du Québec d'Éric Duhaime."""
    leads = sentence[i].text in ("de", "d'", "d’") and j == i + 1 and is_place(sentence[i - 1].text)
    named = j + 1 < len(sentence) and sentence[j + 1].is_capital
    return leads and named and sentence[j].text in first_names() and not is_place(sentence[j].text)


def _is_local(sentence: Sentence, start: int, i: int, j: int) -> bool:
    """Whether a body of the whole country meets the town where it works."""
    body = " ".join(w.text for w in tail(sentence, start, i))
    return body in _NATIONAL and sentence[j].text not in countries()


def _breaks_spanish(sentence: Sentence, start: int, i: int, j: int) -> bool:
    """Whether "de" does not belong to the name: unlike Rubén del Campo, Museo de Bellas Artes."""
    opening, after = sentence[start].text, sentence[j].text
    if any(is_head(w.text, "es") for w in sentence[start : min(i, start + 2)]):
        return False
    if opening in _DEVOTIONS:
        return False
    if after.lower() in _LED:
        return True  # el consejero de Industria del Gobierno
    if of_town(sentence, start, i, j):
        return False
    town = is_own(after) or is_place(" ".join(w.text for w in sentence[j : j + 2]))  # Nueva York
    foreign = is_head(sentence[i - 1].text, "en") and is_head(after, "es")
    person = sentence[i - 1].text in first_names() and not is_acronym(after)
    whole = i - start > 1 and opening in first_names() and after in first_names()
    return foreign or (town and not person and not whole)


def tail(sentence: Sentence, start: int, i: int) -> Sentence:
    """The last words of the run from `start` to before `i`: names are short, hostile runs not."""
    return sentence[max(start, i - _LONGEST) : i]


def is_own(text: str) -> bool:
    """Whether a name begins with the word: a first name, a place, an acronym."""
    return text in first_names() or is_place(text) or is_acronym(text)


def is_head(text: str, language: str) -> bool:
    return any(text.lower() in lexicon.words("heads", kind, language) for kind in KINDS)
