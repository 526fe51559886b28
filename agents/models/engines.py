"""Which library runs a model, and in what precision.

Fewer bits are faster on most machines and slower on some, and they change results a little. So an
engine is chosen where it runs, by trying; whoever chooses compares its results with REFERENCE.
"""

import importlib.util
from collections.abc import Collection
from typing import Literal, NamedTuple

from .errors import ModelError

Library = Literal["torch", "onnx", "ctranslate2"]
Precision = Literal["fp32", "bf16", "int8"]

_PACKAGES = {"torch": "torch", "onnx": "onnxruntime", "ctranslate2": "ctranslate2"}


class Engine(NamedTuple):
    """A library and the precision of its weights and products."""

    library: Library
    precision: Precision

    def __str__(self) -> str:
        return f"{self.library} {self.precision}"

    @property
    def is_installed(self) -> bool:
        """Whether its package is here; extras bring all but torch."""
        return importlib.util.find_spec(_PACKAGES[self.library]) is not None

    @property
    def results(self) -> str:
        """What is known by its results, or remembered of them: named anew when they change."""
        return f"{self.library}-{self.precision}{_SCHEMES.get(self, '')}"

    def revision(self, weights: str) -> str:
        """The model's revision as this engine runs it: other engines give other results."""
        return weights if self == REFERENCE else f"{weights}+{self.results}"


REFERENCE = Engine("torch", "fp32")
_BF16, _INT8 = Engine("torch", "bf16"), Engine("torch", "int8")
_SCHEMES = {_INT8: "-rows"}  # it had one scale a call
# What each kind of model runs on.
ENCODER = (REFERENCE, _BF16, _INT8, Engine("onnx", "fp32"), Engine("onnx", "int8"))
SEQ2SEQ = (REFERENCE, _BF16, _INT8, Engine("ctranslate2", "int8"))
CLASSIFIER = (REFERENCE, _BF16, _INT8, Engine("onnx", "fp32"), Engine("onnx", "int8"))


def check_among(engine: Engine, engines: Collection[Engine], name: str) -> None:
    """Raises ModelError where the engine is none of those that can run the model."""
    if engine not in engines:
        known = ", ".join(map(str, engines))
        raise ModelError(f"{name}: {engine} cannot run it; what can: {known}")
