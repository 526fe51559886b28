"""Names that open German hyphen compounds: UBS of UBS-Aktie, TikTok of Tik-Tok-PR.

Annotators name what opens the compound and leave the noun; only where the noun is one that things
are named with is the compound a name of its own: Bertelsmann-Stiftung, Boeing-Werk.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from agents.recognize import lexicon
from agents.recognize.lexicon import KINDS, first_names, is_known, is_nationality
from agents.recognize.shapes import is_acronym, is_common, is_function, is_odd, is_place

from .compounds import head_type
from .towned import NAME_TAGS

TagOf = Callable[[str], str]  # the part of speech of a word that stands alone
_JOINT = re.compile(r"[\W_]+")
_SHORTEST_GENITIVE = 5  # letters; without its s a shorter name could be another word
_NO_PART = ("US", "Ex", "Vize", "EU", "TV", "IT", "PR", "Ost", "West", "Nord", "Süd")
_PREFIXES = ("Meta", "Anti", "Pro")  # what is before nouns no name, whatever it is alone
# What a name owns or what kind of thing it is: the compound names nothing else.
_OWNED = frozenset(("konzern", "werk", "werke", "fabrik", "fabriken"))
# What is called after who leads it, so that an unknown name in front is a person's.
_LED = frozenset(("regierung", "kabinett", "administration"))
# What is named after someone, and then is a name of its own.
_NAMING = frozenset(
    (
        *("stiftung", "institut", "museum", "forum", "universität", "akademie", "gymnasium"),
        *("preis", "medaille", "studie", "allee", "platz", "straße", "haus", "klinik", "archiv"),
        *(
            "türme",
            "türmen",
            "turm",
            "tower",
            "towers",
            "säule",
            "statue",
            "halle",
            "tunnel",
            "palais",
        ),
        *("schloss", "kapelle", "kathedrale", "park", "seminar", "konservatorium"),
        *("orchester", "quartett", "kolleg", "kirche", "denkmal", "brücke", "arena", "stadion"),
    )
)


def keys(names: Iterable[str]) -> frozenset[str]:
    """What the names, and the last names of persons among them, are known by in compounds."""
    return frozenset(key for name in names for key in _keys(name))


def opening(text: str, named: frozenset[str], tag_of: TagOf) -> int:
    """How many letters of a compound that is no name yet are one: 3 of UBS-Aktie; or 0.

    `named` are the keys of what the text names elsewhere.
    """
    *parts, last = text.split("-")
    if not parts or len(parts[0]) < 2:
        return 0
    first, whole = parts[0], "-".join(parts)
    if start := _known_start(parts, named, tag_of):
        return len(text) if _ends_in(last, _NAMING) and not is_place(start) else len(start)
    if _is_barred(first) or first in _PREFIXES:
        return 0
    if len(parts) > 1 and (is_nationality(first, "en") or parts[-1].isdigit() or is_place(whole)):
        return len(whole) if first[0].isupper() else 0
    if is_acronym(first) or is_odd(first) or is_place(first):
        return len(first)
    if len(parts) > 1 or tag_of(first) not in NAME_TAGS:
        return 0
    if _ends_in(last, _NAMING):
        return len(text)
    return len(first) if _ends_in(last, _LED) else 0


def splits(text: str, named: frozenset[str], tag_of: TagOf) -> int:
    """How many letters of a compound that looks like a name whole are the name: 3 of VW-Werk."""
    *parts, last = text.split("-")
    if not parts or len(parts[0]) < 2:
        return 0
    owned = _ends_in(last, _OWNED)
    if start := _known_start(parts, named, tag_of):
        plain = tag_of(last) == "NN" and head_type(last) is None
        led = _ends_in(last, _LED) and not is_acronym(start)
        apart = owned or led or is_common(last, "de") or plain
        return len(start) if apart and not is_place(start) else 0
    return len(parts[0]) if owned and is_acronym(parts[0]) and not _is_barred(parts[0]) else 0


def is_leader(opened: str, whole: str) -> bool:
    """Whether the name is that of who leads what the compound names: Merkel-Regierung."""
    return len(opened) < len(whole) and _ends_in(whole[len(opened) + 1 :], _LED)


def _keys(name: str) -> Iterator[str]:
    words = name.split()
    for text in (name, words[-1]) if words[0] in first_names() else (name,):
        yield _key(text)
        if len(text) >= _SHORTEST_GENITIVE and text.endswith("s"):
            yield _key(text[:-1])


def _key(text: str) -> str:
    return _JOINT.sub("", text).casefold()


def _known_start(parts: list[str], named: frozenset[str], tag_of: TagOf) -> str | None:
    """The most of the opening parts that the text names elsewhere or that everyone knows."""
    for count in range(len(parts), 0, -1):
        start = "-".join(parts[:count])
        if count == 1 and _is_barred(start):
            continue
        if start[0].isupper() and (_key(start) in named or _is_known(start, tag_of)):
            return start
    return None


def _is_known(start: str, tag_of: TagOf) -> bool:
    """Whether it is an everyday name that is no noun too, as Bild and Zeit are."""
    if "-" in start:
        return _key(start) in _known_keys()
    return is_known(start) and tag_of(start) != "NN" and not is_place(start)


@cache
def _known_keys() -> frozenset[str]:
    return frozenset(_key(name) for kind in KINDS for name in lexicon.known(kind))


def _is_barred(first: str) -> bool:
    return first in _NO_PART or is_common(first, "de") or is_function(first, "de")


def _ends_in(last: str, listed: frozenset[str]) -> bool:
    """Whether the noun, in whatever case, is one of the listed."""
    lower = last.lower()
    return not listed.isdisjoint((lower, lower.removesuffix("s"), lower.removesuffix("es")))
