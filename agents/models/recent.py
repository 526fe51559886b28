"""What was found for the texts read last: wire copy and new versions come again in later batches.

That holds for models that give a text the same bytes in any company, as all of ours do.
"""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from hashlib import blake2b
from typing import Generic, TypeVar

Result = TypeVar("Result")

_CHARS = 256  # for each text that is kept, on average: what is found of a long one is large, too


class Recent(Generic[Result]):
    """Results of up to `most` texts, by the texts' hashes; of fewer where texts are long."""

    def __init__(self, most: int) -> None:
        self._most, self._chars = most, 0
        self._kept: OrderedDict[bytes, tuple[Result, int]] = OrderedDict()

    def results(
        self, texts: Sequence[str], find: Callable[[list[str]], Sequence[Result]]
    ) -> list[Result]:
        """What `find` gives for each text, in order; it is asked once for those not kept."""
        keys = {text: _key(text) for text in texts}
        found: dict[str, Result] = {}
        for text, key in keys.items():
            if key in self._kept:
                found[text] = self._kept[key][0]
                self._kept.move_to_end(key)
        if missing := [text for text in keys if text not in found]:
            for text, result in zip(missing, find(missing), strict=True):
                found[text] = result
                self._keep(keys[text], result, len(text))
        return [found[text] for text in texts]

    def _keep(self, key: bytes, result: Result, chars: int) -> None:
        self._kept[key] = result, chars
        self._chars += chars
        while len(self._kept) > self._most or self._chars > self._most * _CHARS:
            _, (_, freed) = self._kept.popitem(last=False)
            self._chars -= freed


def _key(text: str) -> bytes:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()
