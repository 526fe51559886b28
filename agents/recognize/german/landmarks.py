"""German compounds that name one place: Birchgletscher, Carolabrücke, Nürburgring."""

import re
from functools import cache

from agents.recognize import lexicon
from agents.recognize.lexicon import first_names, geography, rare_first_names
from agents.recognize.shapes import TOWN, is_function, is_place

_LANDMARK_ENDS = (
    *("gletscher", "kanal", "meer", "tal", "fjord", "talbahn", "see", "straße", "strasse", "gasse"),
    *("ferner", "kofel", "kogel", "joch", "alp", "alm", "horn"),
)
# Ends that name one building or street behind the name of a person or place: Carolabrücke.
_BUILT_ENDS = (
    *("autobahn", "bahn", "strecke", "klinik", "kliniken", "krankenhaus", "linie", "damm", "hafen"),
    *("brücke", "platz", "allee", "ufer", "turm", "tower", "kirche", "stadion", "park", "wald"),
    *("fluss", "dom", "schleuse", "tunnel", "philharmonie", "ring"),
)
# Nouns that end like valleys, pastures and lakes.
_NO_LANDMARK = re.compile(
    r"(?:skialm|kapital|spital|quartal|portal|zentral|halm|qualm|napalm|psalm)s?$"
)
# Who countries and towns are personified by, after whom squares are called: Helvetiaplatz.
_ALLEGORIES = ("Helvetia", "Bavaria", "Germania", "Austria", "Hammonia", "Europa")
# Ends that do so behind whatever does not tell what kind it is: Altstadtbrücke, not Notbrücke.
_SINGLE_ENDS = ("brücke", "insel", "park", "ufer")
# Ends that do so but behind what tells of which stone or purpose it is: Breitachklamm.
_HOLLOW_ENDS = ("höhle", "grotte", "schlucht", "klamm", "talsperre")
_PLAIN_HOLLOW = re.compile(
    r"(?:achsel|gebärmutter|pauken|magen|hand|herz|becken|schädel|mund|nasen|augen|bauch|brust|stirn|kiefer|rachen|leibes|körper|stein|eis|tropfstein|kalk|kalkstein|"
    r"sandstein|fels|felsen|erd|baum|brut|schnee|wohn|nist|kult|unterwasser|räuber|laster|opium|spiel|piraten|"
    r"schmuggler|grab|karst|lava|sand|wasser|neben|haupt|wind|fleder|schutz|berg|häuser|straßen|strassen|wald|"
    r"hochhaus|gebirgs|beton|fluss|bach|tiefsee|urwald|meeres|liebes|drachen|diebes|gruben|schau|welt|trinkwasser|brauchwasser|vor)"
)
_CEMETERY = re.compile(
    r"(?:zentral|wald|haupt|süd|nord|west|ost|südwest|nordost|invaliden)friedhof(?:e?s)?$"
)
# What squares, bridges and towers are called by in many a town besides persons and places.
_SEATS = (
    *(
        "König",
        "Königs",
        "Königin",
        "Kaiser",
        "Kurfürsten",
        "Herzog",
        "Helden",
        "Marien",
        "Rathaus",
        "Schloss",
        "Schloß",
    ),
    *(
        "Dom",
        "Münster",
        "Opern",
        "Theater",
        "Burg",
        "Residenz",
        "Minoriten",
        "Ballhaus",
        "Bundes",
        "Parade",
    ),
    *(
        "Schiller",
        "Goethe",
        "Mozart",
        "Beethoven",
        "Schubert",
        "Wagner",
        "Lessing",
        "Lenin",
        "Bismarck",
    ),
    *("Wittelsbacher", "Habsburger", "Hohenzollern", "Wenzels", "Stachus"),
)
_SHORTEST_START = 3  # letters
_LONG_START = 5  # letters; shorter starts are only told whole: Tor in Torstraße, To in Total


@cache
def is_landmark(text: str) -> bool:
    """Birchgletscher, Lötschental, Suezkanal: an end that names a place behind what is no noun."""
    lower = text.lower()
    if _NO_LANDMARK.search(lower):
        return False
    bare = lower.removesuffix("s")
    hollow = next((e for e in _HOLLOW_ENDS if lower.endswith(e)), None)
    if hollow is not None and len(lower) - len(hollow) >= _SHORTEST_START:
        return _PLAIN_HOLLOW.fullmatch(lower.removesuffix(hollow)) is None
    if _CEMETERY.fullmatch(lower) or (lower.endswith("platz") and text[:-5] in _SEATS):
        return True
    end = next((e for e in _SINGLE_ENDS if bare.endswith(e)), None)
    if end is not None and len(bare) - len(end) >= _SHORTEST_START:
        return not _opens_plain(bare.removesuffix(end), "plain_built")
    end = next((e for e in _BUILT_ENDS if lower.endswith(e)), None)
    if end == "ring" and TOWN.search(text[:-4]):
        return True  # Nürburgring
    if end is not None:
        return _bears_name(text[: -len(end)])
    end = next((e for e in _LANDMARK_ENDS if bare.endswith(e)), None)
    return end is not None and not is_plain_start(bare.removesuffix(end))


def _bears_name(start: str) -> bool:
    """Whether what precedes the end of a building is the name of a place or a person."""
    if len(start) < _SHORTEST_START or is_function(start, "de"):
        return False  # Einfluss, Überfluss
    bearers = {start, start.removesuffix("s")} & first_names()
    return (
        is_place(start)
        or start + "e" in geography("rivers")
        or is_landmark(start)
        or start in _ALLEGORIES
        or not bearers <= rare_first_names()
    )


def is_plain_start(start: str) -> bool:
    """Whether what precedes the end of a landmark makes a plain noun of it: Hochtal, Landstraße."""
    return len(start) < _SHORTEST_START or _opens_plain(start, "plain_start")


def _opens_plain(start: str, listed: str) -> bool:
    plain = lexicon.words("words", listed, "de")
    return start in plain or start.startswith(tuple(w for w in plain if len(w) >= _LONG_START))
