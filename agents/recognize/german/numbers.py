"""Numbers in German names: Ariane 6, WM 2022, 1. FC Heidenheim."""

from collections.abc import Sequence

from agents.recognize import lexicon
from agents.recognize.lexicon import first_names, is_known
from agents.recognize.shapes import is_common, is_place
from agents.recognize.words import Sentence

from .clubs import opens_club
from .compounds import head_type, is_institution

_LONGEST = 4  # digits


def takes_number(sentence: Sentence, tags: Sequence[str], start: int, i: int) -> bool:
    """Whether the number at `i` belongs to the name that opens at `start`."""
    if len(sentence[i].text) > _LONGEST or is_common(sentence[i - 1].text, "de"):
        return False
    if i + 1 < len(tags) and tags[i + 1].startswith(("NN", "ADJ")):
        return False
    name = [w.text for w in (sentence[start], *sentence[max(start + 1, i - 1) : i])]
    before = sentence[start - 1].text.lower() if start else ""
    where = before in ("in", "aus", "bei") and not is_known(name[0])  # in Wels 210
    return not where and _takes(name, sentence[i].text)


def _takes(name: Sequence[str], number: str) -> bool:
    """Whether the number belongs to the name: Ariane 6, WM 2022; not Angela Merkel 2011."""
    if len(number) == 4 and number[:2] in ("19", "20"):
        is_event = head_type(name[-1]) in ("EVENT", "WORK") or name[-1] in lexicon.known("EVENT")
        return is_event or (len(name) > 1 and name[0] not in first_names())
    return not (is_place(name[-1]) or is_institution(name[-1]))


def is_numbered_club(sentence: Sentence, i: int) -> bool:
    """Whether "1. FC" and a name stand at `i`."""
    after = [w.text for w in sentence[i + 1 : i + 4]]
    numbered = sentence[i].text == "1" and len(after) == 3 and after[0] == "."
    return numbered and opens_club(after[1]) and after[2][0].isupper()
