"""Small nouns in French names of events and bodies: Fête de la musique, Bureau d'enquêtes et d'…"""

from agents.recognize import lexicon
from agents.recognize.lexicon import calendar, is_known
from agents.recognize.shapes import is_function
from agents.recognize.words import Sentence

_OF = ("de", "d'", "d’", "du", "des")
_TIMES = frozenset(
    ("année", "an", "ans", "jour", "jours", "mois", "semaine", "matin", "midi", "soir", "nuit",
     "saison", "époque", "siècle", "fois", "nouveau", "suite", "part", "façon", "fin", "début")
)  # fmt: skip
# Behind a place they belong to the cup or the festival: Coupe d'Afrique des nations.
_BEHIND_PLACES = frozenset(
    ("nations", "clubs", "champions", "vainqueurs", "confédérations", "régions", "villes", "lettres",
     "film", "livre", "cinéma")
)  # fmt: skip
_FARTHEST = 6  # words from the head to the noun
_ABSTRACT = ("s", "tion", "ment", "ité", "age", "ence", "ance", "ise")


def is_event(sentence: Sentence, start: int, i: int, j: int) -> bool:
    """Whether the small noun at `j` tells what is held: Festival d'été, Nuit des musées."""
    head, noun = sentence[start], sentence[j].text
    if not head.is_capital or head.first or not is_event_head(head.text):
        return False
    if noun in _TIMES or noun in calendar("fr") or is_function(noun, "fr"):
        return False
    if is_known(" ".join(w.text for w in sentence[start:i])):
        return False  # la Coupe du monde de ski
    behind_place = i > start + 1 and sentence[i - 1].is_capital
    return sentence[i].text in _OF and (not behind_place or noun in _BEHIND_PLACES)


def is_event_head(text: str) -> bool:
    """Whether the word opens the names of events."""
    return text.lower() in lexicon.words("heads", "EVENT", "fr")


def is_paired(sentence: Sentence, start: int, i: int, j: int) -> bool:
    """Whether a body is for two things: Bureau d'enquêtes et d'analyses.

    Another subject has its own adjective: le Conseil de surveillance et de nombreux actionnaires.
    """
    inside = [w.text for w in sentence[start:i]]
    if "et" in inside and sentence[i].text == "pour":
        return sentence[j].text.endswith(_ABSTRACT) and j - i == 2
    if sentence[i].text != "et" or j < i + 2 or j - start > _FARTHEST or "et" in inside:
        return False
    small = sentence[i - 1].text.islower() and any(text in _OF for text in inside)
    after = sentence[j + 1].text if j + 1 < len(sentence) else ""
    free = not after.islower() or is_function(after, "fr")
    agrees = after.endswith("s") and after.endswith(tuple(_endings()))
    alike = sentence[i + 1].text in _OF and sentence[j].text.endswith(_ABSTRACT)
    return small and alike and (free or agrees)


def _endings() -> frozenset[str]:
    return lexicon.words("words", "adjective_ending", "fr")
