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

    In a layer that reads: states, what attention and normalisation make of them, the wider states
    in between, and a row of attention for each head. For what writes: keys and values in every
    layer, and the states, of every beam.
    """
    width, layers = config.hidden_size, config.num_hidden_layers
    read: int = 16 * width + 2 * config.num_attention_heads * longest
    written: int = beam_count * (2 * layers + 1) * width
    return read + written
