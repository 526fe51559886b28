"""Sentence vectors from a network's token states: their mean, as a unit vector.

Reimers and Gurevych, Sentence-BERT, https://arxiv.org/abs/1908.10084.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

import numpy as np

from .batching import Batch, fixed_batches
from .engines import Engine, Precision
from .errors import ModelError
from .onnx import OnnxNetwork, converted, run_all
from .protocols import Vectors

_LENGTHS = (16, 32, 48, 64, 96, 128, 192, 256)
# Tokens a batch. On two cores a hundred are within a tenth of the speed of large batches, and twice
# as fast for a single article, because little is filler; a GPU wants its thousands.
_CPU_BUDGET, _GPU_BUDGET = 100, 8_192


class Pooled(Protocol):
    """Token ids to sentence vectors."""

    def vectors(self, texts: Sequence[Sequence[int]]) -> Vectors:
        """Unit vectors, shape (texts, dimensions), the same bytes in whatever company."""
        ...


def pooled(folder: Path, engine: Engine, cache: Path | None, threads: int) -> Pooled:
    """The network of the folder on this engine. Raises ModelError, OSError, ValueError."""
    if engine.library == "onnx":
        return OnnxPooled(folder, engine.precision, cache, threads)
    return TorchPooled(folder, engine.precision)


class TorchPooled:
    """In batches of fixed shapes, on the GPU where there is one."""

    def __init__(self, folder: Path, precision: Precision) -> None:
        import torch

        self._device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
        self._network = _loaded(folder, precision).to(self._device)
        budget = _CPU_BUDGET if self._device.type == "cpu" else _GPU_BUDGET
        self._rows_of = {length: max(1, budget // length) for length in _LENGTHS}

    def vectors(self, texts: Sequence[Sequence[int]]) -> Vectors:
        """Unit vectors; a text's shape in the products depends on its length alone."""
        found = np.zeros((len(texts), self._network.config.hidden_size), dtype=np.float32)
        for batch in fixed_batches([len(ids) for ids in texts], self._rows_of):
            found[list(batch.rows)] = self._run(texts, batch)
        return found

    def _run(self, texts: Sequence[Sequence[int]], batch: Batch) -> Vectors:
        import torch

        rows = [*batch.rows, *[batch.rows[-1]] * batch.filler]
        ids = torch.zeros(len(rows), batch.length, dtype=torch.long)
        mask = torch.zeros_like(ids)
        for row, position in enumerate(rows):
            ids[row, : len(texts[position])] = torch.tensor(texts[position])
            mask[row, : len(texts[position])] = 1
        with torch.inference_mode():
            states = self._network(
                input_ids=ids.to(self._device), attention_mask=mask.to(self._device)
            ).last_hidden_state.float()
            weight = mask.to(self._device).unsqueeze(-1)
            mean = (states * weight).sum(1) / weight.sum(1)
            found: Vectors = torch.nn.functional.normalize(mean, dim=1).cpu().numpy()
        return found[: len(batch.rows)]


class OnnxPooled:
    """One text a call, several calls at once."""

    def __init__(
        self, folder: Path, precision: Precision, cache: Path | None, threads: int
    ) -> None:
        if cache is None:
            raise ModelError("ONNX needs a folder for converted networks")
        file = cache / f"{precision}.onnx"
        if not file.exists():  # else nothing but the runtime need be loaded
            converted(_loaded(folder, "fp32"), file, precision)
        self._network, self._threads = OnnxNetwork(file), threads

    def vectors(self, texts: Sequence[Sequence[int]]) -> Vectors:
        """Unit vectors; no text shares a call with another."""
        means = np.stack(
            [states.mean(axis=0) for states in run_all(self._network, texts, self._threads)]
        )
        found: Vectors = means / np.linalg.norm(means, axis=1, keepdims=True)
        return found


def _loaded(folder: Path, precision: Precision) -> Any:  # transformers has no types
    from .huggingface import transformers
    from .quiet import quiet_loading

    with quiet_loading():
        return (
            transformers()
            .AutoModel.from_pretrained(
                folder, local_files_only=True, use_safetensors=True, trust_remote_code=False,
                dtype={"fp32": "float32", "bf16": "bfloat16"}[precision],
            )
            .eval()
        )  # fmt: skip
