"""What English words around a name tell of it: the founder, Hui Ka Yan; the ship, the Dali."""

from collections.abc import Iterator

from agents.recognize import lexicon
from agents.recognize.apposed import behind_comma, names
from agents.recognize.lexicon import first_names, last_names, words
from agents.recognize.persons import looks_personal
from agents.recognize.shapes import is_acronym, is_function, is_place
from agents.recognize.words import Sentence

from .examples import examples

_WHOSE = frozenset(("his", "her", "their", "my", "our", "your", "whose"))
_DETERMINERS = frozenset(("its", "his", "her", "their", "the", "whose", "our"))
_MADE = frozenset(
    ("owned", "managed", "operated", "chartered", "built", "made", "manufactured", "supplied",
     "acquired", "developed", "insured", "marketed", "distributed")
)  # fmt: skip
_KIN = frozenset(
    ("father", "mother", "brother", "sister", "son", "daughter", "wife", "husband", "widow",
     "widower", "partner", "fiancé", "fiancée", "uncle", "aunt", "cousin", "nephew", "niece",
     "grandfather", "grandmother", "grandson", "granddaughter", "stepfather", "stepmother",
     "stepson", "stepdaughter", "half-brother", "half-sister", "twin", "boyfriend", "girlfriend",
     "brother-in-law", "sister-in-law", "father-in-law", "mother-in-law", "son-in-law",
     "daughter-in-law")
)  # fmt: skip
_BUSINESS = frozenset(("partner", "twin"))  # her partner Deloitte
_TREATIES = frozenset(("treaty", "treaties", "pact", "accord", "accords"))
OF_FIRMS = frozenset(
    ("customers", "shareholders", "subscribers", "shares", "landlines", "employees", "stock",
     "stores", "subsidiary", "subsidiaries", "outage", "executives", "franchise",
     "founder", "founders", "co-founder", "co-founders")
)  # fmt: skip
_FLOWS = frozenset(
    ("rose", "burst", "flooded", "flows", "flowed", "runs", "ran", "froze", "swelled", "overflowed",
     "reached", "peaked", "meets", "joins")
)  # fmt: skip
_STATE_SEATS = ("government", "MP", "MPs", "senator", "leader", "premier", "voters", "minister")
_AT_MOST = 4  # words of a person
_FARTHEST = 4  # words of the name behind "and"


def told(sentence: Sentence, first: int, last: int) -> Iterator[str]:
    """Evidence from the words around the name."""
    name = [w.text for w in sentence[first : last + 1]]
    before = [w.text for w in sentence[max(0, first - 4) : first]]
    after = [w.text for w in sentence[last + 1 : last + 3]]
    holder = _is_holder(name, before, after) or _holds_office(sentence, first, name, after)
    if holder or _is_kin(name, before, after):
        yield "role before"
    if before[-2:] == [",", "the"] and len(before) > 2 and names(before[-3], "product", "en"):
        yield "product before"
    if before[-1:] == ["by"] and before[-2:-1] and before[-2] in _MADE and _is_firm(name):
        yield "organisation before"
    yield from _by_article(name, before, after)
    yield from _by_noun(name, after)
    yield from _listed(sentence, last)
    yield from examples(sentence, first, last)


def _is_holder(name: list[str], before: list[str], after: list[str]) -> bool:
    """Whether a person is named behind what they are: its founder, Hui Ka Yan, said."""
    if before[-1:] != [","] or len(before) < 3 or not 1 < len(name) <= _AT_MOST:
        return False
    determined = any(word.lower() in _DETERMINERS for word in before[:-2])
    plain = all(part.isalpha() and not is_acronym(part) for part in name)
    headed = any(part.lower() in lexicon.heads() for part in name)
    closed = not after or not after[0].isalnum()
    role = before[-2].islower() and names(before[-2], "role", "en")
    return role and determined and closed and plain and not (headed or is_place(" ".join(name)))


def _holds_office(sentence: Sentence, first: int, name: list[str], after: list[str]) -> bool:
    """Whether a person is named behind what they rule: mayor of Ulm, Ann Lee, came."""
    if first < 4 or sentence[first - 1].text != "," or not 1 < len(name) <= _AT_MOST:
        return False
    i = first - 2
    while i > 1 and sentence[i].is_capital:
        i -= 1
    i -= sentence[i].text == "the"
    role = sentence[i].text == "of" and names(sentence[i - 1].text, "role", "en")
    closed = bool(after) and not after[0].isalnum()
    return role and closed and looks_personal(name) and not is_place(" ".join(name))


def _is_kin(name: list[str], before: list[str], after: list[str]) -> bool:
    """Whether it is a relative's name: his mother, Padma, a microbiologist; his niece Kaylee."""
    if len(name) > _AT_MOST or is_place(" ".join(name)):
        return False
    if len(before) > 1 and before[-1] in _KIN - _BUSINESS:
        plain = len(name) == 1 and name[0].isalpha() and not is_acronym(name[0])
        return plain and (before[-2].lower() in _WHOSE or before[-2] in ("'s", "’s"))
    if len(before) < 3 or before[-1] != ",":
        return False
    whose = before[-3].lower() in _WHOSE or before[-3] in ("'s", "’s")
    closed = not after or not after[0].isalnum()
    return whose and closed and before[-2] in _KIN


def _is_firm(name: list[str]) -> bool:
    """Whether no person's name does it: owned by Maersk, owned by Grace Ocean."""
    people = first_names() | last_names()
    if len(name) == 1:
        return name[0] not in people and not is_place(name[0])
    return name[-1].lower() in words("heads", "LOC", "en") and name[-1] not in people


def _by_article(name: list[str], before: list[str], after: list[str]) -> Iterator[str]:
    """The Lea is a river; Lea is a person."""
    alone = not after or not after[0][0].islower() or is_function(after[0], "en")
    alone = alone or after[0] in _FLOWS
    articled = before[-1:] in (["the"], ["The"])
    if articled and alone and len(name) == 1 and name[0] in lexicon.geography("with_article"):
        yield "landmark"


def _by_noun(name: list[str], after: list[str]) -> Iterator[str]:
    """The New START treaty; Optus customers; the Labor government."""
    if not after or is_place(" ".join(name)):
        return
    if after[0] in _TREATIES:
        yield "work before"
    if after[0] in OF_FIRMS and name[-1] not in first_names():
        yield "organisation behind comma"
    party = len(name) == 1 and name[0].lower() in words("words", "doubtful_party", "en")
    if party and after[0] in _STATE_SEATS:
        yield "organisation before"


def _listed(sentence: Sentence, last: int) -> Iterator[str]:
    """Orb and Vale Group, the airlines that agreed: what the last of two is, the first is too."""
    if [w.text for w in sentence[last + 1 : last + 2]] != ["and"]:
        return
    for i in range(last + 2, min(len(sentence), last + 3 + _FARTHEST)):
        if sentence[i].text == ",":
            after = [w.text for w in sentence[i + 1 : i + 6]]
            many = any(w.islower() and w.endswith("s") for w in after[:3])
            seen = [*behind_comma(after, "en")] if after and many else []
            yield from seen
            if "organisation behind comma" in seen:
                yield "organisation before"  # two firms share no person's name
            return
        if not sentence[i].is_capital:
            return
