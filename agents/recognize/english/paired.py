"""Two words joined by "and" that share the head behind them: Wildfowl and Wetlands Trust."""

from agents.recognize import lexicon
from agents.recognize.breaks import is_head, is_own
from agents.recognize.lexicon import countries, is_nationality
from agents.recognize.shapes import is_acronym, is_place
from agents.recognize.words import Sentence

_REGIONS = ("Southern", "Northern", "Eastern", "Western")
_OF_TOWNS = frozenset(("hospital", "police", "constabulary", "college", "university", "trust"))
_WIDE = ("National", "Federal", "Royal", "Joint", "European", "Central")
_LONGEST_LIST = 5  # fields before the last
_FORCES = frozenset(("police", "constabulary", "nhs"))  # Devon and Cornwall Police
_SERVICES = frozenset(
    (
        "service",
        "services",
        "executive",
        "ombudsman",
        "inspectorate",
        "team",
        "workers",
        "organisation",
        "organization",
        "directorate",
    )
)


def ends_one(sentence: Sentence, start: int, i: int) -> bool:
    """Whether both sides of the "and" at `i` share the head behind them."""
    j, end = i + 1, i + 1
    while end + 1 < len(sentence) and sentence[end + 1].is_capital:
        end += 1
    if end <= j or i <= start:
        return False
    heads = lexicon.words("words", "shared_head", "all")
    fields = lexicon.words("words", "field", "en")
    if _is_in(sentence, i - 1, fields) and _is_in(sentence, j, fields):
        return any(_is_in(sentence, k, heads | _SERVICES) for k in range(j + 1, end + 1))
    royal = sentence[start].text == "Royal"
    if start == (i - 2 if royal else i - 1) and _are_towns(sentence, i):
        return any(_is_in(sentence, k, heads | _OF_TOWNS) for k in range(j + 1, end + 1))
    if not _is_in(sentence, end, heads):
        return False
    if (sentence[i - 1].text, sentence[j].text) == ("City", "County"):
        return True  # Limerick City and County Council
    alone = i == 1 or not sentence[i - 2].is_capital or _is_of_land(sentence, start, i)
    return alone and _shares(sentence, i - 1) and _shares(sentence, j)


def _is_of_land(sentence: Sentence, start: int, i: int) -> bool:
    """Utah Test and Training Range, Australian Competition and Consumer Commission."""
    opening = sentence[start].text
    land = opening in _WIDE or is_place(opening) or is_nationality(opening, "en")
    return start == i - 2 and land


def listed_end(sentence: Sentence, start: int, i: int) -> int | None:
    """Where a list that begins before the comma at `i` goes on, if its last word has a head.

    Culture, Media and Sport Committee.
    """
    fields = lexicon.words("words", "field", "en")
    j = i
    for _ in range(_LONGEST_LIST):
        if sentence[j].text != "," or j + 2 >= len(sentence) or not _is_in(sentence, j - 1, fields):
            break
        j += 2
    shared = j > i and sentence[j].text == "and" and ends_one(sentence, start, j)
    return j + 1 if shared else None


def is_field(sentence: Sentence, i: int) -> bool:
    """Whether the word may stand for what an authority is for: no place, person or acronym."""
    if i >= len(sentence) or not sentence[i].is_capital:
        return False
    text = sentence[i].text
    return text.isalpha() and not is_own(text)


def _are_towns(sentence: Sentence, i: int) -> bool:
    """The Luton and Dunstable University Hospital: the article is not the town's."""
    article = i > 1 and sentence[i - 2].text.lower() in ("the", "royal")
    article = article or _is_in(sentence, min(i + 2, len(sentence) - 1), _FORCES)
    before, after = sentence[i - 1].text, sentence[i + 1].text
    named = is_place(before) and not is_head(after, "en") and not is_nationality(after, "en")
    alike = is_place(after) or before not in countries()  # the Ukraine and World Bank
    return article and named and alike and not is_acronym(before)


def _shares(sentence: Sentence, i: int) -> bool:
    text = sentence[i].text
    return text in _REGIONS or (is_field(sentence, i) and not is_head(text, "en"))


def _is_in(sentence: Sentence, i: int, listed: frozenset[str]) -> bool:
    return sentence[i].is_capital and sentence[i].text.lower() in listed
