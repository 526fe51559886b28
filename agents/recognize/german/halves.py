"""German bodies whose two halves share an end: Klima- und Transformationsfonds."""

import re
from collections.abc import Sequence

from agents.recognize.shapes import is_place
from agents.recognize.words import Sentence

from .compounds import is_institution
from .fields import is_office
from .towned import is_named, named_end

# Ends of bodies of which a state or a firm has one each, behind the article of one thing.
_SHARED = re.compile(
    r"\w{4,}(?:fonds|bank|ministerium|departement|kammer|ausschuss|agentur|stiftung|behörde|anstalt|"
    r"direktion|kommission|museum|verband|senat|referat)(?:e?s)?$"
)
_ONE = ("der", "die", "das", "dem", "den", "des", "im", "vom", "zum", "zur", "beim", "am")
_LONGEST_DESCRIPTION = 6  # words between the article and the name
# First halves that tell kinds of such bodies, not fields: Aktien- und Rentenfonds.
_KINDS = re.compile(
    r"(?:aktien|renten|misch|hedge|geldmarkt|immobilien|anleihen?|index|dach|pensions|private|publikums|"
    r"spezial|alternative|geschäfts|noten|kredit|privat|groß|gross|regional|haus|samen|blut|daten|park|"
    r"bundes|landes|kreis|stadt|gemeinde|haupt|unter|ober|fach|spitzen|mutter|tochter|speise|vorrats|"
    r"abstell|heiz|brenn|dunkel|folter|druck|fort|online|werbe|foto|bild|ess|sitz|garten|einkaufs|"
    r"nachbar|partner|schwester|familien|kapital|aufnahme)$"
)


def is_first_half(sentence: Sentence, i: int) -> bool:
    """Elektro- und Elektronikgerätegesetz: the first word shares the end of the second."""
    after = [w.text for w in sentence[i + 1 : i + 4]]
    shared = len(after) == 3 and after[:2] == ["-", "und"] and sentence[i].is_capital
    if not shared:
        return False
    return is_institution(after[2]) or is_office(after[2]) or _is_one_body(sentence, i)


def _is_one_body(sentence: Sentence, i: int) -> bool:
    """Der Wirtschafts- und Stabilisierungsfonds; not Aktien- und Rentenfonds, nor eine … Bank."""
    first, last = sentence[i].text, sentence[i + 3].text
    before = sentence[i - 1].text if i else ""
    described = before.islower() and before.endswith(("e", "en"))  # der 200 Milliarden schwere …
    start = max(0, i - _LONGEST_DESCRIPTION) if described and before.lower() not in _ONE else i - 1
    one = i > 0 and any(w.text.lower() in _ONE for w in sentence[start:i])
    town = before.endswith("er") and before[0].isupper() and before.lower() not in _ONE
    kinds = _KINDS.match(first.lower()) or is_place(first)
    return (one or town) and last[0].isupper() and bool(_SHARED.match(last)) and not kinds


def half_end(sentence: Sentence, tags: Sequence[str], i: int) -> int:
    """The end of the name whose first half opens at `i`: Wasser- und Schifffahrtsamt Rhein."""
    if i + 4 < len(sentence) and is_named(sentence[i + 3].text, sentence[i + 4], tags[i + 4]):
        return named_end(sentence, tags, i + 4)
    return i + 3
