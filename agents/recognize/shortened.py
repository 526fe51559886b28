"""What long names are shortened to: letters of their words, their first word, their last ones."""

import re
from collections.abc import Iterable

_LETTER = re.compile(r"[^\W\d_]")
_SHORT_FORM = range(2, 9)  # letters of an abbreviation
_LONGEST_END = 6  # words that a short form may share with the end of a longer one


def abbreviates(short: str, long: str) -> bool:
    """Whether the letters of the short form stand in the long one in order, from a start on."""
    letters = "".join(_LETTER.findall(short)).casefold()
    folded = long.casefold()
    if len(letters) not in _SHORT_FORM or len(long) <= len(short) + 2 or " " in short:
        return False
    starts = [m.start() for m in re.finditer(r"\b\w", folded) if folded[m.start()] == letters[0]]
    return any(_in_order(letters, folded[start:]) for start in starts)


def _in_order(letters: str, text: str) -> bool:
    position = 0
    for letter in letters:
        position = text.find(letter, position) + 1
        if position == 0:
            return False
    return True


def initials(form: str) -> str:
    """The capitals that begin its words: FAA for Federal Aviation Administration."""
    return "".join(word[0] for word in re.split(r"[\s\-]+", form) if word[:1].isupper())


def by_short_form(forms: Iterable[str]) -> dict[str, dict[str, int]]:
    """What each name of several words may be shortened to, with its place among the forms.

    Looked up, as each form against each other takes too long on texts of many names.
    """
    found: dict[str, dict[str, int]] = {}
    for place, form in enumerate(forms):
        words = form.split()
        shortest = range(max(1, len(words) - _LONGEST_END), len(words))
        ends = [" ".join(words[i:]) for i in shortest]
        # In Spanish the mother's name stands behind the father's.
        fathers = [word for word in words[-2:-1] if word[0].isupper()]
        for short in (words[0], initials(form), *fathers, *ends) if ends else ():
            found.setdefault(short, {})[form] = place
    return found
