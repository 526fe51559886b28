"""Writing by a sequence-to-sequence network of torch: token ids in, token ids out."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import torch

from .batching import rows_within
from .engines import Engine
from .networks import each_alone, in_batches, padded

_STEP = 128  # inputs are padded to multiples of this
# On the CPU a batch of four is what a single article may cost in filler; on a GPU rows are cheap
# until about this many tokens keep it busy.
_ROWS, _TOKENS = 4, 4096
_GPU_ROWS, _GPU_TOKENS = 64, 32_768


class Decoding(NamedTuple):
    """How summaries are searched for: the number of beams, and the most tokens to write."""

    beam_count: int
    max_new_tokens: int


class TorchWriter:
    """Ids to generated ids, by beams, without sampling.

    fp32 and bf16 run in batches of fixed shapes. int8 reads one text a call at its own length.
    """

    def __init__(
        self,
        network: Any,
        engine: Engine,
        decoding: Decoding,
        *,
        longest: int,
        pad: int,
        batch_size: int | None,
        threads: int,
    ) -> None:
        self._network, self._pad, self._decoding = network, pad, decoding
        self._is_alone, self._threads = engine.precision == "int8", threads
        is_gpu = network.device.type == "cuda"
        self._rows_of = rows_within(
            _GPU_TOKENS if is_gpu else _TOKENS,
            [*range(_STEP, longest, _STEP), longest],
            batch_size or (_GPU_ROWS if is_gpu else _ROWS),
        )

    def __call__(self, texts: Sequence[Sequence[int]]) -> list[list[int]]:
        """What the network writes for each text, special tokens included, in the order given."""
        if self._is_alone:
            return each_alone(self._alone, texts, self._threads)
        return in_batches(self._run, texts, self._rows_of)

    def _alone(self, text: Sequence[int]) -> list[int]:
        return self._run([text], len(text))[0]

    @torch.inference_mode()
    def _run(self, texts: Sequence[Sequence[int]], length: int) -> list[list[int]]:
        ids, mask = padded(texts, length, self._pad, self._network.device)
        found: list[list[int]] = self._network.generate(
            input_ids=ids,
            attention_mask=mask,
            num_beams=self._decoding.beam_count,
            do_sample=False,
            max_new_tokens=self._decoding.max_new_tokens,
            max_length=None,
            min_length=0,
        ).tolist()
        return found
