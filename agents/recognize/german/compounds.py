"""German compounds: what their ends and their beginnings tell."""

import re
from functools import cache

from agents.recognize import lexicon
from agents.recognize.lexicon import first_names, geography, is_nationality
from agents.recognize.shapes import TOWN, is_acronym, is_common, is_odd, is_place

from .landmarks import is_plain_start

_MIN_COMPOUND = 9  # letters; shorter common nouns are rarely the name of an institution
_MIN_END = 4  # letters of a head word that may end a compound
_PARLIAMENTS = ("bundestag", "bundesrat", "landtag")
# Ends that make a compound the name of an institution or a law, alone or behind one of _STATE.
_NAMING_ENDS = (
    *("ministerium", "ministeriums", "gerichtshof", "gerichtshofs", "ministerkonferenz"),
    *("ministerkomitee", "ministerrat", "ministerrats"),
    *("zentralbank", "kartellamt", "kriminalamt", "wirtschaftskammer", "staatskanzlei"),
    *(
        "staatsanwaltschaft",
        "gesetz",
        "gesetzes",
        "gesetzbuch",
        "bundesamt",
        "bundesamts",
        "bundeskabinett",
        "rechnungshof",
    ),
)
_STATE = ("bundes", "landes", "europa", "welt", "staats", "ober", "reichs")
_STATE_ENDS = (
    *("tag", "tags", "tages", "rat", "rats", "rates", "amt", "amts", "amtes", "wehr", "bank"),
    *("polizei", "regierung", "liga", "gericht", "gerichts", "agentur", "rechnungshof"),
    *("präsidialamt", "anwaltschaft"),
)
# What speaks for those of one trade in a state: Landesbauernverband, not Landesverband.
_STATE_BODY = re.compile(
    r"(?:bundes|landes)(?!fach|dach|partei|interessen|personal|schatz)\w{4,}"
    r"(?:verband|(?<!ver)bund|kammer|vertretung)(?:e?s)?$"
)
_OFFICES = ("amt", "amts", "amtes")
_CHAMPIONSHIPS = ("-WM", "-EM")
_SUMMIT = re.compile(r"(?:EU|UN|Uno|UNO)-\w*[Gg]ipfels?$|(?:UN|Uno|UNO)-\w*[Kk]onferenz$")
_EVENT_ENDS = ("pokal", "liga", "festspiele", "cup")
ROADS = frozenset(("A", "B", "Autobahn", "Bundesstraße", "Landesstraße", "Landstraße"))
_NUMERALS = ("Ein", "Zwei", "Neun", "Zehn")
_LABELS = ("organisation", "product", "place", "work", "event")


def ends_in_noun(text: str) -> bool:
    """AT1-Papiere: what is odd is only the part before a common noun."""
    last = text.split("-")[-1]
    return last != text and len(last) > 3 and last.istitle()


def _is_prize(text: str) -> bool:
    """Ingeborg-Bachmann-Preis: a prize that is called after a person."""
    parts = text.split("-")
    told = len(parts) > 2 and parts[-1] in ("Preis", "Preises", "Medaille")
    return told and parts[0] in first_names()


def is_summit(text: str) -> bool:
    """EU-Sondergipfel, UN-Klimakonferenz."""
    return _SUMMIT.match(text) is not None


def is_event(text: str) -> bool:
    """Sachsenpokal, Regionalliga: an end that names a competition behind what is no noun."""
    if text.endswith(_CHAMPIONSHIPS) or is_summit(text) or _is_prize(text):
        return True
    bare = text.lower().removesuffix("s")
    end = next((e for e in _EVENT_ENDS if bare.endswith(e)), None)
    return end is not None and not is_plain_start(bare.removesuffix(end))


def is_institution(text: str) -> bool:
    """Bundesgerichtshof, Finanzministerium, Grundgesetz: a compound that names one institution."""
    lower = text.lower()
    alone = lexicon.words("words", "institution", "de")
    if not alone.isdisjoint((lower, lower.removesuffix("s"), lower.removesuffix("es"))):
        return True
    if len(lower) < _MIN_COMPOUND:
        return lower in _PARLIAMENTS
    if lower.endswith(_NAMING_ENDS) or _STATE_BODY.match(lower):
        return True
    return lower.startswith(_STATE) and lower.endswith(_STATE_ENDS)


@cache
def is_role(text: str) -> bool:
    """Whether it is a title or a compound that ends in one: Chef, Mobilitätssenatorin."""
    lower = text.lower()
    if lower.endswith("oniker"):  # Symphoniker
        return False
    roles = lexicon.words("context", "role", "de")
    stems = {lower, lower.removesuffix("s"), lower.removesuffix("n"), lower.removesuffix("en")}
    return bool(stems & roles) or any(
        lower.endswith(role) and len(lower) > len(role) + 1 for role in roles if len(role) > 3
    )


@cache
def head_type(text: str) -> str | None:
    """The type that the end of a German word tells: EU-Kommission, Ludwig-Erhard-Platz."""
    last = text.lower().split("-")[-1]
    forms = {last, last.removesuffix("s"), last.removesuffix("es"), last.removesuffix("n")}
    endings = {form[-length:] for form in forms for length in range(_MIN_END, len(form) - 2)}
    for found in (forms, endings):
        for kind in ("ORG", "LOC", "EVENT", "PRODUCT", "WORK"):
            if found & lexicon.words("heads", kind, "de"):
                return kind
    return None


def is_district(text: str) -> bool:
    """Wien-Favoriten: a place and what is known to lie in one."""
    first, _, last = text.partition("-")
    return is_place(first) and last in geography("districts")


def is_compound_name(text: str, tag: str) -> bool:
    """Whether a hyphenated word is a name whole: not Ex-Chef, US-Präsident, Online-Handel."""
    first, last = text.split("-")[0], text.split("-")[-1]
    if is_role(last) or not last:
        return False
    odd = is_odd(last) or (is_acronym(last) and not is_common(last, "de"))
    district = is_place(first) and TOWN.search(last) is not None  # Wiesbaden-Schierstein
    district = district or is_district(text)
    if tag in ("NE", "FM", "XY") or is_place(last) or district or (odd and len(last) > 1):
        return True
    if first.isdigit() or first in _NUMERALS:
        return text.count("-") > 1
    if last.endswith(_OFFICES) and is_institution(last):
        return True  # Kraftfahrt-Bundesamt
    if last in ("Gesetz", "Gesetzes"):
        return True  # Covid-Gesetz
    kind = head_type(text)
    named = is_acronym(first) or first in first_names() or text.count("-") > 1
    return (kind in ("ORG", "LOC", "EVENT", "WORK") and named) or (
        kind in ("ORG", "LOC") and is_place(first)
    )


def is_foreign_head(text: str) -> bool:
    """Silicon Valley Bank, IG Metall AG, Star Alliance: words that end the name of a company."""
    lower = text.lower()
    kinds = ("ORG", "EVENT", "WORK")
    english = any(lower in lexicon.words("heads", kind, "en") for kind in kinds)
    return english or lower in lexicon.words("words", "legal_form", "all")


@cache
def is_label(text: str, follows: str) -> bool:
    """Großbank before UBS, US-Fonds before Certares: the noun that says what the name is."""
    last = text.lower() if text == "Start-up" else text.lower().split("-")[-1]
    nouns = {noun for kind in _LABELS for noun in lexicon.words("context", kind, "de")}
    bare = {last, last.removesuffix("s"), last.removesuffix("es"), last.removesuffix("n")}
    compound = any(form.endswith(n) for form in bare for n in nouns if len(n) > 3)
    if not follows[0].isupper() or is_nationality(follows, "de"):
        return False
    return bool(bare & nouns or compound) and follows.lower() not in nouns
