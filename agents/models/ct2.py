"""The door to CTranslate2: sequence-to-sequence models with int8 weights, on the CPU.

CTranslate2 gives other bytes for a text in other batches (of eight texts of about 450 tokens, two
with one beam and six with four came out otherwise among four than alone). So every text is a batch
of its own, on one core; as many run at a time as there are cores. Batches of four would take two
thirds of the CPU time: 1.2 for 1.75 s a text with one beam, 1.4 for 2.1 with four, 60 tokens by a
network of the size of DistilBART on two cores.
"""

import json
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType
from typing import Any

import torch

from .conversions import kept
from .errors import ModelError
from .generation import Decoding
from .quiet import quiet_loading

_DECODING = "decoding.json"  # how the model is made to write, beside its weights
# Whether layers are normalised before, and embeddings at all: the converter reads it from the
# configuration, where transformers 5 no longer keeps it.
_NORMALIZED = {
    "bart": (False, True),
    "mbart": (True, True),
    "pegasus": (True, False),
}

# T5 1.0 divides its outputs by the root of their width; this names the setting that says so. Most
# successors do not, but with transformers 5 the converter takes them all for the first.
_T5 = {"t5": "scale_decoder_outputs", "mt5": "", "umt5": "tie_word_embeddings"}


class Ct2Writer:
    """Token ids to generated token ids, by beams, without sampling."""

    def __init__(self, folder: Path, tokenizer: Any, decoding: Decoding, threads: int) -> None:
        """Loads what `converted` made; `threads` texts are read at a time."""
        wanted = json.loads((folder / _DECODING).read_text("utf-8"))
        self._tokenizer = tokenizer
        self._start = wanted["start"]
        self._options = {
            **wanted["penalties"],
            "beam_size": decoding.beam_count,
            # The torch path counts the final token that some models are made to end with.
            "max_decoding_length": max(1, decoding.max_new_tokens - wanted["ends"]),
            "min_decoding_length": 0,
            "max_input_length": 0,  # too long texts are refused before
            "max_batch_size": 1,
            "batch_type": "examples",
        }
        try:
            self._translator = _ctranslate2().Translator(
                str(folder),
                device="cpu",
                compute_type="int8",
                inter_threads=threads,
                intra_threads=1,
            )
        except (RuntimeError, ValueError) as error:
            raise ModelError(f"{folder.name} cannot be loaded: {error}") from error

    def __call__(self, texts: Iterable[Sequence[int]]) -> list[list[int]]:
        """What the model writes for each text, in the order given."""
        texts = list(texts)
        found = self._translator.translate_batch(
            [self._tokenizer.convert_ids_to_tokens(ids) for ids in texts],
            target_prefix=[self._start] * len(texts) if self._start else None,
            **self._options,
        )
        return [self._tokenizer.convert_tokens_to_ids(one.hypotheses[0]) for one in found]


def converted(load: Callable[[], Any], tokenizer: Any, folder: Path) -> Path:
    """The folder with the network that `load` gives, for CTranslate2; made where it is missing.

    Raises ModelError where the package is missing or knows no such network.
    """
    library = _ctranslate2()

    def make(made: Path) -> None:
        with TemporaryDirectory(dir=made.parent) as source, quiet_loading():
            # The converter loads by itself; what it finds here is safetensors and no code.
            wanted = _save(load(), tokenizer, source)
            converter = library.converters.TransformersConverter(source, trust_remote_code=False)
            converter.convert(str(made), quantization="int8", force=True)
        (made / _DECODING).write_text(json.dumps(wanted), "utf-8")

    try:
        return kept(folder, make)
    except (LookupError, ValueError, AttributeError, RuntimeError) as error:
        raise ModelError(f"{folder.name}: CTranslate2 cannot convert it: {error}") from error


def _save(network: Any, tokenizer: Any, folder: str) -> dict[str, Any]:
    """Writes the model as the converter reads it; how it is made to write."""
    kind = network.config.model_type
    if kind in _NORMALIZED:
        network.config.normalize_before, network.config.normalize_embedding = _NORMALIZED[kind]
    known = max(tokenizer.get_vocab().values()) + 1
    embedded = network.get_input_embeddings().num_embeddings
    if known < embedded and kind not in _T5:  # for those the converter fills the vocabulary
        network.resize_token_embeddings(known)
    if kind in _T5 and not getattr(network.config, _T5[kind], False):
        head = network.lm_head  # what the converter has the outputs divided by
        head.weight = torch.nn.Parameter(head.weight.detach() * network.config.d_model**0.5)
    network.save_pretrained(folder)
    tokenizer.save_pretrained(folder)
    return _wanted(network.generation_config, tokenizer)


def _wanted(generation: Any, tokenizer: Any) -> dict[str, Any]:
    """How the model is made to write, as transformers does it for the torch path."""
    begin, end = generation.forced_bos_token_id, generation.forced_eos_token_id
    return {
        "start": [] if begin is None else [tokenizer.convert_ids_to_tokens(begin)],
        "ends": int(end is not None),
        "penalties": {
            "length_penalty": _given(generation.length_penalty, 1.0),
            "repetition_penalty": _given(generation.repetition_penalty, 1.0),
            "no_repeat_ngram_size": _given(generation.no_repeat_ngram_size, 0),
        },
    }


def _given(value: Any, default: float) -> float:
    return default if value is None else value


def _ctranslate2() -> ModuleType:
    try:
        import ctranslate2
        import ctranslate2.converters
    except ImportError as error:
        raise ModelError("ctranslate2 is missing: install newsmill's extra `ct2`") from error
    module: ModuleType = ctranslate2
    return module
