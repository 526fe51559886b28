"""What `summarize` has the bundled encoder read, and how much of the machine's peak that takes."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from agents.models.engines import ENCODER, Engine
from agents.models.protocols import SentenceEncoder, Vectors
from streams.stage import Prepared


class Counted:
    """An encoder that remembers what it was given; equal texts of a call once, as it reads them."""

    def __init__(self, encoder: SentenceEncoder) -> None:
        self.model = encoder.model
        self._encoder = encoder
        self._texts: list[str] = []

    def encode(self, sentences: Sequence[str]) -> Vectors:
        """The encoder's."""
        self._texts.extend(dict.fromkeys(sentences))
        return self._encoder.encode(sentences)

    def take(self) -> list[str]:
        """The texts since the last call."""
        taken, self._texts = self._texts, []
        return taken


def counted(prepared: Prepared) -> tuple[Prepared, Counted | None]:
    """The stage with its encoder counted; as it is where nothing else than that multiplies."""
    function = prepared.function
    if not isinstance(function, partial) or function.keywords.get("generator", ...) is not None:
        return prepared, None  # no `summarize`, or a generator computes most
    encoder = Counted(function.keywords["model"])
    return replace(prepared, function=partial(function, model=encoder)), encoder


def engine_of(prepared: Prepared) -> Engine | None:
    """What runs the encoder; it leads what is told of it."""
    return next((one for one in ENCODER if prepared.engine.startswith(str(one))), None)
