"""Any Hugging Face sequence-to-sequence model that summarises: BART, T5, Pegasus and their kin."""

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch

from schemas import Model

from .batching import Batch, fixed_batches
from .errors import ModelError
from .huggingface import transformers
from .quiet import quiet_loading

_UNBOUNDED = 100_000  # tokenizers without a limit say 10**30
_USUAL_LIMIT = 1024  # for models that name none: what BART, Pegasus and LED read at least
_STEP = 128  # inputs are padded to multiples of this


class Seq2Seq:
    """Texts to shorter texts, without sampling: the same text gives the same summary anywhere."""

    def __init__(
        self,
        name: str,
        revision: str | None = None,
        *,
        beam_count: int = 4,
        max_new_tokens: int = 128,
        batch_size: int = 4,
        device: str = "cpu",
    ) -> None:
        """Loads `name`: a folder, or a model of the hub at its pinned `revision`.

        Every batch has `batch_size` rows; 1 is fastest for single articles. Raises ModelError
        where the model is missing, unpinned, not safetensors, or of another kind.
        """
        folder = Path(name)
        if not folder.is_dir() and not revision:
            raise ModelError(f"{name}: a model of the hub needs a pinned revision (a commit)")
        options: dict[str, Any] = {"trust_remote_code": False}  # passed on as keyword arguments
        options |= {"local_files_only": True} if folder.is_dir() else {"revision": revision}
        try:
            with quiet_loading():
                self._tokenizer = transformers().AutoTokenizer.from_pretrained(name, **options)
                network = transformers().AutoModelForSeq2SeqLM.from_pretrained(
                    name, use_safetensors=True, **options
                )
        except (OSError, ValueError, KeyError) as error:
            raise ModelError(f"{name} cannot be loaded as a summariser: {error}") from error
        if len(self._tokenizer) > network.get_input_embeddings().num_embeddings:
            raise ModelError(f"{name}: the tokenizer knows more tokens than the model")
        self._network = network.to(device).eval()
        self._prefix = _prefix(network.config)
        self._beam_count, self._max_new_tokens = beam_count, max_new_tokens
        self._batch_size = batch_size
        self.model = Model(
            name=folder.resolve().name if folder.is_dir() else name,
            revision=_fingerprint(folder) if folder.is_dir() else str(revision),
        )

    @property
    def max_tokens(self) -> int:
        """The longest input that the model reads whole, special tokens and prefix included."""
        limits = [
            self._tokenizer.model_max_length,
            getattr(self._network.config, "max_position_embeddings", None),
            getattr(self._network.config, "max_encoder_position_embeddings", None),
        ]
        known = [limit for limit in limits if limit and limit < _UNBOUNDED]
        return min(known) if known else _USUAL_LIMIT

    def token_count(self, text: str) -> int:
        """How many tokens the text takes, special ones and the model's prefix included."""
        return len(self._tokens(text))

    def generate(self, texts: Sequence[str]) -> list[str]:
        """One summary a text, in the order given; equal texts are read once.

        Raises ValueError for a text longer than `max_tokens`: nothing is cut silently.
        """
        different = list(dict.fromkeys(texts))
        tokens = [self._tokens(text) for text in different]
        longest = max(map(len, tokens), default=0)
        if longest > self.max_tokens:
            raise ValueError(f"a text of {longest} tokens; the model reads {self.max_tokens}")
        lengths = [*range(_STEP, self.max_tokens, _STEP), self.max_tokens]
        summaries: dict[str, str] = {}
        for batch in fixed_batches(
            [len(ids) for ids in tokens], dict.fromkeys(lengths, self._batch_size)
        ):
            for row, summary in zip(batch.rows, self._run(tokens, batch), strict=True):
                summaries[different[row]] = summary
        return [summaries[text] for text in texts]

    def _tokens(self, text: str) -> list[int]:
        ids: list[int] = self._tokenizer(self._prefix + text, verbose=False)["input_ids"]
        return ids

    @torch.inference_mode()
    def _run(self, tokens: Sequence[Sequence[int]], batch: Batch) -> list[str]:
        """The summaries of the batch's own rows."""
        rows = [*batch.rows, *[batch.rows[-1]] * batch.filler]
        pad = self._tokenizer.pad_token_id or 0
        ids = torch.full((len(rows), batch.length), pad, dtype=torch.long)
        mask = torch.zeros_like(ids)
        for row, position in enumerate(rows):
            ids[row, : len(tokens[position])] = torch.tensor(tokens[position])
            mask[row, : len(tokens[position])] = 1
        found = self._network.generate(
            input_ids=ids.to(self._network.device),
            attention_mask=mask.to(self._network.device),
            num_beams=self._beam_count,
            do_sample=False,
            max_new_tokens=self._max_new_tokens,
            max_length=None,
            min_length=0,
        )
        texts: list[str] = self._tokenizer.batch_decode(found, skip_special_tokens=True)
        return [" ".join(text.split()) for text in texts[: len(batch.rows)]]


def _prefix(config: Any) -> str:
    """What the model wants to read first, such as T5's "summarize: "."""
    tasks = getattr(config, "task_specific_params", None) or {}
    return str((tasks.get("summarization") or {}).get("prefix") or "")


def _fingerprint(folder: Path) -> str:
    """Twelve digits of the SHA-256 of the folder's weights."""
    digest = hashlib.sha256()
    for path in sorted(folder.glob("*.safetensors")):
        with path.open("rb") as file:
            digest.update(hashlib.file_digest(file, "sha256").digest())
    return digest.hexdigest()[:12]
