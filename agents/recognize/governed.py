"""Words that tell by a preposition what follows them: MP for Luton, Bürgermeister von Ulm."""

from collections.abc import Iterator

from . import lexicon
from .english.offices import MEMBERS
from .english.told import told
from .lexicon import is_known, last_names, words
from .roads import is_road
from .romance import told as spanish
from .romance.works import is_listed_work
from .shapes import is_function, is_place
from .words import Sentence

_OF = ("de", "d'", "d’", "of", "von", "di")
_INTO = ("im", "beim", "ins", "zum", "vom")  # with the article of a thing: im Radisson Collection
_OF_FIRMS = (*_OF, "der", "des")
_AUTHORS = ("autor", "autora", "author", "auteur", "auteure", "autorin", "autore", "autrice")
_SUNG = frozenset(
    ("cantaron", "cantó", "cantaba", "cantaban", "canta", "cantan", "sang", "sangen", "sings",
     "singt", "chanté", "chante", "chantent", "chantaient", "entonaron", "entonó")
)  # fmt: skip
_PUBLISHED = ("erschienen", "erscheint", "erschien", "verlegt", "veröffentlicht")
_GIVEN = frozenset(  # what "à" behind it gives to someone, wherever they are
    ("appartient", "appartiennent", "appartenait", "appartenaient", "appartenant", "appartenu",
     "face", "grâce", "lettre", "hommage", "quant", "contrairement", "adhéré", "confié", "confie",
     "vendu", "vendue", "vend", "cédé", "cédée", "cède", "attribué", "attribuée", "imputé", "doit",
     "reproche", "reprochent", "reproché", "demande", "demandé", "ordonne", "ordonné", "interdit",
     "succède", "succédé", "succédant", "accorde", "accordé", "accordée", "verse", "versé",
     "infligé", "infligée", "réclame", "réclamé", "rachetée", "racheté", "oppose", "opposé")
)  # fmt: skip
_KIN = frozenset(
    ("épouse", "époux", "femme", "mari", "fils", "fille", "frère", "sœur", "mère", "père", "veuve",
     "compagne", "compagnon", "conjointe", "conjoint", "cousin", "cousine", "neveu", "nièce",
     "oncle", "tante", "fiancée", "fiancé", "grand-mère", "grand-père", "belle-sœur", "beau-frère")
)  # fmt: skip
_WHOSE = ("son", "sa", "leur", "mon", "ma", "notre", "votre")
_OF_RIVERS = frozenset(
    ("lit", "rive", "rives", "berge", "berges", "crue", "crues", "décrue", "affluent",
     "affluents", "embouchure", "eaux", "estuaire", "méandres", "gorges")
)  # fmt: skip
_ELECTED = frozenset(  # in a constituency: réélu dans Burnaby Central
    ("élu", "élue", "élus", "élues", "réélu", "réélue", "battu", "battue", "défait", "défaite",
     "candidat", "candidate", "députée", "député", "deuxième", "troisième", "quatrième", "second")
)  # fmt: skip
_HOUSES = ("bureau", "cabinet", "maison", "studio", "agence", "réseau", "institut", "centre")
_SHOWN = ("film", "roman", "documentaire", "chanson", "album", "série", "téléfilm", "dessin-animé")
_SIDES = frozenset(
    ("oberhalb", "unterhalb", "abseits", "unweit", "jenseits", "diesseits", "außerhalb", "nördlich",
     "innerhalb", "südlich", "östlich", "westlich", "nordöstlich", "nordwestlich", "südöstlich",
     "südwestlich", "Nähe", "Norden", "Süden", "Osten", "Westen", "Nordosten", "Nordwesten",
     "Südosten", "Südwesten", "Zentrum", "Rand", "Stadtrand", "Ortsrand", "Einwohner", "Bewohner")
)  # fmt: skip
_FARTHEST = 6  # words from "bei" to the verb


def governed(sentence: Sentence, first: int, last: int, language: str) -> Iterator[str]:
    """What the words around the name say of it beyond what stands right beside it."""
    if language == "en":
        yield from told(sentence, first, last)
    if language == "es":
        yield from spanish.told(sentence, first, last)
    if is_road(sentence, first, last, language):
        yield "road"
    before = [w.text for w in sentence[max(0, first - 3) : first]]
    if len(before) < 2:
        return
    near, head = before[-1], before[-2]
    if language in ("fr", "es") and is_listed_work(sentence, first, language):
        yield "head WORK"
    if near == "for" and head in MEMBERS:
        yield "place of"
    if near in _OF and head.lower() in words("context", "town_leader", language):
        yield "place of"
    if near in _OF and head.lower() in _AUTHORS:
        yield "work before"  # el autor de Moby Dick
    if language == "fr" and near == "dans" and head.lower() in _ELECTED:
        yield "place of"
    if language == "fr" and is_river(sentence, first):
        yield "head LOC"  # le lit de la Lonza
    if language == "fr" and _is_kin(before):
        yield "role before"
    shown = language == "fr" and near in _SHOWN and head.lower() in ("le", "la", "l'", "l’", "du")
    if shown and not is_known(sentence[first].text):
        yield "head WORK"  # le film Camping; a film Netflix is by Netflix
    if near in _OF_FIRMS and head.lower() in words("context", "owner", language):
        yield "organisation before"
    noun = near.islower() and language in ("fr", "es") and not is_function(near, language)
    made = noun and len(before) > 2 and head in _OF
    firms = words("context", "organisation", language)
    if made and (before[-3].lower() in firms or (language == "fr" and before[-3] in _HOUSES)):
        yield "organisation before"  # le gestionnaire de réseau Ores, la maison d'édition Zulma
    if is_nicknamed(sentence, first, last, language):
        yield "first name"
    if language != "de":
        return
    if near == "von" and (head in _SIDES or _is_seen_from(sentence, last)):
        yield "place of"  # oberhalb von Blatten, von Wiler aus
    if is_entered(sentence, first, last):
        yield "place preposition, words"
    if near == "bei" and any(w.text in _PUBLISHED for w in _behind(sentence, last)):
        yield "organisation before"


def is_river(sentence: Sentence, first: int) -> bool:
    """Whether it has banks or floods: les berges de la Sionne, la crue du Rhône."""
    before = [w.text.lower() for w in sentence[max(0, first - 3) : first]]
    if before[-1:] == ["du"]:
        return len(before) > 1 and before[-2] in _OF_RIVERS
    return before[-2:] in (["de", "la"], ["de", "l'"], ["de", "l’"]) and before[0] in _OF_RIVERS


def _is_kin(before: list[str]) -> bool:
    """Avec son épouse, Mélinée: the comma or nothing stands between a relative and the name."""
    near = before[:-1] if before[-1] == "," else before
    return len(near) > 1 and near[-1] in _KIN and near[-2].lower() in _WHOSE


def is_located(before: list[str], language: str) -> bool:
    """Whether a preposition of places stands right before, which gives nothing: à, en, près."""
    near = before[-1].lower()
    given = near == "à" and len(before) > 1 and before[-2].lower() in _GIVEN
    return near in words("words", "place_preposition", language) and not given


def is_entered(sentence: Sentence, first: int, last: int) -> bool:
    """Im Radisson Collection: words with the article of a thing, no person, behind "in"."""
    return first > 0 and first < last and sentence[first - 1].text in _INTO


def is_nicknamed(sentence: Sentence, first: int, last: int, language: str) -> bool:
    """El Dibu Martínez: an article and a nickname before a last name."""
    if language != "es" or last != first + 1 or first < 1 or sentence[first - 1].text != "el":
        return False
    nickname, surname = sentence[first].text, sentence[last].text
    named = surname in last_names() and nickname.istitle() and not is_place(nickname)
    heads = any(text.lower() in lexicon.heads() for text in (nickname, surname))
    return named and not heads and not is_known(nickname)


def is_titled(sentence: Sentence, first: int) -> bool:
    """Whether the quotation stands behind a name in brackets, or is sung.

    Fatma Aydemir («Dschinns»); cantaron “Muchachos”.
    """
    if first > 1 and sentence[first - 2].text in _SUNG:
        return True
    return first > 2 and sentence[first - 2].text == "(" and sentence[first - 3].is_capital


def _is_seen_from(sentence: Sentence, last: int) -> bool:
    """Von Wiler aus ansehen; at the end of a clause it is the verb's: geht von Merkel aus."""
    after = [w.text for w in sentence[last + 1 : last + 3]]
    return len(after) == 2 and after[0] == "aus" and after[1].isalpha()


def _behind(sentence: Sentence, last: int) -> Sentence:
    return sentence[last + 1 : last + _FARTHEST]
