"""Names that the text itself shortens, whatever words they hold: Force ouvrière (FO).

The brackets say where the name ends, and the letters in them where it begins.
"""

import re
import unicodedata

from .shapes import is_function
from .shortened import abbreviates
from .words import Sentence

_LONGEST = 10  # words
_SHORT = re.compile(r"[^\W\d_]{2,8}$")


def defined(sentence: Sentence, language: str) -> list[tuple[int, int]]:
    """First and last index of each name that stands before its abbreviation in brackets."""
    found = []
    for i in range(2, len(sentence) - 2):
        bracketed = sentence[i].text == "(" and sentence[i + 2].text in (")", ",")
        if bracketed and _is_short(sentence[i + 1].text):
            start = _start(sentence, i, _folded(sentence[i + 1].text), language)
            if start is not None:
                found.append((start, i - 1))
    return found


def _is_short(text: str) -> bool:
    return bool(_SHORT.match(text)) and text[0].isupper()


def _start(sentence: Sentence, end: int, short: str, language: str) -> int | None:
    """The nearest word that opens a name which `short` abbreviates."""
    for start in range(end - 1, max(-1, end - _LONGEST), -1):
        word = sentence[start]
        if not (word.text[0].isalpha() or word.text == "-"):
            return None
        if word.is_capital and _fits(sentence[start:end], short, language):
            return start
    return None


def _fits(name: Sentence, short: str, language: str) -> bool:
    """Whether all its words are capitals, or the first two that count begin like the short form."""
    content = [w for w in name if w.is_word and not is_function(w.text, language)] or name
    if len(name) < 2 or not abbreviates(short, _folded(" ".join(w.text for w in name))):
        return False
    if all(w.is_capital for w in content):
        return language != "de" or _folded(content[-1].text)[0] in short[1:]
    starts = "".join(_folded(w.text)[0] for w in content)
    return starts[:2] == short[:2] or _folded(name[0].text)[0] + starts[:1] == short[:2]


def _folded(text: str) -> str:
    """Small letters without accents."""
    parted = unicodedata.normalize("NFD", text.casefold())
    return "".join(c for c in parted if not unicodedata.combining(c))
