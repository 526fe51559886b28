"""Sentence vectors from a network's token states: their mean, as a unit vector.

Reimers and Gurevych, Sentence-BERT, https://arxiv.org/abs/1908.10084.
"""

from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, Protocol

import numpy as np

from .engines import REFERENCE, Engine, Precision
from .errors import ModelError
from .onnx import OnnxNetwork, converted, run_all
from .protocols import Vectors


class Pooled(Protocol):
    """Token ids to sentence vectors."""

    def vectors(self, texts: Iterable[Sequence[int]]) -> Vectors:
        """Unit vectors, shape (texts, dimensions), the same bytes in whatever company."""
        ...


def pooled(folder: Path, engine: Engine, cache: Path | None, threads: int) -> Pooled:
    """The network of the folder on this engine. Raises ModelError, OSError, ValueError."""
    if engine.library == "onnx":
        return OnnxPooled(folder, engine.precision, cache, threads)
    from .batched_pooling import BatchedPooled

    return BatchedPooled(folder, engine)


class OnnxPooled:
    """One text a call, several calls at once."""

    def __init__(
        self, folder: Path, precision: Precision, cache: Path | None, threads: int
    ) -> None:
        if cache is None:
            raise ModelError("ONNX needs a folder for converted networks")
        file = converted(partial(_network, folder), cache, precision)
        self._network, self._threads = OnnxNetwork(file), threads

    def vectors(self, texts: Iterable[Sequence[int]]) -> Vectors:
        """Unit vectors; no text shares a call with another."""
        means = np.stack(
            [states.mean(axis=0) for states in run_all(self._network, list(texts), self._threads)]
        )
        found: Vectors = means / np.linalg.norm(means, axis=1, keepdims=True)
        return found


def _network(folder: Path) -> Any:  # transformers has no types
    from .batched_pooling import loaded

    return loaded(folder, REFERENCE)
