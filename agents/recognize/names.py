"""Which mentions are one entity, and what it is called."""

import re
from collections.abc import Sequence
from typing import NamedTuple, Protocol

from schemas import EntityType

from . import lexicon
from .shapes import is_acronym, is_place

_FOLDED = re.compile(r"[\s\-‑–.'’]+")
_GENITIVE = re.compile(r"(?:['’]s|['’]|s)$")
_ENDING = re.compile(r"(?:en|er|es|em|e|s)$")
_INITIALS = re.compile(r"[^\W\d_]")
_BRACKET = re.compile(r"\s?[\"“„]?\(\s?[\"“„]?$")


class Placed(Protocol):
    """A span of the text, with a type where one is known."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def type(self) -> EntityType | None: ...


class Group(NamedTuple):
    """One entity of an article: its name and the indices of its spans, in order of the text."""

    name: str
    members: tuple[int, ...]


def grouped(text: str, spans: Sequence[Placed], language: str) -> list[Group]:
    """The spans as entities, by first mention."""
    forms: dict[str, list[int]] = {}
    for i, span in enumerate(spans):
        forms.setdefault(text[span.start : span.end], []).append(i)
    heads = {form: form for form in forms}
    kinds = {form: spans[members[0]].type for form, members in forms.items()}
    for form in forms:
        heads[form] = _root(heads, _same(form, forms, kinds, language) or form)
    for short, long in _defined(text, spans):
        if _root(heads, short) != _root(heads, long):
            heads[_root(heads, short)] = _root(heads, long)
    for form in forms:
        if heads[form] == form and (longer := _longer(form, forms, kinds)):
            heads[form] = _root(heads, longer)
    return _collected(forms, heads, language)


def _root(heads: dict[str, str], form: str) -> str:
    while heads[form] != form:
        form = heads[form]
    return form


def _collected(forms: dict[str, list[int]], heads: dict[str, str], language: str) -> list[Group]:
    groups: dict[str, list[int]] = {}
    for form, members in forms.items():
        groups.setdefault(_root(heads, form), []).extend(members)
    named = [
        Group(_called(name, language), tuple(sorted(members))) for name, members in groups.items()
    ]
    return sorted(named, key=lambda group: group.members[0])


def _same(
    form: str, forms: dict[str, list[int]], kinds: dict[str, EntityType | None], language: str
) -> str | None:
    """An earlier form that differs only in spelling, genitive or case ending."""
    for other in forms:
        if other == form:
            return None
        if _folded(other) == _folded(form) or (
            language == "de" and _stemmed(other) == _stemmed(form) and " " in form
        ):
            return other
        if _is_genitive(form, other) or _is_genitive(other, form):
            return min(form, other, key=len) if _is_genitive(form, other) else other
    return None


def _folded(form: str) -> str:
    return _FOLDED.sub("", form).casefold()


def _stemmed(form: str) -> str:
    return " ".join(_ENDING.sub("", word) for word in form.split())


def _is_genitive(form: str, other: str) -> bool:
    """Whether `form` is `other` with a genitive s."""
    return len(other) > 2 and form != other and _GENITIVE.sub("", form) == other


def _defined(text: str, spans: Sequence[Placed]) -> list[tuple[str, str]]:
    """Pairs of short and long form that the text itself equates: Long Form (LF), LF (Long Form)."""
    pairs = []
    for a, b in zip(spans, spans[1:], strict=False):
        one, two = text[a.start : a.end], text[b.start : b.end]
        if not _BRACKET.search(text[a.end : b.start]) or b.start - a.end > 4:
            continue
        if abbreviates(two, one):
            pairs.append((two, one))
        elif abbreviates(one, two):
            pairs.append((one, two))
    return pairs


def abbreviates(short: str, long: str) -> bool:
    """Whether the letters of the short form occur in the long one in order, the first at a start."""
    letters = "".join(_INITIALS.findall(short)).casefold()
    folded = long.casefold()
    if not 2 <= len(letters) <= 8 or len(long) <= len(short) + 2 or " " in short:
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


def _longer(
    form: str, forms: dict[str, list[int]], kinds: dict[str, EntityType | None]
) -> str | None:
    """The longer form that this one stands for: last name, acronym, first word of a company."""
    words = form.split()
    for other in forms:
        parts = other.split()
        if len(parts) <= len(words):
            continue
        if is_acronym(form) and len(form) > 2 and initials(other) == form.replace(".", ""):
            return other
        if _is_surname(form, words, parts, kinds[other]) and not is_place(other):
            return other
        if _is_short_company(form, words, other, parts, forms, kinds):
            return other
    return None


def _is_surname(form: str, words: list[str], parts: list[str], kind: EntityType | None) -> bool:
    last = _GENITIVE.sub("", form).split()
    suffix = parts[-len(words) :] in (words, last)
    if not suffix or kind not in (None, "PER") or is_place(form):
        return kind == "PER" and suffix
    return kind == "PER" or looks_personal(parts)


def looks_personal(parts: Sequence[str]) -> bool:
    """Whether the words could be a person's: two to five, no digits, no word for an institution."""
    heads = {
        word
        for kind in ("ORG", "LOC", "EVENT", "WORK", "PRODUCT")
        for language in lexicon.LANGUAGES
        for word in lexicon.words("heads", kind, language)
    }
    return (
        2 <= len(parts) <= 5
        and not any(c.isdigit() for part in parts for c in part)
        and not any(part.lower() in heads for part in parts)
        and not any(is_acronym(part) for part in parts)
    )


def _is_short_company(
    form: str,
    words: list[str],
    other: str,
    parts: list[str],
    forms: dict[str, list[int]],
    kinds: dict[str, EntityType | None],
) -> bool:
    """Leth for Leth Agencies: the first word of a name that goes on with a word for a company."""
    if len(words) != 1 or parts[0] != form or is_place(form) or forms[other][0] > forms[form][0]:
        return False
    tail = {part.lower().rstrip(".") for part in parts[1:]}
    known = lexicon.words("words", "legal_form", "all")
    companies = known | lexicon.words("heads", "ORG", "en") | lexicon.words("heads", "ORG", "de")
    return kinds[other] in (None, "ORG") and len(parts) <= 3 and tail <= companies


def _called(form: str, language: str) -> str:
    """The name without a possessive."""
    bare = _GENITIVE.sub("", form)
    return bare if language == "de" and bare != form and is_place(bare) else form
