"""Small nouns in French names of events and bodies: Fête de la musique, Bureau d'enquêtes et d'…"""

from agents.recognize import lexicon
from agents.recognize.lexicon import calendar, first_names, is_known
from agents.recognize.shapes import is_acronym, is_function, is_place
from agents.recognize.words import Sentence

_OF = ("de", "d'", "d’", "du", "des")
_OF_BARE = ("de", "d'", "d’")
_MANY = frozenset(
    ("nombreux", "nombreuses", "multiples", "grands", "grandes", "petits", "petites", "jeunes",
     "nouveaux", "nouvelles", "hauts", "hautes", "divers", "diverses", "anciens", "anciennes",
     "gros", "grosses", "simples", "bons", "bonnes", "différents", "différentes", "vrais")
)  # fmt: skip
_TIMES = frozenset(
    ("année", "an", "ans", "jour", "jours", "mois", "semaine", "matin", "midi", "soir", "nuit",
     "saison", "époque", "siècle", "fois", "nouveau", "suite", "part", "façon", "fin", "début")
)  # fmt: skip
# Behind a place they belong to the cup or the festival: Coupe d'Afrique des nations.
_BEHIND_PLACES = frozenset(
    ("nations", "clubs", "champions", "vainqueurs", "confédérations", "régions", "villes",
     "film", "livre", "cinéma")
)  # fmt: skip
_MARCHES = ("Marche", "Manif", "Manifestation", "Course")
_GROUPS = ("association", "fondation", "fédération", "coopérative")
_SIDES = ("nord", "sud", "ouest", "gauche", "droite", "central", "centrale")  # "est" is a verb
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
    marched = sentence[i].text == "pour" and head.text in _MARCHES  # Marche pour la vie
    if sentence[i].text not in _OF and not marched:
        return False
    if any(w.is_capital for w in sentence[start + 1 : i]):
        return noun in _BEHIND_PLACES
    again = any(w.text in _OF for w in sentence[start + 1 : i])  # Festival du film d'animation
    return not again or (sentence[i].text not in ("du", "des") and j == i + 1)


def is_sided(sentence: Sentence, start: int, i: int) -> bool:
    """Corniche ouest, Rive gauche, Gare centrale: where it lies tells a place from another."""
    head, side = sentence[start], sentence[i].text
    if not head.is_capital or head.first or i != start + 1 or side not in _SIDES:
        return False
    return head.text.lower() in lexicon.words("heads", "LOC", "fr")


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
    noun = sentence[j].text
    if (
        sentence[i].text != "et"
        or noun in _MANY
        or j < i + 2
        or j - start > _FARTHEST
        or "et" in inside
    ):
        return False
    small = sentence[i - 1].text.islower() and any(text in _OF for text in inside)
    after = sentence[j + 1].text if j + 1 < len(sentence) else ""
    free = not after.islower() or is_function(after, "fr")
    agrees = after.endswith("s") and after.endswith(tuple(_endings()))
    bare = j == i + 2 and sentence[i + 1].text in _OF_BARE and not is_function(noun, "fr")
    alike = bare or (sentence[i + 1].text in _OF and noun.endswith(_ABSTRACT))
    return small and alike and (free or agrees)


def pair_end(sentence: Sentence, start: int, i: int) -> int | None:
    """The second word of a group that calls itself by two: l'association Entraide et Solidarité."""
    if sentence[i].text != "et" or i != start + 1 or i + 1 >= len(sentence):
        return None
    before = [w.text.lower() for w in sentence[max(0, start - 4) : start]]
    led = before[-2:-1] in (["l'"], ["l’"], ["la"]) and before[-1] in _GROUPS
    of = len(before) == 4 and before[0] in ("l'", "l’", "la") and before[1] in _GROUPS
    if not led and not (of and before[2] in _OF and before[3].isalpha()):
        return None
    names = (sentence[start].text, sentence[i + 1].text)
    return None if any(map(_is_own, names)) or not sentence[i + 1].is_capital else i + 1


def _is_own(text: str) -> bool:
    return is_known(text) or is_acronym(text) or is_place(text) or text in first_names()


def _endings() -> frozenset[str]:
    return lexicon.words("words", "adjective_ending", "fr")
