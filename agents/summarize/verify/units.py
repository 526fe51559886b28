"""Units behind and before a number, under one name for all languages."""

import re

_OF = re.compile(r"[ \u00a0\u202f-]?(?:de |d[’'])?")  # "millones de euros"
SIGNS = {"$": "dollar", "€": "euro", "£": "pound", "%": "percent"}
_UNITS = (
    (
        "point",
        r"prozentpunkte?n?|percentage points?|points? de pourcentage|puntos? porcentual(?:es)?",
    ),
    ("percent", r"%|prozent|per ?cent\b|pour cent\b|por ciento\b"),
    ("euro", r"€|euros?\b|eur\b"),
    ("dollar", r"\$|(?:us-)?dollars?\b|d[óo]lar(?:es)?\b|usd\b"),
    ("pound", r"£|pfund\b|pounds?\b|livres?\b|libras?\b|gbp\b"),
    ("franc", r"franken\b|francs?\b|francos?\b|chf\b"),
    ("yen", r"¥|yens?\b|yenes\b"),
    ("rouble", r"rubel\b|roubles?\b|rubles?\b|rublos?\b"),
    ("peso", r"pesos?\b"),
    ("second", r"sekunden?\b|seconds?\b|secondes?\b|segundos?\b"),
    ("minute", r"minut(?:en?|es|os?)?\b"),
    ("hour", r"stunden?\b|hours?\b|heures?\b|horas?\b"),
    ("day", r"tagen?\b|tage\b|days?\b|jours?\b|días?\b"),
    ("week", r"wochen?\b|weeks?\b|semaines?\b|semanas?\b"),
    ("month", r"monaten?\b|monate\b|months?\b|mois\b|mes(?:es)?\b"),
    ("year", r"jahren?\b|jahre\b|years?\b|ans?\b|années?\b|años?\b"),
    ("kilometre", r"km\b|kilomet(?:er|ern|res?)\b|kilomètres?\b|kilómetros?\b"),
    ("metre", r"m\b|met(?:er|ers|ern|res?)\b|mètres?\b|metros\b"),
    ("mile", r"miles?\b|meilen?\b|millas?\b"),
    ("kilogram", r"kg\b|kilos?\b|kilogram(?:m|me|mes|s|mos|os)?\b"),
    ("degree", r"°\s?[cf]\b|°|grad\b|degrees?\b|degrés?\b|grados?\b"),
    ("tonne", r"tonnen?\b|tons?\b|tonnes?\b|toneladas?\b"),
)
UNIT = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in _UNITS), re.I)


def unit_at(text: str, start: int, end: int) -> tuple[str | None, int]:
    """The name of the unit, and where the number ends with it."""
    if start and text[start - 1] in SIGNS:
        return SIGNS[text[start - 1]], end
    gap = _OF.match(text, end)
    unit = UNIT.match(text, gap.end() if gap else end)
    return (unit.lastgroup, unit.end()) if unit else (None, end)
