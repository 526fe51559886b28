"""In whose voice a block speaks; a name is nobody's."""

import pytest

from agents.clean.block import Block
from agents.clean.evidence import gather

REST = "The council of the town has heard of it on Tuesday and wants to see all of the letters."


def voice(text: str) -> float:
    return gather([Block([], text), Block([], REST)])[0].voice


@pytest.mark.parametrize(
    "text",
    [
        "She owns the restaurant My Table by Ida in the old town and is proud of what it sells.",
        "The procession left the church of Our Lady of Holm before the first of the ferries.",
        "The factories of the US are said to be waiting for parts that the yard had promised.",
    ],
)
def test_a_name_with_such_a_word_in_it_is_no_voice(text: str) -> None:
    assert voice(text) == 0.0


@pytest.mark.parametrize(
    "text",
    [
        "My table in the old town is always free, and all that is left of it is of the best.",
        "In the old town, my table is always free, and all that is left of it is of the best.",
    ],
)
def test_whoever_says_my_speaks(text: str) -> None:
    assert voice(text) > 0.0
