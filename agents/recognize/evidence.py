"""What speaks for what a name names: in the name itself, beside it, and in how it is used."""

import math
import re
from collections.abc import Iterator, Sequence

from . import lexicon
from .apposed import CONTEXTS
from .beside import beside
from .english.ships import is_ship
from .german import german_parts, is_motorway, is_occasion, is_road, opens_club
from .governed import is_entered, is_nicknamed, is_river
from .headed import headed, is_team
from .lexicon import KINDS, cities, countries, first_names, is_nationality, regions, words
from .measured import names_model
from .mentions import Mention
from .numbered import is_ordinal
from .opening import is_town, opening
from .roads import names_road
from .shapes import is_acronym, is_no_model, is_number, is_odd, is_place, nominative, spelled

_ENDINGS = {
    "ORG": re.compile(
        r"(?:tech|soft|bank|banque|banco|air|corp|space|group|media|pharma?|tel|sys|com|net|works|"
        r"jet|trans|invest|capital|gas|oil|chem|dyne|tronics?|logic|labs|prix|marché|foods?)$"
    ),
    "LOC": re.compile(
        r"(?:ville|villers|court|bourg|burg|burgh|berg|heim|stadt|ton|town|ham|shire|ford|stan|grad|"
        r"polis|haven|hafen|dorf|hausen|kirchen|ingen|beck|brück|furt|bach|feld|wald|walde|gard|"
        r"gorod|pur|abad|\w{3}horn|sur-\w+|sous-\w+|lès-\w+|gnac|llac|argues|oque|uela|illos|ales|mar|au)$"
    ),
    "PER": re.compile(
        r"(?:ez|ović|ovic|enko|[oe]v|[oe]va|sk[iy]|ska|sson|sen|yan|idis|oglu|poulos|sson|ini|elli|etti)$"
    ),
}
_BRACKETS = re.compile(r" \([^()]*\)")  # Police (Conduct) Regulations
_MODEL = ("digits", "ends in digit", "odd capitals")
_NO_TITLES = ("head ORG", "head LOC")  # Chambre sans vitres is no chamber


def evidence(members: Sequence[Mention], language: str) -> dict[str, float]:
    """Features of one group of mentions, by name; most are 0 or 1, shares lie between."""
    found: dict[str, float] = {"bias": 1.0}
    forms = list(dict.fromkeys(m.text for m in members))
    for form in forms:
        for feature in _of_name(form, language):
            found[feature] = 1.0
    if len(forms) > 1 and any(f.split()[-1] == g for f in forms for g in forms if f != g):
        found["short form is last word"] = 1.0
    if len(forms) > 1 and any(is_acronym(f) for f in forms) and any(" " in f for f in forms):
        found["acronym and long form"] = 1.0
    for member in members:
        for feature in dict.fromkeys(beside(member, language)):
            if feature == "place preposition" and _is_race(member.text):
                continue
            once = (
                1.0 if feature.split()[0] in (*CONTEXTS, "clear") else 1.0 / math.sqrt(len(members))
            )
            found[feature] = found.get(feature, 0.0) + once
    entered = language == "de" and any(is_entered(m.sentence, m.first, m.last) for m in members)
    if entered or any(is_nicknamed(m.sentence, m.first, m.last, language) for m in members):
        found.pop("two or three words without clue", None)
    if language == "fr" and any(is_river(m.sentence, m.first) for m in members):
        found.pop("known ORG", None)  # the Lonza has a firm called like it
    if language == "de" and any(is_motorway(m.sentence, m.first) for m in members):
        found = {feature: value for feature, value in found.items() if feature not in _MODEL}
        found["road"] = 1.0
    if any(member.quoted for member in members):
        small = all(form.split()[-1].islower() for form in forms)
        unlike = (*_NO_TITLES, "particle") if small else _NO_TITLES  # Toune d'automne
        found = {feature: value for feature, value in found.items() if feature not in unlike}
    found["count"] = math.log(len(members))
    return {feature: min(value, 1.5) for feature, value in found.items()}


def _is_race(name: str) -> bool:
    """Un succès à Liège-Bastogne-Liège: known races are called by their towns."""
    return "-" in name and name in lexicon.known("EVENT") and not is_place(name)


def _of_name(form: str, language: str) -> Iterator[str]:
    parts = form.split()
    yield f"words {min(len(parts), 4)}"
    yield f"{language} words {min(len(parts), 2)}"
    yield from _listed(nominative(form, language))
    venue = language == "fr" and form in lexicon.geography("venues")
    if venue:
        yield "region"
    for kind in (*KINDS, "PER"):
        if spelled(form) in lexicon.known(kind) and not venue:
            yield f"known {kind}"
    if names_road(parts, language) or (language == "de" and is_road(parts)):
        yield "road"
    yield from _heads(_BRACKETS.sub("", form).split() if language == "en" else parts, language)
    if is_town(parts):
        yield "town"
    yield from _shape(form, parts)
    if any(part.lower().rstrip(".,") in words("words", "legal_form", "x") for part in parts[1:]):
        yield "legal form"
    yield from _ending(parts[-1])
    if len(parts) == 1 and _is_unlisted(nominative(form, language)) and "-Gesetz" not in form:
        yield "unlisted word"
    yield from opening(form, parts, language)
    if len(parts) > 1 and parts[-1] in lexicon.last_names():
        yield "last name"
    if any(part.lower() in words("words", "particle", language) for part in parts[1:-1]):
        yield "particle"
    if is_nationality(parts[0], language):
        yield "nationality"


def _listed(form: str) -> Iterator[str]:
    """What lists of places say; of provinces and towns only where no other name is better known."""
    if form in countries():
        yield "country"
    elif form in cities():
        yield "city"
    elif form in lexicon.landmarks():
        yield "region"
    elif not any(form in lexicon.known(kind) for kind in KINDS):
        if form in regions() or "–" in form:
            yield "region"  # Saint-Henri–Sainte-Anne
        elif form in lexicon.towns():
            yield "town"
        elif is_place(form):
            yield "region"  # Oberengadin


def _heads(parts: Sequence[str], language: str) -> Iterator[str]:
    if language == "en" and is_ship(parts):
        yield "known PRODUCT"  # the acronym and the place in HMS Prince of Wales are none
        return
    if names_model(parts):
        yield "head PRODUCT"
        return
    parts = [part for part in parts if not part.isdigit() and part != "No."] or parts
    if language == "de":
        if is_occasion(parts):
            yield "head EVENT"
            return
        yield from german_parts(parts)
    if len(parts) > 1 and any(parts[0] in lexicon.known(kind) for kind in ("ORG", "PRODUCT")):
        yield "opens with known"  # Ford Transit, SNCF Réseau
    if len(parts) > 1 and opens_club(parts[0]) and (parts[0] != "Stade" or is_team(parts)):
        yield "club"
    yield from headed(parts, language)


def _is_unlisted(word: str) -> bool:
    """Whether no list has it: places are mostly listed, companies mostly not."""
    people = word in first_names() or word in lexicon.last_names() or word in lexicon.known("PER")
    listed = is_place(word) or word in lexicon.towns()
    return not (
        people or listed or is_acronym(word) or any(word in lexicon.known(k) for k in KINDS)
    )


def _ending(last: str) -> Iterator[str]:
    """What the last letters of a word nobody knows tell, weakly."""
    if not last[0].isupper() or is_acronym(last):
        return
    for kind, ending in _ENDINGS.items():
        if ending.search(last):
            yield f"ends like {kind}"


def _shape(form: str, parts: Sequence[str]) -> Iterator[str]:
    last = parts[-1]
    if is_no_model(form):
        return
    if all(is_acronym(part) for part in parts):
        yield "acronym" if len(form) > 2 else "two letters"
    elif is_odd(form):
        yield "odd capitals"
    if last.isdigit() and len(last) == 4 and last[:2] in ("19", "20"):
        yield "ends in year"
        if len(parts) > 1 and is_place(" ".join(parts[:-1])):
            yield "head EVENT"  # Tokio 2020, Los Ángeles 2028
    elif any(c.isdigit() for c in form) and not is_ordinal(parts[0]):
        yield "digits"
        if form[-1].isdigit():
            yield "ends in digit"
    if "-" in form:
        yield "hyphen"
    if (
        len(parts) > 1
        and any(is_acronym(p) and not is_number(p) for p in parts)
        and not last.isdigit()
    ):
        yield "contains acronym"
    if len(parts) > 1 and is_place(last):
        yield "ends in place"
    if len(parts) > 1 and is_place(parts[0]):
        yield "opens with place name"
    if any(part.islower() and len(part) > 3 for part in parts):
        yield "small word"
    if len(form) <= 3:
        yield "short"
    if form[-1] == "+":
        yield "digits"
