"""How many tokens a batch may hold: few on the CPU, on a GPU what its free memory has room for.

Shapes decide the last bits of a result, so the number is a power of two, and no larger than what
keeps a GPU busy: only where memory is short does it depend on how much of it is free.
"""

from typing import Any

import torch

# Of what is free at the start: the rest is for what is not counted here, for holes between what is
# allocated, and for other workers on the same GPU. What does not fit all the same is halved.
_SHARE = 0.5
_LEAST = 256  # tokens; a single text may have more


def batch_tokens(network: Any, cpu: int, gpu: int, longest: int, beam_count: int = 0) -> int:
    """`cpu` tokens for a network on the CPU; on a GPU `gpu`, or fewer that have room.

    `longest` is the number of a text's tokens at most, `beam_count` that of texts written for each.
    """
    if network.device.type != "cuda":
        return cpu
    free, _ = torch.cuda.mem_get_info(network.device)
    size = network.dtype.itemsize
    return tokens_within(free, size * token_values(network.config, longest, beam_count), gpu)


def tokens_within(free_bytes: int, token_bytes: int, most: int) -> int:
    """The largest power of two of tokens for which there is room, from _LEAST to `most`."""
    room = int(free_bytes * _SHARE) // token_bytes
    return min(most, max(_LEAST, 1 << max(0, room.bit_length() - 1)))


def token_values(config: Any, longest: int, beam_count: int) -> int:
    """How many numbers are held for a token at the same time, without the weights.

    A layer that reads held up to 12 times its width on an H200: states, what attention and
    normalisation make of them, the wider states in between; where attention is not fused, rows of
    it for each head besides. What writes held keys and values in every layer, and three states, of
    every beam.
    """
    width: int = config.hidden_size
    read = 13 * width
    if getattr(config, "_attn_implementation", None) != "sdpa":
        read += 3 * config.num_attention_heads * longest
    names = ("decoder_layers", "num_decoder_layers", "num_hidden_layers")
    layers: int = next(getattr(config, name) for name in names if hasattr(config, name))
    return max(read, beam_count * (2 * layers + 4) * width)
