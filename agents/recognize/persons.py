"""What could be a person's name, and what makes one of a name that no list knows."""

from collections.abc import Sequence

from schemas import EntityType

from . import lexicon
from .eastern import is_eastern
from .lexicon import HEAD_FIRST, first_names, last_names
from .shapes import is_acronym, is_place, without_genitive
from .words import Sentence

_SON_OF = frozenset(("bin", "ibn", "bint", "Ó", "Ní"))
_PARTICLES = frozenset(("van", "von", "da", "dos"))  # of family names, not of institutions
_NO_INITIALS = ("A", "I")
_MOST_INITIALS = 3


def is_person(parts: Sequence[str], language: str) -> bool:
    """Whether initials, "son of" or a particle stand in it: JRD Tata, Tamim bin Hamad Al Thani."""
    if any(part in _SON_OF for part in parts[1:-1]) or _has_particle(parts, language):
        return True
    if is_eastern(parts):
        return not is_place(" ".join(parts))
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


def _has_particle(parts: Sequence[str], language: str) -> bool:
    """Botic van de Zandschulp, Luiz Lula da Silva: a particle of family names and no place."""
    if language == "de" or not any(part in _PARTICLES for part in parts[1:-1]):
        return False  # in German "von" is a preposition
    named = parts[0].istitle() and parts[0].isalpha() and looks_personal(parts)
    placed = is_place(parts[0]) or is_place(parts[-1]) or is_place(" ".join(parts))
    return named and not placed and not lexicon.is_known(parts[0])


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


def looks_personal(parts: Sequence[str]) -> bool:
    """Whether the words could be a person's: two to five, no digits, no word for an institution."""
    return 2 <= len(parts) <= 5 and not any(
        part.lower() in lexicon.heads() or is_acronym(part) or any(c.isdigit() for c in part)
        for part in parts
    )


def is_surname(form: str, parts: Sequence[str], kind: EntityType | None, language: str) -> bool:
    """Whether the form, or it without a genitive s, is how a person of this longer name is called.

    It is the last words of it; in Spanish the last but one as well, as the mother's name comes
    behind the father's: Sheinbaum for Claudia Sheinbaum Pardo.
    """
    words = form.split()
    if words == [parts[0]] and is_eastern(parts):
        return kind in ("PER", None)
    if list(parts[-len(words) :]) not in (words, without_genitive(form).split()):
        return _is_fathers(form, parts, language)
    named = looks_personal(parts) or _is_named(parts, language)
    return kind == "PER" or (kind is None and not is_place(form) and named)


def _is_fathers(form: str, parts: Sequence[str], language: str) -> bool:
    named = language == "es" and len(parts) > 2 and parts[0] in first_names()
    return named and form == parts[-2] and form not in first_names() and looks_personal(parts)


def _is_named(parts: Sequence[str], language: str) -> bool:
    """Pedro Castillo: where heads open names, a castle behind a first name is none."""
    return (
        language in HEAD_FIRST
        and len(parts) > 1
        and parts[0] in first_names()
        and parts[-1] in last_names()
    )
