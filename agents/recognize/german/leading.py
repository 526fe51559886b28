"""What stands before a German name without being part of it: titles, nationalities, labels."""

from collections.abc import Sequence

from agents.recognize import lexicon
from agents.recognize.lexicon import cities, first_names, is_known, is_nationality, landmarks, towns
from agents.recognize.shapes import is_generic, is_place
from agents.recognize.words import Sentence

from .clubs import is_of_league
from .compounds import head_type, is_label, is_role
from .heads import owns_name, takes_town
from .landmarks import is_landmark
from .ordinary import is_franconia
from .persons import is_councillor
from .venues import ends_name, legal_end
from .weather import is_weather

_MEMBERS = (
    "Grüne",
    "Grünen",
    "Linke",
    "Linken",
    "Liberale",
    "Liberalen",
    "Freiheitliche",
    "Freiheitlichen",
)
_LONGEST_PERSON = 5  # words


def first_of_name(sentence: Sentence, tags: Sequence[str], start: int, end: int) -> int | None:
    """Where the name begins within the run, or None where nothing is left."""
    while start < end:
        step = _leading(sentence, tags, start, end)
        if not step:
            return start
        start += step
    text = sentence[start].text
    dropped = is_nationality(text, "de") or is_role(text) or is_generic(text, "de")
    return None if dropped and not is_franconia(sentence, start) else start


def is_of_city(sentence: Sentence, i: int) -> int:
    """How many words the adjective of a city of two words has, before a noun: New Yorker; or 0."""
    after = [w.text for w in sentence[i + 1 : i + 3]]
    if len(after) < 2 or not after[0].endswith("er") or not after[1][0].isupper():
        return 0
    city = f"{sentence[i].text} {after[0][:-2]}"
    return 2 if {city, city + "e", city + "en"} & cities() else 0


def royal() -> frozenset[str]:
    """Titles that stay with a single first name."""
    return lexicon.words("words", "royal", "de")


def _leading(sentence: Sentence, tags: Sequence[str], start: int, end: int) -> int:
    """How many words at the start are no part of the name."""
    text, follows = sentence[start].text, sentence[start + 1].text
    if legal_end(sentence, start):
        return 0  # Autobahn GmbH
    if is_weather(text, follows):
        return 1
    if (is_role(text) and text.lower() not in royal()) or _labels(sentence, start):
        return 1
    if _is_craft(sentence, start, end) or _is_of_party(sentence, start, end):
        return 1
    of_town = text.endswith("er") and text not in first_names() and not takes_town(text)
    if not (is_nationality(text, "de") or of_town):
        return 0
    more = start + 2 <= end
    whole = f"{text} {follows}"
    famous = follows in landmarks() or (is_known(follows) and not is_known(whole))
    if of_town and (is_landmark(follows) or famous):
        return 1  # Hamburger Elbtower
    if is_councillor(sentence, start + 1) and more:
        return 2  # Wiener NEOS-Stadtrat Christoph Wiederkehr
    if is_role(follows) or (more and (follows in first_names() or _labels(sentence, start + 1))):
        return 1
    return 2 if _is_person_from(sentence, tags, start, end) else 0


def _labels(sentence: Sentence, i: int) -> bool:
    """Whether the word at `i` says what the name behind it is."""
    text, follows = sentence[i].text, sentence[i + 1].text
    if is_of_league(text) and (is_place(follows) or follows in towns()):
        return True
    return is_label(text, follows) and not (owns_name(text, follows) or ends_name(sentence, i + 1))


def _is_craft(sentence: Sentence, start: int, end: int) -> bool:
    """Küfer Matthes Kriechel: what someone does, before a first and a last name.

    Most crafts are last names as well, so one right before a single name stays.
    """
    crafts = lexicon.words("context", "craft", "de")
    names = sentence[start + 1 : end + 1]
    if sentence[start].text.lower() not in crafts or not 1 < len(names) < _LONGEST_PERSON:
        return False
    if sentence[start].text in lexicon.last_names() and not _is_first(sentence, start + 1):
        return False  # Weber Maschinenbau GmbH
    return names[0].text.istitle() and names[-1].is_capital


def _is_of_party(sentence: Sentence, start: int, end: int) -> bool:
    """Der Grüne Cem Özdemir: the party that someone is in, before a first and a last name."""
    return end - start == 2 and sentence[start].text in _MEMBERS and _is_first(sentence, start + 1)


def _is_first(sentence: Sentence, i: int) -> bool:
    return sentence[i].text in first_names() and not is_place(sentence[i].text)


def _is_person_from(sentence: Sentence, tags: Sequence[str], start: int, end: int) -> bool:
    """Turiner Meister Giovanni Guadagnini: where someone is from, what they are, their name."""
    if start + 3 > end or head_type(sentence[start + 1].text) == "ORG":
        return False
    return tags[start + 1].startswith("NN") and sentence[start + 2].text in first_names()
