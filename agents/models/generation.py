"""Writing by a sequence-to-sequence network of torch: token ids in, token ids out."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import torch

from .batching import rows_within
from .huggingface import transformers
from .networks import in_batches, padded
from .room import batch_tokens

_STEP = 128  # inputs are padded to multiples of this
# On the CPU a batch of four is what a single article may cost in filler; on a GPU rows are cheap
# until about this many tokens keep it busy, if its memory has room for them.
_ROWS, _TOKENS = 4, 4096
_GPU_ROWS, _GPU_TOKENS = 64, 32_768


class Decoding(NamedTuple):
    """How summaries are searched for: the number of beams, and the most tokens to write."""

    beam_count: int
    max_new_tokens: int


class TorchWriter:
    """Ids to generated ids, by beams, without sampling, in batches of fixed shapes."""

    def __init__(
        self, network: Any, decoding: Decoding, longest: int, batch_size: int | None, pad: int
    ) -> None:
        """For texts of up to `longest` tokens; `batch_size` of them a batch, if it is given."""
        self._network, self._pad, self._decoding = network, pad, decoding
        self._rows_of = rows_within(
            batch_tokens(network, _TOKENS, _GPU_TOKENS, longest, decoding.beam_count),
            [*range(_STEP, longest, _STEP), longest],
            batch_size or (_GPU_ROWS if network.device.type == "cuda" else _ROWS),
        )

    def __call__(self, texts: Iterable[Sequence[int]]) -> list[list[int]]:
        """What the network writes for each text, special tokens included, in the order given."""
        return in_batches(self._run, texts, self._rows_of)

    @torch.inference_mode()
    def _run(self, texts: Sequence[Sequence[int]], length: int) -> list[list[int]]:
        ids, mask = padded(texts, length, self._pad, self._network.device)
        return generated(self._network, self._decoding, cache(), input_ids=ids, attention_mask=mask)


def generated(network: Any, decoding: Decoding, past: Any, **read: Any) -> list[list[int]]:
    """What the network writes for what it reads, given what is kept of that in `past`."""
    found: list[list[int]] = network.generate(
        **read,
        past_key_values=past,
        num_beams=decoding.beam_count,
        do_sample=False,
        max_new_tokens=decoding.max_new_tokens,
        max_length=None,
        min_length=0,
    ).tolist()
    return found


def cache(read: Any = None) -> Any:
    """A cache of attention for one call of `generate`: what is written, and what was read.

    After each token, beams that go on take over what the beams before them had written. What they
    read is the same text for all; moving that too takes most of the time with four beams.
    """
    library = transformers()
    if read is None:
        read = library.DynamicCache()
    read.reorder_cache = lambda _beams: None
    return library.EncoderDecoderCache(library.DynamicCache(), read)
