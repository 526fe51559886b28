"""Precision, recall and F1 of bags of tokens, ROUGE, and how many facts a text covers.

ROUGE is Lin 2004, https://aclanthology.org/W04-1013, as F1, without stemming or stop words.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from .normal import content_words, is_covered, tokens


class Rates(NamedTuple):
    """Shares between 0 and 1."""

    precision: float
    recall: float
    f1: float


def rates(right: int, found: int, wanted: int) -> Rates:
    """Nothing found is precise only where nothing was wanted."""
    precision = right / found if found else float(not wanted)
    recall = right / wanted if wanted else 1.0
    both = precision + recall
    return Rates(precision, recall, 2 * precision * recall / both if both else 0.0)


def bag_rates(found: Sequence[Hashable], wanted: Sequence[Hashable]) -> Rates:
    """Each occurrence counts, the order does not."""
    return rates((Counter(found) & Counter(wanted)).total(), len(found), len(wanted))


def mean(values: Iterable[float]) -> float:
    """The arithmetic mean; 0 of nothing."""
    known = list(values)
    return sum(known) / len(known) if known else 0.0


def rouge(text: str, reference: str) -> dict[str, float]:
    """F1 of ROUGE-1, ROUGE-2 and ROUGE-L by name."""
    found, wanted = tokens(text), tokens(reference)
    found_pairs, wanted_pairs = _pairs(found), _pairs(wanted)
    common = _longest_common(found, wanted)
    return {
        "rouge1": bag_rates(found, wanted).f1,
        "rouge2": bag_rates(found_pairs, wanted_pairs).f1 if wanted_pairs else 0.0,
        "rougeL": rates(common, len(found), len(wanted)).f1,
    }


def fact_coverage(text: str, facts: Iterable[str], language: str) -> list[float]:
    """For each fact the share of its content words that the text has."""
    words = set(tokens(text))
    return [_coverage(words, content_words(fact, language)) for fact in facts]


def _coverage(words: set[str], wanted: list[str]) -> float:
    return sum(is_covered(word, words) for word in wanted) / len(wanted) if wanted else 1.0


def _pairs(words: list[str]) -> list[tuple[str, str]]:
    return list(pairwise(words))


def _longest_common(found: list[str], wanted: list[str]) -> int:
    """The length of the longest common subsequence."""
    before = [0] * (len(wanted) + 1)
    for word in found:
        row = [0]
        for place, other in enumerate(wanted):
            both = before[place] + 1 if word == other else max(before[place + 1], row[place])
            row.append(both)
        before = row
    return before[-1]
