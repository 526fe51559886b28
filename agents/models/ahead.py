"""Work on later parts while earlier ones are used: texts become tokens beside the network."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import chain
from typing import TypeVar

Item = TypeVar("Item")
Made = TypeVar("Made")

PART = 32  # texts: few, so that the network begins soon


def ahead(
    make: Callable[[Sequence[Item]], Sequence[Made]], items: Sequence[Item]
) -> Iterator[Made]:
    """What `make` gives for the items, in order; beyond the first part a thread makes it ahead.

    Tokenisers are in Rust and let the interpreter go, and so does a network; `make` is never run
    twice at a time.
    """
    parts = [items[at : at + PART] for at in range(0, len(items), PART)]
    if len(parts) < 2:
        yield from chain.from_iterable(map(make, parts))
        return
    with ThreadPoolExecutor(1, thread_name_prefix="ahead") as pool:
        yield from chain.from_iterable(pool.map(make, parts))
