"""Heads of German institutions, by what may stand behind them within the name."""

from agents.recognize.lexicon import first_names, towns
from agents.recognize.shapes import TOWN, is_place, nominative

from .compounds import head_type

TOWN_STARTS = ("St.", "Sankt", "Bad")
# Heads that take "für …", that take a genitive, and that take a town.
_WITH_PURPOSE = (
    *("institut", "zentrum", "amt", "ministerium", "verband", "gesellschaft", "verein", "stelle"),
    *("kommission", "agentur", "behörde", "stiftung", "anstalt", "senatsverwaltung", "departement"),
    "gerichtshof",
    "staatssekretariat",
    "weltorganisation",
    "museum",
)
_WITH_GENITIVE = (
    *("akademie", "bund", "verband", "zentralrat", "vereinigung", "union", "landratsamt"),
    *("ministerium", "bundeszentrale", "verein", "gewerkschaft"),
)
_WITH_TOWN = (
    *("initiative", "verband", "bund", "verein", "oper", "messe", "akademie", "museum", "kammer"),
    *("bank", "versicherung", "verkehrsgesellschaft", "park"),
    *(
        "orchester",
        "spital",
        "reservat",
        "lebenshilfe",
        "caritas",
        "diakonie",
        "bergwacht",
        "bergrettung",
        "wasserwacht",
        "wasserrettung",
        "tafel",
    ),
    *("kunsthaus", "kunsthalle", "kunstverein", "festspielhaus", "landestheater", "kunstmuseum"),
    *("literaturhaus", "schauspielhaus", "opernhaus", "konzerthaus", "volkshochschule"),
    *("grundschule", "volksschule", "mittelschule", "realschule", "hauptschule", "gesamtschule"),
    *("oberschule", "sekundarschule", "regelschule", "gemeinschaftsschule", "stadtteilschule"),
    *("förderschule", "berufsschule", "fachschule", "handelsschule", "musikschule"),
    *("kantonsschule", "bezirksschule", "primarschule", "waldorfschule", "lyzeum", "internat"),
    *("staatsarchiv", "landesarchiv", "stadtarchiv", "bibliothek"),
)
# Heads of sites that are no part of the town whose name they bear: Schloss Charlottenburg.
_SITES = ("schloss", "kloster", "bahnhof", "tagebau", "stausee", "talsperre", "gestüt", "rathaus")
# Districts that are other places than the towns they are called by: Kanton Bern.
_UNITS = ("Kanton", "Kreis", "Landkreis", "Regierungsbezirk")
_WHOLE_SITES = ("Burg", "Zeche")  # which end other nouns and the names of towns
# Heads that whatever stands behind them belongs to.
_WITH_NAME = (
    *("universität", "uni", "hochschule", "gericht", "klinikum", "uniklinik", "bistum", "börse"),
    *("feuerwehr", "polizei", "betriebe", "werke", "kraftwerk", "zoo", "theater", "handelskammer"),
    *("staatsanwaltschaft", "amt", "flughafen", "philharmonie", "präsidium", "inspektion"),
    *("direktion", "leitstelle", "sparkasse", "volksbank", "marketing", "klinik", "krankenhaus"),
    *("stiftung", "gymnasium", "bezirksregierung", "revier", "therme", "handwerkskammer"),
    *("staatskanzlei", "bürgerinitiative", "anstalt", "tierpark"),
    *("kripo", "polizeidirektion"),
    *("bezirkshauptmannschaft", "landespolizeidirektion", "kantonspolizei", "kantonsspital"),
    *("universitäten", "hochschulen", "landgerichte", "amtsgerichte", "landesgerichte"),
)


def takes_purpose(text: str, purpose: str) -> bool:
    """Bundesamt für …, Landesgericht für Strafsachen; not Landgericht für Betrug."""
    court = _ends(text, ("gericht",)) and purpose.endswith("sachen")
    return court or _ends(text, _WITH_PURPOSE)


def takes_genitive(text: str) -> bool:
    """Akademie der …"""
    return _ends(text, _WITH_GENITIVE)


def takes_name(text: str) -> bool:
    """Whether whatever name stands behind the noun belongs to it: Universität Lund."""
    return _ends(text, _WITH_NAME) or _is_site(text)


def takes_town(text: str) -> bool:
    """Whether the noun is the head of an institution that a town's name may follow."""
    return _ends(text, _WITH_TOWN) or takes_name(text) or is_unit(text)


def owns_name(text: str, follows: str) -> bool:
    """Whether the name behind the noun belongs to it, not only tells which it is: Stiftung EAR."""
    if is_unit(text):
        return is_local(follows)
    if _is_site(text):
        return not is_visitor(text, follows)
    owns = takes_name(text) or (takes_town(text) and is_local(follows))
    return owns and head_type(text) != "LOC"


def is_visitor(text: str, follows: str) -> bool:
    """Whether what follows the noun for a site is who is there or whose it is.

    Am Bahnhof Anna treffen, das Rathaus Münchens.
    """
    person = follows in first_names() and not is_local(follows)
    return _is_site(text) and (person or nominative(follows, "de") != follows)


def is_unit(text: str) -> bool:
    """Whether it is such a district, maybe in the genitive: Kanton, Kantons."""
    return any(text.removesuffix(ending) in _UNITS for ending in ("", "s", "es"))


def _is_site(text: str) -> bool:
    return text in _WHOLE_SITES or _ends(text, _SITES)


def is_local(text: str) -> bool:
    """Whether it is a place, or a pair of them: Oder-Spree."""
    pair = text.split("-")
    two = len(pair) == 2 and all(part.istitle() for part in pair)
    known = is_place(text) or text in towns() or text in TOWN_STARTS
    return known or bool(TOWN.search(text)) or two


def _ends(text: str, heads: tuple[str, ...]) -> bool:
    """Whether the word ends in one of the heads, in the genitive too."""
    lower = text.lower()
    return any(lower.removesuffix(ending).endswith(heads) for ending in ("", "s", "es"))
