"""Examples of a kind that the text names before them: brands such as Orb, Vale and Kestrel."""

from collections.abc import Iterator

from agents.recognize.apposed import CONTEXTS, names
from agents.recognize.shapes import is_place
from agents.recognize.words import Sentence

_MARKS = (
    *(("such", "as"), (",", "including"), (",", "among", "them"), (",", "like")),
    *(("including",), ("like",)),
)
_BETWEEN = frozenset((",", "and", "or", "&", "the"))
_FURTHEST = 24  # words from the name back to what it is an example of


def examples(sentence: Sentence, first: int, last: int) -> Iterator[str]:
    """Evidence of the noun in the plural whose example the name is."""
    name = " ".join(w.text for w in sentence[first : last + 1])
    if is_place(name) or (first and sentence[first - 1].text in ("of", "in", "from", "at")):
        return  # Orb of Denmark: where an example is from is none
    noun = _noun(sentence, first)
    if noun is None or not noun.endswith("s"):
        return
    for kind in CONTEXTS:
        if kind != "role" and names(noun, kind, "en"):
            yield f"{kind} before"


def _noun(sentence: Sentence, first: int) -> str | None:
    """The word before "such as" or the like, from which only names lead to the name."""
    for i in range(first - 1, max(0, first - _FURTHEST), -1):
        for mark in _MARKS:
            start = i + 1 - len(mark)
            if start > 0 and tuple(w.text for w in sentence[start : i + 1]) == mark:
                noun = sentence[start - 1]
                return noun.text.lower() if noun.first or not noun.is_capital else None
        text = sentence[i].text
        if not (sentence[i].is_capital or text in _BETWEEN or _leads_to_place(sentence, i)):
            return None
    return None


def _leads_to_place(sentence: Sentence, i: int) -> bool:
    """The "of" in Orb of Denmark."""
    return sentence[i].text in ("of", "in", "from") and sentence[i + 1].is_capital
