"""Any Hugging Face sequence-to-sequence model that summarises: BART, T5, Pegasus and their kin."""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import torch

from schemas import Model

from . import ct2
from .ahead import ahead
from .conversions import folder_for
from .engines import REFERENCE, SEQ2SEQ, Engine, check_among
from .errors import ModelError
from .generation import Decoding, TorchWriter
from .grouped import GroupWriter
from .huggingface import transformers
from .networks import device_for, dtype_of, ready
from .pinned import check_pinned
from .quiet import quiet_loading
from .recent import Recent

_UNBOUNDED = 100_000  # tokenizers without a limit say 10**30
_USUAL_LIMIT = 1024  # for models that name none: what BART, Pegasus and LED read at least


class Seq2Seq:
    """Texts to shorter texts, without sampling: the same text gives the same summary anywhere."""

    def __init__(
        self,
        name: str,
        revision: str | None = None,
        *,
        engine: Engine = REFERENCE,
        cache: Path | None = None,
        beam_count: int = 4,
        max_new_tokens: int = 128,
        batch_size: int | None = None,
        device: str = "auto",
        threads: int | None = None,
        remembered: int = 0,
    ) -> None:
        """Loads `name`: a folder, or a model of the hub at its pinned `revision`.

        Every batch has `batch_size` rows, fewer of long texts; 1 is fastest for single articles.
        In int8, `threads` texts or groups run at a time, by default as many as torch has cores.
        `cache` keeps converted models; of so many texts as `remembered` says the summaries are
        kept, in case that they come again. Raises ModelError where the model is missing,
        unpinned, not safetensors, or of another kind, or where the engine cannot run it.
        """
        check_among(engine, SEQ2SEQ, name)
        self._recent: Recent[str] = Recent(remembered)
        options = _options(name, revision)
        self._tokenizer = _loaded("AutoTokenizer", name, options)
        self._config = _loaded("AutoConfig", name, options)
        self._prefix = _prefix(self._config)
        self._embedded = _embedded_tokens(name, self._tokenizer, self._config)
        load = partial(
            _loaded,
            "AutoModelForSeq2SeqLM",
            name,
            {**options, "use_safetensors": True, "dtype": dtype_of(engine)},
        )
        decoding = Decoding(beam_count, max_new_tokens)
        threads = threads or torch.get_num_threads()
        self._write: Callable[[Iterable[Sequence[int]]], list[list[int]]]
        if engine.library == "ctranslate2":
            folder = folder_for(engine, cache, name, revision)
            ct2.converted(load, self._tokenizer, folder)
            self._write = ct2.Ct2Writer(folder, self._tokenizer, decoding, threads)
        else:
            network = ready(load(), engine, device_for(engine, device))
            network.generation_config.cache_implementation = None  # the writers bring their own
            longest, pad = self.max_tokens, self._tokenizer.pad_token_id or 0
            self._write = (
                GroupWriter(network, decoding, longest, batch_size, threads)
                if engine.precision == "int8"
                else TorchWriter(network, decoding, longest, batch_size, pad)
            )
        self.model = _model(name, revision, engine)

    @property
    def max_tokens(self) -> int:
        """The longest input that the model reads whole, special tokens and prefix included."""
        limits = [
            self._tokenizer.model_max_length,
            getattr(self._config, "max_position_embeddings", None),
            getattr(self._config, "max_encoder_position_embeddings", None),
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
        return self._recent.results(texts, self._written)

    def _written(self, texts: list[str]) -> list[str]:
        ids = self._write(ahead(self._fitting, texts))
        found = self._tokenizer.batch_decode(ids, skip_special_tokens=True)
        return [" ".join(summary.split()) for summary in found]

    def _fitting(self, texts: Sequence[str]) -> list[list[int]]:
        found = [self._tokens(text) for text in texts]
        longest = max(map(len, found))
        if longest > self.max_tokens:
            raise ValueError(f"a text of {longest} tokens; the model reads {self.max_tokens}")
        return found

    def _tokens(self, text: str) -> list[int]:
        ids: list[int] = self._tokenizer(self._prefix + text, verbose=False)["input_ids"]
        unknown = self._tokenizer.unk_token_id or 0
        return [number if number < self._embedded else unknown for number in ids]


def _options(name: str, revision: str | None) -> dict[str, Any]:
    """How everything of the model is loaded."""
    check_pinned(name, revision)
    if Path(name).is_dir():
        return {"trust_remote_code": False, "local_files_only": True}
    return {"trust_remote_code": False, "revision": revision}


def _loaded(kind: str, name: str, options: dict[str, Any]) -> Any:
    """The model's part that transformers calls so."""
    try:
        with quiet_loading():
            return getattr(transformers(), kind).from_pretrained(name, **options)
    except (OSError, ValueError, KeyError) as error:
        raise ModelError(f"{name} cannot be loaded as a summariser: {error}") from error


def _embedded_tokens(name: str, tokenizer: Any, config: Any) -> int:
    """How many tokens have a vector. Raises ModelError where the tokenizer makes others."""
    count: int = getattr(config, "encoder", config).vocab_size
    beyond = {number for number in tokenizer.get_vocab().values() if number >= count}
    if beyond - {tokenizer.mask_token_id}:  # that one bart-large-cnn has dropped: it is to train
        raise ModelError(f"{name}: the tokenizer knows more tokens than the model")
    return count


def _model(name: str, revision: str | None, engine: Engine) -> Model:
    folder = Path(name)
    if not folder.is_dir():
        return Model(name=name, revision=engine.revision(str(revision)))
    return Model(name=folder.resolve().name, revision=engine.revision(_fingerprint(folder)))


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
