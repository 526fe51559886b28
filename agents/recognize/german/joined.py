"""Whether two German names that stand side by side are one: High Performance Metals."""

from collections.abc import Sequence

from agents.recognize.shapes import is_acronym, nominative
from agents.recognize.words import Sentence

from .compounds import head_type, is_institution, is_role
from .heads import is_local, takes_town
from .persons import meets_person
from .towned import NAME_TAGS


def joins(sentence: Sentence, tags: Sequence[str], i: int) -> bool:
    """Whether an unknown noun stands between two names without an article."""
    unknown = tags[i] == "NN?" and is_acronym(sentence[i - 1].text)
    if unknown and head_type(sentence[i].text) == "ORG":
        return True  # BDO Unibank
    if tags[i] != "NN?" or i + 1 >= len(sentence) or is_role(sentence[i].text):
        return False
    before, after = sentence[i - 1].text, sentence[i + 1]
    owner = nominative(before, "de") != before  # Sachsens Ressortchef
    return after.is_capital and tags[i + 1] in NAME_TAGS and not owner


def parts(sentence: Sentence, tags: Sequence[str], start: int, i: int) -> bool:
    """Whether a new name begins at `i` although the last one has just ended."""
    head, text = sentence[start].text, sentence[i].text
    body = start == i - 1 and is_institution(head) and not (takes_town(head) and is_local(text))
    return body or meets_person(sentence, tags, start, i)
