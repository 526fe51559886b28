"""Spanish verbs that open sentences, and names that go on over small words."""

import re

from agents.recognize import lexicon
from agents.recognize.lexicon import calendar, cities, countries, first_names, known
from agents.recognize.shapes import is_acronym, is_place
from agents.recognize.words import Sentence

from .landmarks import capital

_MANY = re.compile(r"\w{2,}(?:aron|ieron|aban|ían|arán|erán|irán)$")  # what several did or will do
_DID = re.compile(r"\w{2,}ó$")  # also the end of Catalan surnames: Rosselló
_INFINITIVE = re.compile(r"\w{2,}[aeií]r(?:l[aeo]s?|se)?$")
_BEHIND_VERBS = frozenset(
    ("el", "la", "los", "las", "un", "una", "unos", "unas", "que", "a", "al", "en", "con",
     "por", "su", "sus")
)  # fmt: skip
_WHERE = ("en", "con", "por")  # stand behind names as often
_ARTICLES = ("el", "del", "al")
_SHORTEST = 3  # letters of what has a town's name behind it
# The whole is the name behind an article: el glaciar de Aletsch, el canal de Panamá.
LANDMARKS = frozenset(
    ("acueducto", "bahía", "basílica", "cabo", "canal", "cañón", "castillo", "cueva", "cuevas",
     "ermita", "estrecho", "faro", "fortaleza", "glaciar", "golfo", "iglesia", "lago", "laguna",
     "parque", "presa", "puente", "túnel", "viaducto", "volcán")
)  # fmt: skip
_NAMED_ALONE = ("lago", "laguna", "parque", "puente")  # el parque Güell; el volcán Villarrica
_TOWNS_OWN = ("iglesia", "parque")  # la iglesia de Vigo is any that stands there
_DEVOUT = ("San", "Santa", "Santo", "Nuestra", "Nuestro")
_DETERMINERS = ("el", "la", "las", "del", "al")
_EPITHETS = ("antiguo", "antigua", "nuevo", "nueva", "viejo", "vieja", "gran")
_AIMS = ("monumento", "homenaje", "memorial")


def opens_with_verb(sentence: Sentence, i: int) -> bool:
    """Whether the first word is a verb: Vinieron México y Polonia, Tomar una muestra."""
    text = sentence[i].text
    if not sentence[i].first or text in first_names() or i + 1 >= len(sentence):
        return False
    if is_place(text) or text in lexicon.last_names() or lexicon.is_known(text):
        return False  # Teherán, Gibraltar
    if _MANY.match(text):
        return True
    after = sentence[i + 1]
    if _DID.match(text):
        object_behind = after.text in _BEHIND_VERBS and after.text not in _WHERE
        return object_behind or after.is_capital or after.text.isdecimal()
    return bool(_INFINITIVE.match(text)) and after.text in _BEHIND_VERBS


def of_town(sentence: Sentence, start: int, i: int, j: int) -> bool:
    """Whether "de" and a town belong to what has an article: el Tec de Monterrey."""
    text = sentence[start].text
    article = start > 0 and sentence[start - 1].text in _ARTICLES and start == i - 1
    town = is_place(sentence[j].text) and sentence[j].text not in countries()
    if not article or j != i + 1 or sentence[i].text != "de" or not town or len(text) < _SHORTEST:
        return False
    if text.lower() in lexicon.words("context", "role", "es"):
        return False  # el Alcalde de Quito
    known = is_place(text) or text in first_names() or text in lexicon.last_names()
    return not (known or is_acronym(text) or lexicon.is_known(text))


def dated_end(sentence: Sentence, i: int) -> int | None:
    """The last index of the date that a street at `i` is named for: avenida 9 de Julio."""
    date = [w.text for w in sentence[i + 1 : i + 4]]
    dated = len(date) == 3 and date[0].isdecimal() and date[1] == "de"
    return i + 3 if dated and date[2].lower() in calendar("es") else None


def is_for(sentence: Sentence, start: int) -> bool:
    """Whether what opens the name says for whom it was built: Monumento a la Bandera."""
    return sentence[start].text.lower() in _AIMS and sentence[start].is_capital


def landmark(sentence: Sentence, i: int) -> int | None:
    """The index of the capital that a landmark's small word at `i` leads to, or None."""
    head, j = sentence[i].text, i + 1
    if (head not in LANDMARKS and head != "provincia") or not _is_definite(sentence, i):
        return None
    links = 0
    if j < len(sentence) and sentence[j].text in ("de", "del"):
        links = 1
        if j + 1 < len(sentence) and sentence[j + 1].text in ("la", "las", "los"):
            links = 2
    end = capital(sentence, j + links)
    if end is None or not _is_own(head, sentence[end].text):
        return None
    if head == "provincia":  # called as its capital is
        named = {sentence[end].text, " ".join(w.text for w in sentence[end : end + 2])}
        return end if links and not cities().isdisjoint(named) else None
    bare = links == 1 and sentence[j].text == "de" and sentence[end].text not in _DEVOUT
    if bare and (head in _TOWNS_OWN or _is_person(sentence[end].text)):
        return None
    if head == "volcán" and is_place(" ".join(w.text for w in sentence[end : end + 2])):
        return None  # el volcán de La Palma
    return end if links or head in _NAMED_ALONE else None


def _is_definite(sentence: Sentence, i: int) -> bool:
    k = i - 1 - (i > 1 and sentence[i - 1].text in _EPITHETS)
    return k >= 0 and sentence[k].text.lower() in _DETERMINERS


def _is_own(head: str, name: str) -> bool:
    """Whether the name is the landmark's own: not el canal de Telegram, el parque de España."""
    maker = is_acronym(name) or name in known("ORG") or name in known("PRODUCT")
    return not maker and (name not in countries() or head in ("canal", "estrecho", "golfo"))


def _is_person(name: str) -> bool:
    return name in first_names() and not is_place(name)
