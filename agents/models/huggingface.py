"""The door to transformers, with only what running a model takes.

Imported as it is, transformers also loads scikit-learn, for a kind of generation not used here: a
quarter of the start of a worker.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def _without_scikit_learn() -> Iterator[None]:
    """Within, it is not to be found, as on a machine that lacks it."""
    is_absent = "sklearn" not in sys.modules
    if is_absent:
        sys.modules["sklearn"] = None  # type: ignore[assignment] # Python's sign for: not to be found
    try:
        yield
    finally:
        if is_absent:
            del sys.modules["sklearn"]


with _without_scikit_learn():
    from transformers import (
        AutoModel,
        AutoModelForSeq2SeqLM,
        AutoModelForTokenClassification,
        AutoTokenizer,
    )
    from transformers.utils import logging

__all__ = [
    "AutoModel",
    "AutoModelForSeq2SeqLM",
    "AutoModelForTokenClassification",
    "AutoTokenizer",
    "logging",
]
