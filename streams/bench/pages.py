"""The pages of a worker, asked from outside: what they say, and how long they take."""

import http.client
import threading
import time
from collections.abc import Sequence
from typing import Self

Address = tuple[str, int]

_ANSWER_S = 30.0  # who is silent for so long has hung


def ask(address: Address, path: str) -> bytes:
    """The page's text; empty JSON where nobody listens yet."""
    line = http.client.HTTPConnection(*address, timeout=_ANSWER_S)
    try:
        line.request("GET", path)
        return line.getresponse().read()
    except ConnectionRefusedError:
        return b"{}"
    finally:
        line.close()


class Pulse:
    """Asks pages again and again while entered, each in a thread of its own."""

    def __init__(self, pages: Sequence[Address], path: str, every_s: float) -> None:
        self.took_s: tuple[list[float], ...] = tuple([] for _ in pages)  # an answer each
        self._path = path
        self._every_s = every_s
        self._is_over = threading.Event()
        self._threads = [
            threading.Thread(target=self._follow, args=pair, daemon=True)
            for pair in zip(pages, self.took_s, strict=True)
        ]

    def __enter__(self) -> Self:
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._is_over.set()
        for thread in self._threads:
            thread.join(_ANSWER_S)

    def _follow(self, page: Address, took_s: list[float]) -> None:
        while not self._is_over.wait(self._every_s):
            started = time.perf_counter()
            ask(page, self._path)
            took_s.append(time.perf_counter() - started)
