"""What an article says, for asking whether a summary's words are in it and where."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from agents.text import sentences

from .words import Word, is_kin, words

_PREFIX = 3  # letters that a word's forms share in any case
_TAIL = 5  # letters of a compound's last part
_ABROAD = [  # countries whose people and languages are called otherwise, both ways
    pair
    for one, other in map(str.split, (
    "frankreich franzos", "france french", "netherlands dutch", "spain spanish", "spain spaniard",
    "deutschland allemand", "allemagne allemand", "espagne espagnol", "alemania aleman",
    "francia frances", "grossbritannien brit", "wales welsh", "schweiz swiss", "suisse swiss",
    "francais france", "espanol espana", "usa us", "united us", "states us", "vereinigte us",
    "etats us", "unis us", "estados us", "unidos us", "usa amerika", "eeuu estados", "uk united",
    "uk britain", "british britain", "polen polnisch", "poland polish", "danemark danois",
    ))
    for pair in ((one, other), (other, one))
]  # fmt: skip


class Known(NamedTuple):
    """The article's words: in order, by the case they are written in, by how they begin."""

    said: Sequence[Word]
    starts: frozenset[int]  # places of words that open a sentence
    sentence_of: Sequence[int]
    capital: frozenset[str]
    small: frozenset[str]
    places: Mapping[str, Sequence[int]]

    def places_of(self, folded: str) -> list[int]:
        """Where the article has a form of the word."""
        close = self.places.get(folded[:_PREFIX], ())
        found = [i for i in close if is_kin(self.said[i].folded, folded)]
        for here, there in _ABROAD:
            if not found and folded.startswith(here):
                near = self.places.get(there[:_PREFIX], ())
                found = [i for i in near if self.said[i].folded.startswith(there)]
        return found

    def has_tail(self, folded: str) -> bool:
        """Whether a compound ends in a word of the article, or the word ends one there."""
        tails = {folded[at:] for at in range(3, len(folded) - _TAIL + 1)}
        return not (tails.isdisjoint(self.small) and tails.isdisjoint(self.capital)) or (
            len(folded) >= _TAIL
            and any(w.endswith(folded) and len(w) > len(folded) + 2 for w in self.capital)
        )

    def has_long_form(self, acronym: str) -> bool:
        """Whether capitalised words of the article begin with the acronym's letters."""
        letters = acronym.lower()
        for i, word in enumerate(self.said):
            near = self.said[i : i + len(letters) + 3]
            if word.text[0].isupper() and _initials(near).startswith(letters):
                return True
        return False


def _initials(found: Sequence[Word]) -> str:
    return "".join(w.folded[0] for w in found if w.text[0].isupper())


@lru_cache(maxsize=64)
def known(article: str, language: str) -> Known:
    """The article's words."""
    said: list[Word] = []
    starts: set[int] = set()
    sentence_of: list[int] = []
    for at, (start, end) in enumerate(sentences(article, language)):
        starts.add(len(said))
        found = words(article[start:end])
        said += found
        sentence_of += [at] * len(found)
    places: defaultdict[str, list[int]] = defaultdict(list)
    for i, word in enumerate(said):
        places[word.folded[:_PREFIX]].append(i)
    inside = [w for i, w in enumerate(said) if i not in starts]
    capital = frozenset(w.folded for w in inside if w.text[0].isupper())
    small = frozenset(w.folded for w in said if w.text[0].islower())
    return Known(said, frozenset(starts), sentence_of, capital, small, dict(places))
