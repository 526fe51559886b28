"""German persons' names that go on over a particle: Ursula von der Leyen, Kim de l'Horizon."""

import re
from collections.abc import Sequence

from agents.recognize import lexicon
from agents.recognize.lexicon import first_names, is_known, last_names, rare_first_names
from agents.recognize.shapes import is_place
from agents.recognize.words import Sentence

from .compounds import head_type, is_role
from .plain import is_where

_LARGE = ("Van", "Von", "De")
_ELIDED = re.compile(r"[ld]['’][A-ZÀ-Þ]")
_SURNAME_ENDS = (
    *("berg", "burg", "dorf", "feld", "wald", "tal", "thal", "stein", "heide", "graben"),
    *("forst", "kamp"),
)
# Ends that last names share with institutions and sites: Kleindienst, Neuhaus.
_OTHER_ENDS = re.compile(r"\w{2}(?:dienst|haus|hof|damm|teich|ring|sand|see|fels)$")
_POLITE = ("Sie", "Ihr", "Ihre", "Ihrem", "Ihren", "Ihrer", "Ihres", "Ihnen", "Du", "Euch")
_LONGEST_SURNAME = 10  # letters; longer unknown nouns behind "von der" are compounds


def named_end(sentence: Sentence, tags: Sequence[str], i: int, j: int) -> bool:
    """Whether the word at `j` ends a person's name over the particles from `i` on.

    Alexander Van der Bellen, Kim de l'Horizon.
    """
    if j >= len(sentence) or i < 1:
        return False
    first = is_first_name(sentence[i - 1].text)
    large = i > 1 and sentence[i - 1].text in _LARGE and is_first_name(sentence[i - 2].text)
    elided = first and bool(_ELIDED.match(sentence[j].text))
    noble = first and sentence[i].text in ("von", "van") and _is_surname(sentence, tags, i, j)
    if _is_epithet(sentence, tags, i):
        return True
    return elided or (large and sentence[j].is_capital) or noble


def is_first_name(text: str) -> bool:
    """Anna, Karl-Theodor."""
    return all(part in first_names() for part in text.split("-"))


def is_article(sentence: Sentence, tags: Sequence[str], i: int) -> bool:
    """Whether "der", "den" right behind a name belongs to the noun that follows.

    In Basel den Song Contest; so do all but those of an epithet: Karl der Große.
    """
    return sentence[i].text in ("den", "der") and not _is_epithet(sentence, tags, i)


def _is_epithet(sentence: Sentence, tags: Sequence[str], i: int) -> bool:
    if sentence[i].text != "der" or i + 1 >= len(sentence) or not sentence[i + 1].is_capital:
        return False
    king, epithet = sentence[i - 1].text, sentence[i + 1].text
    alone = i + 2 >= len(sentence) or not sentence[i + 2].is_capital  # Basel der Deutsche Meister
    called = is_first_name(king) and not is_place(king) and tags[i + 1].startswith(("ADJ", "NNA"))
    return called and alone and epithet.endswith("e")


def is_member(sentence: Sentence, i: int, j: int) -> bool:
    """Petra von den Grünen: an article before a body that everyone knows is no particle."""
    return i + 1 < j < len(sentence) and is_known(sentence[j].text)


def is_whole_person(sentence: Sentence, start: int, i: int) -> bool:
    """Whether a first and a last name stand before the "von" at `i`."""
    last = sentence[i - 1].text
    has_last = i - start > 1 and last not in first_names() and not is_role(last)
    return sentence[i].text == "von" and has_last and sentence[start].text in first_names()


def is_called(sentence: Sentence, tags: Sequence[str], i: int) -> bool:
    """Sebastian Kurz, Bruno Ganz: behind a first name a word of grammar is a last name."""
    if not i or not sentence[i].is_capital or sentence[i].text in _POLITE:
        return False
    return tags[i - 1] == "NE" and is_first_name(sentence[i - 1].text)


def meets_person(sentence: Sentence, tags: Sequence[str], start: int, i: int) -> bool:
    """In Kiew Dmytro Kuleba: behind where something is a person's name begins at `i`."""
    if not start or not is_where(sentence[start - 1].text) or i + 1 >= len(sentence):
        return False
    first, last = sentence[i].text, sentence[i + 1]
    if not is_place(" ".join(word.text for word in sentence[start:i])) or is_place(first):
        return False
    if is_first_name(first):
        return last.is_capital or last.text in ("von", "van", "de")
    strange = not any(is_place(word) or head_type(word) for word in (first, last.text))
    return strange and tags[i : i + 2] == ["NE", "NE"] and last.is_capital


def is_double_surname(sentence: Sentence, tags: Sequence[str], i: int) -> bool:
    """Elisabeth Baume-Schneider: two words that name nothing else, right behind a first name."""
    first, halves = sentence[i - 1].text, sentence[i].text.split("-")
    if tags[i - 1] != "NE" or not is_first_name(first) or is_place(first) or len(halves) != 2:
        return False
    told = is_known(halves[0]) or head_type(halves[1]) is not None or is_role(halves[1])
    strange = tags[i] == "NE" and not told
    listed = halves[1] in last_names() and halves[1] != "Roman"
    return all(half.istitle() for half in halves) and (listed or strange)


def opens_listed_person(sentence: Sentence, tags: Sequence[str], i: int) -> bool:
    """Klaudia Tanner: nouns nobody knows side by side, which lists have as first and last name."""
    if i + 1 >= len(sentence) or tags[i : i + 2] != ["NN?", "NN?"]:
        return False
    first, last = sentence[i].text, sentence[i + 1].text
    common = first in rare_first_names() or is_role(first) or head_type(first) is not None
    return first in first_names() and last in last_names() and not common


def is_councillor(sentence: Sentence, i: int) -> bool:
    """Nationalrat Thomas Matter: before a person the name of the body is their title."""
    follows = sentence[i + 1].text if i + 1 < len(sentence) else ""
    return sentence[i].text.endswith(("rat", "Rat")) and bool(follows) and is_first_name(follows)


def _is_surname(sentence: Sentence, tags: Sequence[str], i: int, j: int) -> bool:
    """Whether nobody knows the word at `j` but as a last name: von der Leyen, von Marschall."""
    text = sentence[j].text
    if not sentence[j].is_capital or is_known(text) or not tags[j].startswith("N"):
        return False
    if is_place(text) or text in lexicon.towns():
        return False
    if text in last_names() and (j == i + 1 or tags[j] != "NN"):
        return True  # von Marschall, not von der Post
    plain = head_type(text) is not None or is_role(text)
    return tags[j] == "NN?" and len(text) <= _LONGEST_SURNAME and not plain


def ends_in_surname(parts: Sequence[str]) -> bool:
    """Whether a last name is spelt like a place behind a first one: Greta Thunberg."""
    first, last = parts[0], parts[-1]
    if len(parts) == 1 or not is_first_name(first) or is_place(first) or is_place(last):
        return False
    alike = last.lower().endswith(_SURNAME_ENDS) or _OTHER_ENDS.search(last)
    return last in last_names() or (last.istitle() and bool(alike))
