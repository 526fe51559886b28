"""Networks as they are converted: for one text without filler, with nothing left to mask.

Attention as transformers writes it asks for its shapes again and again. Of a small network's
graph for one sentence, that is a tenth of the time; written for one text, all but the length of
it is known beforehand.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import torch

# All of them keep their three projections and their heads under the same names.
_KNOWN = (
    "BertSelfAttention",
    "CamembertSelfAttention",
    "ElectraSelfAttention",
    "RobertaSelfAttention",
    "XLMRobertaSelfAttention",
)


def for_one_text(network: "torch.nn.Module") -> "torch.nn.Module":
    """The network's first output for ids of shape (1, tokens). Changes the network itself."""
    import torch

    known = [one for one in network.modules() if type(one).__name__ in _KNOWN]
    for attention in known:
        # Into the module itself: its weights stay where they are.
        attention.forward = lambda hidden, *_, of=attention, **__: (_attended(hidden, of), None)

    class OneText(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.network = network

        def forward(self, ids: torch.Tensor) -> Any:
            # The mask is there for networks that expect one; it never hides anything.
            mask = None if known else torch.ones_like(ids)
            return self.network(input_ids=ids, attention_mask=mask)[0]

    return OneText().eval()


def _attended(hidden: "torch.Tensor", of: Any) -> "torch.Tensor":
    """Attention over the text's own tokens, shape (1, tokens, width)."""
    heads, size = of.num_attention_heads, of.attention_head_size

    def split(states: "torch.Tensor") -> "torch.Tensor":
        return states.view(-1, heads, size)

    query, value = (split(layer(hidden)).transpose(0, 1) for layer in (of.query, of.value))
    key = split(of.key(hidden)).permute(1, 2, 0)
    weights = (query @ key * size**-0.5).softmax(-1)
    attended: torch.Tensor = (weights @ value).transpose(0, 1).reshape(1, -1, heads * size)
    return attended
