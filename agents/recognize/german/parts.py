"""What the parts of a German name say of what it names."""

import re
from collections.abc import Iterator, Sequence

from agents.recognize import lexicon
from agents.recognize.shapes import is_place

from .clubs import is_club_alone, is_mascot, opens_club
from .compounds import ROADS, head_type, is_district, is_event, is_institution, is_summit
from .foreign import foreign_kind
from .heads import TOWN_STARTS, takes_town
from .landmarks import is_landmark
from .numbers import is_numbered_league
from .persons import ends_in_surname
from .prizes import names_prize
from .slogans import AIMS
from .towned import is_park
from .venues import tells_where

_SIZE = re.compile(
    r"(?:Klein|Groß|Gross|Hoh|Höchst|Oberst?|Unterst?|Vorder|Hinter|Äußer|Inner|Alt|Neu|Lang|"
    r"Schwarz|Weiß|Weiss|Rot|Grün|Blau|Gelb)e[mnrs]?"
)
_PEAK = re.compile(
    r"\w{2}(?:stein|spitze|kopf|kogel|wand|nock|grat|zinne|stock)s?$"
)  # Großer Ödstein
_PEAKS = ("Piz", "Monte", "Mont", "Lago", "Cima", "Pizzo")  # what peaks are called in the Alps
_ADJECTIVE = re.compile(r"isch(?:e[nrs]?)?$")


def german_parts(parts: Sequence[str]) -> Iterator[str]:
    """The evidence in the ends and the beginnings of its words."""
    summit = len(parts) == 1 and is_summit(parts[0])
    if names_prize(parts) or summit:
        yield "head EVENT"
        if summit:
            yield "event compound"
        return
    if list(parts) in (["Mitte"], ["SP"]):
        yield "head ORG"  # the parties of Switzerland; the other middle is no candidate
    if any(part in AIMS for part in parts[1:-1]):
        yield "head ORG"  # Eltern für den Wald
        return
    owns = takes_town(parts[0]) and _is_town(parts[1:])  # Stadtwerke Bamberg, Volkspark Rehberge
    kind = None if owns else head_type(parts[-1])
    personal = kind in ("LOC", "ORG") and ends_in_surname(parts)
    if kind and not (personal or _plays_at(parts)):
        yield f"head {kind}" if len(parts) > 1 or "-" in parts[0] else f"only head {kind}"
    if len(parts) == 1 and is_landmark(parts[0]):
        yield "landmark"
    if len(parts) == 1 and is_district(parts[0]):
        yield "head LOC"  # Wien-Favoriten
    if len(parts) == 1 and is_institution(parts[0]):
        yield "head WORK" if kind == "WORK" else "institution compound"  # Klimaschutzgesetz
    if owns:
        yield "head LOC" if head_type(parts[0]) == "LOC" else "head ORG"
    told = parts[-1].startswith("(") and is_place(parts[0])
    told = told or (len(parts) == 2 and parts[0] in _PEAKS)
    if told or is_park(parts):
        yield "head LOC"  # Frankfurt (Oder), Nationalpark Unteres Odertal
    if kind := foreign_kind(parts):
        yield f"head {kind}"
    peak = is_landmark(parts[-1]) or _PEAK.search(parts[-1]) is not None
    if len(parts) == 2 and peak and _SIZE.fullmatch(parts[0]):
        yield "head LOC"  # Kleines Nesthorn
    if not owns and ((len(parts) == 2 and _is_region(*parts)) or tells_where(parts)):
        yield "head LOC"
    if (len(parts) > 1 and is_mascot(parts[0])) or (len(parts) == 1 and is_club_alone(parts[0])):
        yield "club"
    if len(parts) < 3 and is_event(parts[0]):
        yield "event compound"


def _plays_at(parts: Sequence[str]) -> bool:
    """Jahn Regensburg: a club, whose town ends like a castle; not Hertha Platz."""
    alone = parts[-1].lower() in lexicon.words("heads", "LOC", "de")
    first = parts[1] if parts[0] == "1." and len(parts) > 2 else parts[0]
    return len(parts) > 1 and opens_club(first) and head_type(parts[-1]) == "LOC" and not alone


def is_occasion(parts: Sequence[str]) -> bool:
    """Wiener Kongress, 2. Bundesliga; not Amerikanischer Kongress, the parliament."""
    if is_numbered_league(parts):
        return True
    met = len(parts) == 2 and parts[1] in ("Kongress", "Kongresses", "Konferenz")
    return met and parts[0].endswith("er") and not parts[0].endswith("ischer")


def _is_town(parts: Sequence[str]) -> bool:
    """Bamberg, Bad Homburg, Ried im Innkreis."""
    saint = bool(parts) and parts[0] in TOWN_STARTS
    return len(parts) == 1 or saint or " ".join(parts) in lexicon.towns() or tells_where(parts)


def _is_region(first: str, last: str) -> bool:
    """Bad Kissingen, Holsteinische Schweiz."""
    return first in TOWN_STARTS or (bool(_ADJECTIVE.search(first)) and is_place(last))


def is_road(parts: Sequence[str]) -> bool:
    """A 20, Bundesstraße 5."""
    return len(parts) == 2 and parts[1].isdigit() and parts[0] in ROADS
