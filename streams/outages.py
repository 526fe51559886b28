"""Errors that no article causes: the machine has no memory, no disk, no GPU left."""

import sqlite3

# By name: torch is not imported where it is not used.
_KINDS = frozenset(("AcceleratorError", "OutOfMemoryError"))
_SIGNS = (
    "can't allocate memory",  # torch's DefaultCPUAllocator
    "can't start new thread",
    "cannot allocate memory",
    "CUDA error",
    "CUDA out of memory",
)


def is_of_the_machine(error: BaseException) -> bool:
    """Whether another article would fail alike, and this one pass on another machine."""
    if isinstance(error, MemoryError | OSError | sqlite3.OperationalError):
        return True
    if not _KINDS.isdisjoint(kind.__name__ for kind in type(error).__mro__):
        return True
    said = str(error)
    return isinstance(error, RuntimeError) and any(sign in said for sign in _SIGNS)
