"""What a token classifier thinks of each token, by any engine: windows of ids in, shares out."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import torch

from . import onnx
from .batching import rows_within
from .engines import Engine
from .networks import each_alone, in_batches, padded
from .room import batch_tokens

_STEP = 32  # inputs are padded to multiples of this: 16 tokens of 450 are filler
# As many rows as hold so many tokens. On the CPU larger products are hardly faster, and a single
# short article would pay for them; a GPU is busy from about the second number on, and has fewer
# where its memory is short.
_TOKENS, _GPU_TOKENS = 128, 16_384


class TorchJudge:
    """Shares by torch: fp32 and bf16 in batches of fixed shapes, int8 one window a call."""

    def __init__(
        self, network: Any, engine: Engine, *, longest: int, pad: int, threads: int
    ) -> None:
        self._network, self._pad, self._threads = network, pad, threads
        self._is_alone = engine.precision == "int8"
        self._rows_of = rows_within(
            batch_tokens(network, _TOKENS, _GPU_TOKENS, longest),
            [*range(_STEP, longest, _STEP), longest],
        )

    def __call__(self, windows: Iterable[Sequence[int]]) -> list[torch.Tensor]:
        """For each window the shares of the labels, shape (tokens, labels)."""
        if self._is_alone:
            return each_alone(self._alone, windows, self._threads)
        return in_batches(self._run, windows, self._rows_of)

    def _alone(self, window: Sequence[int]) -> torch.Tensor:
        return self._run([window], len(window))[0]

    @torch.inference_mode()
    def _run(self, windows: Sequence[Sequence[int]], length: int) -> list[torch.Tensor]:
        ids, mask = padded(windows, length, self._pad, self._network.device)
        logits = self._network(input_ids=ids, attention_mask=mask).logits
        shares = logits.float().softmax(-1).cpu()
        return [one[: len(window)] for window, one in zip(windows, shares, strict=True)]


class OnnxJudge:
    """Shares by ONNX Runtime, one window a call at its own length, on one core."""

    def __init__(self, network: Any, engine: Engine, folder: Path, threads: int) -> None:
        """Converts the network into the folder, unless that has been done."""
        file = onnx.converted(lambda: network, folder, engine.precision)
        self._network, self._threads = onnx.OnnxNetwork(file), threads

    def __call__(self, windows: Iterable[Sequence[int]]) -> list[torch.Tensor]:
        """For each window the shares of the labels, shape (tokens, labels)."""
        found = onnx.run_all(self._network, list(windows), self._threads)
        return [torch.from_numpy(logits).softmax(-1) for logits in found]
