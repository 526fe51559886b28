"""What a worker answers of itself."""

from collections.abc import Awaitable, Callable
from types import SimpleNamespace
from typing import Any

import pytest

from streams.health import serve
from streams.metrics import Metrics
from streams.progress import Progress

Page = Callable[[Any, Any], Awaitable[tuple[dict[str, Any], int]]]


class App:
    """Keeps the pages that are added to it."""

    def __init__(self) -> None:
        self.should_stop = False
        self.pages: dict[str, Page] = {}

    def page(self, path: str) -> Callable[[Page], Page]:
        def keep(function: Page) -> Page:
            self.pages[path] = function
            return function

        return keep


WEB = SimpleNamespace(json=lambda facts, status: (facts, status))


@pytest.mark.parametrize(
    ("is_joined", "should_stop", "status", "code"),
    [
        (False, False, "starting", 503),
        (True, False, "ok", 200),
        (True, True, "stopping", 503),
        (False, True, "stopping", 503),
    ],
)
async def test_readyz_says_what_the_worker_is_at(
    is_joined: bool, should_stop: bool, status: str, code: int
) -> None:
    app, progress = App(), Progress()
    serve(app, "clean", progress, Metrics("clean", progress), deadline_s=1.0)
    progress.is_joined, app.should_stop = is_joined, should_stop
    facts, answered = await app.pages["/readyz"](WEB, None)
    assert (facts["status"], answered) == (status, code)
