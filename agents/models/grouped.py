"""Writing in int8 on the CPU: each text is read alone, and texts are written in small groups.

Reading is bound by computing, and writing by fetching the weights anew for each token, which a
group does once for all its rows. In a group all shapes are fixed; reading depends on nothing but
the text. So a text comes out with the same bytes in whatever company.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple

import torch

from .batching import Batch, fixed_batches, rows_within
from .generation import Decoding, cache, generated
from .huggingface import transformers
from .networks import each_alone

# What is read is padded to multiples of this. Filler costs little here, 3 % of a text's time for
# 128 tokens, and coarser steps fill more groups.
_STEP = 256
# That much more, so that there is something to mask in every group: transformers leaves out a mask
# that hides nothing, and attention without a mask is another computation.
_HIDDEN = 8
# Rows of a group, beams included, and tokens that they have read at most: 200 MB in DistilBART.
# Per text of 500 tokens its decoder took 0.9 s of CPU alone, 0.56 by two, 0.38 by four, and 0.32
# by eight.
_ROWS, _TOKENS = 4, 4096


class Read(NamedTuple):
    """What a decoder looks at of a text: keys and values by layer; the width of the states."""

    cache: Any  # keys and values of shape (1, heads, tokens, size)
    width: int

    @property
    def tokens(self) -> int:
        """The text's length."""
        count: int = self.cache.get_seq_length()
        return count


class GroupWriter:
    """Ids to generated ids, by beams, without sampling."""

    def __init__(
        self, network: Any, decoding: Decoding, longest: int, batch_size: int | None, threads: int
    ) -> None:
        """For texts of up to `longest` tokens.

        `batch_size` of them are written together, fewer of long ones; `threads` such groups run at
        a time.
        """
        self._network, self._decoding, self._threads = network, decoding, threads
        self._rows_of = rows_within(
            _TOKENS,
            [*range(_STEP, longest, _STEP), longest],
            batch_size or max(1, _ROWS // decoding.beam_count),
        )

    def __call__(self, texts: Iterable[Sequence[int]]) -> list[list[int]]:
        """What the network writes for each text, special tokens included, in the order given."""
        texts = list(texts)
        found: dict[int, list[int]] = {}
        groups = sorted(
            fixed_batches([len(text) for text in texts], self._rows_of),
            key=lambda group: group.length,  # groups of like work run together
        )
        for first in range(0, len(groups), self._threads):
            # What has been read of texts is large: it is held for the groups that run next.
            found |= self._all(texts, groups[first : first + self._threads])
        return [found[position] for position in range(len(texts))]

    def _all(self, texts: Sequence[Sequence[int]], groups: Sequence[Batch]) -> dict[int, list[int]]:
        """What is written for the texts of these groups, by their positions."""
        rows = [row for group in groups for row in group.rows]
        read = each_alone(self._read, [texts[row] for row in rows], self._threads)
        write = partial(self._written, dict(zip(rows, read, strict=True)))
        return {
            row: ids
            for group, written in zip(groups, each_alone(write, groups, self._threads), strict=True)
            for row, ids in zip(group.rows, written, strict=False)  # what is left is filler
        }

    @torch.inference_mode()
    def _read(self, text: Sequence[int]) -> Read:
        """By a text at its own length: of the decoder's first step all but what it says."""
        ids = torch.tensor([text])
        mask = torch.ones_like(ids)
        states = self._network.get_encoder()(input_ids=ids, attention_mask=mask).last_hidden_state
        kept = cache()
        self._network.get_decoder()(
            input_ids=ids[:, :1],  # any token will do
            encoder_hidden_states=states,
            encoder_attention_mask=mask,
            past_key_values=kept,
            use_cache=True,
        )
        return Read(kept.cross_attention_cache, states.shape[2])

    @torch.inference_mode()
    def _written(self, known: Mapping[int, Read], group: Batch) -> list[list[int]]:
        """Token ids row by row, filler included."""
        length = group.length + _HIDDEN
        mask = torch.zeros(len(group.filled), length, dtype=torch.long)
        for row, text in zip(mask, group.filled, strict=True):
            row[: known[text].tokens] = 1
        texts = [known[row] for row in group.rows]
        # All that is asked of the states is their shape: the cache has what is made of them.
        states = torch.zeros(1).expand(*mask.shape, texts[0].width)
        return generated(
            self._network,
            self._decoding,
            cache(self._joined(texts, len(mask), length)),
            encoder_outputs=transformers().modeling_outputs.BaseModelOutput(states),
            attention_mask=mask,
        )

    def _joined(self, texts: Sequence[Read], rows: int, length: int) -> Any:
        """The first text's cache, made that of all rows: texts, filler, and their beams."""
        for layers in zip(*(text.cache.layers for text in texts), strict=True):
            first = layers[0]
            keys = self._stacked([layer.keys for layer in layers], rows, length)
            first.values = self._stacked([layer.values for layer in layers], rows, length)
            first.keys = keys
        return texts[0].cache

    def _stacked(self, texts: Sequence[torch.Tensor], rows: int, length: int) -> torch.Tensor:
        """Shape (rows times beams, heads, length, size); the last text fills what is left."""
        pad = torch.nn.functional.pad
        padded = [pad(text, (0, 0, 0, length - text.shape[2])) for text in texts]
        beams = self._decoding.beam_count
        if len(padded) == 1:  # a view costs nothing, and is what a single article waits for
            return padded[0].expand(rows * beams, -1, -1, -1)
        padded += padded[-1:] * (rows - len(padded))
        return torch.cat([text.expand(beams, -1, -1, -1) for text in padded])
