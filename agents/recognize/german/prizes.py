"""German prizes: Nobelpreis für Physik, Literaturpreis der Ponto-Stiftung, Buchpreis 2022."""

import re
from collections.abc import Sequence

from agents.recognize import lexicon
from agents.recognize.lexicon import first_names
from agents.recognize.words import Sentence

_PRIZE = re.compile(r"\w{4,}(?:preis|preises|orden|medaille)$")
_LAW = re.compile(r"\w{4}gesetz(?:es)?$")
_ARTS = ("literatur", "kunst", "kultur", "film", "musik", "theater", "wissenschafts", "friedens")
_GIVERS = ("stiftung", "akademie", "stadt")
_LONGEST = 4  # words of who gives the prize
_YEAR = re.compile(r"(?:19|20)\d\d$")


def prize_end(sentence: Sentence, i: int) -> int | None:
    """The last index of the prize that opens at `i` and says what for or whose it is, or None."""
    after = [w.text for w in sentence[i + 1 : i + 3]]
    if len(after) < 2 or not _PRIZE.match(sentence[i].text):
        return None
    if after[0] == "für":
        disciplines = lexicon.words("words", "discipline", "de")
        return i + 2 if after[1].lower() in disciplines else None
    if after[0] != "der" or not sentence[i].text.lower().startswith(_ARTS):
        return None
    for j in range(i + 2, min(len(sentence), i + 2 + _LONGEST)):
        if not sentence[j].is_capital:
            return None
        if sentence[j].text.lower().endswith(_GIVERS):
            return j if j > i + 2 or "-" in sentence[j].text else None
    return None


def with_year(sentence: Sentence, start: int, end: int) -> int:
    """The last index with the year of a prize or a law: den Deutschen Buchpreis 2022."""
    dated = _PRIZE.match(sentence[end].text) or _LAW.search(sentence[end].text)
    if not dated or sentence[start].text in first_names():
        return end
    numbered = end + 1 < len(sentence) and _YEAR.match(sentence[end + 1].text)
    return end + 1 if numbered else end


def names_prize(parts: Sequence[str]) -> bool:
    """Whether it is a prize with what for, whose or of which year it is."""
    return len(parts) > 1 and any(_PRIZE.match(part) for part in parts[:-1])
