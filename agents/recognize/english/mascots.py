"""Teams that are called by a place and a nickname: Boston Celtics, Sydney Swans, Utah Jazz."""

from collections.abc import Sequence

from agents.recognize.lexicon import words
from agents.recognize.shapes import is_place

# Those whose nickname is a word for something else, or whose town no gazetteer has.
_TEAMS = frozenset(
    ("Miami Heat", "Orlando Magic", "Utah Jazz", "Utah Mammoth", "Minnesota Wild",
     "Seattle Kraken", "Tampa Bay Lightning", "Tampa Bay Rays", "Oklahoma City Thunder",
     "Colorado Avalanche", "Melbourne Storm", "Columbus Crew", "Houston Dynamo",
     "New England Revolution", "Chicago Fire", "Buffalo Bills", "Cleveland Browns",
     "Brooklyn Nets", "Dallas Stars", "Chicago Sky", "Seattle Storm", "Indiana Fever",
     "Connecticut Sun", "Atlanta Dream", "New York Liberty", "Wakefield Trinity",
     "Anaheim Ducks", "Jacksonville Jaguars", "Collingwood Magpies", "Essendon Bombers",
     "Fremantle Dockers", "Hawthorn Hawks", "Richmond Tigers", "Cronulla Sharks",
     "Manly Sea Eagles", "Parramatta Eels", "Penrith Panthers", "Wests Tigers",
     "Gujarat Titans", "Rajasthan Royals", "Sunrisers Hyderabad", "Castleford Tigers",
     "Leigh Leopards", "Northampton Saints")
)  # fmt: skip
_PLACES = frozenset(("Golden State", "Carolina", "Catalans", "Vegas", "Green Bay", "Tampa Bay"))


def is_nicknamed_team(parts: Sequence[str]) -> bool:
    """Whether it is a place and a nickname of one or two words: Toronto Maple Leafs."""
    if " ".join(parts) in _TEAMS:
        return True
    if len(parts) < 2 or parts[-1].lower() not in words("words", "mascot", "en"):
        return False
    fronts = [" ".join(parts[:-1]), " ".join(parts[:-2])]
    return any(front in _PLACES or is_place(front) for front in fronts)
