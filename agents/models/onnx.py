"""The door to onnx and ONNX Runtime: networks exported once, then run without torch."""

import importlib
import warnings
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import ModuleType

import numpy as np
import torch
from numpy.typing import NDArray

from .conversions import kept
from .engines import Precision
from .errors import ModelError


class OnnxNetwork:
    """Token ids of one text to the network's first output, without the batch axis."""

    def __init__(self, file: Path, threads: int) -> None:
        runtime = _package("onnxruntime")
        options = runtime.SessionOptions()
        options.intra_op_num_threads = threads
        options.log_severity_level = 3
        self._session = runtime.InferenceSession(
            str(file), options, providers=["CPUExecutionProvider"]
        )
        self._input = self._session.get_inputs()[0].name

    def __call__(self, ids: Sequence[int]) -> NDArray[np.float32]:
        found: NDArray[np.float32] = self._session.run(
            None, {self._input: np.array([ids], np.int64)}
        )[0][0]
        return found


def run_all(
    network: OnnxNetwork, texts: Sequence[Sequence[int]], threads: int
) -> list[NDArray[np.float32]]:
    """The network's output for each text, `threads` texts at a time."""
    with ThreadPoolExecutor(threads) as pool:
        return list(pool.map(network, texts))


def converted(network: torch.nn.Module, folder: Path, precision: Precision) -> Path:
    """The file with the network, which takes ids of shape (texts, tokens), in that precision."""

    def make(made: Path) -> None:
        _package("onnx")
        exact = made / "exact.onnx"
        axes = {0: "texts", 1: "tokens"}
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # the other exporter needs one more package
            torch.onnx.export(
                network,
                (torch.ones(1, 7, dtype=torch.long),),
                str(exact),
                dynamo=False,
                opset_version=17,
                input_names=["ids"],
                output_names=["output"],
                dynamic_axes={"ids": axes, "output": axes},
            )
        if precision == "int8":
            quantization = _package("onnxruntime.quantization")
            quantization.quantize_dynamic(exact, made / "model.onnx", per_channel=True)
            exact.unlink()
        else:
            exact.rename(made / "model.onnx")

    _package("onnxruntime")
    return kept(folder, make) / "model.onnx"


def _package(name: str) -> ModuleType:
    try:
        return importlib.import_module(name)
    except ImportError as error:
        raise ModelError(f"{name} is missing: pip install 'newsmill[onnx]'") from error
