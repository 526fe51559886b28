"""Parts that are made ahead: in order, one at a time, while earlier ones are used."""

import threading

import pytest

from agents.models.ahead import PART, ahead

PATIENCE_S = 30.0  # only what hangs is given up


def test_everything_comes_in_order():
    items = range(5 * PART + 3)
    assert list(ahead(lambda part: [-one for one in part], items)) == [-one for one in items]
    assert list(ahead(list, [])) == []


def test_the_next_part_is_made_while_the_first_is_used():
    is_next_made = threading.Event()

    def make(part):
        if part[0] >= PART:
            is_next_made.set()
        return part

    made = ahead(make, range(2 * PART))
    assert next(made) == 0
    assert is_next_made.wait(PATIENCE_S)  # nothing more was asked for
    assert list(made) == list(range(1, 2 * PART))


def test_parts_are_made_one_at_a_time():
    meeting = threading.Barrier(2)

    def make(part):
        with pytest.raises(threading.BrokenBarrierError):  # nobody comes
            meeting.wait(0.2)
        return part

    list(ahead(make, range(9 * PART)))


def test_a_single_part_needs_no_thread():
    [thread] = set(ahead(lambda part: [threading.get_ident()] * len(part), range(PART)))
    assert thread == threading.get_ident()


def test_an_error_comes_out():
    def make(part):
        if part[0]:
            raise ValueError("too long")
        return part

    with pytest.raises(ValueError, match="too long"):
        list(ahead(make, range(2 * PART)))
