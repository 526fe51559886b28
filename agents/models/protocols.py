"""What stages ask of a model; which library answers is no concern of theirs."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from schemas import EntityType, Model

Vectors = NDArray[np.float32]


class SentenceEncoder(Protocol):
    """Sentences to vectors."""

    model: Model

    def encode(self, sentences: Sequence[str]) -> Vectors:
        """Unit vectors, shape (sentences, dimensions), in the order given."""
        ...


class Generator(Protocol):
    """Texts to shorter texts."""

    model: Model

    def generate(self, texts: Sequence[str]) -> list[str]:
        """One summary a text, in the order given; long texts are the caller's to cut."""
        ...

    def token_count(self, text: str) -> int:
        """How many tokens the text takes, special ones included."""
        ...

    @property
    def max_tokens(self) -> int:
        """The longest input that the model reads whole."""
        ...


class LabelledSpan(Protocol):
    """A named span: half-open code point offsets, a type, and how sure the model is (0..1)."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def type(self) -> EntityType: ...
    @property
    def score(self) -> float: ...


class Tagger(Protocol):
    """Texts to named spans."""

    model: Model

    def tag(self, texts: Sequence[str], languages: Sequence[str]) -> list[list[LabelledSpan]]:
        """The spans of each text, by start, without overlap."""
        ...
