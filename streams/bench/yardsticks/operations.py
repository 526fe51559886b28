"""What a network has to compute for texts: their tokens, times what its weights take for each."""

import json
from collections.abc import Sequence
from pathlib import Path

from agents.models.minilm import MAX_TOKENS, bundled_folder
from streams.bench.work import encoder_operations

from .encoders import tokenizer


def encoder_work(texts: Sequence[str]) -> float:
    """Operations of the bundled encoder, over the tokens that it reads of the texts."""
    if not texts:
        return 0.0
    encoded = tokenizer()(list(texts), truncation=True, max_length=MAX_TOKENS)
    return _work([len(ids) for ids in encoded["input_ids"]], bundled_folder())


def tagger_work(texts: Sequence[str], place: Path) -> float:
    """Operations of the random BERT in that folder, to which a word is a token."""
    return _work([len(text.split()) + 2 for text in texts], place)


def _work(counts: Sequence[int], folder: Path) -> float:
    config = json.loads((folder / "config.json").read_text("utf-8"))
    return encoder_operations(
        counts, layers=config["num_hidden_layers"], width=config["hidden_size"],
        inner=config["intermediate_size"],
    )  # fmt: skip
