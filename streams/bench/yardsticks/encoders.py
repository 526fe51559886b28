"""The bundled encoder as one would run it without us: in a loop, in batches, in int8."""

import json
import shutil
import tempfile
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
import torch
import transformers

from agents.models.minilm import MAX_TOKENS, bundled_folder

from .padding import Array, Ids, averaged, in_batches, padded

Encode = Callable[[Sequence[str]], Array]
_LARGE, _SMALL = 32, 8  # sentence-transformers' batch; what int8 runs fastest in here


def tokenizer() -> Any:
    """The encoder's own."""
    return transformers.AutoTokenizer.from_pretrained(bundled_folder(), local_files_only=True)


def naive_loop(_folder: Path, _threads: int) -> Encode:
    """One sentence a call, with as many threads as torch takes by itself."""
    network = _network()
    return _tokenised(lambda texts: np.concatenate([_torch(network, [text]) for text in texts]))


def torch_batches(_folder: Path, _threads: int) -> Encode:
    """As sentence-transformers does it."""
    network = _network()
    return _tokenised(lambda texts: in_batches(texts, _LARGE, lambda some: _torch(network, some)))


def torch_int8(_folder: Path, _threads: int) -> Encode:
    """With torch's own dynamic quantisation."""
    quantise: Any = torch.ao.quantization.quantize_dynamic
    network = quantise(_network(), {torch.nn.Linear}, dtype=torch.qint8)
    return _tokenised(lambda texts: in_batches(texts, _LARGE, lambda some: _torch(network, some)))


def onnx_int8(folder: Path, threads: int) -> Encode:
    """ONNX Runtime as its own guide says, several batches at once."""
    import onnxruntime

    file = folder / "padded-int8.onnx"
    if not file.exists():
        _export(file)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(file), options, providers=["CPUExecutionProvider"])
    pool = ThreadPoolExecutor(threads)

    def run(some: Ids) -> Array:
        ids, mask = padded(some)
        return averaged(session.run(None, {"ids": ids, "mask": mask})[0], mask)

    return _tokenised(lambda texts: in_batches(texts, _SMALL, run, pool))


def ctranslate2_int8(folder: Path, threads: int) -> Encode:
    """CTranslate2, several batches at once."""
    import ctranslate2

    place = folder / "ctranslate2-int8"
    if not place.exists():
        _convert(place)
    encoder = ctranslate2.Encoder(
        str(place), device="cpu", compute_type="int8", inter_threads=threads, intra_threads=1
    )
    pool = ThreadPoolExecutor(threads)

    def run(some: Ids) -> Array:
        states = encoder.forward_batch([list(text) for text in some]).last_hidden_state
        return averaged(np.array(states), padded(some)[1])

    return _tokenised(lambda texts: in_batches(texts, _SMALL, run, pool))


ENCODERS: Mapping[str, Callable[[Path, int], Encode]] = {
    "naive loop": naive_loop,
    "torch fp32, batches of 32": torch_batches,
    "torch int8, batches of 32": torch_int8,
    "onnx int8, batches of 8": onnx_int8,
    "ctranslate2 int8, batches of 8": ctranslate2_int8,
}


def _tokenised(encode: Callable[[Ids], Array]) -> Encode:
    tokens = tokenizer()
    return lambda texts: encode(
        tokens(list(texts), truncation=True, max_length=MAX_TOKENS)["input_ids"]
    )


def _network() -> Any:
    return transformers.AutoModel.from_pretrained(
        bundled_folder(), local_files_only=True, use_safetensors=True, dtype=torch.float32
    ).eval()


def _torch(network: Any, texts: Ids) -> Array:
    ids, mask = padded(texts)
    with torch.inference_mode():
        states = network(input_ids=torch.from_numpy(ids), attention_mask=torch.from_numpy(mask))
    return averaged(states.last_hidden_state.numpy(), mask)


class _States(torch.nn.Module):
    def __init__(self, network: Any) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: torch.Tensor, mask: torch.Tensor) -> Any:
        return self.network(input_ids=ids, attention_mask=mask)[0]


def _export(file: Path) -> None:
    from onnxruntime.quantization import QuantType, quantize_dynamic

    axes = {0: "texts", 1: "tokens"}
    with tempfile.TemporaryDirectory(dir=file.parent) as folder:
        exact, made = Path(folder) / "exact.onnx", Path(folder) / "int8.onnx"
        example = torch.ones(2, 7, dtype=torch.long)
        torch.onnx.export(
            _States(_network()), (example, example), str(exact), dynamo=False, opset_version=17,
            input_names=["ids", "mask"], output_names=["states"],
            dynamic_axes={"ids": axes, "mask": axes, "states": axes},
        )  # fmt: skip
        quantize_dynamic(str(exact), str(made), per_channel=True, weight_type=QuantType.QInt8)
        made.replace(file)


def _convert(place: Path) -> None:
    from ctranslate2.converters import TransformersConverter

    with tempfile.TemporaryDirectory(dir=place.parent) as folder:
        source, made = Path(folder) / "source", Path(folder) / "made"
        shutil.copytree(bundled_folder(), source)
        config = json.loads((source / "config.json").read_text("utf-8"))
        config["position_embedding_type"] = "absolute"  # transformers 5 leaves it out
        (source / "config.json").write_text(json.dumps(config), "utf-8")
        TransformersConverter(str(source)).convert(str(made), quantization="int8")
        made.replace(place)
