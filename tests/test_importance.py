"""What words are worth to a summary, and that each is counted once."""

from itertools import pairwise

import numpy as np
import pytest

from agents.summarize.choice import Encoded, Limits, choose
from agents.summarize.importance import importances
from agents.summarize.passages import passages

TEXT = """The harbour of Ostby reopened on Tuesday. Ferries of Nordlink sail again.

Nordlink had stopped them for weeks. The repairs cost 12 million crowns, and Nordlink pays."""
TITLE = "Harbour reopened"


def worth(stem, text=TEXT, title=TITLE):
    return importances(passages(text, "en"), title)[stem]


@pytest.mark.parametrize(
    ("more", "less"),
    [
        pytest.param("12", "crowns", id="figures"),
        pytest.param("harbou", "ostby", id="words of the title"),
        pytest.param("tuesda", "repair", id="early ones"),
        pytest.param("nordli", "ferrie", id="names that come again"),
    ],
)
def test_the_more_important_word_is_worth_more(more, less):
    assert worth(more) > worth(less)


def test_every_telling_word_has_a_whole_worth():
    found = importances(passages(TEXT, "en"), TITLE)
    assert set(found) == {stem for passage in passages(TEXT, "en") for stem in passage.stems}
    assert all(type(value) is int for value in found.values())


@pytest.mark.parametrize(
    ("title", "text", "stem"),
    [
        ("EU fines Nordlink", "The shipping line Nordlink was fined. The EU said so.", "eu"),
        ("Le port", "La ligne ferme, selon l'ONU. Elle avait dix navires.", "onu"),
    ],
)
def test_acronyms_count_although_they_are_short(title, text, stem):
    assert worth(stem, text, title) != 0


def test_of_sentences_alike_in_place_those_with_more_new_are_told():
    lead = "The harbour of Ostby reopened on Tuesday after the repairs of the quay."
    again = "The harbour of Ostby could on Tuesday be called reopened after repairs."
    new = "The shipping line Nordlink expects 40,000 travellers before the week ends."
    for order in ((again, new), (new, again)):
        found = passages(" ".join((lead, *order)), "en")
        unlike = np.eye(len(found), dtype=np.float32)  # no vector tells that one repeats another
        chosen = choose(Encoded(found, unlike, "", np.zeros_like(unlike[0])), Limits(2, 480))
        assert [passage.text for passage in chosen] == [lead, new]


def test_a_word_that_comes_later_is_worth_less():
    words = ("alpha", "bravo", "delta", "gamma")
    text = " ".join(f"Nobody knows {word} here." for word in words)
    values = [worth(word[:6], text, "") for word in words]
    assert all(first > second for first, second in pairwise(values))
