"""What speaks for what a name names: in the name itself, beside it, and in how it is used."""

import math
import re
from collections.abc import Iterator, Sequence

from . import german, lexicon
from .lexicon import cities, countries, first_names, is_nationality, regions, words
from .mentions import Mention
from .names import looks_personal
from .shapes import is_acronym, is_function, is_odd, is_place, nominative

KINDS = ("ORG", "LOC", "EVENT", "PRODUCT", "WORK")
CONTEXTS = ("role", "organisation", "product", "work", "place", "event")
_HEAD_FIRST = ("fr", "es", "it", "pt", "pl")
_COMMON_ENDINGS = {  # adverbs, participles, verbs
    "en": re.compile(r"(?:ly|ing|ed|tion|ers)$"),
    "fr": re.compile(r"(?:ment|ant|ée?s?|er|ir|aux)$"),
    "es": re.compile(r"(?:mente|ndo|[ai]d[oa]s?|ó|ron|mos|ción)$"),
    "it": re.compile(r"(?:mente|ndo|[ai]t[oaie]|zione)$"),
    "pt": re.compile(r"(?:mente|ndo|[ai]d[oa]s?|ou|ção)$"),
}


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
        for feature in set(_beside(member, language)):
            once = 1.0 if feature.split()[0] in CONTEXTS else 1.0 / math.sqrt(len(members))
            found[feature] = found.get(feature, 0.0) + once
    found["count"] = math.log(len(members))
    return {feature: min(value, 1.5) for feature, value in found.items()}


def _of_name(form: str, language: str) -> Iterator[str]:
    parts = form.split()
    yield f"words {min(len(parts), 4)}"
    yield f"{language} words {min(len(parts), 2)}"
    yield from _listed(nominative(form, language))
    for kind in KINDS:
        if form in lexicon.known(kind):
            yield f"known {kind}"
    yield from _heads(parts, language)
    yield from _shape(form, parts)
    if any(part.lower().rstrip(".,") in words("words", "legal_form", "x") for part in parts[1:]):
        yield "legal form"
    if parts[0] in first_names() and not is_place(form):
        yield "first name" if len(parts) > 1 else "first name alone"
    elif 2 <= len(parts) <= 3 and looks_personal(parts):
        yield "two or three words without clue"
    if len(parts) > 1 and parts[-1] in lexicon.last_names():
        yield "last name"
    if any(part.lower() in words("words", "particle", "x") for part in parts[1:-1]):
        yield "particle"
    if is_nationality(parts[0], language):
        yield "nationality"


def _listed(form: str) -> Iterator[str]:
    if form in countries():
        yield "country"
    elif form in regions():
        yield "region"
    elif form in cities() or form in lexicon.towns():
        yield "city"


def _heads(parts: Sequence[str], language: str) -> Iterator[str]:
    parts = [part for part in parts if not part.isdigit()] or parts
    if language == "de" and (kind := german.head_type(parts[-1])):
        yield f"head {kind}" if len(parts) > 1 or "-" in parts[0] else f"only head {kind}"
    lower = [part.lower() for part in parts]
    cut = next((i for i, w in enumerate(lower) if i and w in ("of", "for", "on", "in")), len(lower))
    main = lower[0].split("-")[0] if language in _HEAD_FIRST else lower[cut - 1]
    if len(parts) > 1:
        for kind in ("event", "place", "product"):
            if lower[0] in words("context", kind, language):
                yield f"opens with {kind}"
    for kind in KINDS:
        lists = words("heads", kind, language) | words("heads", kind, "en")
        if main in lists:
            yield f"head {kind}" if len(parts) > 1 else f"only head {kind}"
        elif any(word in lists for word in lower):
            yield f"contains {kind}"


def _shape(form: str, parts: Sequence[str]) -> Iterator[str]:
    last = parts[-1]
    if all(is_acronym(part) for part in parts):
        yield "acronym" if len(form) > 2 else "two letters"
    elif is_odd(form):
        yield "odd capitals"
    if last.isdigit() and len(last) == 4 and last[:2] in ("19", "20"):
        yield "ends in year"
    elif any(c.isdigit() for c in form):
        yield "digits"
        if form[-1].isdigit():
            yield "ends in digit"
    if "-" in form:
        yield "hyphen"
    if len(parts) > 1 and any(is_acronym(part) for part in parts) and not last.isdigit():
        yield "contains acronym"
    if len(parts) > 1 and is_place(last):
        yield "ends in place"
    if len(parts) > 1 and is_place(parts[0]):
        yield "opens with place name"
    if any(part.islower() and len(part) > 3 for part in parts):
        yield "small word"
    if len(form) <= 3:
        yield "short"


def _beside(mention: Mention, language: str) -> Iterator[str]:
    sentence, first, last = mention.sentence, mention.first, mention.last
    if mention.quoted:
        yield "quoted"
    before = [w.text for w in sentence[max(0, first - 4) : first]]
    after = [w.text for w in sentence[last + 1 : last + 6]]
    alone = first == last
    yield from _before(before, alone, language)
    yield from _after(after, language)
    yield from _tagged(mention, language)
    if sentence[first].first and alone:
        yield "opens sentence"
        endings = _COMMON_ENDINGS.get(language)
        if endings and endings.search(mention.text):
            yield "opens sentence like a common word"
        if after and is_function(after[0], language):
            yield "opens sentence before grammar"


def _before(before: list[str], alone: bool, language: str) -> Iterator[str]:
    if not before:
        return
    near = before[-1]
    if near.lower() in words("words", "between", language):
        yield "between"
    if len(before) > 2 and near.lower() in ("and", "und", "et", "y", "e", "o", "or", "oder", ","):
        places = words("words", "place_preposition", language) | words("words", "between", language)
        if before[-3].lower() in places and before[-2][0].isupper():
            yield "place preposition, listed"
    if near.lower() in words("words", "place_preposition", language):
        yield "place preposition" if alone else "place preposition, words"
    if _is_article(near, language):
        yield "article"
    if near == "(":
        yield "in brackets"
    if near in ("-", "–", "/"):
        yield "dash before"
    if near.lower() in words("context", "saying", language):
        yield "said before"
    if near.lower() in ("by", "par", "por", "von", "durch", "with", "mit", "avec", "con"):
        yield "by or with"
    if near == "," or near.lower() in ("and", "und", "et", "y", "or", "oder"):
        yield "listed"
    for kind in CONTEXTS:
        if _names(near, kind, language):
            yield f"{kind} before"
        elif _linked(before, kind, language):
            yield f"{kind} of"


def _is_article(word: str, language: str) -> bool:
    return word.lower() in (
        "the", "der", "die", "das", "dem", "den", "des", "le", "la", "les", "l'", "l’", "du",
        "el", "los", "las", "del", "il", "lo", "i", "gli", "de", "het", "o", "os", "da", "do",
    ) and not (word.lower() == "de" and language in ("fr", "es"))  # fmt: skip


def _names(word: str, kind: str, language: str) -> bool:
    lower = word.lower().strip("-")
    if kind == "role" and language == "de":
        return word[:1].isupper() and german.is_role(word)
    known = words("context", kind, language)
    if lower in known or lower.removesuffix("s") in known:
        return True
    return (
        language == "de"
        and word[:1].isupper()
        and len(lower) > 6
        and any(lower.endswith(w) for w in known if len(w) > 3)
    )


def _linked(before: list[str], kind: str, language: str) -> bool:
    """The word stands before a link: city of X, ville de X, presidente de la X; or comma."""
    links = ("of", "de", "du", "des", "d'", "d’", "del", "la", "le", "les", "l'", "l’", "the", ",",
             "von", "der", "des", "di", "della", "named", "called", "namens", "van")  # fmt: skip
    i = len(before) - 1
    while i >= 0 and before[i].lower() in links and len(before) - i < 3:
        i -= 1
    return 0 <= i < len(before) - 1 and _names(before[i], kind, language)


def _after(after: list[str], language: str) -> Iterator[str]:
    if not after:
        return
    near = after[0]
    if near.lower() in words("context", "saying", language) or (
        len(after) > 1
        and near in ("a", "ha", "hat", "has")
        and after[1].lower() in words("context", "saying", language)
    ):
        yield "said after"
    if near == "," and len(after) > 1:
        yield from _behind_comma(after[1:], language)
    if near == "(" and len(after) > 2 and after[2] == ")":
        yield "number in brackets" if after[1].isdigit() else "brackets after"
    if near in ("'s", "’s"):
        yield "possessive"
    for kind in CONTEXTS:
        if _names(near, kind, language):
            yield f"{kind} after"
    if near.islower() and not is_function(near, language):
        yield "small word after"


def _behind_comma(after: list[str], language: str) -> Iterator[str]:
    if after[0].isdigit() and 15 < int(after[0][:4]) < 105:
        yield "age"
    articles = [w for w in after[:3] if w.islower()]
    for kind in CONTEXTS:
        if any(_names(word, kind, language) for word in articles[:3]) or (
            language == "de" and any(_names(word, kind, language) for word in after[:3])
        ):
            yield f"{kind} behind comma"
    if after[0].lower() in ("who", "qui", "quien", "whose", "lequel"):
        yield "who"


def _tagged(mention: Mention, language: str) -> Iterator[str]:
    tags = mention.tags[mention.first : mention.last + 1]
    if not tags[0]:
        return
    names = sum(tag in ("NE", "FM", "NP0") for tag in tags)
    some = "words" if len(tags) > 1 else "word"
    if names == len(tags):
        yield f"{language} {some} tagged name"
    elif names == 0:
        yield f"{language} {some} tagged other"
