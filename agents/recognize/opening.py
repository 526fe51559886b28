"""What the first word of a name says: a person's first name, a saint's town, or no clue."""

from collections.abc import Iterator, Sequence

from . import lexicon
from .german import TOWN_STARTS, is_first_name
from .lexicon import first_names, words
from .numbered import is_star
from .persons import is_person, looks_personal
from .romance.spanish import is_diminutive, is_named_town
from .shapes import is_acronym, is_article, is_place, is_roman

_LONGEST_CODE = 3
# Companies that some country has as a first name, though not the German-speaking ones.
_FIRMS = frozenset(
    ("Armani", "Bentley", "Carlyle", "Dell", "Delta", "Dow", "Esa", "Fed", "Ford", "Indra", "Ita",
     "Kia", "Leopoldina", "Mercedes", "Meta", "Orange", "Porsche", "Signa", "Thales", "Tui")
)  # fmt: skip
_LONGEST_TOWN = 6  # words
_CALLED = frozenset(  # what tells saints apart from each other
    ("Aquino", "Asís", "Borja", "Calasanz", "Cruz", "Hipona", "Jesús", "Loyola", "Padua", "Paúl",
     "Siena", "Ávila", "Villanueva", "Cascia", "Lima", "Porres", "Beauvoir")
)  # fmt: skip
_SAINTS = ("San", "Santa", "Santo", "São", "Sant")


def is_town(parts: Sequence[str]) -> bool:
    """Bad Kissingen."""
    return parts[0] in TOWN_STARTS and len(parts) == 2


def opening(form: str, parts: Sequence[str], language: str) -> Iterator[str]:
    """What the first word says: it is a person's first name, or no clue."""
    if language == "de" and _is_firm(parts):
        return
    if language == "es" and len(parts) == 1 and is_diminutive(form):
        yield "first name"  # Pedrito
        return
    event = any(part.lower() in words("context", "event", language) for part in parts[:-1])
    if len(parts) > 1 and is_article(parts[0], language):
        yield "opens with article"  # Les is a first name in England
    elif is_star(parts):
        yield "landmark"
    elif is_person(parts, language):
        yield "first name"
    elif (
        parts[0] in _SAINTS and _is_placed_saint(parts, language) and not event and language != "en"
    ):
        yield "opens with place"  # San Nicolás
    elif _is_first_name(form, parts, language) and not event:
        rare = "rare " if parts[0] in lexicon.rare_first_names() else ""
        yield f"{rare}first name" if len(parts) > 1 else "first name alone"
    elif language == "es" and is_named_town(parts):
        yield "town"
    elif len(parts) in (2, 3) and looks_personal(parts) and not (event or _is_placed(form, parts)):
        yield "two or three words without clue"


def _is_placed_saint(parts: Sequence[str], language: str) -> bool:
    """San Nicolás, San Miguel de Allende; not San Juan de la Cruz."""
    if len(parts) == 2:
        return True
    town = language == "es" and len(parts) < _LONGEST_TOWN and parts[2] in ("de", "del")
    return town and parts[-1] not in _CALLED


def _is_first_name(form: str, parts: Sequence[str], language: str) -> bool:
    """Whether a first name opens the name of no place and of no thing: not Florence station."""
    station = len(parts) == 2 and parts[1].lower() in words("words", "no_surname", language)
    code = len(parts) == 2 and is_acronym(parts[1]) and not is_roman(parts[1])
    code = code and len(parts[1]) <= _LONGEST_CODE  # Trent XWB; not Chantal DIDIER
    named = not station and not (code and not is_acronym(parts[0]))
    first = parts[0] in first_names() or (language == "de" and is_first_name(parts[0]))
    first = first or (language == "es" and is_diminutive(parts[0]))  # Pedrito Fernández
    return named and first and not (is_place(form) or form in lexicon.known("EVENT"))


def _is_firm(parts: Sequence[str]) -> bool:
    """Signa Prime: a company opens it that is hardly a first name, and no last name ends it."""
    firm = len(parts) > 1 and parts[0] in _FIRMS
    return firm and parts[-1] not in lexicon.last_names()


def _is_placed(form: str, parts: Sequence[str]) -> bool:
    return is_place(form) or is_town(parts)
