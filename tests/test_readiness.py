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
    ("is_joined", "should_stop", "silence_s", "status", "code"),
    [
        (False, False, 0, "starting", 503),
        (True, False, 0, "ok", 200),
        (True, False, 30, "without a broker", 503),
        (True, True, 0, "stopping", 503),
        (False, True, 0, "stopping", 503),
        (True, True, 30, "stopping", 503),
    ],
)
async def test_readyz_says_what_the_worker_is_at(
    monkeypatch: pytest.MonkeyPatch, is_joined: bool, should_stop: bool, silence_s: float,
    status: str, code: int,
) -> None:  # fmt: skip
    app, progress = App(), Progress()
    monkeypatch.setattr(progress, "silence_s", lambda: silence_s)
    serve(app, "clean", progress, Metrics("clean", progress), deadline_s=1.0, silence_s=20.0)
    progress.is_joined, app.should_stop = is_joined, should_stop
    facts, answered = await app.pages["/readyz"](WEB, None)
    assert (facts["status"], answered) == (status, code)
