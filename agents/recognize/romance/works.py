"""French lists of titles behind their kind: des chansons comme Plus rien, Toune d'automne et …"""

from collections.abc import Iterator

from agents.recognize.lexicon import first_names, is_known, last_names, words
from agents.recognize.shapes import is_function, is_place
from agents.recognize.words import Run, Sentence

_AS = (("comme",), ("tels", "que"), ("telles", "que"))
_JOINTS = (",", "et", "ou")
_OF = ("de", "d'", "d’", "du", "des")
_MORE = ("pièces", "morceaux", "tableaux", "classiques", "albums", "disques")
_LONGEST = 7  # words


def listed_works(sentence: Sentence) -> Iterator[Run]:
    """The titles of a list, each ended by a mark or by the next title's capital."""
    for i, word in enumerate(sentence):
        start = _behind_as(sentence, i + 1) if _are_works(word.text) else None
        while start is not None:
            end = _end(sentence, start)
            if end is None:
                break
            if end > start and _is_title(sentence[start : end + 1]):
                yield start, end
            start = end + 2 if end + 1 < len(sentence) else None


def _are_works(text: str) -> bool:
    one = text.removesuffix("s")
    works = words("context", "work", "fr") - {"titre"}  # a champion's too
    return text in _MORE or (one != text and one in works)


def _behind_as(sentence: Sentence, i: int) -> int | None:
    for as_ in _AS:
        if tuple(w.text for w in sentence[i : i + len(as_)]) == as_:
            return i + len(as_)
    return None


def _end(sentence: Sentence, start: int) -> int | None:
    """The last index of the title that opens at `start`, or None where no mark ends it."""
    if start >= len(sentence) or not sentence[start].is_capital:
        return None
    for k in range(start + 1, min(len(sentence), start + _LONGEST + 1)):
        text = sentence[k].text
        joined = text in _JOINTS and k + 1 < len(sentence) and sentence[k + 1].is_capital
        if text in (",", ".", ";", ")") or joined:
            return k - 1
    return None


def _is_title(title: Sentence) -> bool:
    """Whether it opens with grammar or goes on with "of", as no name with its verb does."""
    opening, near = title[0].text, title[1].text
    person = opening in first_names() or opening in last_names() or is_place(opening)
    known = is_known(" ".join(w.text for w in title))
    opens = is_function(opening, "fr") or (near in _OF and not person and not known)
    return opens and all(w.is_word for w in title) and title[-1].text.islower()
