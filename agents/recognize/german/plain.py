"""German nouns that are spelt like places, or that nobody knows, and are no names all the same."""

import re
from collections.abc import Sequence

from agents.recognize import lexicon
from agents.recognize.lexicon import (
    cities,
    countries,
    landmarks,
    last_names,
    regions,
    towns,
)
from agents.recognize.shapes import is_place, nominative
from agents.recognize.words import Sentence

from .ordinary import are_people, is_owned

_INDEFINITE = re.compile(r"(?:k?ein|jed|dies|manch)(?:e[mnrs]?)?", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d$")
REGIONS = ("Region", "Provinz", "Kanton", "Bundesland", "Gemeinde", "Insel")
_COLOURS = ("Rosa", "Violett", "Lila", "Orange", "Beige", "Türkis", "Magenta", "Oliv", "Silber")
_NOUNS_TOO = ("Patriot", "Signal", "Messenger", "Delta", "Converse", "Union", "Allianz", "Tornado")
_NUMBERS = ("eins", "zwei", "drei", "vier", "fünf", "sechs")
_MISTAKEN = re.compile(
    r"^(?:casinos|kasinos|\w{4,}(?:buffets|restaurants|hotels|cafés|bars|clubs|shops|pubs|jobs|teams|fans|trends|chips|"
    r"snacks|drinks|songs|kinos|autos|busse|büros|labors|tests|checks|apps|videos|fotos|kameras|casinos|kasinos|"
    r"käuern?|hufern?)|"
    # of many people and beasts: von Flüchtlingen, which end like Reutlingen
    r"(?:flücht|häft|lehr|säug|schmetter|zwil|dril|schütz|günst|lieb|früh|neu|schäd|zög|prüf|fremd|sonder|wüst|"
    r"feig|schwäch|nachkömm|ankömm|eindring|abkömm|setz|keim|roh|sper|pfiffer|enger|stichl|süß|weich|winz|sträf|"
    r"firm|täuf|mai|däum|silber|erst|jähr|impf|höf|naiv|wild|hänf|bück|mehr|vier|fünf|spröss|spröß|jüng)linge?n?)$"
)
# How nouns end that say what happens or how something is; hardly a town ends so.
_ABSTRACT = re.compile(
    r"(?:[äöü]\w{1,4}ern|tik|mik|aik|[uü]ng|[uü]ngen|onen|heit|keit|schaft|schaften|ion|ionen|ität|ismus|ium|zahl|[cfgl]ern)$"
)


def is_plain(sentence: Sentence, tags: Sequence[str], i: int) -> bool:
    """Whether what stands before the word makes it a plain noun: einem Derby, 4:1 Siegen."""
    before = sentence[i - 1].text if i else ""
    if sentence[i].text in _COLOURS and before in ("in", "ganz", "und"):
        return True  # in Rosa und Violett
    if sentence[i].text == "Erde" and _is_soil(sentence, i):
        return True
    if sentence[i].text == "Christus" and before in ("vor", "nach"):
        return True  # um 100 vor Christus
    if is_indefinite(before) or are_people(sentence, i) or is_owned(sentence, i):
        return True
    if is_counted(sentence, tags, i) or is_everyday(sentence, i):
        return True
    if _is_one_of_many(sentence, tags, i) or _is_room(sentence, i):
        return True
    against = i + 1 < len(sentence) and sentence[i + 1].text == "gegen"
    if tags[i] == "NN" and against and sentence[i].text not in landmarks():
        return True  # nach Siegen gegen Ulm
    told = is_where(before) or before in REGIONS
    return tags[i] == "NN" and _is_little_known(sentence[i].text) and not told


def is_between(sentence: Sentence, tags: Sequence[str], i: int) -> bool:
    """Zwischen Paletten und nassen Matratzen: a plain noun behind "und" tells that this is one."""
    after = [w.text for w in sentence[i + 1 : i + 3]]
    if not i or sentence[i - 1].text != "zwischen" or len(after) < 2 or after[0] != "und":
        return False
    return tags[i + 2].startswith("ADJ") or tags[i + 2] == "NN"


def _is_soil(sentence: Sentence, i: int) -> bool:
    """Unter der Erde, Säcke voll Erde; but um die Erde, auf der Erde."""
    before = [w.text.lower() for w in sentence[max(0, i - 2) : i]]
    if len(before) < 2 or before[1] not in ("der", "die"):
        return not before or before[-1] not in ("zur", "von")
    return before[0] in ("unter", "in", "aus")


def _is_one_of_many(sentence: Sentence, tags: Sequence[str], i: int) -> bool:
    """Ein wahrer Tsunami; but ein gewisser Meier, ein starkes Europa."""
    if i < 2 or not tags[i - 1].startswith("ADJ") or not is_indefinite(sentence[i - 2].text):
        return False
    adjective, text = sentence[i - 1].text, sentence[i].text
    country = text.endswith(("ien", "land"))  # eines geteilten Bosnien
    named = is_place(text) or country or adjective.startswith("gewiss")
    return adjective.islower() and not named


def _is_room(sentence: Sentence, i: int) -> bool:
    """Fische im Keller: no person stands behind that article, nor a town with a person's name."""
    text = sentence[i].text
    alone = i + 1 >= len(sentence) or not sentence[i + 1].is_capital
    surname = text in last_names()
    place = text in countries() or text in landmarks() or text == "Main"
    return i > 0 and alone and sentence[i - 1].text in ("im", "zum") and surname and not place


def is_everyday(sentence: Sentence, i: int) -> bool:
    """Eine Kette aus Bernstein, Funde in Kisten: alone behind a preposition it is no town."""
    alone = i + 1 >= len(sentence) or not sentence[i + 1].is_capital
    everyday = sentence[i].text.lower() in lexicon.words("words", "everyday", "de")
    before = sentence[i - 1].text.lower() if i else ""
    return alone and everyday and (is_where(before) or before in ("im", "mit", "von", "ohne"))


def is_material(text: str) -> bool:
    """Acrylglas, Restwasser, Neugier: compounds whose end no town has."""
    tails = lexicon.words("words", "plain_tail", "de")
    return any(text.lower().endswith(tail) for tail in tails)


def is_mistaken(text: str) -> bool:
    """Bahnhofbuffets, Wiederkäuer: compounds which the tagger takes for names."""
    return _MISTAKEN.search(text.lower()) is not None


def is_numbered(sentence: Sentence, i: int) -> bool:
    """In Halbzeit zwei: a number in letters behind the noun."""
    return i + 1 < len(sentence) and sentence[i + 1].text in _NUMBERS


def is_noun_too(sentence: Sentence, tags: Sequence[str], i: int) -> bool:
    """Ein unbequemer Patriot, which is a missile elsewhere."""
    before = sentence[i - 1].text if i else ""
    one = is_indefinite(before) or _is_one_of_many(sentence, tags, i)
    return sentence[i].text in _NOUNS_TOO and one


def is_half(sentence: Sentence, i: int) -> bool:
    """Start- und Landerechte: a plain noun that waits for the end of the next one."""
    after = [w.text for w in sentence[i + 1 : i + 3]]
    joined = len(after) == 2 and after[0] == "-" and after[1] in ("und", "oder", "sowie", "bis")
    return joined and sentence[i].text.isalpha() and not is_place(sentence[i].text)


def is_indefinite(text: str) -> bool:
    """Whether it is an article that makes the noun behind it one of many."""
    return _INDEFINITE.fullmatch(text) is not None


def is_abstract(text: str) -> bool:
    """Überzahl, Zählungen: unknown nouns that are hardly towns."""
    return _ABSTRACT.search(text) is not None


def is_counted(sentence: Sentence, tags: Sequence[str], i: int) -> bool:
    """Whether a number counts the noun: 34 alte Linden, 20 Grad; not 2024 Berlin."""
    j = i - 1
    if j > 0 and tags[j].startswith("ADJ") and sentence[j].text.islower():
        j -= 1
    alone = i + 1 >= len(sentence) or not sentence[i + 1].is_capital
    counts = j >= 0 and alone and tags[j] == "CARD" and not _YEAR.match(sentence[j].text)
    return counts and not (
        j == i - 1 and tags[i] == "NE" and _is_postcode(sentence[j].text, sentence[i].text)
    )


def _is_postcode(number: str, noun: str) -> bool:
    """10115 Berlin, 5020 Salzburg; in Austria and Switzerland postcodes are as long as counts."""
    if not number.isdecimal():
        return False
    return len(number) == 5 or (len(number) == 4 and (is_place(noun) or noun in towns()))


def _is_little_known(text: str) -> bool:
    """A place that is only listed among the districts of the world: Grad, Landes."""
    name = nominative(text, "de")
    better = (countries(), cities(), landmarks())
    return name in regions() and not any({name, text} & listed for listed in better)


def is_part_of_town(text: str) -> bool:
    """Innenstadt, Dorf: behind the adjective of a town or a region it is no name of its own."""
    lower = text.lower()
    parts = lexicon.words("words", "part_of_town", "de")
    return not parts.isdisjoint((lower, lower.removesuffix("s"), lower.removesuffix("es")))


def is_where(text: str) -> bool:
    """Whether it is a preposition that places stand behind."""
    return text.lower() in lexicon.words("words", "place_preposition", "de")
