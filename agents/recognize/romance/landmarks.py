"""French landmarks and offices that open with a small word: dune du Pilat, parquet de Liège."""

from agents.recognize import lexicon
from agents.recognize.lexicon import calendar, cities, countries, first_names, known
from agents.recognize.shapes import is_acronym, is_place
from agents.recognize.words import Sentence

_OF = ("de", "du", "des", "d'", "d’")
_ARTICLES = ("la", "l'", "l’")  # behind "de"
_OF_BARE = ("de", "d'", "d’")
# The whole is the name, whether "de" stands in it or not: dune du Pilat, parc Astérix.
_NAMED = (
    "anse", "aqueduc", "baie", "barrage", "calanque", "canal", "cap", "chapelle", "citadelle",
    "crique", "détroit", "dune", "écluse", "église", "estuaire", "étang", "fjord", "grotte",
    "hippodrome", "île", "îlot", "jardin", "lagune", "parc", "phare", "pic", "rivière", "ruisseau",
    "torrent", "vélodrome", "viaduc", "zoo",
)  # fmt: skip
# Before a bare name they only tell what it is, as in "le volcan Kilauea".
_NAMED_OF = (
    "aiguille", "calanques", "cascade", "désert", "dunes", "falaises", "glacier", "gorges",
    "gouffre", "grottes", "jardins", "marais", "massif", "volcan",
)  # fmt: skip
LANDMARKS = frozenset((*_NAMED, *_NAMED_OF, "province"))
_TOWNS_OWN = ("église", "chapelle")  # l'église de Vézelay is any that stands there
_AMONG = ("île", "rivière", "baie", "anse")  # l'île aux Moines
_WATERS = ("canal", "détroit")  # named for countries too: canal de Panama
_ALSO_KNOWN = ("île", "îlot", "rivière", "volcan", "désert")  # la rivière Dordogne is the Dordogne
# Islands whose name holds the word; others, as l'île de Chypre, have a name without it.
_ISLANDS = frozenset(
    ("Aix", "Arz", "Batz", "Bréhat", "Beauté", "Cité", "Gorée", "Groix", "Hoëdic", "Houat", "Man",
     "Molène", "Nantes", "Noirmoutier", "Oléron", "Orléans", "Ouessant", "Pâques", "Porquerolles",
     "Ré", "Sein", "Wight", "Yeu")
)  # fmt: skip
_PARKS = ("national", "naturel", "régional", "provincial", "marin", "zoologique", "botanique")
_DETERMINERS = ("le", "la", "l'", "l’", "les", "du", "au", "des", "aux")
_EPITHETS = ("ancien", "ancienne", "grand", "grande", "petit", "petite", "vieux", "nouveau")
_PROVINCES = ("Liège", "Namur", "Anvers", "Luxembourg")  # of Belgium, called as their towns are
_SCHOOLS = ("école", "collège")
_LEVELS = frozenset(
    ("maternelle", "élémentaire", "primaire", "secondaire", "polyvalente", "communale", "privé",
     "privée", "public", "publique", "catholique", "fondamentale", "internationale")
)  # fmt: skip
_OFFICES = {  # what may stand between the office and the place it is for
    "parquet": ("général", "fédéral"),
    "barreau": (),
    "centre": ("hospitalier", "universitaire", "régional", "intercommunal", "interrégional"),
}
# The adjectives of the Swiss cantons, in the feminine.
_CANTONS = frozenset(
    ("appenzelloise", "argovienne", "bâloise", "bernoise", "fribourgeoise", "genevoise",
     "glaronaise", "grisonne", "jurassienne", "lucernoise", "neuchâteloise", "nidwaldienne",
     "obwaldienne", "saint-galloise", "schaffhousoise", "schwytzoise", "soleuroise", "tessinoise",
     "thurgovienne", "uranaise", "valaisanne", "vaudoise", "zougoise", "zurichoise")
)  # fmt: skip


def landmark(sentence: Sentence, i: int) -> int | None:
    """The index of the capital that a landmark's small word at `i` leads to, or None."""
    text = sentence[i].text
    if text not in LANDMARKS or not _is_definite(sentence, i):
        return None
    start = i + 1
    while text == "parc" and start < len(sentence) and sentence[start].text in _PARKS:
        start += 1
    aux = text in _AMONG and [w.text for w in sentence[start : start + 1]] == ["aux"]
    if aux:
        return capital(sentence, start + 1)
    j = _behind(sentence, start)
    if j is None or (j == start and text in (*_NAMED_OF, "province")):
        return None
    bare = j == start + 1 and sentence[start].text in _OF_BARE
    return j if _is_own(text, sentence[j].text, linked=j > start, bare=bare) else None


def office(sentence: Sentence, i: int) -> int | None:
    """The index of the last word that an office's small word at `i` leads to, or None."""
    if [w.text for w in sentence[i : i + 2]] == ["police", "cantonale"]:
        named = _behind(sentence, i + 2) if _is_definite(sentence, i) else None
        return i + 2 if any(of_canton(w.text) for w in sentence[i + 2 : i + 3]) else named
    between = _OFFICES.get(sentence[i].text)
    if between is None or not _is_definite(sentence, i):
        return None
    j = i + 1
    while j < len(sentence) and sentence[j].text in between:
        j += 1
    if sentence[i].text == "centre" and "hospitalier" not in [w.text for w in sentence[i:j]]:
        return None
    end = _behind(sentence, j)
    person = end is not None and end > j and is_given(sentence[end].text)
    return None if person or (end == j and sentence[i].text != "centre") else end


def school(sentence: Sentence, i: int) -> int | None:
    """The index of the capital that a school's small word at `i` leads to, or None.

    L'école secondaire des Rapides, le collège Jean-Moulin; l'école de Lille is any that is there.
    """
    if sentence[i].text not in _SCHOOLS or not _is_definite(sentence, i):
        return None
    j = i + 1
    while j < len(sentence) and sentence[j].text in _LEVELS:
        j += 1
    end = _behind(sentence, j)
    if end is None or (end == j + 1 and sentence[j].text in _OF_BARE):
        return None
    name = sentence[end].text
    own = is_acronym(name) or lexicon.is_known(name) or name.lower() in lexicon.heads()
    alone = not any(w.is_capital for w in sentence[end + 1 : end + 2])
    own = own or (alone and name in first_names())  # à l'école Paul joue
    return None if own or (end > j and is_place(name)) else end


def of_canton(text: str) -> bool:
    """Whether the adjective is that of a Swiss canton: valaisanne, valaisan."""
    return text in _CANTONS or f"{text}e" in _CANTONS or f"{text}ne" in _CANTONS


def capital(sentence: Sentence, j: int) -> int | None:
    """The index itself where a capital stands there that names something."""
    if j >= len(sentence) or not sentence[j].is_capital:
        return None
    common = lexicon.words("words", "common", "fr") | calendar("fr")
    return None if sentence[j].text.lower() in common else j


def _behind(sentence: Sentence, j: int) -> int | None:
    """The capital at `j` or behind "de" and its article."""
    if j < len(sentence) and sentence[j].text in _OF:
        j += 1
        if sentence[j - 1].text == "de" and j < len(sentence) and sentence[j].text in _ARTICLES:
            j += 1
    return capital(sentence, j)


def _is_definite(sentence: Sentence, i: int) -> bool:
    """Whether an article stands before it, unlike "une mesure phare de Paris"."""
    k = i - 1
    if k > 0 and sentence[k].text in _EPITHETS:
        k -= 1
    return k < 0 or sentence[k].text.lower() in _DETERMINERS


def _is_own(head: str, name: str, *, linked: bool, bare: bool) -> bool:
    """Whether head and name are one name, not the canal of a messenger or the cap of a person."""
    if is_acronym(name) or name in known("ORG") or name in known("PRODUCT"):
        return False
    if head == "province":
        return name in cities() or name in _PROVINCES
    if bare and (head in _TOWNS_OWN or is_given(name)):
        return False
    if head == "île" and linked:
        return name in _ISLANDS
    if head in _ALSO_KNOWN and (is_place(name) or name in lexicon.geography("rivers")):
        return False
    return head in _WATERS or not linked or name not in countries()


def is_given(name: str) -> bool:
    """Whether it is a first name and no place."""
    return name in first_names() and not is_place(name)
