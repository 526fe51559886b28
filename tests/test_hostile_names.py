"""What texts that no one would print cost: work grows with their length, not with its square."""

from typing import Any

import pytest

from agents.recognize import names, persons, spans
from agents.recognize.find import Found
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


def test_each_short_name_is_held_against_few_long_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = 0
    is_surname = persons.is_surname

    def counted(*arguments: Any) -> bool:
        nonlocal asked
        asked += 1
        return is_surname(*arguments)

    monkeypatch.setattr(names, "is_surname", counted)
    count, text, placed = 200, "", []
    for i in range(count):
        for name in (f"Ann Ber{'o' * i}n", f"Koh{'o' * i}n", f"Ber{'o' * i}n"):
            placed.append(Found(len(text), len(text) + len(name), "PER", 1.0))
            text += f"{name}, "
    assert len(names.grouped(text, placed, "en")) == 2 * count
    assert asked == count
