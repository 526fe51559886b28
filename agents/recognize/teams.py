"""Which towns are teams in a report of a match: Aberdeen beat Falkirk."""

from collections.abc import Iterable, Sequence

from .german import is_of_league
from .lexicon import countries, first_names, last_names, towns, words
from .mentions import Mention
from .shapes import is_place
from .words import Sentence

_ENOUGH = 4  # words of sport that make a report
_OF_OTHERS = frozenset(
    ("city", "town", "region", "ends like LOC", "unlisted word", "head LOC", "first name")
)  # what speaks for a place or a person
_CLUBS = frozenset(
    ("United", "City", "Town", "County", "Rovers", "Wanderers", "Athletic", "Albion", "Thistle")
)
_TOWARDS = frozenset(("to", "a", "à", "desde", "from"))  # a team is travelled to as well
_SKIPPED = ("'s", "’s", "a", "ha", "est", "have", "had", ",", "who", "qui", "que")
_OF = ("del", "de", "du", "d'", "d’")
_JOINTS = ("and", "et", "y", "e", "und")

Group = Sequence[Mention]
Evidence = dict[str, float]


def with_teams(groups: Sequence[Group], found: Sequence[Evidence], language: str) -> list[Evidence]:
    """The evidence of each group, where a town that plays is a club."""
    told = [language == "de" and _is_told(group) for group in groups]
    found = [_as_club(e) if own else e for e, own in zip(found, told, strict=True)]
    sentences = {id(m.sentence): m.sentence for group in groups for m in group}
    if not _is_report(sentences.values(), language):
        return found
    may_play = [_may_play(group, language) for group in groups]
    teams = {
        group[0].text
        for group, may in zip(groups, may_play, strict=True)
        if may and any(_plays(m, language) for m in group)
    }
    playing = [group for group, may in zip(groups, may_play, strict=True) if may]
    clubs = [m.text for group in playing for m in group if _is_club(m)]
    teams.update(clubs, (club.split()[0] for club in clubs))
    return [
        _as_club(evidence) if may and any(_is_one_of(m, teams) for m in group) else evidence
        for group, evidence, may in zip(groups, found, may_play, strict=True)
    ]


def _is_report(sentences: Iterable[Sentence], language: str) -> bool:
    """Whether the sentences that name something use several words of reports of matches."""
    known = words("context", "sport", language)
    return len({w.text for s in sentences for w in s if w.text in known}) >= _ENOUGH


def _may_play(group: Group, language: str) -> bool:
    """Whether it is one word, no country or person, and nowhere where something is."""
    name = group[0].text
    if all(map(_is_club, group)):
        return not any(_before(m) == "in" for m in group)  # in Orange County
    person = name in first_names() or name in last_names()
    if name in countries() or (person and not is_place(name)):
        return False
    where = words("words", "place_preposition", language) - _TOWARDS
    single = all(m.first == m.last and not m.quoted for m in group)
    return single and not any(_before(m) in where for m in group)


def _is_told(group: Group) -> bool:
    """Whether the text says that it plays in a league: Zweitligist Karlsruhe."""
    before = [m.sentence[m.first - 1].text for m in group if m.first]
    return any(map(is_of_league, before)) and _may_play(group, "de")


def _is_club(mention: Mention) -> bool:
    """Huddersfield Town, Ross County: in a report it is no town or county."""
    parts = mention.text.split()
    return len(parts) == 2 and parts[1] in _CLUBS and not _is_known_place(mention.text)


def _is_known_place(name: str) -> bool:
    """Cape Town, Kansas City: cities that end in a club's word."""
    return is_place(name) or name in towns()


def _before(mention: Mention) -> str:
    return mention.sentence[mention.first - 1].text.lower() if mention.first else ""


def _plays(mention: Mention, language: str) -> bool:
    """Whether a word of play stands on one of its sides."""
    if _before(mention) in words("context", "opposed", language):
        return True
    player = mention.sentence[mention.first - 2].text if mention.first > 1 else ""
    if _before(mention) in _OF and player in words("context", "player", language):
        return True  # delantero del Getafe
    after = [w.text.lower() for w in mention.sentence[mention.last + 1 : mention.last + 4]]
    near = next((text for text in after if text not in _SKIPPED), "")
    return near in words("context", "plays", language)


def _is_one_of(mention: Mention, teams: set[str]) -> bool:
    """Whether it is a team or is joined to one: a tie between Motherwell and Kilmarnock."""
    sentence, i, j = mention.sentence, mention.first, mention.last
    joined = [sentence[i - 2].text] if i > 1 and sentence[i - 1].text in _JOINTS else []
    if j + 2 < len(sentence) and sentence[j + 1].text in _JOINTS:
        joined.append(sentence[j + 2].text)
    return bool(teams.intersection([mention.text, *joined]))


def _as_club(evidence: Evidence) -> Evidence:
    kept = {feature: value for feature, value in evidence.items() if feature not in _OF_OTHERS}
    return kept | {"club": 1.0}
