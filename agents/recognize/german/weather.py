"""German weather that bears a first name: das Tief Boris, Wirbelsturm Freddy, Hoch Xandra."""

from agents.recognize.lexicon import first_names
from agents.recognize.shapes import is_place, nominative

_LOWS_AND_HIGHS = frozenset(("Tief", "Tiefs", "Hoch", "Hochs", "Orkan", "Sturm"))
_ENDS = (
    *("tief", "tiefs", "hochdruckgebiet", "tiefdruckgebiet", "hurrikan", "taifun", "zyklon"),
    *("wirbelsturm", "tropensturm", "wintersturm", "orkan", "blizzard"),
)


def is_weather(text: str, follows: str) -> bool:
    """Whether the noun is one behind which weather is called by its name: not Tief Norddeutschland.

    Short ones are other nouns as well, so a first name has to follow them.
    """
    if is_place(nominative(follows, "de")):
        return False
    called = text in _LOWS_AND_HIGHS and follows in first_names()
    return called or (text[:1].isupper() and text.lower().endswith(_ENDS))
