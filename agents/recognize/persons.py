"""What makes a person of a name that no list of first names knows: initials, "son of"."""

from collections.abc import Sequence

from . import lexicon
from .shapes import is_place
from .words import Sentence

_SON_OF = frozenset(("bin", "ibn", "bint", "Ó", "Ní"))
_NO_INITIALS = ("A", "I")
_MOST_INITIALS = 3


def is_person(parts: Sequence[str], language: str) -> bool:
    """Whether initials or "son of" stand in the name: JRD Tata, Tamim bin Hamad Al Thani."""
    if any(part in _SON_OF for part in parts[1:-1]):
        return True
    letters, last = parts[0], parts[-1]
    if language != "en" or not 1 < len(parts) < 4 or letters in _NO_INITIALS:
        return False
    if not (letters.isalpha() and letters.isupper()) or len(letters) > _MOST_INITIALS:
        return False
    if last.lower() in lexicon.heads() or lexicon.is_known(letters):
        return False
    if any(part in lexicon.countries() for part in (letters, last)):
        return False  # NHS England
    return len(letters) == 1 or last in lexicon.last_names()


def is_initial(sentence: Sentence, i: int) -> bool:
    """Whether a single letter opens a person's name without a dot: chairman N Chandrasekaran."""
    letter = sentence[i].text
    if i == 0 or len(letter) > 1 or not letter.isupper() or letter in _NO_INITIALS:
        return False
    after, before = sentence[i + 1].text, sentence[i - 1].text.lower()
    if not (after.istitle() and after.isalpha()) or is_place(after):
        return False
    titled = before in lexicon.words("context", "role", "en")
    return after in lexicon.last_names() or (titled and after.lower() not in lexicon.heads())
