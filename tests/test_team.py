"""When the workers of a measurement are a team."""

from collections.abc import Sequence

import pytest

from streams.bench.team import is_shared


@pytest.mark.parametrize("shares", [(4,), (2, 2), (1, 3), (1, 1, 1, 1), (1, 1, 1, 1, 0)], ids=str)
def test_workers_are_a_team_when_each_has_a_share(shares: Sequence[int]) -> None:
    assert is_shared(4, shares)


@pytest.mark.parametrize(
    "shares",
    [
        pytest.param((0, 0), id="nobody is ready"),
        pytest.param((4, 0), id="the first has all, the second has not joined"),
        pytest.param((0, 2), id="two are on their way"),
        pytest.param((4, 2), id="one has not heard that it gave two away"),
    ],
)
def test_no_team_before_that(shares: Sequence[int]) -> None:
    assert not is_shared(4, shares)
