"""What German authorities are for: Ministerium für Bildung, Wissenschaft und Kultur.

Behind "und" another subject may begin, so only a word for a field of their work goes on the name:
"das Ministerium für Wirtschaft und Kanzler Scholz" ends before "und".
"""

from collections.abc import Sequence

from agents.recognize import lexicon
from agents.recognize.lexicon import first_names
from agents.recognize.shapes import is_acronym, is_place
from agents.recognize.words import Sentence

from .compounds import is_institution, is_role

_AUTHORITIES = (
    "ministerium",
    "amt",
    "anstalt",
    "departement",
    "verwaltung",
    "institut",
    "sekretariat",
    "weltorganisation",
)
_SHORTEST_OFFICE = 6  # letters
_NO_OFFICES = ("ehrenamt", "hauptamt", "lehramt", "hochamt", "nebenamt", "bundesamt")
_ENDS = (
    "ung",
    "schaft",
    "heit",
    "keit",
    "schutz",
    "wesen",
    "ismus",
    "tion",
    "ik",
    "bau",
    "hilfe",
    "erei",
    "logie",
)
_BODIES = ("regierung", "gewerkschaft", "verwaltung", "bevölkerung", "zeitung", "mannschaft")
_CONJUNCTIONS = ("und", "sowie")
_LINKS = ("für", "der", "des")


def is_authority(text: str) -> bool:
    """Whether the noun, in whatever case, is the head of an office of the state."""
    lower = text.lower()
    return any(lower.removesuffix(ending).endswith(_AUTHORITIES) for ending in ("", "s", "es"))


def is_office(text: str) -> bool:
    """Tiefbauamt; not Ehrenamt, nor Amt alone."""
    lower = text.lower().removesuffix("s").removesuffix("e")
    return lower.endswith("amt") and len(lower) > _SHORTEST_OFFICE and lower not in _NO_OFFICES


def first_field(sentence: Sentence, tags: Sequence[str], i: int) -> int | None:
    """The field behind the "für" at `i`, maybe behind its adjective: für digitale Infrastruktur."""
    at = i + 1
    if at < len(sentence) and tags[at].startswith("ADJ") and sentence[at].text.islower():
        at += 1
    noun = at < len(sentence) and tags[at].startswith("N") and sentence[at].is_capital
    return at if noun else None


def is_field(text: str) -> bool:
    """Whether it is what an office of the state may be for: Verbraucherschutz, not Regierung."""
    lower = text.lower()
    fields = lexicon.words("words", "field", "de")
    told = lower in fields or lower.endswith(tuple(fields))
    return told or (lower.endswith(_ENDS) and not lower.endswith(_BODIES))


def fields_end(sentence: Sentence, tags: Sequence[str], start: int, end: int) -> int:
    """Where the name of an authority ends that lists what it is for, `end` the first of that."""
    inside = sentence[start:end]
    if not any(w.text in _LINKS for w in inside) or not any(is_authority(w.text) for w in inside):
        return end
    last = end
    while _text_at(sentence, last + 1) == ",":
        listed = _field(sentence, tags, last + 2)
        if listed is None:
            return end
        last = listed
    if _text_at(sentence, last + 1) not in _CONJUNCTIONS:
        return end
    again = _text_at(sentence, last + 2) == "für" and all(w.text != "für" for w in inside)
    return _field(sentence, tags, last + 3 if again else last + 2) or end


def _field(sentence: Sentence, tags: Sequence[str], i: int) -> int | None:
    """The index of the word for a field that stands at `i`, maybe behind its adjective."""
    at = first_field(sentence, tags, i - 1)
    if at is None:
        return None
    text = sentence[at].text
    if text.lower() in lexicon.words("words", "field", "de"):
        return at
    if text in first_names() or is_place(text) or is_acronym(text) or is_role(text):
        return None
    if is_institution(text):
        return None
    return at if is_field(text) or _is_abbreviated(sentence, at) else None


def _is_abbreviated(sentence: Sentence, i: int) -> bool:
    """Whether the acronym of the whole name follows: für Migration und Flüchtlinge (BAMF)."""
    after = [w.text for w in sentence[i + 1 : i + 4]]
    return len(after) == 3 and after[0] == "(" and is_acronym(after[1]) and after[2] == ")"


def _text_at(sentence: Sentence, i: int) -> str:
    return sentence[i].text if i < len(sentence) else ""
