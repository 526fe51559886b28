"""German names whose last word is a common noun: SAP Arena, Zermatt Tourismus.

And those that say where the thing stands: Theater am Potsdamer Platz, Frankfurt (Oder).
"""

from collections.abc import Sequence

from agents.recognize import lexicon
from agents.recognize.lexicon import countries, first_names, geography
from agents.recognize.shapes import is_common, is_place
from agents.recognize.words import Sentence

from .clubs import is_mascot
from .compounds import head_type
from .heads import TOWN_STARTS
from .persons import is_first_name
from .plain import is_where

_OPENING = ("dass", "daß", "weil", "wenn", "ob")  # a clause, whose subject follows
_UNKNOWN = ("NE", "FM", "NN?")
_WHERE = (("am",), ("an", "der"), ("ob", "der"), ("im",), ("vor", "der"), ("unter",))
# Districts that tell which of the towns of one name is meant: Ried im Innkreis.
_DISTRICTS = frozenset(
    (
        *("Breisgau", "Innkreis", "Mühlkreis", "Traunkreis", "Hausruckkreis", "Attergau"),
        *("Pongau", "Pinzgau", "Lungau", "Lavanttal", "Chiemgau", "Höhe", "Teck"),
    )
)
_LANDS = ("Pfalz", "Westfalen", "Allgäu", "Taunus", "Altmark", "Eifel", "Vogtland", "Erzgebirge")
_LINKS_OF_DISTRICTS = (("im",), ("vor", "der"), ("unter",))
_FIRST_LINKS = tuple(link[0] for link in _WHERE)
# What is named after people whose name stands apart: Max Reinhardt Seminar.
_NAMED_AFTER = frozenset(
    (
        *("stiftung", "institut", "museum", "preis", "schule", "gymnasium", "seminar", "akademie"),
        *(
            "universität",
            "hochschule",
            "klinik",
            "archiv",
            "medaille",
            "forum",
            "halle",
            "konservatorium",
            "theater",
        ),
    )
)
_STANDING = frozenset(("stadion", "theater", "gymnasium", "klinikum", "freilichtbühne"))


def ends_name(sentence: Sentence, i: int) -> bool:
    """Whether the noun at `i` is the end of the name before it, with no article between."""
    text = sentence[i].text
    if not sentence[i].is_capital:
        return False
    if text.lower().split("-")[-1] in lexicon.words("words", "venue", "de"):
        return True
    if is_mascot(text):
        place = sentence[i - 1].text
        state = place in lexicon.regions() and place not in lexicon.cities()
        return is_place(place) and not state and not _are_apart(sentence, i)
    return is_company_tail(text) and not _are_apart(sentence, i)


def named_after(sentence: Sentence, start: int, i: int) -> bool:
    """Robert Bosch Stiftung: whether the noun at `i` is named after the person before it.

    A last name on s may be in the genitive: Olaf Meiers Stiftung.
    """
    first = sentence[i - 2].text
    if i - start < 2 or not is_first_name(first) or first in lexicon.cities():
        return False
    surname, head = sentence[i - 1].text, sentence[i].text
    return head.lower().removesuffix("s") in _NAMED_AFTER and not surname.endswith(("s", "x", "z"))


def _are_apart(sentence: Sentence, i: int) -> bool:
    """Whether the noun at `i` and the name before it are two parts of a clause.

    Russland Energie als Waffe; weil Scholz Reisen absagt; in Brandenburg Wölfe.
    """
    name = sentence[i - 1].text
    before = sentence[i - 2].text if i > 1 else ""
    return name in countries() or before.lower() in _OPENING or is_where(before)


def legal_end(sentence: Sentence, i: int) -> int | None:
    """The index of a legal form right behind the noun at `i`, or None: Werft GmbH."""
    forms = lexicon.words("words", "legal_form", "x") - {"gruppe", "&"}
    if i + 1 >= len(sentence) or not (sentence[i].is_capital and sentence[i + 1].is_capital):
        return None
    return i + 1 if sentence[i + 1].text.lower() in forms else None


def shared_legal_end(sentence: Sentence, i: int) -> int | None:
    """The index of the legal form of a firm that does two things: Bau- und Handels GmbH."""
    after = [w.text for w in sentence[i + 1 : i + 3]]
    shared = sentence[i].is_capital and after == ["-", "und"] and i + 3 < len(sentence)
    return legal_end(sentence, i + 3) if shared else None


def is_company_tail(text: str) -> bool:
    """Whether the noun tells what a company behind whose name it stands does."""
    return text.lower() in lexicon.words("words", "company_tail", "de")


def located_end(sentence: Sentence, tags: Sequence[str], end: int) -> int | None:
    """Where the name that ends at `end` does with the place it stands at, or None."""
    after = [w.text for w in sentence[end + 1 : end + 4]]
    told = len(after) == 3 and (_is_river(after[1]) or after[1] in _LANDS)
    if told and after[0] == "(" and after[2] == ")":
        return end + 3  # Frankfurt (Oder), Frankenthal (Pfalz)
    link = next((link for link in _WHERE if tuple(after[: len(link)]) == link), None)
    at = end + 1 + len(link) if link else len(sentence)
    if at >= len(sentence) or not sentence[at].is_capital:
        return None
    if sentence[end].text.lower() in _STANDING:
        return _landmark_end(sentence, at)
    if not _is_town(sentence, tags, end):
        return None
    if link in _LINKS_OF_DISTRICTS:
        return at if sentence[at].text in _DISTRICTS else None
    small = not is_place(sentence[end].text)  # im großen Köln am Ebertplatz
    return at if _is_river(sentence[at].text) or (small and _is_site(sentence, tags, at)) else None


def tells_where(parts: Sequence[str]) -> bool:
    """Whether the parts are those of a place that says where it stands: Neuhaus am Rennweg."""
    where = next((i for i in (1, 2) if parts[i : i + 1] and parts[i] in _FIRST_LINKS), None)
    return where is not None and where < len(parts) - 1


def building_end(sentence: Sentence, tags: Sequence[str], i: int) -> int | None:
    """The end of the name of a building that opens at `i` and says where it stands, or None."""
    stands = sentence[i].text.lower() in _STANDING
    return located_end(sentence, tags, i) if stands else None


def _landmark_end(sentence: Sentence, at: int) -> int | None:
    """Gellertstraße, Potsdamer Platz; not Platz alone."""
    text = sentence[at].text
    if head_type(text) == "LOC" and text.lower() not in lexicon.words("heads", "LOC", "de"):
        return at
    if at + 1 < len(sentence) and sentence[at].text.endswith("er"):
        return at + 1 if head_type(sentence[at + 1].text) == "LOC" else None
    return None


def _is_town(sentence: Sentence, tags: Sequence[str], i: int) -> bool:
    text = sentence[i].text
    before = sentence[i - 1].text if i else ""
    unknown = before in TOWN_STARTS or (tags[i] in _UNKNOWN and is_where(before))
    return unknown or text in lexicon.cities() or text in lexicon.towns()


def _is_river(text: str) -> bool:
    return text in geography("rivers") or text in ("Main", "Niederrhein", "Hochrhein")


def _is_site(sentence: Sentence, tags: Sequence[str], i: int) -> bool:
    """Whether no list knows the word: it may stand in a town's name."""
    text = sentence[i].text
    strange = tags[i] in _UNKNOWN and not is_place(text) and head_type(text) != "LOC"
    return strange and not is_common(text, "de") and text not in first_names()
