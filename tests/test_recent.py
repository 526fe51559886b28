"""What is kept of texts that may come again: bounded, in order, asked for once."""

import pytest

from agents.models.recent import Recent


class Upper:
    """Finds a text's capitals, and notes what it was asked."""

    def __init__(self):
        self.asked = []

    def __call__(self, texts):
        self.asked.append(texts)
        return [text.upper() for text in texts]


def test_results_stand_in_the_order_of_the_texts():
    find = Upper()
    assert Recent(10).results(["b", "a", "b"], find) == ["B", "A", "B"]
    assert find.asked == [["b", "a"]]


def test_a_text_that_comes_again_is_not_asked_for():
    recent, find = Recent(10), Upper()
    recent.results(["a", "b"], find)
    assert recent.results(["b", "c", "a"], find) == ["B", "C", "A"]
    assert find.asked == [["a", "b"], ["c"]]


def test_the_text_that_was_not_read_for_longest_goes_first():
    recent, find = Recent(2), Upper()
    for text in ("a", "b", "a", "c", "a", "b"):
        recent.results([text], find)
    assert find.asked == [["a"], ["b"], ["c"], ["b"]]


def test_more_texts_than_are_kept_have_their_results():
    recent, find = Recent(2), Upper()
    assert recent.results(["a", "b", "c", "a"], find) == ["A", "B", "C", "A"]
    assert len(recent._kept) == 2


def test_none_are_kept_where_none_are_wanted():
    recent, find = Recent(0), Upper()
    assert recent.results(["a", "", "a"], find) == ["A", "", "A"]
    recent.results(["a"], find)
    assert find.asked == [["a", ""], ["a"]]
    assert not recent._kept


def test_of_long_texts_fewer_are_kept():
    recent, find = Recent(4), Upper()
    recent.results([letter * 500 for letter in "abc"], find)
    assert len(recent._kept) == 2
    recent.results(["d" * 5000], find)
    assert (len(recent._kept), recent._chars) == (0, 0)


def test_what_fails_is_not_kept():
    recent, find = Recent(10), Upper()
    with pytest.raises(ZeroDivisionError):
        recent.results(["a"], lambda _: 1 / 0)
    with pytest.raises(ValueError, match="shorter"):
        recent.results(["a"], lambda _: [])
    assert recent.results(["a"], find) == ["A"]
