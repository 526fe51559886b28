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
    *("ordre", "écho", "revue", "gazette", "cahiers"),
)
_ACTIONS = (
    *("lutte", "protection", "défense", "droits", "recherche", "prévention", "sauvegarde"),
    *("promotion", "conservation", "aide", "gestion", "sécurité", "étude", "répression", "accueil"),
    *("trafic", "atteintes"),
)
_TOWARDS = ("contre", "pour", "à", "de", "des", "du", "d'", "d’", "la", "le", "les", "l'", "l’")
_VERBS = ("être", "avoir")  # il reproche au Conseil d'être lent
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
    event = head in lexicon.words("heads", "EVENT", "fr") and not sentence[start].first
    return near and ((event and _is_official(text)) or is_club(head, text))


def _is_official(text: str) -> bool:
    endings = tuple(lexicon.words("words", "adjective_ending", "fr"))
    return text.endswith(endings) or is_nationality(text, "fr")


def is_club(head: str, adjective: str) -> bool:
    """Stade rochelais plays; Stade Vélodrome and Stade de France are where one plays."""
    return head.lower() == "stade" and bool(_OF_TOWN.search(adjective.lower()))


def is_dashed(sentence: Sentence, i: int) -> bool:
    """Whether the dash at `i` joins a constituency: Saint-Henri–Sainte-Anne, not Paris–Nice."""
    if i + 1 >= len(sentence) or not sentence[i + 1].is_capital:
        return False
    one, dash, two = sentence[i - 1 : i + 2]
    close = one.end == dash.start and dash.end == two.start
    return close and ("-" in one.text or "-" in two.text)


def noun_end(sentence: Sentence, start: int, i: int, j: int) -> int | None:
    """Where a small noun at `j` behind links from `i`, with what belongs to it, ends the name."""
    if sentence[i].text in _ARTICLES or not _takes_noun(sentence, start, j):
        return None
    end = _with_adjective(sentence, j)
    while end == j and sentence[end].text in _ACTIONS:
        j = _object(sentence, end)
        if j == end:
            break
        end = _with_adjective(sentence, j)
    return end


def _object(sentence: Sentence, i: int) -> int:
    """The noun that an action at `i` is for: lutte contre le trafic des biens culturels."""
    j = i + 1
    while j < len(sentence) and sentence[j].text in _TOWARDS:
        j += 1
    found = j > i + 1 and j < len(sentence) and sentence[j].text.islower()
    return j if found and not is_function(sentence[j].text, "fr") else i


def _with_adjective(sentence: Sentence, i: int) -> int:
    after = sentence[i + 1].text if i + 1 < len(sentence) else ""
    return i + 1 if after.islower() and _agrees(sentence[i].text, after) else i


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
    verb = sentence[j].text in _VERBS or is_function(sentence[j].text, "fr")
    institution = institution and not verb
    prize = sentence[start].text.lower() in _PRIZES
    named = prize and (sentence[start].is_capital or "Nobel" in inside)
    return not twice and (named or institution)
