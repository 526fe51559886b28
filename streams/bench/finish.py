"""When a measurement is over, and what it took."""

import asyncio
import resource
from collections.abc import Awaitable, Callable
from typing import Any


class Finish:
    """Set once so many articles are done: a loop that looks for it takes time of what it times."""

    def __init__(self) -> None:
        self._left = 0
        self._reached = asyncio.Event()

    def set_goal(self, count: int) -> None:
        """So many from now on."""
        self._left = count
        self._reached.clear()

    def add(self, count: int) -> None:
        """So many are done."""
        self._left -= count
        if self._left <= 0:
            self._reached.set()

    async def reached(self) -> None:
        """Returns when all are done."""
        await self._reached.wait()


def cpu_s() -> float:
    """Seconds of all processors that this process has used."""
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


async def running(app: Any, measure: Callable[[], Awaitable[None]]) -> None:
    """The app beside the measuring, until that is done or either fails."""
    app.loop = asyncio.get_running_loop()
    await app.start()
    try:
        await measure()
    finally:
        await app.stop()
