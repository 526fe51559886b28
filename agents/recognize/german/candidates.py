"""Runs of words that may be names in German, where every noun has a capital.

What marks a name is its part of speech (NE, FM), its shape, the lists, a first name or a title
before it, or a capitalised adjective before the word for an institution.
"""

from collections.abc import Iterator, Sequence

from agents.recognize import lexicon
from agents.recognize.lexicon import first_names
from agents.recognize.shapes import (
    is_acronym,
    is_common,
    is_function,
    is_number,
    is_odd,
    is_place,
    nominative,
)
from agents.recognize.words import Run, Sentence, Word

from .clubs import opens_club
from .compounds import (
    ends_in_noun,
    head_type,
    is_compound_name,
    is_event,
    is_foreign_head,
    is_institution,
    is_role,
)
from .foreign import foreign_end
from .halves import half_end, is_first_half
from .institutions import institution_end, opens_institution
from .joined import joins, parts
from .landmarks import is_landmark
from .leading import first_of_name, is_of_city, royal
from .marks import is_labelled, is_marked, is_surname, is_well_known, opens_pair
from .numbers import is_case_number, is_lettered, is_numbered_club, league_end, takes_number
from .ordinary import is_centre_party, is_franconia, is_repeated
from .persons import (
    is_article,
    is_called,
    is_councillor,
    is_double_surname,
    is_first_name,
    is_member,
    is_whole_person,
    named_end,
)
from .plain import is_half, is_mistaken, is_noun_too, is_plain
from .prizes import prize_end, with_year
from .slogans import slogan_end
from .towned import NAME_TAGS, park_end
from .venues import building_end, ends_name, legal_end, located_end, named_after, shared_legal_end


def runs(sentence: Sentence, tags: Sequence[str]) -> Iterator[Run]:
    """First and last index of each run of words that may be a name."""
    i = 0
    while i < len(sentence):
        if of_city := is_of_city(sentence, i):
            i += of_city
        end = _run_end(sentence, tags, i)
        if end is None:
            i += 1
            continue
        first = first_of_name(sentence, tags, i, end)
        if first is not None:
            yield first, end
        i = end + 1


def _run_end(sentence: Sentence, tags: Sequence[str], i: int) -> int | None:
    if is_first_half(sentence, i):
        return half_end(sentence, tags, i)
    if is_councillor(sentence, i) or is_case_number(sentence, i) or is_lettered(sentence[i].text):
        return None
    if is_numbered_club(sentence, i):
        return i + 3  # 1. FC Heidenheim
    if whole := _whole_end(sentence, tags, i):
        return whole
    if i + 1 < len(sentence) and foreign_end(sentence, tags, i + 1):
        return None  # Pariser Musée de la Musique
    if opens_institution(sentence, tags, i):
        return with_year(sentence, i, institution_end(sentence, tags, i))
    if not _is_name(sentence, tags, i):
        return None
    end = i
    while (following := _next(sentence, tags, i, end)) is not None:
        end = following
    return end


def _whole_end(sentence: Sentence, tags: Sequence[str], i: int) -> int | None:
    """The end of a name with small words within that opens at `i`, or None."""
    league = league_end(sentence, i)
    if league or not sentence[i].is_capital:
        return league
    company = legal_end(sentence, i) if tags[i].startswith("NN") else None  # Autobahn GmbH
    told = building_end(sentence, tags, i) or slogan_end(sentence, i) or prize_end(sentence, i)
    told = told or park_end(sentence, i) or company or shared_legal_end(sentence, i)
    return told or foreign_end(sentence, tags, i)


def _is_name(sentence: Sentence, tags: Sequence[str], i: int) -> bool:
    word = sentence[i]
    text = word.text
    if not word.is_word or (is_common(text, "de") and not is_franconia(sentence, i)):
        return False
    if _is_grammar(word, tags[i]) and not is_called(sentence, tags, i):
        return False
    if (tags[i].startswith("NN") and is_half(sentence, i)) or is_repeated(sentence, i):
        return False
    if is_centre_party(sentence, i) or (is_odd(text) and len(text) > 1 and not ends_in_noun(text)):
        return True
    if opens_pair(sentence, tags, i):
        return True
    if text.lower() in royal() and i + 1 < len(sentence) and not is_surname(sentence, tags, i):
        return tags[i + 1] in NAME_TAGS and not word.first
    if text[0].isdigit() and "-" in text:
        return is_compound_name(text, tags[i])
    if not word.is_capital or len(text) == 1:
        return False
    if is_role(text) or is_acronym(text):
        return not is_role(text) or is_surname(sentence, tags, i)
    if is_place(nominative(text, "de")):
        return not is_plain(sentence, tags, i)  # nach einem Derby
    if is_well_known(text, tags[i]):
        return not is_noun_too(sentence, tags, i)
    if "-" in text:
        double = i > 0 and is_double_surname(sentence, tags, i)
        return double or is_compound_name(text, tags[i]) or is_labelled(sentence, tags, i)
    if tags[i] in NAME_TAGS:
        return not (is_plain(sentence, tags, i) or is_mistaken(text))
    return (
        is_institution(text) or is_landmark(text) or is_event(text) or is_marked(sentence, tags, i)
    )


def _is_grammar(word: Word, tag: str) -> bool:
    grammar = is_function(word.text, "de") and (word.first or not tag.startswith("N"))
    return grammar and not (word.text.isupper() and len(word.text) > 1)


def _next(sentence: Sentence, tags: Sequence[str], start: int, end: int) -> int | None:
    i = end + 1
    if i >= len(sentence):
        return None
    text = sentence[i].text
    goes_on = is_foreign_head(text) and not is_institution(sentence[end].text)
    if sentence[i].is_capital and (goes_on or opens_club(sentence[end].text)):
        return i
    if "-" in text and sentence[end].text in first_names() and head_type(text) == "ORG":
        return i  # Robert Koch-Institut
    if legal := legal_end(sentence, i) or shared_legal_end(sentence, i):
        return legal
    if (
        ends_name(sentence, i)
        or named_after(sentence, start, i)
        or (start == end and opens_pair(sentence, tags, start))
    ):
        return i
    if located := located_end(sentence, tags, end):
        return located
    if joins(sentence, tags, i):
        return i  # High Performance Metals
    if _is_name(sentence, tags, i):
        return None if parts(sentence, tags, start, i) else i
    if is_number(text):
        return i if takes_number(sentence, tags, start, i) else None
    if text in ("&", "+") and i + 1 < len(sentence) and sentence[i + 1].is_capital:
        return i + 1
    if text in _particles():
        return _behind_particle(sentence, tags, start, i)
    is_model = (len(text) == 1 and text.isupper()) or (text.islower() and "-" in text)
    return i if is_model else None  # Model Y, Audi Q4 e-tron


def _behind_particle(sentence: Sentence, tags: Sequence[str], start: int, i: int) -> int | None:
    j = i
    while j < len(sentence) and sentence[j].text in _particles() and j - i < 2:
        j += 1
    if named_end(sentence, tags, i, j):
        return j
    if is_article(sentence, tags, i) or is_member(sentence, i, j):
        return None
    if is_whole_person(sentence, start, i):
        return None  # Clemens Sturm von der Bank Austria
    person = is_first_name(sentence[i - 1].text) or sentence[i].text not in ("der", "den", "zu")
    if j < len(sentence) and (is_acronym(sentence[j].text) or is_place(sentence[j].text)):
        return None
    if j < len(sentence) and person and _is_name(sentence, tags, j):
        return None if is_place(sentence[i - 1].text) and sentence[i].text == "von" else j
    return None


def _particles() -> frozenset[str]:
    return lexicon.words("words", "particle", "de")
