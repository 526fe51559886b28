"""What a whole English text tells of its names: storms by their first names, ships by articles."""

from collections.abc import Sequence

from agents.recognize.lexicon import first_names, landmarks, words
from agents.recognize.mentions import Mention

_VESSELS = frozenset(
    ("ship", "ships", "vessel", "boat", "ferry", "tanker", "freighter", "yacht", "trawler", "tug",
     "submarine", "frigate", "destroyer", "warship", "liner", "barge", "dredger", "schooner",
     "steamer", "icebreaker", "lifeboat")
)  # fmt: skip
_AFLOAT = _VESSELS | {"aboard", "sailed", "capsized", "sank", "docked", "moored", "crew", "captain"}
_OFTEN = 3  # vessels in a text that is about one
# Evidence of a storm's name that is a person's, of a ship's that is a place's.
_PERSONAL = ("short form is last word", "first name", "rare first name", "first name alone")
_LOCAL = ("region", "city", "town", "ends like LOC", "place preposition")
_TOWARDS = frozenset(
    ("in", "through", "across", "into", "near", "along", "over", "around", "at", "to", "towards",
     "up", "down", "between", "off")
)  # fmt: skip
_OTHERS = (  # the beginnings of evidence that it is something else
    *("country", "known", "head", "acronym", "landmark", "nationality", "contains", "opens with"),
    *("legal form", "organisation", "en word tagged other", "en words tagged other", "digits"),
    *("first name", "last name", "club", "place", "event", "work", "ends in"),
)

Group = Sequence[Mention]
Evidence = dict[str, float]


def spoken(groups: Sequence[Group], found: Sequence[Evidence], language: str) -> list[Evidence]:
    """The evidence of each group, where a storm or a ship is spoken of."""
    if language != "en":
        return list(found)
    storm = any(_is_storm(group) for group in groups)
    sentences = {id(m.sentence): m.sentence for group in groups for m in group}
    vessels = sum(w.text in _VESSELS for s in sentences.values() for w in s)
    told = []
    for group, evidence in zip(groups, found, strict=True):
        if storm and (_is_storm(group) or all(map(_is_dated, group))):
            told.append(_changed(evidence, _PERSONAL, "head EVENT"))
        elif vessels and _is_vessel(group, evidence, vessels):
            told.append(_changed(evidence, _LOCAL, "product before"))
        else:
            told.append(evidence)
    return told


def _changed(evidence: Evidence, without: Sequence[str], added: str) -> Evidence:
    return {k: v for k, v in evidence.items() if k not in without} | {added: 1.0}


def _is_storm(group: Group) -> bool:
    """Storm Fergus, Hurricane Ida: a word for a storm and what this one is called."""
    names = [m.text.split() for m in group]
    storms = words("context", "storm", "en")
    return any(len(name) == 2 and name[0].lower() in storms for name in names)


def _is_dated(mention: Mention) -> bool:
    """Debbie in 1961: among storms that is no person."""
    after = [w.text for w in mention.sentence[mention.last + 1 : mention.last + 3]]
    dated = len(after) == 2 and after[0] in ("in", "of") and after[1].isdecimal()
    return dated and len(after[1]) == 4 and mention.text in first_names()


def _is_vessel(group: Group, evidence: Evidence, vessels: int) -> bool:
    """Whether all mentions have an article and a ship is near: The Dali, a ship; the Dali."""
    if any(feature.startswith(_OTHERS) for feature in evidence):
        return False
    if any(len(m.text.split()) > 2 or m.text.endswith("s") or m.text in landmarks() for m in group):
        return False
    near = any(w.text in _AFLOAT for m in group for w in m.sentence)
    return (near or vessels >= _OFTEN) and all(map(_has_article, group))


def _has_article(mention: Mention) -> bool:
    """Whether "the" stands before the name, and no preposition that places have before it."""
    sentence, first = mention.sentence, mention.first
    if not first or sentence[first - 1].text.lower() != "the":
        return False
    return first < 2 or sentence[first - 2].text not in _TOWARDS
