"""Which mentions are one entity, and what it is called.

Forms are joined in this order: spellings and inflections of one name; a short form that the text
itself defines, `Long Form (LF)`; last names, initials and first words of a longer name.
"""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple, Protocol

from schemas import EntityType

from . import lexicon
from .german import is_mascot, is_short_institution, is_unit, nominative_name, opens_club
from .persons import is_surname
from .shapes import is_acronym, is_place, spelled, without_genitive
from .shortened import abbreviates, by_short_form, initials

Forms = Mapping[str, Sequence[int]]  # every form with its spans, by first appearance
Kinds = Mapping[str, EntityType | None]
_FOLDED = re.compile(r"[\s\-‑–.'’]+")
_CASE_ENDING = re.compile(r"(?:en|er|es|em|e|s)$")
_BRACKET = re.compile(r"\s?[\"“„]?\(\s?[\"“„]?")
_ARTICLES = ("La", "El", "Los", "Las", "Le", "Les")
_COMPANY_WORDS = 3  # a longer name is rarely shortened to its first word


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
    kinds = {form: spans[members[0]].type for form, members in forms.items()}
    heads = _respelled(forms, language)
    for short, long in _defined(text, spans):
        if _root(heads, short) != _root(heads, long):
            heads[_root(heads, short)] = _root(heads, long)
    longer_forms = by_short_form(forms)
    for form in forms:
        if heads[form] != form:
            continue
        longer = _longer(form, longer_forms, forms, kinds, language)
        if longer and _root(heads, longer) != form:
            heads[form] = _root(heads, longer)
    return _collected(forms, heads, language)


def _root(heads: Mapping[str, str], form: str) -> str:
    while heads[form] != form:
        form = heads[form]
    return form


def _collected(forms: Forms, heads: Mapping[str, str], language: str) -> list[Group]:
    groups: dict[str, list[int]] = {}
    for form, members in forms.items():
        groups.setdefault(_root(heads, form), []).extend(members)
    alike: dict[str, tuple[str, list[int]]] = {}  # who is called alike is one
    for form, members in groups.items():
        name = _called(form, language)
        alike.setdefault(name.casefold(), (name, []))[1].extend(members)
    named = [Group(name, tuple(sorted(members))) for name, members in alike.values()]
    return sorted(named, key=lambda group: group.members[0])


def _respelled(forms: Forms, language: str) -> dict[str, str]:
    """Each form with the one it is a spelling, a genitive or a case of, or itself."""
    seen: dict[str, str] = {}
    heads: dict[str, str] = {}
    for form in forms:
        bare = form.removeprefix("The ") if language == "en" else form
        key = _FOLDED.sub("", bare).casefold()
        if language == "de" and " " in form:
            key = " ".join(_CASE_ENDING.sub("", word) for word in form.split())
        heads[form] = seen.setdefault(key, form)
    for form in forms:
        bare = without_genitive(form)
        if heads[form] != form or bare == form or len(bare) < 3 or bare not in heads:
            continue
        if _root(heads, bare) != form:  # Springboks is spelt as Springboks'
            heads[form] = bare
    return heads | _with_article(heads, language)


def _with_article(heads: Mapping[str, str], language: str) -> dict[str, str]:
    """Forms that lost their article where the sentence began: Boca, where La Boca is meant."""
    whole: dict[str, str] = {}
    for form in heads if language in ("es", "fr") else ():
        article, _, bare = form.partition(" ")
        alike = article in _ARTICLES and heads.get(bare) == bare and heads[form] == form
        if alike and not is_place(form) and not lexicon.is_known(form):
            whole[bare] = form
    return whole


def _defined(text: str, spans: Sequence[Placed]) -> list[tuple[str, str]]:
    """Pairs of short and long form that the text itself equates: Long Form (LF), LF (Long Form)."""
    pairs = []
    for a, b in pairwise(spans):
        one, two = text[a.start : a.end], text[b.start : b.end]
        if not _BRACKET.fullmatch(text, a.end, b.start):
            continue
        if abbreviates(two, one):
            pairs.append((two, one))
        elif abbreviates(one, two):
            pairs.append((one, two))
    return pairs


def _longer(
    form: str, longer: Mapping[str, Mapping[str, int]], forms: Forms, kinds: Kinds, language: str
) -> str | None:
    """The longer form that this one stands for: last name, initials, first word of a company."""
    words = form.split()
    bare = " ".join(without_genitive(form).split())
    places: dict[str, int] = {}
    for short in {form, " ".join(words), bare, form.replace(".", "")}:
        places.update(longer.get(short, {}))
    for other in sorted(places, key=places.__getitem__):
        parts = other.split()
        if len(parts) <= len(words):
            continue
        if is_acronym(form) and len(form) > 2 and initials(other) == form.replace(".", ""):
            return other
        club = opens_club(parts[0]) and parts[0] not in lexicon.first_names()  # Austria Klagenfurt
        firm = club or is_place(other) or other in lexicon.known("ORG")  # Smit Salvage
        if not firm and is_surname(form, parts, kinds[other], language):
            return other
        if language == "de" and is_mascot(form) and parts[-1] == form and len(parts) == 2:
            return other  # Lions for ZSC Lions
        if is_short_institution(form, parts) or _is_whole_unit(form, parts):
            return other
        earlier = forms[other][0] < forms[form][0]
        if earlier and _is_short_company(form, parts) and kinds[other] in (None, "ORG"):
            return other
    return None


def _is_whole_unit(form: str, parts: list[str]) -> bool:
    """Aargau is the Kanton Aargau; but Bern, Zug and Jura are other places than their cantons."""
    if not is_unit(parts[0]) or " ".join(parts[1:]) != form:
        return False
    return not (form in lexicon.cities() or form in lexicon.towns() or form == "Jura")


def _is_short_company(form: str, parts: list[str]) -> bool:
    """Leth for Leth Agencies: the first word of a name that goes on with words for a company."""
    if parts[0] != form or is_place(form) or len(parts) > _COMPANY_WORDS:
        return False
    companies = lexicon.words("words", "legal_form", "all").union(
        *(lexicon.words("heads", "ORG", language) for language in ("en", "de"))
    )
    return {part.lower().rstrip(".") for part in parts[1:]} <= companies


def _called(form: str, language: str) -> str:
    """The name as it stands alone: no genitive, in the nominative, spelt as everyone does."""
    if language != "de":
        return form
    bare = without_genitive(form)
    return bare if bare != form and is_place(bare) else spelled(nominative_name(form))
