"""What the first words of Spanish names say together: Gran Premio, Salón Nacional, Día Mundial."""

from collections.abc import Sequence

from schemas import EntityType

_MEETINGS = frozenset(
    ("congreso", "conferencia", "convención", "encuentro", "foro", "jornada", "jornadas",
     "muestra", "salón", "semana", "simposio")
)  # fmt: skip
_WIDE = frozenset(
    ("internacional", "mundial", "iberoamericano", "iberoamericana", "latinoamericano",
     "latinoamericana", "europeo", "europea", "panamericano", "panamericana")
)  # fmt: skip
_PARLIAMENTS = ("congreso", "conferencia", "convención")  # where they are national, they are bodies
_AIMS = frozenset(("sobre", "contra", "para"))  # Convención Internacional sobre … is a treaty
_SHOWN = frozenset(("automóvil", "cómic", "libro", "manga", "motor", "turismo", "videojuego"))
_METALS = ("oro", "plata", "bronce", "cristal")
_NO_PRIZES = ("costa", "edad", "fiebre", "mina", "minas", "regla", "río", "siglo")
_CONSTITUENT = ("constitucional", "constituyente")
_LINKS = ("de", "del")


def occasion(lower: Sequence[str]) -> EntityType | None:
    """What the lower-cased words of a name name if they open so, or None."""
    if len(lower) < 2:
        return None
    one, two = lower[0], lower[1]
    if (one, two) == ("gran", "premio"):
        return "EVENT"
    if len(lower) == 3 and two == "de" and lower[2] in _METALS and one not in _NO_PRIZES:
        return "EVENT"  # León de Oro, Espiga de Plata
    if one == "convención" and two in _CONSTITUENT:
        return "ORG"
    if one == "salón" and two in _LINKS:  # what is shown tells it from a hall: Salón del Trono
        return "EVENT" if lower[-1] in _SHOWN else "LOC"
    if one in _MEETINGS and _AIMS.isdisjoint(lower):
        national = two == "nacional" and one not in _PARLIAMENTS
        return "EVENT" if national or two in _WIDE else None
    day = one == "día" and len(lower) > 2
    return "EVENT" if day and (two in _WIDE or two in ("nacional", *_LINKS)) else None
