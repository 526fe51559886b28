"""Owners that are part of an English name: Women's Council, St Leonard's School, King's College."""

from agents.recognize import lexicon
from agents.recognize.shapes import is_function
from agents.recognize.words import Sentence

_ONE, _MANY = ("'s", "’s"), ("'", "’")
_SAINT = ("St", "St.", "Saint")
_ROYAL = frozenset(("King", "Queen", "Prince", "Princess", "Bishop", "Lord", "Abbot", "Pope"))
_OF_ROYALS = frozenset(
    ("college", "university", "hospital", "school", "theatre", "trust", "fund", "hall", "club",
     "park", "road", "cross", "gallery", "foundation", "palace", "gate", "street", "square",
     "stadium")
)  # fmt: skip
_OF_SAINTS = frozenset(
    ("church", "cathedral", "primary", "grammar", "infirmary", "abbey", "chapel", "parish", "gaa")
)
_OF_TRADES = frozenset(
    ("union", "association", "federation", "confederation", "society", "guild", "institute",
     "alliance", "congress", "ombudsman", "cooperative", "co-operative")
)  # fmt: skip
_OF_MEN = frozenset(
    ("church", "chapel", "mission", "museum", "memorial", "club", "hospital", "hall", "home",
     "homes", "welfare", "arms")
)  # fmt: skip
_TRADES = ("ers", "ors", "ists", "ians", "ants", "eers", "ees", "wives")
_FARTHEST = 4  # words from an owner to the head of what it owns


def owned(sentence: Sentence, i: int) -> int | None:
    """The index behind whose it is, where the mark of possession at `i` is in a name; or None."""
    mark = sentence[i].text
    if mark not in (*_ONE, *_MANY) or i + 1 >= len(sentence):
        return None
    near = sentence[i].start == sentence[i - 1].end
    if not near or not sentence[i + 1].is_capital:
        return None
    return i + 1 if _are_people(sentence, i) or _is_patron(sentence, i) else None


def _are_people(sentence: Sentence, i: int) -> bool:
    """National Women's Council, Citizens' Assembly; Longshoremen's and Officers' Association."""
    owner = sentence[i - 1].text.lower()
    if owner.endswith("s") == (sentence[i].text in _ONE):
        return False
    if owner in lexicon.words("words", "people", "en"):
        return True
    many = owner.endswith(("men", "women")) or (owner.endswith(_TRADES) and _is_trade(owner))
    return many and sentence[i - 1].is_capital and _leads_to(sentence, i + 1, _OF_TRADES | _OF_MEN)


def _is_trade(owner: str) -> bool:
    """Whether it is what people do, not a family: Officers', not Rogers' and Sanders'."""
    name = owner.capitalize()
    return name not in lexicon.first_names() and name not in lexicon.last_names()


def _is_patron(sentence: Sentence, i: int) -> bool:
    """Whether a saint's school or a king's college follows: St Leonard's Catholic School."""
    if is_saint(sentence, i - 1):
        listed = (lexicon.words("heads", kind, "en") for kind in ("ORG", "LOC"))
        return _leads_to(sentence, i + 1, _OF_SAINTS.union(*listed))
    alone = i < 2 or not sentence[i - 2].is_capital or is_function(sentence[i - 2].text, "en")
    return alone and sentence[i - 1].text in _ROYAL and _leads_to(sentence, i + 1, _OF_ROYALS)


def is_saint(sentence: Sentence, i: int) -> bool:
    """Whether the word at `i` is the name of a saint."""
    return i > 0 and sentence[i].is_capital and sentence[i - 1].text in _SAINT


def _leads_to(sentence: Sentence, start: int, heads: frozenset[str]) -> bool:
    """Whether one of the heads stands among the capitals from `start` on."""
    for word in sentence[start : start + _FARTHEST]:
        if not word.is_capital:
            return False
        if word.text.lower() in heads:
            return True
    return False
