"""Any Hugging Face token-classification model as a `Tagger`."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import torch

from schemas import EntityType, Model

from .ahead import ahead
from .conversions import folder_for
from .engines import CLASSIFIER, REFERENCE, Engine, check_among
from .errors import ModelError
from .huggingface import transformers
from .judges import OnnxJudge, TorchJudge
from .labels import TYPES, Label, parsed, spans_of
from .networks import device_for, dtype_of, ready
from .pinned import check_pinned, revision_of
from .protocols import LabelledSpan
from .quiet import quiet_loading
from .recent import Recent
from .windows import Judged, Window, keep_deepest, windows_of

LONGEST_WINDOW = 512  # tokens, where neither tokenizer nor model says less


class TokenTagger:
    """Names by a token-classification model. Raises ModelError where it cannot be used."""

    def __init__(
        self,
        name: str,
        revision: str | None = None,
        *,
        engine: Engine = REFERENCE,
        cache: Path | None = None,
        types: Mapping[str, EntityType] = TYPES,
        window: int = LONGEST_WINDOW,
        device: str = "auto",
        threads: int | None = None,
        remembered: int = 0,
    ) -> None:
        """`name` is a folder, or a hub name with its pinned `revision`; `window` counts tokens.

        Engines that read one window a call read `threads` at a time, by default as many as torch
        has cores. `cache` keeps converted models; of so many texts as `remembered` says the spans
        are kept, in case that they come again.
        """
        check_among(engine, CLASSIFIER, name)
        check_pinned(name, revision)
        self._tokenizer, network = _loaded(name, revision, dtype_of(engine))
        self.model = Model(
            name=Path(name).name, revision=engine.revision(revision_of(name, revision))
        )
        self._window = min(window, self._tokenizer.model_max_length, _positions(network))
        self._recent: Recent[list[LabelledSpan]] = Recent(remembered)
        self._labels = _known_labels(name, network.config.id2label, types)
        threads = threads or torch.get_num_threads()
        self._judge: Callable[[Iterable[Sequence[int]]], list[torch.Tensor]]
        if engine.library == "onnx":
            folder = folder_for(engine, cache, name, revision)
            self._judge = OnnxJudge(network, engine, folder, threads)
        else:
            self._judge = TorchJudge(
                ready(network, engine, device_for(engine, device)),
                engine,
                longest=self._window,
                pad=self._tokenizer.pad_token_id or 0,
                threads=threads,
            )

    def tag(self, texts: Sequence[str], languages: Sequence[str]) -> list[list[LabelledSpan]]:  # noqa: ARG002 - such models read any language
        """The spans of each text, by start, without overlap; equal texts are read once."""
        return [list(spans) for spans in self._recent.results(texts, self._read)]

    def _read(self, texts: list[str]) -> list[list[LabelledSpan]]:
        windows: list[Window] = []

        def ids() -> Iterator[list[int]]:
            for window in ahead(self._windows, list(enumerate(texts))):
                windows.append(window)
                yield window.ids

        best: list[dict[int, Judged]] = [{} for _ in texts]
        judged = self._judge(ids())
        for window, shares in zip(windows, judged, strict=True):
            keep_deepest(best[window.text], window, shares)
        return [
            spans_of(text, words.values(), self._labels)
            for text, words in zip(texts, best, strict=True)
        ]

    def _windows(self, texts: Sequence[tuple[int, str]]) -> list[Window]:
        return [
            window
            for number, text in texts
            for window in windows_of(number, text, self._tokenizer, self._window)
        ]


def _loaded(
    name: str, revision: str | None, dtype: torch.dtype
) -> tuple[Any, Any]:  # transformers has no types
    pinned = {"revision": revision, "trust_remote_code": False}
    try:
        with quiet_loading():
            tokenizer = transformers().AutoTokenizer.from_pretrained(name, **pinned)
            network = transformers().AutoModelForTokenClassification.from_pretrained(
                name, use_safetensors=True, dtype=dtype, **pinned
            )
    except (OSError, ValueError) as error:
        raise ModelError(f"{name}: cannot be loaded as a token classifier: {error}") from error
    if not tokenizer.is_fast:
        raise ModelError(f"{name}: needs a fast tokenizer, which gives offsets")
    return tokenizer, network.eval()


def _positions(network: Any) -> int:
    """How many tokens the model reads; RoBERTa's kind counts two positions that it never uses."""
    return int(getattr(network.config, "max_position_embeddings", LONGEST_WINDOW + 2)) - 2


def _known_labels(
    name: str, labels: Mapping[int, str], types: Mapping[str, EntityType]
) -> dict[int, Label]:
    known = {i: parsed(label, types) for i, label in labels.items()}
    if not any(kind for _, kind in known.values()):
        raise ModelError(f"{name}: none of its labels is a type of name: {[*labels.values()]}")
    return known
