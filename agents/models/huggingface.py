"""The door to transformers, with only what running a model takes.

Imported as it is, transformers also loads SciPy and scikit-learn where they are installed, for
training and for kinds of generation that are not used here: a quarter of a worker's start.
"""

import importlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from types import ModuleType

_UNUSED = ("scipy", "sklearn")
# transformers imports what a name needs when the name is asked for.
_USED = (
    "AutoConfig",
    "AutoModel",
    "AutoModelForSeq2SeqLM",
    "AutoModelForTokenClassification",
    "AutoTokenizer",
)


@cache
def transformers() -> ModuleType:
    """The library, loaded when first asked for: some seconds."""
    with _absent(_UNUSED):
        library = importlib.import_module("transformers")
        for name in _USED:
            getattr(library, name)
    return library


@contextmanager
def _absent(names: tuple[str, ...]) -> Iterator[None]:
    """Within, these packages are not to be found, as on a machine that lacks them."""
    hidden = [name for name in names if name not in sys.modules]
    for name in hidden:
        sys.modules[name] = None  # type: ignore[assignment] # Python's sign for: not to be found
    try:
        yield
    finally:
        for name in hidden:
            del sys.modules[name]
