"""French names that go on in small letters: Parlement flamand, Académie des beaux-arts."""

import re

from . import lexicon
from .lexicon import is_nationality
from .shapes import is_function
from .words import Sentence

_TAKE_NOUN = (
    *("centre", "cour", "conseil", "caisse", "agence", "office", "comité", "observatoire"),
    *("autorité", "société", "service", "commissariat", "institut", "fédération", "ligue"),
    *("union", "syndicat", "association", "chambre", "fonds", "banque", "mission", "bureau"),
    *("académie", "direction", "inspection", "délégation", "secrétariat", "brigade", "journée"),
    *("écho", "revue", "gazette", "cahiers"),
)
_ARTICLES = ("la", "le", "les", "l'", "l’")
_PRIZES = ("prix", "lion", "palme", "ours")
_OF_TOWN = re.compile(r"(?:ais|ois|ain|ien|éen)e?$")  # Stade rochelais, Section paloise


def is_adjective(sentence: Sentence, start: int, i: int) -> bool:
    """Conseil constitutionnel, Croix-Rouge libanaise: the adjective of an institution."""
    text, head = sentence[i].text, sentence[start].text.lower()
    if not text.islower() or len(text) < 5 or is_function(text, "fr"):
        return False
    near = i - start <= 2 or (i - start <= 5 and sentence[i - 1].text.islower())
    if head in lexicon.words("heads", "ORG", "fr"):
        return near and _is_official(text)
    named = head in lexicon.words("heads", "EVENT", "fr") and is_nationality(text, "fr")
    return near and (named or is_club(head, text))


def _is_official(text: str) -> bool:
    endings = tuple(lexicon.words("words", "adjective_ending", "fr"))
    return text.endswith(endings) or is_nationality(text, "fr")


def is_club(head: str, adjective: str) -> bool:
    """Stade rochelais plays; Stade Vélodrome and Stade de France are where one plays."""
    return head.lower() == "stade" and bool(_OF_TOWN.search(adjective.lower()))


def noun_end(sentence: Sentence, start: int, i: int, j: int) -> int | None:
    """Where a small noun at `j` behind links from `i`, with its adjective, ends the name."""
    if sentence[i].text in _ARTICLES or not _takes_noun(sentence, start, j):
        return None
    after = j + 1
    follows = after < len(sentence) and sentence[after].text.islower()
    return after if follows and _agrees(sentence[j].text, sentence[after].text) else j


def _agrees(noun: str, adjective: str) -> bool:
    """Whether an adjective of the noun follows: études avancées, aviation civile."""
    plural = noun.endswith("s") == adjective.endswith("s")
    return plural and len(adjective) > 4 and _is_official(adjective)


def _takes_noun(sentence: Sentence, start: int, j: int) -> bool:
    """Palme d'or, Centre national du cinéma: the name ends in a small noun."""
    if j >= len(sentence) or j - start > 4 or not sentence[j].text.replace("-", "").isalpha():
        return False
    inside = {w.text for w in sentence[start:j]}
    twice = sum(w.text in lexicon.words("words", "link", "fr") for w in sentence[start:j]) > 2
    heads = [w for w in sentence[start : start + 2] if w.is_capital and not w.first]
    institution = any(w.text.lower() in _TAKE_NOUN for w in heads)
    institution = institution and not is_function(sentence[j].text, "fr")
    prize = sentence[start].text.lower() in _PRIZES
    named = prize and (sentence[start].is_capital or "Nobel" in inside)
    return not twice and (named or institution)
