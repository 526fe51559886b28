"""Batches of fixed shapes."""

from hypothesis import given
from hypothesis import strategies as st

from agents.models.batching import Batch, fixed_batches, rows_within

ROWS_OF = {8: 4, 16: 2, 32: 1}


def test_texts_of_like_length_run_together():
    assert list(fixed_batches([5, 20, 8, 9], ROWS_OF)) == [
        Batch(rows=(1,), filler=0, length=32),
        Batch(rows=(0, 2), filler=2, length=8),
        Batch(rows=(3,), filler=1, length=16),
    ]


def test_a_batch_that_is_full_does_not_wait_for_other_texts():
    lengths = iter([9, 5, 16, 5, 3])
    assert next(fixed_batches(lengths, ROWS_OF)) == Batch(rows=(0, 2), filler=0, length=16)
    assert list(lengths) == [5, 3]


def test_no_texts_make_no_batches():
    assert list(fixed_batches([], ROWS_OF)) == []


@given(st.lists(st.integers(1, 32), max_size=40))
def test_every_text_is_in_one_batch_that_holds_it(lengths):
    batches = list(fixed_batches(lengths, ROWS_OF))
    assert sorted(row for batch in batches for row in batch.rows) == list(range(len(lengths)))
    assert all(lengths[row] <= batch.length for batch in batches for row in batch.rows)


@given(st.lists(st.integers(1, 32), max_size=40))
def test_a_length_has_one_shape_whatever_the_company(lengths):
    for batch in fixed_batches(lengths, ROWS_OF):
        assert len(batch.rows) + batch.filler == ROWS_OF[batch.length]


def test_rows_are_as_many_as_the_tokens_allow():
    assert rows_within(64, [8, 16, 100]) == {8: 8, 16: 4, 100: 1}
    assert rows_within(64, [8, 16, 100], most=5) == {8: 5, 16: 4, 100: 1}
