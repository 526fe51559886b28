"""French names that go on in small letters: Parlement flamand, Académie des beaux-arts."""

import re

from agents.recognize import lexicon
from agents.recognize.lexicon import first_names, is_nationality
from agents.recognize.shapes import is_acronym, is_function, is_place
from agents.recognize.words import Sentence

from .landmarks import of_canton
from .nouns import is_event, is_paired, is_sided

_TAKE_NOUN = (
    *("centre", "cour", "conseil", "caisse", "agence", "office", "comité", "observatoire"),
    *("autorité", "société", "service", "commissariat", "institut", "fédération", "ligue"),
    *("union", "syndicat", "association", "chambre", "fonds", "banque", "mission", "bureau"),
    *("académie", "direction", "inspection", "délégation", "secrétariat", "brigade", "journée"),
    *("ordre", "écho", "revue", "gazette", "cahiers", "communauté"),
)
_ACTIONS = (
    *("lutte", "protection", "défense", "droits", "recherche", "prévention", "sauvegarde"),
    *("promotion", "conservation", "aide", "gestion", "sécurité", "étude", "répression", "accueil"),
    *("trafic", "atteintes", "droit"),
)
_INQUIRIES = ("audiences", "enquête", "enquêtes", "information", "recherche", "recherches")
_TOWARDS = ("contre", "pour", "à", "de", "des", "du", "d'", "d’", "la", "le", "les", "l'", "l’")
_VERBS = ("être", "avoir")  # il reproche au Conseil d'être lent
_ARTICLES = ("la", "le", "les", "l'", "l’")
_EPITHETS = ("Nouveau", "Nouvelle", "Grand", "Grande", "Haut", "Haute", "Jeune", "Petit", "Petite")
_REALMS = ("empire", "région")
_OF_REALM = frozenset(  # beside the nationalities
    ("ottoman", "romain", "byzantin", "austro-hongrois", "mongol", "moghol", "perse", "inca",
     "aztèque", "carolingien", "germanique", "colonial", "assyrien", "khmer", "chinois", "japonais",
     "bruxelloise", "germanophone", "lémanique")
)  # fmt: skip
_PRIZES = ("prix", "lion", "palme", "ours")
_GROUPS = (
    "association",
    "associations",
    "collectif",
    "mouvement",
    "parti",
    "syndicat",
    "fondation",
)
_OF_GROUP = re.compile(r"\w{2}(?:[iï]ques?|als?|ales?|aux|i?ennes?|oises?|aires?|istes?|ves?)$")
_VERBS_ALIKE = re.compile(
    r"(?:expli|indi|criti|revendi|appli|impli|communi|prati|répli|fabri|compli|convo|provo)que"
    r"|(?:in|per|as|con|exi|ré|dé)s?iste|signale|égale|arrive|prive|suive|vive|prouve|trouve|sauve"
    r"|conserve|observe|relève|soulève|élève|achève|enlève|approuve|réserve|active|cultive|lave"
)
_BEFORE_OBJECTS = (
    *("le", "la", "les", "l'", "l’", "un", "une", "des", "du", "que", "qu'", "qu’", "son", "sa"),
    *("ses", "ce", "cette", "ces", "leur", "leurs", "avoir", "être", "à", "comment", "pourquoi"),
)
COLOURS = frozenset(
    ("bleus", "bleues", "blancs", "blanches", "dorés", "dorées", "grises", "jaunes", "noirs",
     "noires", "oranges", "roses", "rouges", "verts", "vertes", "violets", "violettes")
)  # fmt: skip
_OF_TOWN = re.compile(r"(?:ais|ois|ain|ien|éen)e?$")  # Stade rochelais, Section paloise


def goes_on(sentence: Sentence, start: int, i: int) -> bool:
    """Whether the small word at `i` belongs to the name that opens at `start`."""
    if not sentence[i].text.islower():
        return False
    return any(tells(sentence, start, i) for tells in (_is_adjective, _is_group, _is_coloured))


def _is_adjective(sentence: Sentence, start: int, i: int) -> bool:
    """Conseil constitutionnel, Croix-Rouge libanaise: the adjective of an institution."""
    text = sentence[i].text
    if not text.islower() or len(text) < 5 or is_function(text, "fr"):
        return False
    start += _is_epithet(sentence, start, i)
    head = sentence[start].text.lower()
    if head in _REALMS and sentence[start].is_capital and i == start + 1:
        return text in _OF_REALM or is_nationality(text, "fr")
    near = i - start <= 2 or (i - start <= 5 and sentence[i - 1].text.islower())
    if head in lexicon.words("heads", "ORG", "fr"):
        return near and _is_official(text)
    event = head in lexicon.words("heads", "EVENT", "fr") and not sentence[start].first
    if is_sided(sentence, start, i):
        return True
    return near and ((event and _is_official(text)) or is_club(head, text))


def _is_group(sentence: Sentence, start: int, i: int) -> bool:
    """Whether the adjective at `i` ends what a group calls itself: l'association Unité laïque.

    A verb like it has its object behind it: l'association Anticor critique la loi.
    """
    text, name = sentence[i].text, sentence[start].text
    if i != start + 1 or not start or sentence[start - 1].text not in _GROUPS:
        return False
    after = sentence[i + 1].text if i + 1 < len(sentence) else ""
    adjective = bool(_OF_GROUP.search(text)) and not _VERBS_ALIKE.match(text)
    plural = name.endswith("s") == text.endswith(("s", "x"))
    own = is_acronym(name) or is_place(name) or name in first_names() or lexicon.is_known(name)
    return adjective and plural and not own and after not in _BEFORE_OBJECTS


def _is_coloured(sentence: Sentence, start: int, i: int) -> bool:
    """Aux Flots bleus, les Khmers rouges: many of one colour have it in their name."""
    before = sentence[i - 2].text.lower() if i > 1 else ""
    one = i == start + 1 or (i == start + 2 and before in ("les", "aux"))
    many = sentence[i - 1].text.endswith("s") and before in ("les", "des", "aux")
    name = sentence[i - 1].text
    own = is_acronym(name) or lexicon.is_known(name) or is_nationality(name, "fr")
    return sentence[i].text in COLOURS and one and many and not own


def _is_epithet(sentence: Sentence, start: int, i: int) -> bool:
    """Whether an adjective stands before the head: Nouveau Parti démocratique."""
    return sentence[start].text in _EPITHETS and start + 1 < i and sentence[start + 1].is_capital


def _is_official(text: str) -> bool:
    endings = tuple(lexicon.words("words", "adjective_ending", "fr"))
    return text.endswith(endings) or is_nationality(text, "fr") or of_canton(text)


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
    if sentence[i].text in _ARTICLES or not _takes_noun(sentence, start, i, j):
        return None
    end = _with_adjective(sentence, j)
    if sentence[j].text in _INQUIRIES:
        end = _subject(sentence, end)
    while end == j and sentence[end].text in _ACTIONS:
        j = _object(sentence, end)
        if j == end:
            break
        end = _with_adjective(sentence, j)
    return end


def _subject(sentence: Sentence, end: int) -> int:
    """The noun that an inquiry is about: audiences publiques sur l'environnement."""
    about = [w.text for w in sentence[end + 1 : end + 4]]
    named = len(about) == 3 and about[0] == "sur" and about[1] in _ARTICLES and about[2].islower()
    return _with_adjective(sentence, end + 3) if named else end


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


def _takes_noun(sentence: Sentence, start: int, i: int, j: int) -> bool:
    """Palme d'or, Centre national du cinéma: the name ends in a small noun."""
    if j >= len(sentence) or not sentence[j].text.replace("-", "").isalpha():
        return False
    pair = sentence[start].text.lower() in _TAKE_NOUN and is_paired(sentence, start, i, j)
    if pair or is_event(sentence, start, i, j):
        return True
    if j - start > 4:
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
