"""Spanish verbs that open sentences, and names that go on over small words."""

import re
from collections.abc import Sequence

from agents.recognize import lexicon
from agents.recognize.lexicon import calendar, cities, countries, first_names, known
from agents.recognize.shapes import is_acronym, is_odd, is_place
from agents.recognize.words import Sentence

from .landmarks import capital, is_given

_MANY = re.compile(r"\w{2,}(?:aron|ieron|aban|ían|arán|erán|irán)$")  # what several did or will do
_DID = re.compile(r"\w{2,}ó$")  # also the end of Catalan surnames: Rosselló
_I_DID = re.compile(r"\w{3,}[éí]$")
_INFINITIVE = re.compile(r"\w{2,}[aeií]r(?:l[aeo]s?|se)?$")
_BEHIND_VERBS = frozenset(
    ("el", "la", "los", "las", "un", "una", "unos", "unas", "que", "a", "al", "en", "con",
     "por", "su", "sus")
)  # fmt: skip
# Verbs that lists have as towns or as names of people.
_ALSO_NAMES = frozenset(
    ("Anda", "Bajan", "Caen", "Cierra", "Gana", "Hay", "Leen", "Mata", "Mira", "Toma", "Van")
)
_NUMBERS = frozenset(
    ("dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "cien", "mil")
)
_WHERE = ("en", "con", "por")  # stand behind names as often
_ARTICLES = ("el", "del", "al")
_SHORTEST = 3  # letters of what has a town's name behind it
# The whole is the name behind an article: el glaciar de Aletsch, el canal de Panamá.
LANDMARKS = frozenset(
    ("acueducto", "bahía", "basílica", "cabo", "canal", "cañón", "castillo", "cueva", "cuevas",
     "ermita", "estrecho", "faro", "fortaleza", "glaciar", "golfo", "iglesia", "lago", "laguna",
     "parque", "presa", "puente", "torre", "túnel", "viaducto", "volcán")
)  # fmt: skip
# El parque Güell; not so el volcán Villarrica.
_NAMED_ALONE = ("lago", "laguna", "parque", "puente", "torre")
_TOWNS_OWN = ("iglesia", "parque")  # la iglesia de Vigo is any that stands there
_DEVOUT = ("San", "Santa", "Santo", "Nuestra", "Nuestro")
_DETERMINERS = ("el", "la", "las", "del", "al")
_EPITHETS = ("antiguo", "antigua", "nuevo", "nueva", "viejo", "vieja", "gran")
_DIMINUTIVE = re.compile(r"(\w{4,}?)c?it(?:o|a|os|as)$")
_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
_PLANS = ("plan", "programa", "proyecto", "campaña", "iniciativa")
_FOR = ("para", "por", "con", "sin", "contra")
_OF_STATE = ("consejo", "departamento", "ministerio", "secretaría", "subsecretaría")
_AIMS = ("monumento", "homenaje", "memorial")


def opens_with_verb(sentence: Sentence, i: int) -> bool:
    """Whether the first word is a verb: Vinieron México y Polonia, Tomar una muestra."""
    text = sentence[i].text
    if not sentence[i].first or i + 1 >= len(sentence):
        return False
    if text in _ALSO_NAMES:
        counted = sentence[i + 1].text.lower() in _BEHIND_VERBS or _is_number(sentence[i + 1].text)
        return counted and sentence[i + 1].text not in _WHERE
    if text in first_names():
        return False
    if is_place(text) or text in lexicon.last_names() or lexicon.is_known(text):
        return False  # Teherán, Gibraltar
    if _MANY.match(text):
        return True
    after = sentence[i + 1]
    if _I_DID.match(text) and after.text.isdecimal():
        return any(w.text.islower() for w in sentence[i + 2 : i + 3])  # Tardé 14 minutos
    if _DID.match(text):
        object_behind = after.text in _BEHIND_VERBS and after.text not in _WHERE
        return object_behind or after.is_capital or after.text.isdecimal()
    return bool(_INFINITIVE.match(text)) and after.text in _BEHIND_VERBS


def _is_number(text: str) -> bool:
    return text.isdecimal() or text in _NUMBERS


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
    return not (known or is_acronym(text) or is_odd(text) or lexicon.is_known(text))


def is_born(sentence: Sentence, i: int) -> bool:
    """Whether a month that opens the sentence is a first name: Julio Pérez, Abril Zamora."""
    text, after = sentence[i].text, sentence[i + 1 : i + 2]
    month = sentence[i].first and text.lower() in calendar("es") and text in first_names()
    return month and any(w.text.istitle() and not is_place(w.text) for w in after)


def is_diminutive(text: str) -> bool:
    """Whether it is a first name made small: Pedrito, Carlitos, Juancito."""
    small = _DIMINUTIVE.match(text)
    if not small:
        return False
    return any(small[1] + end in first_names() for end in ("", "o", "a", "os"))


def is_named_town(parts: Sequence[str]) -> bool:
    """Whether a town of Mexico has the name of a hero behind its own: Coyuca de Benítez."""
    if len(parts) != 3 or parts[1] != "de" or parts[2] not in lexicon.last_names():
        return False
    own = parts[0] in first_names() or parts[0] in lexicon.last_names() or is_acronym(parts[0])
    return not (own or is_place(parts[2]) or parts[0].lower() in lexicon.heads())


def dated_end(sentence: Sentence, i: int) -> int | None:
    """The last index of the date that a street at `i` is named for: avenida 9 de Julio."""
    date = [w.text for w in sentence[i + 1 : i + 4]]
    dated = len(date) == 3 and date[0].isdecimal() and date[1] == "de"
    return i + 3 if dated and date[2].lower() in calendar("es") else None


def is_for(sentence: Sentence, start: int) -> bool:
    """Whether what opens the name says for whom it was built: Monumento a la Bandera."""
    return sentence[start].text.lower() in _AIMS and sentence[start].is_capital


def constitution_end(sentence: Sentence, start: int, i: int) -> int | None:
    """The index of the year that tells which constitution it is: Constitución de 1980."""
    year = [w.text for w in sentence[i : i + 2]]
    named = start == i - 1 and sentence[start].text in ("Constitución", "Estatuto")
    dated = len(year) == 2 and year[0] == "de" and bool(_YEAR.match(year[1]))
    return i + 1 if named and dated else None


def is_campaign(sentence: Sentence, start: int, i: int) -> bool:
    """Whether a programme says for whom it is: el plan Trenes para Chile."""
    plan = start > 0 and sentence[start - 1].text in _PLANS and i == start + 1
    many = sentence[start].text.endswith(("as", "es", "os"))
    own = is_place(sentence[start].text) or lexicon.is_known(sentence[start].text)
    return plan and many and not own and sentence[i].text in _FOR


def of_state(sentence: Sentence, start: int, i: int, j: int) -> bool:
    """Whether Estado at `j` ends a body's name: Empresa de los Ferrocarriles del Estado."""
    if j >= len(sentence) or sentence[j].text != "Estado" or j != i + 1:
        return False
    head = sentence[start].text.lower()
    if sentence[i].text == "de":
        return i == start + 1 and head in _OF_STATE
    return sentence[i].text == "del" and head != "gobierno"


def landmark(sentence: Sentence, i: int) -> int | None:
    """The index of the capital that a landmark's small word at `i` leads to, or None."""
    head, j = sentence[i].text, i + 1
    if head == "río":  # el río Bogotá is not the town
        city = _is_definite(sentence, i) and any(w.text in cities() for w in sentence[j : j + 1])
        return j if city else None
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
    if bare and (head in _TOWNS_OWN or is_given(sentence[end].text)):
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
