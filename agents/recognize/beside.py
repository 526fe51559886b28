"""What the words beside a mention say of what it names."""

import re
from collections.abc import Iterator

from .apposed import CONTEXTS, ORDINALS, before_mark, behind_comma, names
from .english.told import OF_FIRMS
from .german import is_indefinite, is_leader, is_role, is_weather
from .governed import governed, is_located, is_titled
from .lexicon import first_names, is_known, words
from .mentions import Mention
from .shapes import is_function

_COMMON_ENDINGS = {  # adverbs, participles, verbs
    "en": re.compile(r"(?:ly|ing|ed|tion|ers)$"),
    "fr": re.compile(r"(?:ment|ant|ée?s?|er|ir|aux)$"),
    "es": re.compile(r"(?:mente|ndo|[ai]d[oa]s?|ó|ron|mos|ción)$"),
    "it": re.compile(r"(?:mente|ndo|[ai]t[oaie]|zione)$"),
    "pt": re.compile(r"(?:mente|ndo|[ai]d[oa]s?|ou|ção)$"),
}
_KIN = ("Mutter", "Tochter", "Schwester", "Bruder", "Töchter", "Schwestern")
_MAKER = re.compile(r"(?:bauer|händler|makler)$")  # a firm or someone: Geigenbauer
_NOUN_FIRST = ("fr", "es", "it", "pt")  # adjectives stand behind the noun


def beside(mention: Mention, language: str) -> Iterator[str]:
    sentence, first, last = mention.sentence, mention.first, mention.last
    if language == "de" and is_leader(mention.text, sentence[last].text):
        yield from ("de word tagged name", "role before")
        return  # article and verb are those of the government, not of its leader
    if mention.quoted:
        yield "quoted"
        if first > 1 and sentence[first - 2].is_capital and not sentence[first - 2].first:
            yield "quoted behind capital"
        if is_titled(sentence, first):
            yield "work before"
        elif language == "de" and first > 1:
            yield from before_mark(sentence[first - 2])
    before = [w.text for w in sentence[max(0, first - 4) : first]]
    after = [w.text for w in sentence[last + 1 : last + 6]]
    alone = first == last
    person = not alone and language == "de" and _opens_person(sentence[first].text)
    owned = language == "en" and bool(after) and after[0] in OF_FIRMS
    for seen in _before(before, alone, language):
        if owned and seen.startswith("place preposition"):
            continue  # calls from Orb landlines are not from a place
        kin = alone and language == "de" and before[-1:] and before[-1] in _KIN
        kin = kin and _opens_person(sentence[first].text)
        if seen == "organisation before" and (kin or (person and _MAKER.search(before[-1]))):
            yield "role before"  # die Mutter Auguste, a first name
        elif seen != "clear article" or _is_clear(after, language):
            yield seen
    if language == "de" and first and is_weather(before[-1], sentence[first].text):
        yield "head EVENT"
    yield from governed(sentence, first, last, language)
    yield from _after(after, language)
    yield from _tagged(mention, language)
    if sentence[first].first and alone:
        yield "opens sentence"
        endings = _COMMON_ENDINGS.get(language)
        if endings and endings.search(mention.text):
            yield "opens sentence like a common word"
        if after and is_function(after[0], language):
            yield "opens sentence before grammar"


def _opens_person(text: str) -> bool:
    return text in first_names() and not is_known(text)  # Mercedes Benz


def _before(before: list[str], alone: bool, language: str) -> Iterator[str]:
    if not before:
        return
    yield from _linked_to(before, alone, language)
    near = before[-1]
    if near.lower() in words("context", "storm", language):
        yield "head EVENT"
    skip = near.islower() and language in _NOUN_FIRST and not is_function(near, language)
    if skip and len(before) > 1 and before[-2].lower() in ("la", "el", "le", "une", "una"):
        yield f"{language} epithet, {before[-2].lower()}"
    if near == "(":
        yield "in brackets"
    if near in ("-", "–", "/"):
        yield "dash before"
    if near.lower() in words("context", "saying", language):
        yield "said before"
    for kind in CONTEXTS:
        if _names(near, kind, language):
            yield f"{kind} before"
        elif skip and len(before) > 1 and _names(before[-2], kind, language):
            yield f"{kind} before"  # le fonds britannique X
        elif _linked(before, kind, language):
            yield f"{kind} of"


def _linked_to(before: list[str], alone: bool, language: str) -> Iterator[str]:
    """What articles, prepositions and conjunctions before the name say."""
    near = before[-1]
    if near.lower() in words("words", "between", language):
        yield "between"
    if len(before) > 2 and near.lower() in ("and", "und", "et", "y", "e", "o", "or", "oder", ","):
        places = words("words", "place_preposition", language) | words("words", "between", language)
        if before[-3].lower() in places and before[-2][0].isupper():
            yield "place preposition, listed"
    if is_located(before, language):
        yield "place preposition" if alone else "place preposition, words"
    if _is_article(near, language):
        yield "article"
        yield f"{language} article, {'word' if alone else 'words'}"
        yield "clear article"
    if alone and language == "de" and is_indefinite(near):
        yield "de indefinite article"
    if near.lower() in ("de", "d'", "d’", "of", "von"):
        yield f"{language} of, {'word' if alone else 'words'}"
    if near.lower() in ("by", "par", "por", "von", "durch", "with", "mit", "avec", "con"):
        yield "by or with"
    if near == "," or near.lower() in ("and", "und", "et", "y", "or", "oder"):
        yield "listed"


def _is_clear(after: list[str], language: str) -> bool:
    """Whether an article before the name is its own, not that of a noun: the Biden government."""
    return language != "en" or not after or not after[0].islower() or is_function(after[0], "en")


def _is_article(word: str, language: str) -> bool:
    return word.lower() in (
        "the", "der", "die", "das", "dem", "den", "des", "le", "la", "les", "l'", "l’", "du",
        "el", "los", "las", "del", "il", "lo", "i", "gli", "de", "het", "o", "os", "da", "do",
    ) and not (word.lower() == "de" and language in ("fr", "es"))  # fmt: skip


def _names(word: str, kind: str, language: str) -> bool:
    if language == "fr" and word in ORDINALS:
        return False  # la première Coupe d'Afrique
    if kind == "role" and language == "de":
        return word[:1].isupper() and is_role(word)
    return names(word, kind, language)


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
        yield from behind_comma(after[1:], language)
    if near == "(" and len(after) > 2 and after[2] == ")":
        yield "number in brackets" if after[1].isdigit() else "brackets after"
    if near in ("'s", "’s"):
        yield "possessive"
    for kind in CONTEXTS:
        if _names(near, kind, language):
            yield f"{kind} after"
    if near.islower() and not is_function(near, language):
        yield "small word after"


def _tagged(mention: Mention, language: str) -> Iterator[str]:
    tags = mention.tags
    if not all(tags):
        return
    names = sum(tag in ("NE", "FM", "NP0") for tag in tags)
    some = "words" if len(tags) > 1 else "word"
    if names == len(tags):
        yield f"{language} {some} tagged name"
    elif names == 0:
        yield f"{language} {some} tagged other"
