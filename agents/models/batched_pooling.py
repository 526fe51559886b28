"""Sentence vectors by torch, in batches of fixed shapes, on the GPU where there is one."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch

from .batching import rows_within
from .engines import Engine
from .huggingface import transformers
from .networks import device_for, dtype_of, in_batches, padded, ready
from .protocols import Vectors
from .quiet import quiet_loading
from .room import batch_tokens

_LENGTHS = (16, 32, 48, 64, 96, 128, 192, 256)
# A GPU's batch takes about as long however full it is: with half as many shapes, the sentences of
# a single article took 16 ms on an H200 instead of 31, and those of a hundred as long as before.
_GPU_LENGTHS = (32, 64, 128, 256)
# Tokens a batch. On two cores a hundred are within a tenth of the speed of large batches, and twice
# as fast for a single article, because little is filler; a GPU wants its thousands, if its memory
# has room for them.
_CPU_BUDGET, _GPU_BUDGET = 100, 8_192


class BatchedPooled:
    """Token ids to unit vectors; a text's shape in the products depends on its length alone."""

    def __init__(self, folder: Path, engine: Engine) -> None:
        device = device_for(engine, "auto")
        self._network = ready(loaded(folder, engine), engine, device)
        lengths = _GPU_LENGTHS if self._network.device.type == "cuda" else _LENGTHS
        budget = batch_tokens(self._network, _CPU_BUDGET, _GPU_BUDGET, lengths[-1])
        self._rows_of = rows_within(budget, lengths)

    def vectors(self, texts: Iterable[Sequence[int]]) -> Vectors:
        """Shape (texts, dimensions)."""
        found: list[Vectors] = in_batches(self._run, texts, self._rows_of)
        return np.stack(found)

    @torch.inference_mode()
    def _run(self, rows: Sequence[Sequence[int]], length: int) -> list[Vectors]:
        ids, mask = padded(rows, length, 0, self._network.device)
        states = self._network(input_ids=ids, attention_mask=mask).last_hidden_state.float()
        weight = mask.unsqueeze(-1)
        mean = (states * weight).sum(1) / weight.sum(1)
        return list(torch.nn.functional.normalize(mean, dim=1).cpu().numpy())


def loaded(folder: Path, engine: Engine) -> Any:  # transformers has no types
    """The folder's network. Raises OSError, ValueError."""
    with quiet_loading():
        return (
            transformers()
            .AutoModel.from_pretrained(
                folder, local_files_only=True, use_safetensors=True, trust_remote_code=False,
                dtype=dtype_of(engine),
            )
            .eval()
        )  # fmt: skip
