"""What German institutions are named with: Universität Lund, Landesgericht Ried im Innkreis."""

import re
from collections.abc import Sequence

from agents.recognize.lexicon import first_names
from agents.recognize.phrases import phrase_end
from agents.recognize.shapes import TOWN
from agents.recognize.words import Sentence, Word

from .compounds import is_role
from .heads import TOWN_STARTS, is_local, is_visitor, takes_name, takes_town

_PARK = re.compile(r"(?:National|Natur)parks?$|(?:reservat|schutzgebiet)(?:e?s)?$")
_INFLECTED = re.compile(r"(?:isch|lich|[dtrnh])e[rsn]?$")  # Hohe, Untere, Bayerischer
NAME_TAGS = ("NE", "FM", "XY")


def is_named(head: str, after: Word, tag: str) -> bool:
    """Whether the word behind the head of an institution belongs to its name: Universität Lund."""
    if not after.is_capital:
        return False
    unknown = tag in (*NAME_TAGS, "NN?") or bool(TOWN.search(after.text))
    named = unknown and takes_name(head) and not is_role(after.text)
    if is_visitor(head, after.text):
        return False
    return named or (takes_town(head) and is_local(after.text))


def named_end(sentence: Sentence, tags: Sequence[str], i: int) -> int:
    """Where the town or the name that opens at `i` ends: Ried im Innkreis, Bad Homburg."""
    saint = sentence[i].text in TOWN_STARTS and i + 1 < len(sentence)
    saint = saint and sentence[i + 1].text.istitle()  # St. Johann
    end = phrase_end(sentence, i) or (i + 1 if saint else i)
    while _is_name_at(sentence, tags, end + 1):
        end += 1
    return end


def park_end(sentence: Sentence, i: int) -> int | None:
    """The end of a park whose place has an adjective, or None: Nationalpark Unteres Odertal."""
    after = sentence[i + 1 : i + 3]
    if not _PARK.search(sentence[i].text) or len(after) < 2:
        return None
    told = all(w.is_capital for w in after) and _INFLECTED.search(after[0].text)
    return i + 2 if told else None


def is_park(parts: Sequence[str]) -> bool:
    """Nationalpark Unteres Odertal."""
    return len(parts) == 3 and bool(_PARK.search(parts[0]) and _INFLECTED.search(parts[1]))


def _is_name_at(sentence: Sentence, tags: Sequence[str], i: int) -> bool:
    if i >= len(sentence) or not sentence[i].is_capital or tags[i] not in NAME_TAGS:
        return False
    return sentence[i].text not in first_names()
