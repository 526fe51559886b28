"""What texts that no one would print cost: work grows with their length, not with its square."""

from typing import Any

import pytest

from agents.recognize import spans
from agents.recognize.words import split


class Counted(list[Any]):
    """A sentence that counts how many of its words are asked for."""

    asked = 0

    def __getitem__(self, key: Any) -> Any:
        found = super().__getitem__(key)
        self.asked += len(found) if isinstance(key, slice) else 1
        return found


def work(text: str, language: str) -> int:
    (sentence,) = split(text, language)
    counted = Counted(sentence)
    list(spans.runs(counted, language))
    return counted.asked


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Anna ", "en"),
        ("French ", "en"),
        ("Institute and Ann ", "en"),
        ("Universidad de Chile y Anna ", "es"),
        ("Institut de Paris et ", "fr"),
        ("Mundial sub-17 ", "es"),
    ],
)
def test_long_runs_are_looked_at_once(text: str, language: str) -> None:
    assert work(text * 400, language) <= 6 * work(text * 100, language)
