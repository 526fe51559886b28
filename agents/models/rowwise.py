"""Linear layers in int8 in which each row has a scale of its own.

With one scale a call, as torch's dynamic quantisation takes it, a row's result depends on what
shares the call, and one large value costs all others their digits. Here every row is divided to
whole numbers by its own largest value. Sums of their products are exact in any order, and what is
left is done value by value: a row comes out with the same bytes alone, in company, and anywhere.
"""

import warnings
from typing import Any

import torch

from .errors import ModelError

_LEAST = 1e-20  # what rows and channels of zeros are divided by


class RowwiseLinear(torch.nn.Module):
    """A linear layer with int8 weights, one scale an output channel."""

    weight = None  # T5 asks for its type; None says that there is none to convert to

    def __init__(self, layer: torch.nn.Linear, most: int) -> None:
        """`most` is the largest whole number that a row is brought to."""
        super().__init__()
        weight = layer.weight.detach()
        scales = weight.abs().amax(1).clamp_min(_LEAST) / 127
        self._packed, self._most = _packed(weight, scales), most
        self._bias = None if layer.bias is None else layer.bias.detach()

    def forward(self, states: torch.Tensor) -> torch.Tensor:
        """Shape (..., inputs) to (..., outputs), fp32."""
        step = states.abs().amax(-1, keepdim=True).clamp_min_(_LEAST).div_(self._most)
        # Rounded here, since torch rounds the ends of its vectors in another way than the rest.
        found = _products((states / step).round_(), self._packed, self._most).mul_(step)
        return found if self._bias is None else found.add_(self._bias)


def quantize(network: torch.nn.Module) -> None:
    """Replaces the network's linear layers, one after the other. Raises ModelError."""
    made: dict[torch.nn.Module, RowwiseLinear] = {}
    try:
        most = _most()
        for part in list(network.modules()):
            for name, layer in list(part.named_children()):
                if type(layer) is torch.nn.Linear:
                    made[layer] = made.get(layer) or RowwiseLinear(layer, most)
                    setattr(part, name, made[layer])
    except (AttributeError, RuntimeError) as error:
        raise ModelError(f"this torch cannot make int8 weights: {error}") from error


def _packed(weight: torch.Tensor, scales: torch.Tensor) -> Any:
    """The weights as torch's products want them, shape (outputs, inputs)."""
    zeros = torch.zeros(len(weight), dtype=torch.long)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # torch would have torchao, one more package
        rounded = torch.quantize_per_channel(weight, scales.double(), zeros, 0, torch.qint8)
    return torch.ops.quantized.linear_prepack(rounded, None)


def _products(rows: torch.Tensor, packed: Any, most: int) -> torch.Tensor:
    """Of whole numbers from -most to most with the weights, times the weights' scales."""
    multiply = torch.ops.quantized.linear_with_input_q_dq_qweight_dq_output_fp32
    found: torch.Tensor = multiply(rows, 1.0, most + 1, packed)
    return found


def _most() -> int:
    """127, or 63 where the processor adds two products in 16 bits, which larger ones exceed.

    Those before VNNI do: their instruction takes unsigned numbers, so rows are moved up by one
    more than `most`.
    """
    largest = torch.full((1, 64), 127.0)
    packed = _packed(largest.expand(32, 64), torch.ones(32))
    return 127 if bool((_products(largest, packed, 127) == 64 * 127**2).all()) else 63
