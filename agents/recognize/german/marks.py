"""What stands before a German noun and marks it as a name: titles, labels, prepositions."""

from collections.abc import Sequence

from agents.recognize import lexicon
from agents.recognize.lexicon import first_names, is_known, last_names, towns
from agents.recognize.shapes import TOWN, is_acronym, is_place
from agents.recognize.words import Sentence

from .clubs import is_club_alone, is_mascot, opens_club
from .compounds import ROADS, head_type, is_label, is_role
from .heads import TOWN_STARTS
from .persons import is_first_name, opens_listed_person
from .plain import (
    REGIONS,
    is_abstract,
    is_between,
    is_everyday,
    is_material,
    is_mistaken,
    is_numbered,
)
from .towned import NAME_TAGS

_LONG_NAME = 10  # letters; a noun that long and listed means the name
_LONGEST_UNKNOWN = 12  # letters; a longer word is a compound that the tagger lacks
_PLURAL = ("en", "e", "er", "ln", "rn", "s")  # how most nouns end that are many


def is_well_known(text: str, tag: str) -> bool:
    """Handelsblatt, Citigroup; Zeit, Welt and Eintracht are time, world and concord as well."""
    plain = opens_club(text) or head_type(text) is not None or text.lower() == "messenger"
    return is_known(text) and (tag != "NN" or len(text) >= _LONG_NAME - (not plain))


def is_marked(sentence: Sentence, tags: Sequence[str], i: int) -> bool:
    """Whether the words before the noun at `i` mark it as a name."""
    return (
        is_labelled(sentence, tags, i)
        or (i > 0 and tags[i - 1] in ("ART", "APPRART") and is_club_alone(sentence[i].text))
        or _after_person_mark(sentence, tags, i)
        or _after_place_mark(sentence, tags, i)
    )


def opens_pair(sentence: Sentence, tags: Sequence[str], i: int) -> bool:
    """Whether the word at `i` and the next are a name that neither is alone: Lok Leipzig, A 20."""
    if i + 1 >= len(sentence):
        return False
    text, after = sentence[i].text, sentence[i + 1]
    if opens_listed_person(sentence, tags, i):
        return True
    if text in ROADS and after.text.isdigit():
        return len(after.text) < 4
    name = tags[i + 1] in NAME_TAGS
    strange = name or tags[i + 1] == "NN?" or TOWN.search(after.text) is not None
    article = i > 0 and sentence[i - 1].text.lower() in (
        "das",
        "dem",
        "im",
        "ins",
    )  # im Bad Wasser sparen
    town = text in TOWN_STARTS and strange and not article
    return after.is_capital and (town or (name and (opens_club(text) or is_mascot(text))))


def is_labelled(sentence: Sentence, tags: Sequence[str], i: int) -> bool:
    """A noun right behind the noun that says what it is: der Papierfabrik Badenkarton."""
    if not i or not tags[i].startswith("NN") or not tags[i - 1].startswith("NN"):
        return False
    text = sentence[i].text
    if sentence[i - 1].text in REGIONS and text in towns():
        return True  # in der Region Marken
    return is_label(sentence[i - 1].text, text) and not text.endswith(_PLURAL)


def is_surname(sentence: Sentence, tags: Sequence[str], i: int) -> bool:
    """Whether a title is a last name: Thomas Richter; Doris König, with nothing behind it."""
    if not i or sentence[i - 1].text not in first_names() or tags[i - 1] not in NAME_TAGS:
        return False
    closes = i + 1 == len(sentence) or not sentence[i + 1].is_capital
    return closes or sentence[i].text in last_names()


def _after_place_mark(sentence: Sentence, tags: Sequence[str], i: int) -> bool:
    """A noun nobody knows behind "in", "aus" … without article, or behind what it is a name of."""
    text, before = sentence[i].text, sentence[i - 1].text if i else ""
    unknown = tags[i] == "NN?" and len(text) < _LONGEST_UNKNOWN and not is_abstract(text)
    unknown = unknown or (tags[i].startswith("NN") and bool(TOWN.search(text)))
    unknown = unknown and not (
        is_material(text)
        or is_mistaken(text)
        or is_between(sentence, tags, i)
        or is_everyday(sentence, i)
    )
    unknown = unknown and not is_numbered(sentence, i)
    bare = before.lower() in lexicon.words("words", "place_preposition", "de") or before == "von"
    if before in ("und", ",") and i > 2 and not is_abstract(sentence[i - 2].text):
        bare = sentence[i - 3].text.lower() in ("in", "aus", "nach", "bei", "zwischen")
    return unknown and (bare or is_label(before, text))


def _after_person_mark(sentence: Sentence, tags: Sequence[str], i: int) -> bool:
    """A noun right behind a first name or a title: taggers know few rare surnames."""
    if i == 0 or not sentence[i].text.isalpha():
        return False
    text, before = sentence[i].text, sentence[i - 1].text
    titled = i > 1 and is_role(sentence[i - 2].text)  # die Forscherin Friederike Tonndorf
    named = tags[i - 1] in NAME_TAGS or (titled and tags[i - 1].startswith("NN"))
    if named and is_first_name(before) and not is_role(before):
        return tags[i].startswith(("NN", "ADJ", "NE", "VV", "ADV"))
    if opens_listed_person(sentence, tags, i - 1):
        return True
    if _is_rare_first_name(sentence, tags, i - 1):
        return tags[i].startswith("NN") and not is_role(text) and head_type(text) is None
    return is_role(before) and sentence[i].text in first_names() and tags[i].startswith("N")


def _is_rare_first_name(sentence: Sentence, tags: Sequence[str], i: int) -> bool:
    """Whether the word is a name that no list has, right behind a title: Berater Onno …"""
    text = sentence[i].text
    listed = is_place(text) or is_acronym(text) or is_known(text)
    return i > 0 and tags[i] == "NE" and is_role(sentence[i - 1].text) and not listed
