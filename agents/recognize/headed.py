"""What the head word of a name says it names: Suez Canal, Ministerio del Interior, Storm Fergus."""

import re
from collections.abc import Iterator, Sequence

from . import lexicon
from .english.joined import joined_kind
from .english.mascots import is_nicknamed_team
from .english.states import is_state
from .lexicon import HEAD_FIRST, KINDS, known, words
from .romance import landmarks, spanish
from .romance.french import COLOURS, is_club
from .romance.occasions import occasion
from .shapes import is_place, unnumbered

_LINKS = ("of", "for", "on", "in")
_ELIDED = re.compile(r"l['’](?=\w)")  # L'Écho, L'Institut
_FEASTS = ("festival", "biennale", "marathon", "fair", "week")  # Literature Festival Dublin
_SIDED = ("rivers", "beaches", "suburbs", "cape", "isles", "shore", "shores", "seaboard", "ghats")
_LANDMARKS = {"fr": landmarks.LANDMARKS, "es": spanish.LANDMARKS}
_COMPASS = ("north", "south", "east", "west")


def headed(parts: Sequence[str], language: str) -> Iterator[str]:
    """What the words of the name say of what it names."""
    lower = [unnumbered(part).lower() for part in parts]
    if len(parts) > 1:
        yield from _opening(lower, language)
    if language == "en" and lower[0] in ("co", "co.") and len(parts) == 2:
        yield "head LOC"  # Co Clare
        return
    if language == "en" and len(parts) > 2 and (kind := joined_kind(lower)):
        yield f"head {kind}"
        yield f"opens with {'place' if kind == 'LOC' else 'event'}"
        return
    if language == "en" and (is_state(parts) or "v." in lower):
        yield "head WORK" if "v." in lower else "head LOC"  # Roe v. Wade
        return
    if is_nicknamed_team(parts):
        yield "club"
        return
    if parts[0] in _LANDMARKS.get(language, ()):
        yield "head LOC"  # small; capitals may be surnames: Pic, Marais
        return
    if language == "fr" and parts[-1] in COLOURS:
        yield "head ORG"  # Gilets jaunes, Brigades rouges
        return
    if language == "es" and (told := occasion(lower)):
        yield f"head {told}"
        return
    main, form = _main(parts, language), " ".join(parts)
    for kind in KINDS:
        if kind == "LOC" and is_team(parts):
            continue  # Stade rochelais
        if kind == "ORG" and (is_place(form) or (language == "fr" and _is_none(form))):
            continue  # Salt Lake City, Journal officiel
        lists = words("heads", kind, language) | words("heads", kind, "en")
        if main in lists:
            yield f"head {kind}" if len(parts) > 1 else f"only head {kind}"
        elif any(word in lists for word in lower):
            yield f"contains {kind}"


def _is_none(form: str) -> bool:
    """Journal officiel, Centre Bell: no body, though a word for one opens it."""
    return form in known("WORK") or form in lexicon.geography("venues")


def is_team(parts: Sequence[str]) -> bool:
    """Whether a stadium's word and a town's adjective make a club: Stade rochelais."""
    return len(parts) > 1 and is_club(parts[0], parts[1])


def _main(parts: Sequence[str], language: str) -> str:
    """The head word: the first in Romance languages, elsewhere the last before "of"."""
    lower = [unnumbered(part).lower() for part in parts]
    if language in HEAD_FIRST:
        return _ELIDED.sub("", lower[0]).split("-")[0]
    cut = next((i for i, word in enumerate(lower) if i and word in _LINKS), len(lower))
    if cut > 1 and is_place(parts[cut - 1]) and lower[cut - 2] in _FEASTS:
        cut -= 1
    return lower[cut - 1]


def _opening(lower: Sequence[str], language: str) -> Iterator[str]:
    for kind in ("event", "place"):
        known = words("context", kind, language)
        tropical = kind == "event" and lower[-2] in known  # Severe Tropical Cyclone Nadine
        part = kind == "place" and language == "en" and _is_part_of_place(lower)
        if lower[0] in known or tropical or part:
            yield f"opens with {kind}"


def _is_part_of_place(lower: Sequence[str]) -> bool:
    """South Bronx, North Hobart: part of a town or an island."""
    plain = lower[-1] not in lexicon.heads()
    side = lower[0].removesuffix("ern") in _COMPASS and lower[-1] in _SIDED  # Northern Rivers
    return len(lower) == 2 and ((lower[0] in _COMPASS and plain) or side)
