"""Offices around English names: Minister for Finance Ann Lee, UK Home Secretary, Labour MP."""

from collections.abc import Iterator

from agents.recognize import lexicon
from agents.recognize.lexicon import first_names, is_known
from agents.recognize.persons import looks_personal
from agents.recognize.shapes import is_place
from agents.recognize.words import Run, Sentence

BEFORE_ROLES = frozenset(  # the first words of titles
    ("vice", "former", "ex", "prime", "deputy", "assistant", "rear", "chief", "acting", "district",
     "state", "grand", "ceann", "shadow", "first", "permanent", "junior", "senior", "interim")
)  # fmt: skip
MEMBERS = frozenset(("MP", "MPs", "MEP", "MEPs", "MSP", "MSPs", "TD", "TDs", "MLA", "MLAs"))
_HONOURS = frozenset(
    (
        "KC",
        "QC",
        "OBE",
        "MBE",
        "CBE",
        "DBE",
        "KBE",
        "KCB",
        "GBE",
        "CMG",
        "KCMG",
        "FRS",
        "PhD",
        "MD",
        "OAM",
        "AM",
        "AO",
        "AC",
    )
)
_SIDES = ("majority", "minority", "opposition")
_MINISTERS = frozenset(
    ("minister", "ministers", "secretary", "undersecretary", "commissioner", "spokesman",
     "spokeswoman", "spokesperson", "envoy", "adviser", "advisor", "tsar", "czar", "chief",
     "officer")
)  # fmt: skip
_RULERS = frozenset(
    ("archbishop", "bishop", "mayor", "governor", "president", "duke", "duchess", "earl", "emir",
     "sultan", "king", "queen", "prince", "princess", "chancellor", "premier", "ambassador")
)  # fmt: skip
_LINKS = frozenset(("for", "of", "the", "and", ",", "&"))
_FARTHEST = 12  # words from "Minister" to the person


def behind_office(sentence: Sentence, first: int, last: int) -> Iterator[Run]:
    """The run without what a minister before it is for: Finance of Minister for Finance Ann Lee.

    Wales of Secretary of State for Wales Ann Lee is a name of its own.
    """
    start = first
    if _follows_office(sentence, first):
        places = range(min(last - 1, first + 2), first - 1, -1)
        place = next((i for i in places if _is_place(sentence, first, i)), None)
        start = _person(sentence, first if place is None else place + 1, last)
        if place is not None and start > place:
            yield first, place
    yield start, last


def _follows_office(sentence: Sentence, first: int) -> bool:
    """Whether a minister or the like and "for" or "of" lead to the word."""
    if first < 2 or sentence[first - 1].text not in _LINKS:
        return False
    for i in range(first - 1, max(-1, first - _FARTHEST), -1):
        text = sentence[i].text
        if text.lower() in _MINISTERS | _RULERS:
            return sentence[i + 1].text in ("for", "of")
        if text not in _LINKS and not sentence[i].is_capital:
            return False
    return False


def _is_place(sentence: Sentence, first: int, last: int) -> bool:
    """Whether the words are a place or a body and a person's first name follows."""
    name = " ".join(w.text for w in sentence[first : last + 1])
    return (is_place(name) or is_known(name)) and sentence[last + 1].text in first_names()


def _person(sentence: Sentence, first: int, last: int) -> int:
    """The index where the person's name begins behind what the office is for."""
    start = first
    while start < last and _is_portfolio(sentence[start].text):
        start += 1
    named = [w.text for w in sentence[start : last + 1]]
    return start if looks_personal(named) else first


def _is_portfolio(text: str) -> bool:
    listed = lexicon.words("words", "portfolio", "en") | _LINKS
    return text.lower() in listed


def is_office(sentence: Sentence, first: int, last: int) -> bool:
    """Whether the words are an office without its holder: Lord Chancellor, Home Secretary."""
    head = sentence[last].text.lower()
    roles = lexicon.words("context", "role", "en")
    if first == last or head not in roles | _MINISTERS:
        return False
    if head in lexicon.words("words", "doubtful_role", "all"):
        return False
    before = roles | BEFORE_ROLES
    if head in _MINISTERS:
        before = before | lexicon.words("words", "portfolio", "en") | _LINKS
    return all(w.text.lower() in before for w in sentence[max(first, last - _FARTHEST) : last])


def without_side(sentence: Sentence, first: int, last: int) -> int | None:
    """The last index without what a leader leads, Senate of Senate Majority; None for all."""
    if sentence[last].text.lower() not in _SIDES:
        return last
    return last - 1 if last > first else None


def without_office(sentence: Sentence, first: int, last: int) -> int | None:
    """The last index before a title that stands inside a run, where its own first words are cut.

    British Prime Minister leaves British, Senate Majority Leader the Senate, UK Home Secretary UK.
    """
    minister = sentence[last + 1].text.lower() in _MINISTERS
    while last >= first and (
        sentence[last].text.lower() in BEFORE_ROLES
        or (minister and _is_portfolio(sentence[last].text))
    ):
        last -= 1
    return without_side(sentence, first, last) if last >= first else None


def without_seat(sentence: Sentence, first: int, last: int) -> int:
    """The last index without what a member of parliament is: Labour of Labour MP.

    Nor with the letters of honours: Mark Lucraft of Mark Lucraft KC.
    """
    while last > first + 1 and sentence[last].text in _HONOURS and _is_named(sentence, first):
        last -= 1
    return last - 1 if first < last and sentence[last].text in MEMBERS else last


def _is_named(sentence: Sentence, first: int) -> bool:
    return sentence[first].text in first_names()
