"""What is known of words and lines, kept from page to page: most were on others before."""

from collections.abc import Callable
from typing import TypeVar

LONGEST_LINE = 100  # characters; what is longer seldom comes again
MOST_LINES = 8_192
_MOST = 50_000  # words, some megabytes
_Known = TypeVar("_Known")


class Memo(dict[str, _Known]):
    """A function of a word that remembers its answers; asked as `memo[word]`, it takes no call."""

    def __init__(self, find: Callable[[str], _Known]) -> None:
        super().__init__()
        self._find = find

    def __missing__(self, word: str) -> _Known:
        if len(self) >= _MOST:
            self.clear()
        found = self[word] = self._find(word)
        return found
