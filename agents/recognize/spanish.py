"""Spanish verbs that open sentences, and names that go on over small words."""

import re

from . import lexicon
from .lexicon import calendar, countries, first_names
from .shapes import is_acronym, is_place
from .words import Sentence

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
