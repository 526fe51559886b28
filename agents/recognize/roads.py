"""Roads that are called by their numbers: Interstate 65, the M25, l'A13, la RN 20, la AP-7."""

import re
from collections.abc import Sequence

from .words import Sentence

_NAMED = {  # what stands before the number of a road and of nothing else
    "en": frozenset(("interstate", "highway", "freeway", "autobahn", "route")),
    "fr": frozenset(("autoroute", "nationale", "départementale", "route", "rn", "rd")),
    "es": frozenset(("autopista", "autovía", "carretera", "ruta", "nacional")),
}
_NUMBERED = {
    "en": re.compile(r"[ABM]\d{1,4}$|(?:I|US|SR)-\d{1,3}$"),
    "fr": re.compile(r"(?:[AEN]-?\d{1,3}|[RD]\d{1,4}|RN-?\d{1,4}|RD-?\d{1,4})$"),
    "es": re.compile(r"[A-Z]{1,2}-\d{1,4}$"),
}
_NEAR = 20  # words from a road to what is told of it
_ARTICLES = {"en": ("the",), "fr": ("l'", "l’", "la"), "es": ("la",)}
# What a sentence about a road has in it, and one about an aeroplane or a virus has not.
_ABOUT = {
    "en": frozenset(
        ("motorway", "carriageway", "junction", "junctions", "traffic", "lane",
         "lanes", "lorry", "lorries", "collision", "motorists", "bypass",
         "roadworks", "congestion", "roundabout", "northbound", "southbound", "eastbound",
         "westbound", "tailbacks", "hard-shoulder", "highway", "interstate", "slip-road")
    ),
    "fr": frozenset(
        ("autoroute", "autoroutes", "circulation", "trafic", "bouchons",
         "embouteillages", "péage", "péages", "échangeur", "accident", "collision",
         "automobilistes", "camion", "camions", "poids", "chaussée", "kilomètres", "tronçon",
         "rocade", "contournement", "tunnel", "viaduc")
    ),
    "es": frozenset(
        ("autopista", "autopistas", "autovía", "carretera", "carreteras", "tráfico", "atasco",
         "atascos", "retenciones", "kilómetro", "kilómetros", "accidente", "colisión", "camión",
         "camiones", "calzada", "conductores", "peaje", "peajes", "circulación",
         "tramo", "carril", "carriles", "variante", "enlace", "túnel")
    ),
}  # fmt: skip


def names_road(parts: Sequence[str], language: str) -> bool:
    """Whether the word for a road and its number make the name: Interstate 65, RN 20."""
    if len(parts) != 2 or not parts[1][-1].isdigit():
        return False
    return parts[0].lower() in _NAMED.get(language, ())


def is_road(sentence: Sentence, first: int, last: int, language: str) -> bool:
    """Whether a code behind its article or the word for a road is one: sur l'A13, autoroute A7."""
    code = _NUMBERED.get(language)
    if code is None or first != last or not first or not code.match(sentence[first].text):
        return False
    before = sentence[first - 1].text.lower()
    near = sentence[max(0, first - _NEAR) : first + _NEAR]
    told = any(word.text.lower() in _ABOUT[language] for word in near)
    return before in _NAMED[language] or (before in _ARTICLES[language] and told)
