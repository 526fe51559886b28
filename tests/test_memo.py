"""What is remembered of words: each asked for once, long ones never kept."""

from agents.clean.memo import Memo


def test_a_word_is_looked_up_once():
    asked: list[str] = []
    memo = Memo(lambda word: (asked.append(word), len(word))[1])
    assert [memo["news"], memo["news"]] == [4, 4]
    assert asked == ["news"]


def test_what_is_too_long_for_a_word_is_answered_but_not_kept():
    memo = Memo(len)
    assert memo["x" * 500] == 500
    assert not memo
