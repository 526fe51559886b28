"""Names that open with a small word in French and Spanish: tribunal de commerce de Paris."""

from agents.recognize.lexicon import first_names, is_known
from agents.recognize.shapes import is_acronym, is_function, is_place
from agents.recognize.words import Sentence

from . import spanish
from .landmarks import capital, landmark, office, school

_COURTS = {
    "fr": ("tribunal", "cour", "chambre", "conseil"),
    "es": ("juzgado", "audiencia"),
}
_PLACES = {  # the whole is the name; a region or a town ("ville de", "isla de") is one without it
    "fr": (
        *("chaussée", "allée", "impasse", "esplanade", "faubourg", "venelle"),
        *("aéroport", "abbaye", "avenue", "boulevard", "cathédrale", "château", "col", "couvent"),
        *("port", "rue", "tunnel", "stade", "gare", "pont", "prison", "vallée", "lac", "mont"),
        *("université", "golfe", "halles", "musée", "cimetière", "forêt", "plage"),
        *("quai", "place", "galerie", "basilique", "square", "palais", "hôpital", "lycée"),
    ),
    "es": (
        *("hospital", "refinería", "sierra", "museo", "universidad", "cementerio", "mercado"),
        *("aeropuerto", "avenida", "barranco", "calle", "catedral", "embalse", "estadio", "valle"),
        *("plaza", "monasterio", "palacio", "auditorio", "muelle", "teatro", "polideportivo"),
    ),
}
# With nothing but "de" before a name they are only what stands there: l'hôpital de Bienne.
_TOWNS_OWN = (
    *("hôpital", "gare", "prison", "lycée", "cimetière", "stade", "plage", "aéroport"),
    *("hospital", "plaza", "mercado", "cementerio", "estadio", "muelle", "calle"),
)
_BODIES = ("ministère", "métropole", "préfecture", "sous-préfecture", "rectorat")
_COUNCILS = ("départemental", "régional", "général")
_ROADS = {"fr": ("route", "autoroute", "nationale"), "es": ("ruta", "carretera", "autopista")}
_PRIZES = {"fr": ("prix",), "es": ("premio",), "it": ("premio",)}
_LINKS = ("de", "du", "des", "d'", "d’", "la", "l'", "l’", "les", "del", "las", "los")
_FARTHEST = 8  # words between a court and its town


def name_after(sentence: Sentence, i: int, language: str) -> int | None:
    """The index of the capital that a small head word at `i` leads to, or None."""
    text = sentence[i].text
    if text in _ROADS.get(language, ()) and _has_number(sentence, i, language):
        return i + 1
    if text in _PRIZES.get(language, ()):
        return capital(sentence, i + 1)
    if text in _PLACES.get(language, ()):
        if language == "es" and (dated := spanish.dated_end(sentence, i)):
            return dated
        j = i + 1
        while j < len(sentence) and sentence[j].text in _LINKS:
            j += 1
        bare = j == i + 2 and sentence[i + 1].text in ("de", "d'", "d’")
        instead = bare and text == "place" and _is_instead(sentence, i, j)
        return None if instead or (bare and text in _TOWNS_OWN) else capital(sentence, j)
    if text in _COURTS.get(language, ()):
        return _court(sentence, i, language)
    if language == "es":
        return spanish.landmark(sentence, i)
    return _french(sentence, i) if language == "fr" else None


def _is_instead(sentence: Sentence, i: int, j: int) -> bool:
    """À la place de Michel Barnier: what someone does in another's stead."""
    before = [w.text.lower() for w in sentence[max(0, i - 2) : i]]
    return before == ["à", "la"] or (j < len(sentence) and sentence[j].text in first_names())


def _french(sentence: Sentence, i: int) -> int | None:
    """Ministère de l'Intérieur, préfecture du Gard, barrage d'Eupen; XV de France."""
    if sentence[i].text in ("loi", "lois"):
        return _law(sentence, i + 1)
    if sentence[i].text == "génocide":
        people = [w.text for w in sentence[i + 1 : i + 2]] == ["des"]
        return capital(sentence, i + 2) if people else None
    led = landmark(sentence, i) or office(sentence, i) or school(sentence, i)
    if led is not None:
        return led
    if sentence[i].text not in (*_BODIES, "XV", "XIII"):
        return None
    j = i + 1
    while j < len(sentence) and sentence[j].text in _LINKS:
        j += 1
    return capital(sentence, j) if j > i + 1 else None


def _law(sentence: Sentence, i: int) -> int | None:
    """Loi Veil, loi Sapin 2: after whom it is called; a party or a land has only moved it."""
    text = sentence[i].text if i < len(sentence) else ""
    is_other = is_acronym(text) or is_known(text) or is_place(text) or text in ("Le", "La", "Les")
    return None if is_other else capital(sentence, i)


def _has_number(sentence: Sentence, i: int, language: str) -> bool:
    """Whether a road has one, unlike "sur la route 300 personnes"."""
    number = [w.text for w in sentence[i + 1 : i + 3]]
    counted = len(number) > 1 and number[1].islower() and not is_function(number[1], language)
    return bool(number) and number[0].isdecimal() and not counted


def _court(sentence: Sentence, i: int, language: str) -> int | None:
    """Small adjectives and nouns joined by "de" lie between a court and its town."""
    if sentence[i].text == "conseil" and not _is_council(sentence, i):
        return None
    for j in range(i + 1, min(len(sentence), i + _FARTHEST)):
        text = sentence[j].text
        if sentence[j].is_capital and sentence[i].text == "chambre" and j < i + 3:
            return None  # la chambre de Marie
        if sentence[j].is_capital:
            return capital(sentence, j) if sentence[j - 1].text in _LINKS else None
        if not text.isalpha() and text not in _LINKS:
            return None
        if text == "et" and sentence[i].text == "chambre":
            continue
        if text not in _LINKS and (is_function(text, language) or len(text) < 4):
            return None
    return None


def _is_council(sentence: Sentence, i: int) -> bool:
    return i + 1 < len(sentence) and sentence[i + 1].text in _COUNCILS
