"""Networks rewritten for one text say what they said before."""

import pytest
import torch
import transformers

from agents.models.one_text import for_one_text

SIZES = {
    "vocab_size": 50, "hidden_size": 12, "num_hidden_layers": 2, "num_attention_heads": 3,
    "intermediate_size": 24,
}  # fmt: skip
DISTIL = {"vocab_size": 50, "dim": 12, "n_layers": 1, "n_heads": 3, "hidden_dim": 24}
CONFIGS = [
    transformers.BertConfig(**SIZES),
    transformers.RobertaConfig(**SIZES),
    transformers.ElectraConfig(**SIZES, embedding_size=8),
    transformers.DistilBertConfig(**DISTIL),  # of a kind that stays as it is
]


@pytest.mark.parametrize("config", CONFIGS, ids=lambda config: config.model_type)
def test_the_output_is_the_networks_own(config):
    network = transformers.AutoModel.from_config(config).eval()
    ids = torch.tensor([[2, 7, 1, 8, 2, 8, 1]])
    with torch.inference_mode():
        expected = network(input_ids=ids, attention_mask=torch.ones_like(ids))[0]
        found = for_one_text(network)(ids)
    assert found.shape == expected.shape
    assert torch.allclose(found, expected, atol=1e-6)
