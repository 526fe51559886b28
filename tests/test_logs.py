"""What workers say: a library's line seldom, and no alarm at what passes by itself."""

import logging

import pytest
from aiokafka.errors import (
    GroupAuthorizationFailedError,
    GroupCoordinatorNotAvailableError,
)

from streams import logs
from streams.logs import Seldom


@pytest.fixture
def lines(monkeypatch):
    """Says something as aiokafka; gives the lines that come through, with their levels."""
    seldom, clock = Seldom(), [0.0]
    monkeypatch.setattr(logs.time, "monotonic", lambda: clock[0])
    monkeypatch.setattr(logging.getLogger(), "level", logging.INFO)

    def say(error, after_s=0.0, level=logging.ERROR, name="aiokafka.consumer"):
        clock[0] += after_s
        record = logging.LogRecord(name, level, "", 0, "it failed: %s", (error,), None)
        return (record.levelname, record.getMessage()) if seldom.filter(record) else None

    return say


def test_what_is_tried_again_is_no_error_the_first_time(lines):
    passing = GroupCoordinatorNotAvailableError()
    assert lines(passing) == ("INFO", f"it failed: {passing} (trying again)")
    assert lines(passing, after_s=1) is None
    assert lines(passing, after_s=30) == ("ERROR", f"it failed: {passing}")


def test_an_error_that_stays_is_one_at_once(lines):
    lasting = GroupAuthorizationFailedError("summarize")
    assert lines(lasting) == ("ERROR", f"it failed: {lasting}")


def test_who_wants_warnings_only_hears_nothing_of_what_passes(lines, monkeypatch):
    monkeypatch.setattr(logging.getLogger(), "level", logging.WARNING)
    passing = GroupCoordinatorNotAvailableError()
    assert lines(passing) is None
    assert lines(passing, after_s=30) == ("ERROR", f"it failed: {passing}")


def test_our_own_lines_all_come(lines):
    assert [lines("x", name="streams.worker") for _ in range(3)] == [("ERROR", "it failed: x")] * 3
